import { buildBook, toLetters } from '../book.ts'
import { defineFaults } from '../fault.ts'
import { withCell } from '../grid.ts'
import { NUMBERS, type Subject, toRow } from '../subject-file.ts'

/** Rows, columns and sheets of workbooks. */
export const SHEET_FAULTS = defineFaults('workbook', {
  'a row hidden': ({ grid }, random) => {
    const row = random.drawBetween(2, grid.rows.length + 1)
    return {
      bytes: buildBook(grid, { writeRow: (at) => (at === row ? ' hidden="1"' : '') }),
      rules: ['row-hidden'],
      row,
    }
  },
  'a row without height': ({ grid }, random) => {
    const row = random.drawBetween(2, grid.rows.length + 1)
    return {
      bytes: buildBook(grid, { writeRow: (at) => (at === row ? ' ht="0" customHeight="1"' : '') }),
      rules: ['row-hidden'],
      row,
    }
  },
  'a column hidden': ({ grid }, random) => {
    const at = random.drawBetween(1, grid.headers.length)
    return {
      bytes: buildBook(grid, { before: `<cols><col min="${at}" max="${at}" width="9" hidden="1"/></cols>` }),
      rules: ['column-hidden'],
      column: at,
    }
  },
  'the sheet hidden': ({ grid }) => ({
    bytes: buildBook(grid, { state: 'hidden', more: [{ grid: { headers: ['说明'], rows: [['甲']] } }] }),
    rules: ['sheet-hidden'],
  }),
  'the table on two sheets': ({ grid }) => ({
    bytes: buildBook(grid, { name: '数据一', more: [{ grid, form: { name: '备份' } }] }),
    rules: ['sheet-several', 'block-duplicate', 'row-duplicate', 'key-duplicate'],
  }),
  'the rest on a second sheet without a header': ({ grid }) => {
    const half = Math.ceil(grid.rows.length / 2)
    const [first = [], ...rest] = grid.rows.slice(half)
    return {
      bytes: buildBook(
        { ...grid, rows: grid.rows.slice(0, half) },
        { more: [{ grid: { headers: first, rows: rest } }] },
      ),
      rules: ['sheet-continued', 'sheet-unused', 'sheet-unclear'],
    }
  },
  'cells merged over data': (subject) => mergeRows(subject),
  'a cell beside the table': ({ grid }) => ({
    bytes: buildBook({ ...grid, rows: grid.rows.map((cells, row) => (row === 1 ? [...cells, '', '核对'] : cells)) }),
    rules: ['cell-beyond-header'],
    row: toRow(1),
  }),
  'groups above the headers': ({ grid }) => ({
    bytes: buildBook(
      {
        headers: grid.headers.map((header, index) =>
          index % 2 === 0 || index === grid.headers.length - 1 ? `${header}情况` : '',
        ),
        rows: [grid.headers, ...grid.rows],
      },
      {
        after: `<mergeCells>${grid.headers.map((_, index) => (index % 2 === 0 && index < grid.headers.length - 2 ? `<mergeCell ref="${toLetters(index)}1:${toLetters(index + 1)}1"/>` : '')).join('')}</mergeCells>`,
      },
    ),
    mayPass: true,
    rules: [
      'header-rows-undeclared',
      'header-missing',
      'header-missing-wide',
      'header-unknown',
      'header-second',
      'value-unlisted',
      'column-other',
      'sheet-second-table',
      'place-unknown',
      'row-no-record',
    ],
  }),
  'units below the header': (subject) => {
    const { grid, columns } = subject
    const counted = new Set(columns.filter(({ kind, isWide }) => isWide || NUMBERS.has(kind)).map(({ index }) => index))
    const units = grid.headers.map((_, index) => (counted.has(index) ? '万人' : ''))
    return counted.size === 0
      ? null
      : {
          bytes: buildBook({ ...grid, rows: [units, ...grid.rows] }),
          rules: ['header-unit-row', 'header-second', 'unit-other', 'row-no-record', 'value-missing'],
        }
  },
  'a unit above the table': (subject) => {
    const counted = subject.columns.filter(({ kind, isWide }) => isWide || kind === 'integer')
    const unit = subject.contract.columns[counted[0]?.id ?? '']?.unit
    const name = typeof unit === 'object' ? unit.zh : unit
    if (name === undefined || subject.contract.complete === undefined) return null
    return {
      bytes: buildBook(subject.grid, { above: [[`单位：万${name}`]] }),
      rules: ['unit-undeclared', 'unit-unknown', 'unit-contradiction'],
    }
  },
  'a title of another period': ({ grid, period, contract }) => {
    const title = period.length === 4 ? `${Number(period) - 1}年统计表` : '2026年8月统计表'
    return contract.frequency === 'occasional'
      ? null
      : { bytes: buildBook(grid, { above: [[title]] }), rules: ['title-other-period'] }
  },
  'days counted from 1904': (subject) => changeDates(subject, { properties: '<workbookPr date1904="1"/>', shift: 0 }),
})

/** Two cells of a count under each other, the lower one covered. */
function mergeRows({ grid, columns }: Subject) {
  const column = columns.find(({ kind, isWide }) => isWide || NUMBERS.has(kind))
  if (!column || grid.rows.length < 4) return null
  const address = String.fromCharCode(65 + column.index)
  return {
    bytes: buildBook(withCell(grid, 2, column.index, ''), {
      after: `<mergeCells><mergeCell ref="${address}3:${address}4"/></mergeCells>`,
    }),
    rules: ['cell-merged', 'value-missing'],
  }
}

/** Date cells whose numbers count from 1900, in a workbook that says 1904. */
function changeDates({ grid, columns, contract }: Subject, { properties }: { properties: string; shift: number }) {
  const days = columns.filter(({ kind }) => kind === 'date').map(({ index }) => index)
  if (days.length === 0 || contract.id === 'ledger') return null
  const renderCell = (row: number, column: number, text: string) =>
    row > 1 && days.includes(column) && text !== ''
      ? `<c s="1"><v>${Math.round(Date.parse(text) / 86_400_000) + 25_569}</v></c>`
      : null
  return {
    bytes: buildBook(grid, { writeCell: renderCell, styles: { xfs: '<xf numFmtId="14"/>' }, workbook: { properties } }),
    rules: ['not-after-period', 'belongs-to-period', 'file-other-period', 'validity'],
  }
}
