import type { Entry } from './entry.ts'

/** What can be wrong with the list of places and with what has been published. */
export const RELEASE_RULES = {
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
  'release-line-invalid': {
    level: 'error',
    message: {
      zh: '发布记录的第{line}行不合规定',
      en: 'Line {line} of the release log is not valid',
    },
    remedy: {
      zh: '原因：{found}。发布记录只由publish追加，不可手工修改；请从备份或版本库恢复releases.jsonl。',
      en: 'Reason: {found}. Only the publish command writes to the log; it must not be edited by hand. Restore releases.jsonl from a backup or the repository.',
    },
  },
  'release-chain-broken': {
    level: 'error',
    message: {
      zh: '发布记录被改动：第{line}行与第{before}行对不上',
      en: 'The release log was changed: line {line} does not follow from line {before}',
    },
    remedy: {
      zh: '第{line}行记有前一行的校验值，与第{before}行的内容不符。请从备份或版本库恢复releases.jsonl。',
      en: 'Line {line} contains a hash that no longer matches line {before}. Restore releases.jsonl from a backup or the repository.',
    },
  },
  'release-heads-differ': {
    level: 'error',
    message: {
      zh: '发布记录与heads.txt不符：第{line}行',
      en: 'The release log and heads.txt differ at line {line}',
    },
    remedy: {
      zh: 'releases.jsonl第{line}行的校验值应与heads.txt第{line}行相同，二者之一被改动或删短。请从备份或版本库恢复这两个文件。',
      en: 'The hash of line {line} of releases.jsonl should be in line {line} of heads.txt. One of the two was changed or cut short. Restore both from a backup or the repository.',
    },
  },
  'release-log-moved': {
    level: 'error',
    message: {
      zh: '核对期间另有一次发布',
      en: 'Something else was published in the meantime',
    },
    remedy: {
      zh: '什么都没有写入。请重新运行publish，核对这次会改动什么。',
      en: 'Nothing was written. Run publish again and look at what it would change.',
    },
  },
  'release-date-back': {
    level: 'error',
    message: {
      zh: '发布日期早于上一次发布',
      en: 'The publication date is earlier than the last release',
    },
    remedy: {
      zh: '应为{expected}，而不是{found}。请核对--date或本机时钟。',
      en: 'It should be {expected}, not {found}. Check --date or the clock of this computer.',
    },
  },
  'published-file-missing': {
    level: 'error',
    message: {
      zh: '已发布的文件不见了',
      en: 'A published file is missing',
    },
    remedy: {
      zh: '已发布的文件不可删除。请从备份或版本库恢复。',
      en: 'Published files must not be deleted. Restore the file from a backup or the repository.',
    },
  },
  'published-file-changed': {
    level: 'error',
    message: {
      zh: '已发布的文件被改动',
      en: 'A published file was changed',
    },
    remedy: {
      zh: '内容与发布时的校验值不符。请恢复原文件；要更正数字，请修改原始文件后重新发布，旧版会保留。',
      en: 'It no longer matches the hash recorded at publication. Restore it. To correct a figure, correct the raw file and publish again; the old version is kept.',
    },
  },
  'published-file-unreadable': {
    level: 'error',
    message: {
      zh: '已发布的文件无法读取',
      en: 'A published file cannot be read',
    },
    remedy: {
      zh: '原因：{found}。',
      en: 'Reason: {found}.',
    },
  },
  'published-header-old': {
    level: 'error',
    message: {
      zh: '已发布的文件与现行规定的列不符',
      en: 'The columns of a published file differ from the current definition of its table',
    },
    remedy: {
      zh: '表的定义在发布之后有过修改。请运行publish重新发布。',
      en: 'The table was changed after it was published. Run publish again.',
    },
  },
  'published-without-contract': {
    level: 'error',
    message: {
      zh: '已发布的文件不属于任何数据集',
      en: 'A published file belongs to no dataset',
    },
    remedy: {
      zh: '它的数据集或表已不在定义之中。请恢复data/contracts/或程序中的定义。',
      en: 'Its dataset or table is no longer defined. Restore the definition in data/contracts/ or in the program.',
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
      en: 'The datasets {datasets} have columns of places and were not read. Put places.csv into the data folder: one place a row, with code, names, level and dates.',
    },
  },
  'published-link': {
    level: 'error',
    message: {
      zh: '已发布的文件夹里有符号链接',
      en: 'There is a symbolic link in the published folder',
    },
    remedy: {
      zh: '符号链接不予读取，以免发布文件夹以外的内容。请换回文件本身。',
      en: 'It is not followed, so that nothing from outside the folder is published. Put the file itself back.',
    },
  },
} satisfies Record<string, Entry>
