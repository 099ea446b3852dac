import { defineFaults } from '../fault.ts'
import { type Grid, insertRow, toCsv, withHeader } from '../grid.ts'
import { type GridColumn, pick, pickColumn, type Subject } from '../subject-file.ts'

const MISSING = [
  'rows-above-header',
  'header-missing',
  'header-missing-wide',
  'header-unknown',
  'header-rows-undeclared',
  'header-blank',
]
const TWICE = ['header-duplicate', 'header-ambiguous', 'header-wide-twice', 'header-passed-over']
/** Whatever shows that cells belong to another column. */
const MISFIT = [
  ...['column-other', 'columns-swapped', 'column-misaligned', 'cell-jump', 'value-unlisted', 'value-missing'],
  ...['number-format', 'date-format', 'datetime-format', 'year-format', 'place-unknown', 'code-format', 'not-before'],
  ...['forbids', 'requires', 'table-at-most', 'at-most', 'key-duplicate', 'starts-with', 'place-none', 'validity'],
  ...['belongs-to-period', 'is-period', 'value-form', 'not-after-period', 'number-out-of-range', 'table-carry'],
  ...[
    'figure-jump',
    'attributes-changed',
    'text-other-script',
    'row-not-reported',
    'place-not-reported',
    'table-balance',
  ],
  ...['file-other-period', 'number-not-integer', 'month-format', 'place-level', 'class-not-reported', 'table-same-as'],
  ...['row-total-mismatch', 'place-name-differs', 'unit-other', 'key-shape', 'date-fragment', 'class-gone'],
]

/** The header: moved, renamed, look-alike, doubled. */
export const HEADER_FAULTS = defineFaults('header', {
  'no header': ({ grid }) => ({
    bytes: toCsv({ headers: grid.rows[0] ?? [], rows: grid.rows.slice(1) }),
    rules: MISSING,
  }),
  'header at the end': ({ grid }) => {
    const [first = [], ...rest] = grid.rows
    return {
      bytes: toCsv({ headers: first, rows: [...rest, grid.headers] }),
      rules: [...MISSING, 'header-repeated'],
    }
  },
  'header below the first rows': ({ grid }) => {
    const [first = [], second = [], ...rest] = grid.rows
    return {
      bytes: toCsv({ headers: first, rows: [second, grid.headers, ...rest] }),
      rules: [...MISSING, 'header-passed', 'rows-above-header'],
    }
  },
  'header twice at the top': ({ grid }) => ({
    bytes: toCsv(insertRow(grid, 0, grid.headers)),
    rules: ['header-repeated', 'header-second', 'header-rows-undeclared', 'value-unlisted'],
    mayPass: true,
  }),
  'header again in the middle': ({ grid }) => ({
    bytes: toCsv(insertRow(grid, Math.floor(grid.rows.length / 2), grid.headers)),
    rules: ['header-repeated', 'sheet-second-table'],
  }),
  'a column renamed': (subject, random) => renameColumn(subject, pickOne(subject, random), () => '某某指标'),
  'a header lost': (subject, random) => renameColumn(subject, pickOne(subject, random), () => ''),
  'a header that ends early': (subject, random) =>
    renameColumn(subject, pickOne(subject, random), (text) => text.slice(0, -1)),
  'a header with a wrong character': (subject, random) =>
    renameColumn(subject, pickOne(subject, random), (text) => `${text.slice(0, -1)}某`),
  'a header with a question mark': (subject, random) =>
    renameColumn(subject, pickOne(subject, random), (text) => `${text.slice(0, 1)}?${text.slice(2)}`),
  'the last header lost': ({ grid }) => ({
    bytes: toCsv({ ...grid, headers: grid.headers.slice(0, -1) }),
    rules: MISSING,
  }),
  'the first header lost, the others moved up': ({ grid }) => ({
    bytes: toCsv({ ...grid, headers: grid.headers.slice(1) }),
    rules: [...MISSING, ...MISFIT, 'row-ragged'],
  }),
  'headers moved by one': ({ grid }) => ({
    bytes: toCsv({ ...grid, headers: [...grid.headers.slice(1), grid.headers[0] ?? ''] }),
    rules: [...MISSING, ...MISFIT],
  }),
  'a header doubled in place of another': ({ grid }, random) => {
    const at = random.drawBetween(1, grid.headers.length - 1)
    return {
      bytes: toCsv(withHeader(grid, at, grid.headers[at - 1] ?? '')),
      rules: [...TWICE, ...MISSING, 'place-name-differs'],
    }
  },
  'a column doubled': ({ grid }, random) => {
    const at = random.drawBetween(0, grid.headers.length - 1)
    const repeatCell = (cells: readonly string[]) => [...cells, cells[at] ?? '']
    return { bytes: toCsv({ headers: repeatCell(grid.headers), rows: grid.rows.map(repeatCell) }), rules: TWICE }
  },
  'a column doubled under another spelling': (subject, random) => {
    const column = pickColumn(subject, random, ({ isWide, isTwin, kind }) => !isWide && !isTwin && kind !== 'place')
    const name = subject.contract.columns[column?.id ?? '']?.names.en
    if (!column || !name) return null
    const { grid } = subject
    const rows = grid.rows.map((cells, row) => [...cells, grid.rows[row === 0 ? 1 : 0]?.[column.index] ?? ''])
    return { bytes: toCsv({ headers: [...grid.headers, name], rows }), rules: TWICE }
  },
  'two headers of one kind swapped': (subject, random) => {
    const pairs = pairsOf(subject)
    const pair = pick(pairs, random)
    return pair && { bytes: toCsv(swapHeaders(subject.grid, pair)), rules: MISFIT }
  },
  'two headers of different kinds swapped': (subject, random) => {
    const columns = subject.columns.filter(({ isTwin }) => !isTwin)
    const pairs = columns.flatMap((a) => columns.filter((b) => a.kind !== b.kind).map((b) => [a, b] as const))
    const pair = pick(
      pairs.filter(([a, b]) => isFilled(subject, a) && isFilled(subject, b)),
      random,
    )
    return pair && { bytes: toCsv(swapHeaders(subject.grid, pair)), rules: [...MISFIT, ...MISSING] }
  },
  'headers numbered by a program': ({ grid }) => ({
    bytes: toCsv({ ...grid, headers: grid.headers.map((_, index) => `列${index + 1}`) }),
    rules: MISSING,
  }),
  'headers of a database': ({ grid }) => ({
    bytes: toCsv({ ...grid, headers: grid.headers.map((_, index) => `F_COL${index + 1}`) }),
    rules: MISSING,
  }),
  'a header whose unit is ten thousand times as large': (subject, random) => {
    const column = pickColumn(
      subject,
      random,
      ({ kind, isWide }) => kind === 'integer' && !isWide && isCompared(subject),
    )
    if (!column) return null
    const unit = subject.contract.columns[column.id]?.unit
    const name = typeof unit === 'object' ? unit.zh : (unit ?? '')
    const header = `${subject.contract.columns[column.id]?.names.zh}（万${name}）`
    return {
      bytes: toCsv(withHeader(subject.grid, column.index, header)),
      rules: ['figure-unit-slip', 'figure-jump', 'cell-jump', 'number-out-of-range', 'table-same-as'],
    }
  },
  'a header of another unit': (subject, random) => {
    const column = pickColumn(subject, random, ({ kind, isWide }) => kind === 'integer' && !isWide)
    if (!column) return null
    const header = `${subject.contract.columns[column.id]?.names.zh}（公顷）`
    return {
      bytes: toCsv(withHeader(subject.grid, column.index, header)),
      rules: ['unit-other', 'header-unknown', 'header-missing'],
    }
  },
  'a column that nobody knows': ({ grid }) => ({
    bytes: toCsv({
      headers: [...grid.headers, '核减数'],
      rows: grid.rows.map((cells, row) => [...cells, String(row)]),
    }),
    rules: ['header-unknown'],
  }),
  'a column lost': (subject, random) => {
    const lost = pickOne(subject, random).index
    const dropCell = (cells: readonly string[]) => cells.filter((_, index) => index !== lost)
    const { headers, rows } = subject.grid
    return { bytes: toCsv({ headers: dropCell(headers), rows: rows.map(dropCell) }), rules: MISSING }
  },
  'the cells of a column lost, the header kept': (subject, random) => {
    const column = pickColumn(subject, random, ({ isOptional, isTwin }) => !isOptional && !isTwin)
    if (!column) return null
    const rows = subject.grid.rows.map((cells) => cells.filter((_, index) => index !== column.index))
    return { bytes: toCsv({ ...subject.grid, rows }), rules: ['row-ragged', ...MISFIT] }
  },
})

