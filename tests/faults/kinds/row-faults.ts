import type { Random } from '../../../scripts/demo/random.ts'
import { defineFaults } from '../fault.ts'
import { encodeText, type Grid, insertRow, linesOf, toCsv, withColumn, withRow } from '../grid.ts'
import { pick, type Subject, toRow } from '../subject-file.ts'
import { isCompared } from './header-faults.ts'

const CUT = [
  'time-left-out',
  'pair-left-out',
  'row-not-reported',
  'place-not-reported',
  'class-not-reported',
  'table-carry',
  'numbers-left-out',
  'table-same-as',
  'rows-gone',
]
const FEWER = [...CUT, 'file-fewer-rows', 'file-stops-early', 'class-gone', 'figure-jump']
const MISFIT = [
  ...[
    'row-ragged',
    'value-unlisted',
    'value-missing',
    'number-format',
    'date-format',
    'datetime-format',
    'year-format',
  ],
  ...[
    'place-unknown',
    'place-none',
    'code-format',
    'value-form',
    'row-no-record',
    'month-format',
    'place-level',
    'column-other',
  ],
  ...[
    'cell-jump',
    'column-misaligned',
    'key-duplicate',
    'number-out-of-range',
    'attributes-changed',
    'unit-other',
    'total-unclear',
  ],
]
const MISALIGNED = [
  'row-duplicate',
  ...[
    'column-misaligned',
    'cell-jump',
    'starts-with',
    'not-before',
    'forbids',
    'requires',
    'attributes-changed',
    'key-duplicate',
  ],
  ...[
    'row-not-reported',
    'place-name-differs',
    'table-at-most',
    'value-missing',
    'belongs-to-period',
    'table-carry',
    'table-same-as',
  ],
  ...['table-balance', 'at-most', 'validity'],
]

