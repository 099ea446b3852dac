import type { Quirk } from './quirk.ts'

/** How headers and worksheets answer to contract and profile. */
export const SHEET_QUIRKS: readonly Quirk[] = [
  {
    id: 'sheets-continued',
    outcome: 'note',
    title: { zh: '一表分成几张工作表', en: 'One table over several sheets' },
    treatment: {
      zh: '工作表名只差“续”或编号、表头都齐全的，合为一表读取，并记下来。',
      en: 'Sheets whose names differ by 续 or a number alone, each with every column, are read as one table; this is noted.',
    },
    example: '床位、床位（续）',
    rules: ['sheets-joined'],
  },
  {
    id: 'sheets-continued-bare',
    outcome: 'refuse',
    title: {
      zh: '续表缺表头，或长表被拆成几张工作表',
      en: 'A continuation without its header, or a long export cut over sheets',
    },
    treatment: {
      zh: '各行合得上另一张表的列，就不能只读前一半。',
      en: 'Where its rows fit the columns of the other sheet, half a table is not read.',
    },
    example: '床位（续）',
    rules: ['sheet-continued'],
  },
  {
    id: 'delimiter-other',
    outcome: 'refuse',
    title: { zh: '用全角逗号、空格或竖线分列', en: 'Columns separated by full-width commas, spaces or bars' },
    treatment: { zh: '指出所用的符号，请另存为CSV。', en: 'The separator is named; save it as CSV.' },
    example: '地区，床位',
    rules: ['delimiter-unknown'],
  },
  {
    id: 'header-traditional',
    outcome: 'note',
    title: { zh: '表头用繁体字', en: 'Headers in traditional characters' },
    treatment: {
      zh: '照原样认不出时按简体对照，并逐列记下。',
      en: 'Compared in simplified characters where the header is not recognised as written; noted for each column.',
    },
    example: '地區',
    rules: ['header-traditional'],
  },
  {
    id: 'header-synonyms-declared',
    outcome: 'note',
    title: { zh: '同一列用两个叫法，已写明用哪一列', en: 'One column under two spellings, one of them declared' },
    treatment: { zh: '读写明的一列，另一列记下来。', en: 'The declared column is read, the other is noted.' },
    example: '床位、床位数',
    rules: ['header-passed-over'],
  },
  {
    id: 'wide-missing',
    outcome: 'refuse',
    title: { zh: '横排的年龄组、年份少一列', en: 'One of the cross-tabulated columns is missing' },
    treatment: {
      zh: '列出认得的写法；新叫法写入profile的wide。',
      en: 'Accepted spellings are listed; a new spelling goes into “wide” of the profile.',
    },
    example: '0～4岁',
    rules: ['header-missing-wide'],
  },
  {
    id: 'wide-twice',
    outcome: 'refuse',
    title: { zh: '横排的同一项有两列', en: 'Two cross-tabulated columns for one value' },
    treatment: { zh: '两个表头都列出，只留一个。', en: 'Both headers are named: keep one.' },
    example: '2012年、2012年末',
    rules: ['header-wide-twice'],
  },
  {
    id: 'constant-contradicted',
    outcome: 'refuse',
    title: { zh: '写明了固定值，文件里另有数', en: 'A declared constant that the file contradicts' },
    treatment: { zh: '指出单元格，两处须一致。', en: 'The cell is named; both must agree.' },
    example: 'constants: {性质: 年末}',
    rules: ['profile-constant-other'],
  },
  {
    id: 'fill-down-absent',
    outcome: 'refuse',
    title: { zh: '写明向下填充的列不在表中', en: 'A column declared to be filled down is not there' },
    treatment: {
      zh: '列出相近的表头；否则空白单元格会当作缺失。',
      en: 'Close headers are listed; otherwise blanks would count as gaps.',
    },
    example: 'fillDown: [街道]',
    rules: ['profile-header-absent'],
  },
  {
    id: 'column-other',
    outcome: 'refuse',
    title: {
      zh: '表头互换、各列错开，计数列里是日期',
      en: 'Swapped headers, cells shifted by a column, dates under a count',
    },
    treatment: { zh: '整列只报一处，说明里面是什么。', en: 'The column is reported once, as what it holds.' },
    example: '“床位”一列全是日期',
    rules: ['column-other'],
  },
]