function pickOne(subject: Subject, random: Parameters<typeof pickColumn>[1]): GridColumn {
  const column = pickColumn(subject, random, ({ isTwin }) => !isTwin)
  if (!column) throw new Error('no column')
  return column
}

function renameColumn({ grid }: Subject, { index }: GridColumn, change: (text: string) => string) {
  return { bytes: toCsv(withHeader(grid, index, change(grid.headers[index] ?? ''))), rules: MISSING }
}

function swapHeaders(grid: Grid, [a, b]: readonly [GridColumn, GridColumn]): Grid {
  return withHeader(withHeader(grid, a.index, grid.headers[b.index] ?? ''), b.index, grid.headers[a.index] ?? '')
}

function isFilled({ grid }: Subject, { index }: GridColumn): boolean {
  return grid.rows.every((cells) => (cells[index] ?? '') !== '')
}

/** Files of other periods show what is usual. */
export function isCompared({ contract }: Subject): boolean {
  return contract.frequency !== 'occasional'
}

/**
 * Columns of one kind by whose rules, keys or earlier values a swap shows. Counts that differ by less than a fifth, words that
 * only one file has, and times of no table are left out: no program can know them.
 */
function pairsOf(subject: Subject): [GridColumn, GridColumn][] {
  const { contract, columns, grid } = subject
  const isKnown = (a: GridColumn, b: GridColumn) => {
    if (a.kind !== b.kind || a.isTwin || b.isTwin || a.index >= b.index) return false
    if (a.kind === 'integer' || a.kind === 'number') {
      const [x, y] = [sumOf(grid, a), sumOf(grid, b)]
      return isCompared(subject) && grid.rows.length >= 5 && Math.max(x, y) > Math.min(x, y) * 1.5
    }
    const rules = JSON.stringify(contract.rules ?? [])
    return [a, b].every(({ id, index }) => rules.includes(`"${id}"`) && grid.rows.some((cells) => cells[index] !== ''))
  }
  return columns.flatMap((a) => columns.filter((b) => isKnown(a, b)).map((b): [GridColumn, GridColumn] => [a, b]))
}

function sumOf({ rows }: Grid, { index }: GridColumn): number {
  return rows.reduce((sum, cells) => sum + Number(cells[index]), 0)
}
