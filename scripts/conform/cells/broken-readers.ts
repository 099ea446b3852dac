import { read } from '../../../src/read/index.ts'
import type { Reading, Sheet } from '../../../src/read/sheet.ts'
import type { LocalText } from '../../command/bilingual.ts'
import { type BookCell, makeBook } from './make-book.ts'
import type { Reader } from './our-cells.ts'

/** A copy of our reader that is broken in one way that was met. */
export interface Control {
  reader: Reader
  /** What it means where the comparison does not see it. */
  unseen: LocalText
}

const text = (value: string): BookCell => ({ value, format: 0, look: 'plain' })
const number = (value: number, format: number): BookCell => ({ value, format, look: 'plain' })

/** Kinds of cells that were published wrongly once, in a workbook that is read rightly today. */
export const CONTROL = makeBook(
  {
    name: '数据',
    merges: [],
    rows: [
      { hidden: false, cells: ['名称', '日期', '件数', '比率', '标注'].map(text) },
      { hidden: false, cells: [text('甲'), number(46_086, 1), number(1_234, 3), number(0.125, 4), text('无')] },
      { hidden: false, cells: [text('乙'), number(46_087, 1), number(12, 2), number(0.5, 4), text('无')] },
      { hidden: false, cells: [text('丙'), number(46_088, 1), number(30, 5), number(0.75, 4), text('有')] },
      { hidden: false, cells: [text('丁'), number(46_089, 1), number(40, 3), number(0.25, 4), raised('1200', '1')] },
    ],
  },
  [
    { id: 0, code: null },
    // A date in a format of East Asia that no part of the file defines.
    { id: 31, code: null },
    { id: 176, code: '0"万"' },
    { id: 3, code: null },
    { id: 10, code: null },
    { id: 177, code: ';;;' },
  ],
  false,
)

function raised(plain: string, mark: string): BookCell {
  const runs = [
    { text: plain, look: 'plain' as const },
    { text: mark, look: 'raised' as const },
  ]
  return { value: { runs }, format: 0, look: 'plain' }
}

const unseen = (zh: string, en: string): LocalText => ({
  zh: `对照：${zh}，比较却没有发现`,
  en: `Control: ${en}, and the comparison did not see it`,
})

export const BROKEN_READERS: readonly Control[] = [
  {
    reader: (bytes, file) => withCells(read(bytes, file), (cell) => (cell.startsWith('2026-03-') ? '46086' : cell)),
    unseen: unseen('日期读成了序数', 'a date is read as the number of its day'),
  },
  {
    reader: (bytes, file) => {
      const { sheets } = read(bytes, file)
      const kept = sheets.map((sheet) => {
        const { refused = [], rows } = sheet
        const back = refused.map(({ row, cells }) => ({ row, record: 0, cells: [...cells] }))
        return { ...sheet, rows: [...rows, ...back], refused: [] }
      })
      return { sheets: kept, problems: [] }
    },
    unseen: unseen('读作与所示不同的单元格没有退回', 'what is shown otherwise is not refused'),
  },
  {
    reader: (bytes, file) => withCells(read(bytes, file), (cell) => cell.replace(/^12\.5%$/, '0.125')),
    unseen: unseen('百分数没有乘以一百', 'a percentage is read as a share'),
  },
  {
    reader: (bytes, file) => {
      const reading = read(bytes, file)
      const sheets = reading.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.slice(1) }))
      return { ...reading, sheets }
    },
    unseen: unseen('少读了一行', 'a row is lost'),
  },
  {
    reader: (bytes, file) => withCells(read(bytes, file), (cell) => (cell === '1234' ? '1235' : cell)),
    unseen: unseen('数差了一', 'a number is one too great'),
  },
]

/** The reading with its cells changed. */
function withCells({ sheets, problems }: Reading, change: (cell: string) => string): Reading {
  const changed = sheets.map(
    (sheet): Sheet => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(change) })),
      refused: (sheet.refused ?? []).map((row) => ({ ...row, cells: row.cells.map(change) })),
    }),
  )
  return { sheets: changed, problems }
}
