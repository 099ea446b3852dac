import type { Quirk } from './quirk.ts'

/** What headers are like: several rows of them, and columns under names of their own. */
export const HEADER_QUIRKS: readonly Quirk[] = [
  {
    id: 'header-levels',
    outcome: 'accept',
    title: { zh: '两三层的合并表头', en: 'Header rows of two or three levels' },
    treatment: { zh: '由profile声明层数，压成一行。', en: 'Flattened where the profile declares them.' },
    example: '环境|水|COD',
    rules: [],
  },
  {
    id: 'header-undeclared',
    outcome: 'refuse',
    title: { zh: '未声明的多层表头', en: 'Undeclared header levels' },
    treatment: { zh: '列出看到的表头和所缺的列。', en: 'What was found is shown beside what is missing.' },
    example: '环境,,',
    rules: ['header-rows-undeclared', 'header-missing'],
  },
  {
    id: 'header-duplicate',
    outcome: 'refuse',
    title: { zh: '两列同名', en: 'Two columns with the same name' },
    treatment: {
      zh: '全角半角、空格不算不同；指出两列的位置。',
      en: 'Width and spaces make no difference; both positions are named.',
    },
    example: '数,数',
    rules: ['header-duplicate'],
  },
  {
    id: 'header-spaces',
    outcome: 'accept',
    title: { zh: '表头里有空格、全角', en: 'Spaces and full width in headers' },
    treatment: { zh: '比较时不计。', en: 'Ignored in comparison.' },
    example: '地 区',
    rules: [],
  },
  {
    id: 'numbering',
    outcome: 'accept',
    title: { zh: '“序号”列', en: 'A column of row numbers' },
    treatment: { zh: '不读，重新编号也无妨。', en: 'Not read; renumbering does not matter.' },
    example: '序号',
    rules: [],
  },
  {
    id: 'header-missing',
    outcome: 'refuse',
    title: { zh: '少一列，或表头换了叫法', en: 'A missing column, or a column under a new name' },
    treatment: {
      zh: '列出认得的写法；新叫法写入profile。',
      en: 'Accepted spellings are listed; a new spelling goes into the profile.',
    },
    example: '地区,张数',
    rules: ['header-missing'],
  },
  {
    id: 'header-blank',
    outcome: 'refuse',
    title: { zh: '有数据的列没有表头', en: 'A column with data and no header' },
    treatment: { zh: '指出第几列，请补上或删去。', en: 'Its position is named: name or delete it.' },
    example: '地区,（空）,床位',
    rules: ['header-blank'],
  },
  {
    id: 'header-unknown',
    outcome: 'warn',
    title: { zh: '多出不认识的列', en: 'An unknown column' },
    treatment: {
      zh: '不读，列出相近的写法，请看是否有用。',
      en: 'Not read; close spellings are named for a person to check.',
    },
    example: '联系人',
    rules: ['header-unknown'],
  },
  {
    id: 'header-synonyms',
    outcome: 'refuse',
    title: { zh: '同一列用两个叫法各出现一次', en: 'One column under two spellings' },
    treatment: { zh: '两个表头都列出，只留一个。', en: 'Both headers are named: keep one.' },
    example: '床位、床位数',
    rules: ['header-ambiguous'],
  },
  {
    id: 'header-blank-named',
    outcome: 'accept',
    title: {
      zh: '行名上面的表头空白，已在profile.yaml中写明',
      en: 'No header over the names of rows, which profile.yaml states',
    },
    treatment: { zh: '按列的字母读取。', en: 'Read by the letter of the column.' },
    example: 'columns: {place: "[A]"}',
    rules: [],
  },
]
