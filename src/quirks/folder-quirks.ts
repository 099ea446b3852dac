import type { Quirk } from './quirk.ts'

/** Where files lie and what they are called. */
export const FOLDER_QUIRKS: readonly Quirk[] = [
  {
    id: 'file-name',
    outcome: 'refuse',
    title: { zh: '文件名不是期次', en: 'A file name that is not a period' },
    treatment: { zh: '名字只作期次，不作标识；改名即可。', en: 'The name is the period and nothing else; rename it.' },
    example: '报表(最终版)(2).xlsx',
    rules: ['raw-period-invalid'],
  },
  {
    id: 'file-kind',
    outcome: 'refuse',
    title: { zh: '放进了别的文件', en: 'A file of another kind' },
    treatment: {
      zh: '文件夹里只放CSV和xlsx，请移走或改名。',
      en: 'Only CSV and xlsx belong there: move or rename it.',
    },
    example: '说明.docx',
    rules: ['raw-file-stray'],
  },
  {
    id: 'folder-unknown',
    outcome: 'refuse',
    title: { zh: '文件夹名不是数据集', en: 'A folder that is not a dataset' },
    treatment: { zh: '列出现有的数据集。', en: 'The known datasets are named.' },
    example: 'raw/养老/',
    rules: ['raw-dataset-unknown'],
  },
  {
    id: 'folder-nested',
    outcome: 'refuse',
    title: { zh: '文件夹里又套文件夹', en: 'A folder within a folder' },
    treatment: { zh: '请把文件直接放在数据集的文件夹里。', en: 'Put files directly into the folder of their dataset.' },
    example: 'raw/elder-care/2026/',
    rules: ['raw-folder-nested'],
  },
  {
    id: 'period-twice',
    outcome: 'refuse',
    title: { zh: '同一期两个文件', en: 'Two files for one period' },
    treatment: { zh: '两个文件名都列出，只留一个。', en: 'Both are named: keep one.' },
    example: '2026-10.csv、2026-10.xlsx',
    rules: ['raw-period-twice'],
  },
  {
    id: 'link',
    outcome: 'refuse',
    title: { zh: '符号链接', en: 'A symbolic link' },
    treatment: { zh: '不跟随，请放入文件本身。', en: 'Never followed: put the file itself there.' },
    example: '2026-10.csv → …',
    rules: ['raw-link'],
  },
  {
    id: 'not-a-file',
    outcome: 'refuse',
    title: { zh: '管道、设备等，不是普通文件', en: 'A pipe or device in place of a file' },
    treatment: { zh: '不打开，请移走。', en: 'Not opened: remove it.' },
    example: '命名管道',
    rules: ['raw-not-a-file'],
  },
]
