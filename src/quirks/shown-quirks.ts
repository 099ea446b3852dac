import type { Quirk } from './quirk.ts'

/** Cells that show something else than they hold: whoever checked the sheet has not seen what is stored. */
export const SHOWN_QUIRKS: readonly Quirk[] = [
  {
    id: 'shown-otherwise',
    outcome: 'refuse',
    title: { zh: '数字格式加字、换字、放大、隐藏', en: 'Number formats that add words, replace, scale or hide' },
    treatment: {
      zh: '显示的与存储的都列出，退回核对；舍入、千分位、补零、写明的单位除外。',
      en: 'What is shown and what is stored are both named; rounding, grouping, zero padding and stated units are fine.',
    },
    example: '存12，格式0"万"，显示12万',
    rules: ['cell-shown-otherwise'],
  },
  {
    id: 'shown-unit',
    outcome: 'accept',
    title: { zh: '数字格式里写着单位', en: 'A unit in the number format' },
    treatment: {
      zh: '与数字一起读取，须与该列的单位相符。',
      en: 'Read with the number; it must be the unit of the column.',
    },
    example: '存5，格式0"张"，显示5张',
    rules: [],
  },
  {
    id: 'shown-date-asian',
    outcome: 'refuse',
    title: { zh: '数字列里是中文内置日期格式', en: 'Built-in Chinese date formats in a column of numbers' },
    treatment: { zh: '按日期读取，不当作46296。', en: 'Read as dates, never as 46296.' },
    example: '格式31，显示2026年10月1日',
    rules: ['number-format'],
  },
  {
    id: 'shown-zero-date',
    outcome: 'refuse',
    title: { zh: '日期格式的0', en: '0 in a date format' },
    treatment: { zh: '不是日期，请留空。', en: 'It is not a date: leave the cell blank.' },
    example: '1900-01-00',
    rules: ['cell-zero-date'],
  },
  {
    id: 'shown-struck',
    outcome: 'refuse',
    title: { zh: '加删除线的行或字', en: 'Rows or words that are struck out' },
    treatment: { zh: '指出单元格：删去，或取消删除线。', en: 'The cell is named: delete it, or remove the line.' },
    example: '~~12~~',
    rules: ['cell-struck'],
  },
  {
    id: 'shown-unseen',
    outcome: 'refuse',
    title: { zh: '白底白字、字号极小', en: 'White on white, or tiny' },
    treatment: { zh: '等同隐藏。', en: 'The same as hidden.' },
    example: '白色的字',
    rules: ['cell-unseen'],
  },
  {
    id: 'comment-corrects',
    outcome: 'warn',
    title: { zh: '批注说值有误', en: 'A comment that corrects a value' },
    treatment: { zh: '指出单元格和批注，请改在单元格里。', en: 'Cell and comment are named: correct the cell.' },
    example: '应为120',
    rules: ['comment-corrects'],
  },
]
