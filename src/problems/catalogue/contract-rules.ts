import type { Entry } from './entry.ts'

/** What can be wrong with the contracts of a portal. */
export const CONTRACT_RULES = {
  'contract-unreadable': {
    level: 'error',
    message: {
      zh: '数据约定文件无法载入',
      en: 'The contract file cannot be loaded',
    },
    remedy: {
      zh: '请看所示的原因，改正后再试。',
      en: 'See the reason shown, and correct the file.',
    },
  },
  'contract-invalid': {
    level: 'error',
    message: {
      zh: '数据约定的“{columnName}”不合规定',
      en: '“{columnName}” in the contract is not valid',
    },
    remedy: {
      zh: '原因：{reason}。请对照其他数据约定改正。',
      en: 'Reason: {reason}. Compare it with another contract.',
    },
  },
  'contract-twice': {
    level: 'error',
    message: {
      zh: '数据集“{found}”定义了两次',
      en: 'The dataset “{found}” is defined twice',
    },
    remedy: {
      zh: '请改用另一个名称。',
      en: 'Give one of them a different id.',
    },
  },
  'contract-name-unknown': {
    level: 'error',
    message: {
      zh: '数据约定的“{columnName}”写着“{found}”，但没有这个{kind}',
      en: '“{columnName}” of the contract says “{found}”, but there is no such {kind}',
    },
    remedy: {
      zh: '相近的有：{expected}。请改正，否则这项核对不起作用。',
      en: 'Closest matches: {expected}. Correct it, or nothing is checked there.',
    },
  },
  'contract-unit-unknown': {
    level: 'warning',
    message: {
      zh: '数据约定的“{columnName}”写着单位“{found}”，没有它的英文',
      en: '“{columnName}” of the contract states the unit “{found}”, which has no known English name',
    },
    remedy: {
      zh: '计数用的单位请两种语言都写：{expected}；计量单位写名称即可，已知的有：{known}。',
      en: 'Write what is counted in both languages: {expected}. A unit of measurement is written by its name alone; known units: {known}.',
    },
  },
  'contract-column-private': {
    level: 'error',
    message: {
      zh: '不得公开的列“{columnName}”被用于发布',
      en: 'The column “{columnName}” would be published but is not public',
    },
    remedy: {
      zh: '{table}的{at}用到它，而它的类别是{found}；此处只允许{expected}。',
      en: '{at} of {table} uses it; its class is {found}, and only {expected} is allowed there.',
    },
  },
  'contract-ladder-missing': {
    level: 'error',
    message: {
      zh: '涉及个人的表没有写明怎样归并（{columnName}）',
      en: 'A table about people does not state the steps by which it is made coarser: {columnName}',
    },
    remedy: {
      zh: "请由细到粗写出各级，例如：ladder: [{}, { period: 'quarter' }, { period: 'year' }]。",
      en: "List the steps from fine to coarse: ladder: [{}, { period: 'quarter' }, { period: 'year' }].",
    },
  },
  'contract-ladder-unfit': {
    level: 'error',
    message: {
      zh: '数据约定的“{columnName}”与数据集的类别或频次不合',
      en: '“{columnName}” of the contract does not fit the class or the frequency of the dataset',
    },
    remedy: {
      zh: '现为{found}，可用：{expected}。归并只用于P、S两类；S类不细于街道（镇）和季度。',
      en: 'It is {found}; possible: {expected}. Ladders are for classes P and S; S is no finer than subdistrict and quarter.',
    },
  },
  'contract-grouping-unfit': {
    level: 'error',
    message: {
      zh: '数据约定的“{columnName}”没有把每个值恰好分到一组',
      en: '“{columnName}” of the contract does not put every value into one group',
    },
    remedy: {
      zh: '现为{found}，应为{expected}。分组只用于quasi列：数字和日期由小到大写from，第一组不写；代码表用of，每个代码恰在一组。',
      en: 'It is {found}; expected: {expected}. Groups are for quasi columns: numbers and dates have from in ascending order, the first group none; lists have of, each code in one group.',
    },
  },
  'contract-table-unprotected': {
    level: 'error',
    message: {
      zh: '涉及个人的表无法保护“{columnName}”',
      en: 'A table about people cannot protect “{columnName}”',
    },
    remedy: {
      zh: '现为{found}，只能用：{expected}。登记簿、自由文字、金额和少数几个人的中位数会暴露个人。',
      en: 'It is {found}; possible: {expected}. Registers, free text, amounts and medians of a few would expose people.',
    },
  },
  'contract-quantile-alone': {
    level: 'error',
    message: {
      zh: '分位数“{columnName}”旁没有件数',
      en: '“{columnName}” is a quantile without the number of cases beside it',
    },
    remedy: {
      zh: "请在同一张表加一个计数指标（count: 'rows'），where与它完全相同，并要求“{from}”“{to}”都有值，例如{ column: '{to}', present: true }。",
      en: "Add a measure that counts the rows (count: 'rows') to the same table, with the same where, which requires both “{from}” and “{to}”, as by { column: '{to}', present: true }.",
    },
  },
  'contract-heading-twice': {
    level: 'error',
    message: {
      zh: '表{table}有两个同名的列“{found}”',
      en: 'Table {table} has two columns called “{found}”',
    },
    remedy: {
      zh: '请把维度、属性或指标之一改名。',
      en: 'Rename one of the dimensions, attributes or measures.',
    },
  },
  'contract-keeper-unknown': {
    level: 'error',
    message: {
      zh: '数据约定的“{columnName}”不是已知的部门',
      en: '“{columnName}” in the contract is not a known department',
    },
    remedy: {
      zh: '现写作“{found}”，相近的有：{expected}。请改正，或在departments.csv中补上这个部门。',
      en: 'It is “{found}”; the closest are {expected}. Correct it, or add the department to departments.csv.',
    },
  },
  'contract-no-default': {
    level: 'error',
    message: {
      zh: '数据约定文件没有默认导出',
      en: 'The contract file has no default export',
    },
    remedy: {
      zh: '请写作export default，后接一个数据约定或数据约定的数组。',
      en: 'Write “export default” followed by a contract or an array of contracts.',
    },
  },
} satisfies Record<string, Entry>