/** Rows: cut, doubled, shifted, wider, blank. */
export const ROW_FAULTS = defineFaults('rows', {
  'one row cut': (subject, random) => {
    const { grid } = subject
    if (!showsCuts(subject)) return null
    const at = random.drawBetween(1, grid.rows.length - 2)
    return { bytes: toCsv({ ...grid, rows: grid.rows.filter((_, row) => row !== at) }), rules: CUT }
  },
  'a third of the rows cut from the middle': (subject) => {
    const { grid } = subject
    if (!showsCuts(subject)) return null
    const third = Math.ceil(grid.rows.length / 3)
    return {
      bytes: toCsv({ ...grid, rows: [...grid.rows.slice(0, third), ...grid.rows.slice(2 * third)] }),
      rules: FEWER,
    }
  },
  'the last two thirds cut': (subject) => {
    const { grid } = subject
    // What comes once may have any number of rows, and four applications are no fewer than two.
    if (!isCompared(subject)) return null
    if (grid.rows.length > 3 && grid.rows.length < 20 && subject.contract.complete === undefined) return null
    return { bytes: toCsv({ ...grid, rows: grid.rows.slice(0, Math.ceil(grid.rows.length / 3)) }), rules: FEWER }
  },
  'all rows but one cut': (subject) => {
    if (!isCompared(subject) && subject.contract.complete === undefined) return null
    if (subject.grid.rows.length > 3 && subject.grid.rows.length < 20 && subject.contract.complete === undefined)
      return null
    return { bytes: toCsv({ ...subject.grid, rows: subject.grid.rows.slice(0, 1) }), rules: FEWER }
  },
  'one row doubled': ({ grid }, random) => {
    const at = random.drawBetween(0, grid.rows.length - 1)
    const rules = ['row-duplicate', 'key-duplicate', 'block-duplicate']
    return { bytes: toCsv(insertRow(grid, at + 1, grid.rows[at] ?? [])), rules, row: toRow(at + 1) }
  },
  'one row again at the end': ({ grid }, random) => {
    const at = random.drawBetween(0, grid.rows.length - 1)
    const rules = ['row-duplicate', 'key-duplicate', 'block-duplicate']
    return { bytes: toCsv({ ...grid, rows: [...grid.rows, grid.rows[at] ?? []] }), rules, row: toRow(grid.rows.length) }
  },
  'a block doubled': ({ grid }) => {
    const block = grid.rows.slice(0, Math.ceil(grid.rows.length / 2))
    return { bytes: toCsv({ ...grid, rows: [...grid.rows, ...block] }), rules: ['block-duplicate', 'row-duplicate'] }
  },
  'all rows doubled': ({ grid }) => ({
    bytes: toCsv({ ...grid, rows: [...grid.rows, ...grid.rows] }),
    rules: ['block-duplicate', 'row-duplicate', 'key-duplicate'],
  }),
  'each row doubled': ({ grid }) => ({
    bytes: toCsv({ ...grid, rows: grid.rows.flatMap((cells) => [cells, cells]) }),
    rules: ['block-duplicate', 'row-duplicate', 'key-duplicate'],
  }),
  'a row under the key of another': (subject, random) => {
    const { grid, columns } = subject
    const keys = columns.filter(({ isKey, isTwin }) => isKey && !isTwin).map(({ index }) => index)
    if (keys.length === 0) return null
    const at = random.drawBetween(1, grid.rows.length - 1)
    const before = grid.rows[at - 1] ?? []
    const bytes = toCsv(
      withRow(grid, at, (cells) => cells.map((cell, index) => (keys.includes(index) ? (before[index] ?? '') : cell))),
    )
    return {
      bytes,
      rules: ['key-duplicate', 'row-duplicate', 'place-name-differs', 'starts-with', 'row-not-reported'],
      row: toRow(at),
    }
  },
  'a row moved to the right': (subject, random) =>
    editRow(subject, random, (cells) => ['', ...cells.slice(0, -1)], MISFIT),
  'a row moved to the left': (subject, random) => editRow(subject, random, (cells) => [...cells.slice(1), ''], MISFIT),
  'a row that begins in the second column': (subject, random) =>
    editRow(subject, random, (cells) => ['', ...cells], ['row-ragged']),
  'a row that is wider': (subject, random) => editRow(subject, random, (cells) => [...cells, '备注'], ['row-ragged']),
  'a row that is shorter': (subject, random) => editRow(subject, random, (cells) => cells.slice(0, -1), ['row-ragged']),
  'a row without its key': (subject, random) => {
    const key = subject.columns.find(({ isKey, isTwin }) => isKey && !isTwin)
    if (!key) return null
    const change = (cells: readonly string[]) => cells.map((cell, index) => (index === key.index ? '' : cell))
    return editRow(subject, random, change, ['value-missing', 'place-none', 'row-no-record'])
  },
  'a row with its key alone': (subject, random) => {
    const keys = subject.columns.filter(({ isKey }) => isKey).map(({ index }) => index)
    const change = (cells: readonly string[]) => cells.map((cell, index) => (keys.includes(index) ? cell : ''))
    return editRow(subject, random, change, ['value-missing', 'row-no-record', 'requires', 'table-carry'])
  },
  'a column moved down by one': (subject, random) => {
    const column = pickMoved(subject, random)
    if (!column) return null
    const cells = subject.grid.rows.map((row) => row[column.index] ?? '')
    const moved = withColumn(subject.grid, column.index, (_, row) => cells[row - 1] ?? cells[0] ?? '')
    return { bytes: toCsv(moved), rules: MISALIGNED }
  },
  'a column sorted by itself': (subject, random) => {
    const column = pickMoved(subject, random)
    if (!column) return null
    const cells = subject.grid.rows.map((row) => row[column.index] ?? '').sort()
    return { bytes: toCsv(withColumn(subject.grid, column.index, (_, row) => cells[row] ?? '')), rules: MISALIGNED }
  },
  'a heading among the rows': ({ grid }) => {
    const at = Math.floor(grid.rows.length / 2)
    const cells = grid.headers.map((_, index) => (index === 0 ? '二、其他情况' : ''))
    return {
      bytes: toCsv(insertRow(grid, at, cells)),
      rules: ['row-no-record', 'place-none', 'place-unknown', 'value-missing'],
      row: toRow(at),
    }
  },
  'a mean among the rows': (subject) => {
    const { grid, columns } = subject
    const key = columns.find(({ isKey, isTwin }) => isKey && !isTwin)
    const cells = grid.rows[0]?.map((cell, index) => (index === key?.index ? '平均' : cell))
    if (!cells || !columns.some(({ kind, isWide }) => kind === 'integer' || isWide)) return null
    return {
      bytes: toCsv({ ...grid, rows: [...grid.rows, cells] }),
      rules: ['row-no-record', 'place-none', 'total-unclear'],
      row: toRow(grid.rows.length),
    }
  },
  'a second table below': ({ grid }) => {
    const lines = linesOf(grid)
    const text = [...lines, '', '附表2', lines[0], ...lines.slice(1, 4)].join('\n')
    return { bytes: encodeText(`${text}\n`), rules: ['sheet-second-table', 'header-repeated'] }
  },
  'another table beside': ({ grid }) => {
    const rows = grid.rows.map((cells, row) => [...cells, '', row < 3 ? '甲' : '', row < 3 ? '12' : ''])
    return {
      bytes: toCsv({ headers: [...grid.headers, '', '项目', '数量'], rows }),
      rules: ['header-unknown', 'header-blank', 'row-ragged'],
    }
  },
  'merged cells written once': (subject) => {
    const { grid, columns } = subject
    const column = columns.find(({ kind, isOptional }) => ['place', 'list', 'year'].includes(kind) && !isOptional)
    if (!column) return null
    const cells = grid.rows.map((row) => row[column.index] ?? '')
    const blanked = withColumn(grid, column.index, (text, row) => (row > 0 && cells[row - 1] === text ? '' : text))
    return cells.some((text, row) => row > 0 && cells[row - 1] === text)
      ? { bytes: toCsv(blanked), rules: ['value-missing', 'cell-merged', 'place-none'] }
      : null
  },
})

/** Rows of which each file must have all, numbers in a row, or figures that go on from those of the month before. */
function showsCuts({ contract, grid }: Subject): boolean {
  if (grid.rows.length < 3) return false
  if (contract.complete !== undefined) return true
  return !['permit-applications', 'ledger'].includes(contract.id)
}

/** A column that is tied to others, or to what the same records had before. */
function pickMoved(subject: Subject, random: Random) {
  const { contract, grid } = subject
  const rules = JSON.stringify(contract.rules ?? [])
  const isVaried = (index: number) => new Set(grid.rows.map((cells) => cells[index])).size > 2
  const candidates = subject.columns.filter(({ id, kind, index, isTwin, isWide, isPublished, isKey }) => {
    if (grid.rows.length < 5 || !isVaried(index)) return false
    if (isTwin) return true
    if (isKey && !isWide && isPublished && contract.complete !== undefined) return true
    if (isCompared(subject) && (isWide || kind === 'integer') && contract.complete !== undefined) return true
    return (
      rules.includes(`"${id}"`) &&
      ['starts-with', 'not-before'].some((rule) => rules.includes(rule)) &&
      kind !== 'number' &&
      !isKey
    )
  })
  return pick(candidates, random)
}

function editRow(
  { grid }: Subject,
  random: Random,
  change: (cells: readonly string[]) => readonly string[],
  rules: readonly string[],
) {
  const at = random.drawBetween(0, grid.rows.length - 1)
  return { bytes: toCsv(withRow(grid as Grid, at, change)), rules, row: toRow(at) }
}
