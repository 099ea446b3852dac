import type { Entry } from './entry.ts'

/** What can be wrong with the list of places. */
export const PLACES_RULES = {
  'places-header': {
    level: 'error',
    message: {
      zh: 'places.csv的表头不对',
      en: 'The header of places.csv is wrong',
    },
    remedy: {
      zh: '表头应为{expected}。',
      en: 'It should be {expected}.',
    },
  },
  'places-field': {
    level: 'error',
    message: {
      zh: 'places.csv的“{columnName}”填写有误',
      en: '“{columnName}” in places.csv is not valid',
    },
    remedy: {
      zh: '应为{expected}。代码、中英文名称和级别必填。',
      en: 'It should be {expected}. Code, both names and level are required.',
    },
  },
  'places-twice': {
    level: 'error',
    message: {
      zh: 'places.csv中代码重复',
      en: 'A code occurs twice in places.csv',
    },
    remedy: {
      zh: '请只保留{found}的一行；区划调整前后应使用不同代码，并填写有效期。',
      en: 'Keep one row for {found}. A place has different codes before and after a boundary change; give each its dates of validity.',
    },
  },
  'places-name-twice': {
    level: 'error',
    message: {
      zh: 'places.csv中同一上级的两个地区同名',
      en: 'Two places in places.csv with the same parent have the same name',
    },
    remedy: {
      zh: '“{found}”也是{code}的名称或别名，文件里写这个名称时分不清是哪一个。请改名、删去别名，或填写有效期。',
      en: '“{found}” is also a name of {code}, so it would not be clear which of them a file means. Change the name, remove the alias, or fill in the dates of validity.',
    },
  },
  'places-unknown': {
    level: 'error',
    message: {
      zh: 'places.csv的“{columnName}”指向不存在的代码',
      en: '“{columnName}” in places.csv refers to a code that does not exist',
    },
    remedy: {
      zh: '{code}的“{columnName}”是{found}。请补上这一行，或改正代码。',
      en: '“{columnName}” of {code} is {found}. Add that row or correct the code.',
    },
  },
  'places-circle': {
    level: 'error',
    message: {
      zh: 'places.csv中的上下级关系成了环',
      en: 'Places in places.csv contain themselves',
    },
    remedy: {
      zh: '请检查{code}及其各级上级的parent。',
      en: 'Check the parents of {code}, up to the top level.',
    },
  },
  'places-missing': {
    level: 'error',
    message: {
      zh: '没有区划表places.csv，或表中没有一个地方',
      en: 'places.csv is missing or contains no places',
    },
    remedy: {
      zh: '数据集{datasets}有区划列，未予读取。请在数据文件夹中放入places.csv：一行一个地方，写明代码、中英文名称、级别和有效期。',
      en: 'The datasets {datasets} have columns of places and were not read. Put places.csv into the data folder: one place per row, with code, names, level and dates.',
    },
  },
} satisfies Record<string, Entry>
