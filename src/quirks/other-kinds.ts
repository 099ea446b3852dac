import type { Quirk } from './quirk.ts'

/** Files that are something else than they seem. */
export const OTHER_KIND_QUIRKS: readonly Quirk[] = [
  {
    id: 'workbook-other',
    outcome: 'refuse',
    title: { zh: 'ODS、XLSB等其他格式的表格', en: 'Spreadsheets in other formats: ODS, XLSB' },
    treatment: { zh: '说出格式，并说明如何另存为xlsx。', en: 'The format is named, and how to save as xlsx.' },
    example: '报表.ods',
    rules: ['file-other-workbook'],
  },
  {
    id: 'answer-json',
    outcome: 'refuse',
    title: { zh: '系统接口返回的内容（JSON）', en: 'What an interface answered (JSON)' },
    treatment: { zh: '多为登录超时，请重新登录后导出。', en: 'Often a session that ended: log in and export again.' },
    example: '{"code":500}',
    rules: ['file-json'],
  },
  {
    id: 'encoding-utf16-unmarked',
    outcome: 'refuse',
    title: { zh: 'UTF-16而没有BOM', en: 'UTF-16 without its mark' },
    treatment: { zh: '不猜，请另存为UTF-8。', en: 'Nothing is guessed: save it as UTF-8.' },
    example: '30 57 3A 53 2C 00',
    rules: ['encoding-utf16-unmarked'],
  },
  {
    id: 'thousands-unquoted',
    outcome: 'refuse',
    title: { zh: '千分位逗号没有加引号，后面各列错位', en: 'Thousands without quotes, which move the rest of the row' },
    treatment: {
      zh: '多出的空白单元格只有每行都同样多时才不计。',
      en: 'Blank cells beyond the header are let pass only where each row has as many.',
    },
    example: '甲,1,200,',
    rules: ['row-ragged'],
  },
]
