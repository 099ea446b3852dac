import type { Entry } from './entry.ts'

/** What can be wrong with the list of departments. */
export const DEPARTMENT_RULES = {
  'departments-header': {
    level: 'error',
    message: {
      zh: 'departments.csv的表头不对',
      en: 'The header of departments.csv is wrong',
    },
    remedy: {
      zh: '表头应为{expected}。',
      en: 'It should be {expected}.',
    },
  },
  'departments-field': {
    level: 'error',
    message: {
      zh: 'departments.csv的“{columnName}”填写有误',
      en: '“{columnName}” in departments.csv is not valid',
    },
    remedy: {
      zh: '现为“{found}”，应为{expected}。id用小写英文字母开头，中英文名称必填。',
      en: 'It is “{found}” and should be {expected}. An id begins with a lower-case letter; both names are required.',
    },
  },
  'departments-phone': {
    level: 'error',
    message: {
      zh: 'departments.csv的“{columnName}”不是电话号码',
      en: '“{columnName}” in departments.csv is not a telephone number',
    },
    remedy: {
      zh: '现为“{found}”，应如{expected}，多个号码用 | 分隔。只填可以公开的办公电话和热线。',
      en: 'It is “{found}” and should be like {expected}, several separated by |. List only office telephones and hotlines that are public.',
    },
  },
  'departments-twice': {
    level: 'error',
    message: {
      zh: 'departments.csv中id重复',
      en: 'An id occurs twice in departments.csv',
    },
    remedy: {
      zh: '请只保留{found}的一行。',
      en: 'Keep one row for {found}.',
    },
  },
  'departments-name-twice': {
    level: 'error',
    message: {
      zh: 'departments.csv中两个部门同名',
      en: 'Two departments in departments.csv have the same name',
    },
    remedy: {
      zh: '“{found}”也是{other}的名称或别名，分不清是哪一个。请改名，或删去别名。',
      en: '“{found}” is also a name of {other}, so it would not be clear which is meant. Change the name or remove the alias.',
    },
  },
  'departments-place-unknown': {
    level: 'error',
    message: {
      zh: 'departments.csv的places有places.csv中没有的代码',
      en: '“places” in departments.csv names a code that is not in places.csv',
    },
    remedy: {
      zh: '现为{found}，相近的有：{expected}。多个代码用|分开。',
      en: 'It is {found}; the closest are {expected}. Codes are separated by |.',
    },
  },
} satisfies Record<string, Entry>
