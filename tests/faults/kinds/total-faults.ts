import type { Random } from '../../../scripts/demo/random.ts'
import { defineFaults, defineHarmless } from '../fault.ts'
import { type Grid, insertRow, toCsv } from '../grid.ts'
import { pick, type Subject, toRow } from '../subject-file.ts'

const TOTAL = [
  'total-mismatch',
  'total-unclear',
  'row-equals-others',
  'place-level',
  'row-total-mismatch',
  'part-unclear',
  'table-adds-up',
  'place-none',
  'number-format',
]

/** Rows and columns of sums. */
export const TOTAL_FAULTS = defineFaults('totals', {
  'one too many': (subject, random) => falsifyTotal(subject, random, (value) => value + 1),
  'two digits turned': (subject, random) =>
    falsifyTotal(subject, random, (value) => Number(String(value).replace(/(\d)(?!\1)(\d)/, '$2$1')) || value + 9),
  'of the rows but one': (subject, random) => {
    const first = subject.grid.rows[0]
    return falsifyTotal(subject, random, (value, column) => value - Number(first?.[column] || 1))
  },
  'under a wrong label': (subject) => {
    const total = buildTotalRow(subject, '全部街镇一起')
    return (
      total && {
        bytes: toCsv({ ...subject.grid, rows: [...subject.grid.rows, total] }),
        rules: [...TOTAL, 'place-unknown'],
        row: toRow(subject.grid.rows.length),
      }
    )
  },
  'without a label': (subject) => {
    const total = buildTotalRow(subject, '')
    return (
      total && {
        bytes: toCsv({ ...subject.grid, rows: [...subject.grid.rows, total] }),
        rules: [...TOTAL, 'value-missing'],
        mayPass: true,
      }
    )
  },
  'under the name of a record': (subject) => {
    const { grid } = subject
    const key = findPlaceColumn(subject)
    const total = buildTotalRow(subject, '合计')
    if (!total || key === null) return null
    const named = total.map((cell, index) => (index === key ? (grid.rows[0]?.[key] ?? '') : cell))
    return {
      bytes: toCsv({ ...grid, rows: [...grid.rows, named] }),
      rules: [...TOTAL, 'key-duplicate', 'value-missing'],
      row: toRow(grid.rows.length),
    }
  },
  'a cell of a sum that cannot be read': (subject) => {
    const total = buildTotalRow(subject, '合计')
    const at = listCounted(subject)[0]
    if (!total || at === undefined) return null
    const row = total.map((cell, index) => (index === at ? `${cell}?` : cell))
    return {
      bytes: toCsv({ ...subject.grid, rows: [...subject.grid.rows, row] }),
      rules: TOTAL,
      row: toRow(subject.grid.rows.length),
    }
  },
  'the sum twice, the second wrong': (subject) => {
    const total = buildTotalRow(subject, '合计')
    const at = listCounted(subject)[0]
    if (!total || at === undefined) return null
    const other = total.map((cell, index) => (index === at ? String(Number(cell) + 10) : cell))
    return {
      bytes: toCsv({ ...subject.grid, rows: [...subject.grid.rows, total, other] }),
      rules: TOTAL,
      row: toRow(subject.grid.rows.length + 1),
    }
  },
  'the sum of a row wrong': (subject, random) => {
    const { grid, columns, contract } = subject
    const wide = columns.filter(({ isWide }) => isWide)
    if (wide.length === 0 || contract.profile?.wide?.total === undefined) return null
    const at = random.drawBetween(0, grid.rows.length - 1)
    const sums = grid.rows.map((cells, row) =>
      String(wide.reduce((sum, { index }) => sum + Number(cells[index]), row === at ? 10 : 0)),
    )
    const rows = grid.rows.map((cells, row) => [...cells, sums[row] ?? ''])
    return {
      bytes: toCsv({ headers: [...grid.headers, contract.profile.wide.total], rows }),
      rules: ['row-total-mismatch'],
      row: toRow(at),
    }
  },
  'a cell changed under a right sum': (subject, random) => {
    const total = buildTotalRow(subject, '合计')
    const at = pick(listCounted(subject), random)
    if (!total || at === null) return null
    const changed = random.drawBetween(0, subject.grid.rows.length - 1)
    const rows = subject.grid.rows.map((cells, row) =>
      cells.map((cell, index) => (row === changed && index === at ? String(Number(cell) + 1) : cell)),
    )
    return {
      bytes: toCsv({ ...subject.grid, rows: [...rows, total] }),
      rules: TOTAL,
      row: toRow(subject.grid.rows.length),
      column: at + 1,
    }
  },
  'a row cut under a right sum': (subject, random) => {
    const total = buildTotalRow(subject, '合计')
    const { grid } = subject
    if (!total) return null
    const cut = random.drawBetween(0, grid.rows.length - 1)
    const rows = [...grid.rows.filter((_, row) => row !== cut), total]
    return { bytes: toCsv({ ...grid, rows }), rules: [...TOTAL, 'row-not-reported', 'place-not-reported'] }
  },
})

