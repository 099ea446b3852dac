import { read } from '../../../src/read/index.ts'
import type { Reading, Sheet } from '../../../src/read/sheet.ts'
import type { LocalText } from '../../command/bilingual.ts'
import { type BookCell, makeBook } from './make-book.ts'
import type { Reader } from './our-cells.ts'

/** A copy of our reader that is broken in one way that was met. */
export interface Control {
  read: Reader
  /** What it means where the comparison does not see it. */
  unseen: LocalText
}

const createText = (value: string): BookCell => ({ value, format: 0, look: 'plain' })
const createNumber = (value: number, format: number): BookCell => ({ value, format, look: 'plain' })

/** Kinds of cells that were published wrongly once, in a workbook that is read rightly today. */
export const CONTROL = makeBook(
  {
    name: '数据',
    merges: [],
    rows: [
      { hidden: false, cells: ['名称', '日期', '件数', '比率', '标注'].map(createText) },
      {
        hidden: false,
        cells: [
          createText('甲'),
          createNumber(46_086, 1),
          createNumber(1_234, 3),
          createNumber(0.125, 4),
          createText('无'),
        ],
      },
      {
        hidden: false,
        cells: [createText('乙'), createNumber(46_087, 1), createNumber(12, 2), createNumber(0.5, 4), createText('无')],
      },
      {
        hidden: false,
        cells: [
          createText('丙'),
          createNumber(46_088, 1),
          createNumber(30, 5),
          createNumber(0.75, 4),
          createText('有'),
        ],
      },
      {
        hidden: false,
        cells: [
          createText('丁'),
          createNumber(46_089, 1),
          createNumber(40, 3),
          createNumber(0.25, 4),
          createRaised('1200', '1'),
        ],
      },
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

function createRaised(plain: string, mark: string): BookCell {
  const runs = [
    { text: plain, look: 'plain' as const },
    { text: mark, look: 'raised' as const },
  ]
  return { value: { runs }, format: 0, look: 'plain' }
}

const describeUnseen = (zh: string, en: string): LocalText => ({
  zh: `对照：${zh}，比较却没有发现`,
  en: `Control: ${en}, and the comparison did not see it`,
})

export const BROKEN_READERS: readonly Control[] = [
  {
    read: (bytes, file) => withCells(read(bytes, file), (cell) => (cell.startsWith('2026-03-') ? '46086' : cell)),
    unseen: describeUnseen('日期读成了序数', 'a date is read as the number of its day'),
  },
  {
    read: (bytes, file) => {
      const { sheets } = read(bytes, file)
      const kept = sheets.map((sheet) => {
        const { refused = [], rows } = sheet
        const back = refused.map(({ row, cells }) => ({ row, record: 0, cells: [...cells] }))
        return { ...sheet, rows: [...rows, ...back], refused: [] }
      })
      return { sheets: kept, problems: [] }
    },
    unseen: describeUnseen('读作与所示不同的单元格没有退回', 'what is shown otherwise is not refused'),
  },
  {
    read: (bytes, file) => withCells(read(bytes, file), (cell) => cell.replace(/^12\.5%$/, '0.125')),
    unseen: describeUnseen('百分数没有乘以一百', 'a percentage is read as a share'),
  },
  {
    read: (bytes, file) => {
      const reading = read(bytes, file)
      const sheets = reading.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.slice(1) }))
      return { ...reading, sheets }
    },
    unseen: describeUnseen('少读了一行', 'a row is lost'),
  },
  {
    read: (bytes, file) => withCells(read(bytes, file), (cell) => (cell === '1234' ? '1235' : cell)),
    unseen: describeUnseen('数差了一', 'a number is one too great'),
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
