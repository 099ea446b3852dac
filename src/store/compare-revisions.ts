import { parsePublishedCsv } from './published-csv.ts'

/** One cell that two revisions of a file have differently, as both print it. */
interface CellChange {
  /** Values of the key columns, by heading: `{ place: '990102' }`. */
  key: Record<string, string>
  /** Heading of the column. */
  column: string
  /** Null where the earlier revision has no such row; '' where its cell is empty. */
  before: string | null
  after: string | null
}

/** What two revisions of one table and period do not have in common. */
export interface RevisionChanges {
  cells: CellChange[]
  columnsAdded: string[]
  columnsRemoved: string[]
}

/** A published text, read by its own headings: the contract may have changed since it was published. */
interface RevisionRows {
  headings: string[]
  /** Cells by heading, by key. */
  rows: Map<string, Record<string, string>>
}

/** Rows of a published text by the values of its key columns. */
export function readRevision(text: string, keys: readonly string[]): RevisionRows {
  const { headings, lines } = parsePublishedCsv(text)
  const rows = new Map<string, Record<string, string>>()
  for (const line of lines) {
    const row = Object.fromEntries(headings.map((heading, index) => [heading, line[index] ?? '']))
    rows.set(keyOfRow(row, keys), row)
  }
  return { headings, rows }
}

export function keyOfRow(row: Readonly<Record<string, string>>, keys: readonly string[]): string {
  return JSON.stringify(keys.map((key) => row[key] ?? ''))
}

/**
 * The difference between two revisions, row by row in the order of the later revision. That a changed value is marked as
 * revised follows from its change and is not a change by itself.
 */
export function compareRevisions(before: string, after: string, keys: readonly string[]): RevisionChanges {
  const [old, now] = [readRevision(before, keys), readRevision(after, keys)]
  const common = now.headings.filter((heading) => old.headings.includes(heading) && !keys.includes(heading))
  const cells: CellChange[] = []
  for (const [name, row] of now.rows) {
    const earlier = old.rows.get(name) ?? null
    for (const column of common) pushChange(cells, { earlier, row, column, keys })
  }
  for (const [name, earlier] of old.rows) {
    if (now.rows.has(name)) continue
    for (const column of common) pushChange(cells, { earlier, row: null, column, keys })
  }
  return {
    cells,
    columnsAdded: now.headings.filter((heading) => !old.headings.includes(heading)),
    columnsRemoved: old.headings.filter((heading) => !now.headings.includes(heading)),
  }
}

type Cells = Readonly<Record<string, string>>

interface Pair {
  earlier: Cells | null
  row: Cells | null
  column: string
  keys: readonly string[]
}

/** Mutates `cells`. */
function pushChange(cells: CellChange[], { earlier, row, column, keys }: Pair): void {
  const [before, after] = [earlier?.[column] ?? null, row?.[column] ?? null]
  if ((before ?? '') === (after ?? '')) return
  const own = row ?? earlier ?? {}
  const isWholeRow = earlier === null || row === null
  if (isStatus(column, own) && (isWholeRow || after === 'revised')) return
  if (isDerived(column, own) && isWholeRow) return
  cells.push({ key: Object.fromEntries(keys.map((key) => [key, own[key] ?? ''])), column, before, after })
}

/** The status of the row, or the one beside a measure. */
function isStatus(column: string, row: Cells): boolean {
  return column === 'status' || isBeside(column, '_status', row)
}

/** The period, and what a file prints beside the code of a place. */
function isDerived(column: string, row: Cells): boolean {
  return column === 'period' || isBeside(column, '_name', row) || isBeside(column, '_level', row)
}

function isBeside(column: string, suffix: string, row: Cells): boolean {
  return column.endsWith(suffix) && Object.hasOwn(row, column.slice(0, -suffix.length))
}