const LABELS = [
  '合计',
  '总计',
  '合 计',
  '合计：',
  '【合计】',
  '（合计）',
  'Total',
  '总计 Total',
  '合计/Total',
  '計',
  '全市合计',
  '∑',
  '总  计',
  'SUM',
  '共计',
  '累计',
]

/** Right sums, under whatever label. */
export const TOTAL_CHANGES = defineHarmless('totals', {
  ...Object.fromEntries(
    LABELS.map((label) => [`a right sum labelled ${label}`, (subject: Subject) => withTotal(subject, label)]),
  ),
  'a right sum at the top': (subject) => {
    const total = buildTotalRow(subject, '合计')
    return total && toCsv(insertRow(subject.grid, 0, total))
  },
  'right sums at the top and the bottom': (subject) => {
    const total = buildTotalRow(subject, '合计')
    return total && toCsv({ ...subject.grid, rows: [total, ...subject.grid.rows, total] })
  },
  'a right sum of each row': ({ grid, columns, contract }) => {
    const wide = columns.filter(({ isWide }) => isWide)
    const header = contract.profile?.wide?.total
    if (wide.length === 0 || header === undefined) return null
    const sums = grid.rows.map((cells) => String(wide.reduce((sum, { index }) => sum + Number(cells[index]), 0)))
    return toCsv({
      headers: [...grid.headers, header],
      rows: grid.rows.map((cells, row) => [...cells, sums[row] ?? '']),
    })
  },
})

function withTotal(subject: Subject, label: string): Uint8Array | null {
  const total = buildTotalRow(subject, label)
  return total && toCsv({ ...subject.grid, rows: [...subject.grid.rows, total] })
}

function falsifyTotal(subject: Subject, random: Random, change: (value: number, column: number) => number) {
  const total = buildTotalRow(subject, '合计')
  const at = pick(listCounted(subject), random)
  if (!total || at === null) return null
  const row = total.map((cell, index) => (index === at ? String(change(Number(cell), at)) : cell))
  const { length } = subject.grid.rows
  return {
    bytes: toCsv({ ...subject.grid, rows: [...subject.grid.rows, row] }),
    rules: TOTAL,
    row: toRow(length),
    column: at + 1,
  }
}

/** Columns whose sum over all rows means something. */
function listCounted({ columns }: Subject): number[] {
  return columns.filter(({ kind, isWide }) => isWide || kind === 'integer').map(({ index }) => index)
}

function findPlaceColumn({ columns }: Subject): number | null {
  return columns.find(({ kind, isKey, isTwin }) => kind === 'place' && isKey && !isTwin)?.index ?? null
}

/** Null where the rows are none that can be summed: events, and figures that are no counts. */
function buildTotalRow(subject: Subject, label: string): string[] | null {
  const { grid, contract } = subject
  const columns = listCounted(subject)
  const place = findPlaceColumn(subject)
  if (columns.length === 0 || place === null || contract.complete === undefined || contract.key.includes('year'))
    return null
  return grid.headers.map((_, index) => {
    if (index === place) return label
    if (columns.includes(index)) return String(sumOf(grid, index))
    return subject.columns.find((column) => column.index === index)?.kind === 'year'
      ? (grid.rows[0]?.[index] ?? '')
      : ''
  })
}

function sumOf({ rows }: Grid, index: number): number {
  return rows.reduce((sum, cells) => sum + Number(cells[index]), 0)
}
