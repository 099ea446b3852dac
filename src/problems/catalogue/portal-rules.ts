import type { Entry } from './entry.ts'

/** What can be wrong with a portal’s folder: contracts, profiles, names of raw files. */
export const PORTAL_RULES = {
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
      en: '“{columnName}” of the contract says the unit “{found}”, which has no known English name',
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
  'profile-invalid': {
    level: 'error',
    message: {
      zh: 'profile.yaml的“{columnName}”不合规定',
      en: '“{columnName}” in profile.yaml is not valid',
    },
    remedy: {
      zh: '现写作“{found}”，应如：{expected}',
      en: 'It is “{found}” and should look like: {expected}',
    },
  },
  'raw-dataset-unknown': {
    level: 'error',
    message: {
      zh: '文件夹“{found}”不是任何数据集',
      en: 'The folder “{found}” is not a dataset',
    },
    remedy: {
      zh: '数据集有：{expected}。请改名，或在contracts/中补上数据约定。',
      en: 'The datasets are: {expected}. Rename it, or add a contract in contracts/.',
    },
  },
  'raw-file-stray': {
    level: 'error',
    message: {
      zh: '这里不该有这个文件',
      en: 'This file does not belong here',
    },
    remedy: {
      zh: '原始文件应为raw/<数据集>/<期次>.csv或.xlsx。请移走或改名。',
      en: 'A raw file is raw/<dataset>/<period>.csv or .xlsx. Move or rename it.',
    },
  },
  'raw-folder-nested': {
    level: 'error',
    message: {
      zh: '数据集的文件夹里还有文件夹',
      en: 'There is a folder within the folder of a dataset',
    },
    remedy: {
      zh: '请把文件直接放在数据集的文件夹里。',
      en: 'Put the files directly into the dataset’s folder.',
    },
  },
  'raw-link': {
    level: 'error',
    message: {
      zh: '符号链接不予读取',
      en: 'A symbolic link is not read',
    },
    remedy: {
      zh: '请放入文件本身。',
      en: 'Put the file itself there.',
    },
  },
  'raw-missing': {
    level: 'warning',
    message: {
      zh: '没有原始文件',
      en: 'There are no raw files',
    },
    remedy: {
      zh: '请把导出的文件放入raw/<数据集>/。',
      en: 'Put exported files into raw/<dataset>/.',
    },
  },
  'raw-file-open': {
    level: 'error',
    message: {
      zh: '有工作簿还开着',
      en: 'A workbook is still open',
    },
    remedy: {
      zh: '这是Excel、WPS或LibreOffice打开文件时留下的锁文件。请保存并关闭“{found}”再运行；若已关闭，请删去锁文件。',
      en: 'This is the lock file of Excel, WPS or LibreOffice. Save and close “{found}”, then run again; if it is closed, delete the lock file.',
    },
  },
  'raw-file-ignored': {
    level: 'note',
    message: {
      zh: '不作数据的文件没有读取',
      en: 'A file that is not data was not read',
    },
    remedy: {
      zh: '{found}是系统文件，或文件名以点开头。若是数据，请改成期次文件名；否则无须处理。',
      en: '{found} is a system file, or its name begins with a dot. If it is data, name it after its period; otherwise no action is needed.',
    },
  },
  'raw-period-invalid': {
    level: 'error',
    message: {
      zh: '文件名不是期次',
      en: 'The file name is not a period',
    },
    remedy: {
      zh: '文件名应为{expected}。',
      en: 'It should be {expected}.',
    },
  },
  'raw-period-twice': {
    level: 'error',
    message: {
      zh: '同一期有两个文件',
      en: 'There are two files for one period',
    },
    remedy: {
      zh: '另一个是{other}。请只留一个。',
      en: 'The other is {other}. Keep only one.',
    },
  },
  'raw-not-a-file': {
    level: 'error',
    message: {
      zh: '这里不是普通文件，不予打开',
      en: 'This is not a regular file and was not opened',
    },
    remedy: {
      zh: '管道、套接字和设备不能作为原始文件。请移走，放入文件本身。',
      en: 'Pipes, sockets and devices are not raw files. Remove it and put the file itself there.',
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
  'received-line-invalid': {
    level: 'error',
    message: {
      zh: 'received.jsonl有一行不能读取',
      en: 'A line of received.jsonl cannot be read',
    },
    remedy: {
      zh: '{found}。这份收件记录由check和publish自动追加，请勿手工改动；请从备份恢复这一行，或删去写坏的最后一行。',
      en: '{found}. check and publish append to this record of received files; it is not edited by hand. Restore the line from a backup, or delete a last line that was cut off.',
    },
  },
} satisfies Record<string, Entry>
