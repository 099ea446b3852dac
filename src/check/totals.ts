import type { Contract } from '../datasets/contract.ts'
import type { SheetRow } from '../read/sheet.ts'
import type { Match } from './headers.ts'
import { comparable } from './values/normalise.ts'

/** A row of sums that stood among the records. It is no data: it is taken out and used as a checksum. */
export interface TotalRow extends SheetRow {
  /** all: 合计, 总计. group: 小计, of the rows since the one before. part: 其中, which is in another row already. */
  of: 'all' | 'group' | 'part'
  label: string
  /** How many data rows stood above it. */
  above: number
}

export interface TotalSettings {
  /** Labels of the profile. */
  own: readonly string[]
  /** True where a label is a value of the column. */
  isName: (index: number, text: string) => boolean
  /** Columns left of the first count, read or not: a label may stand there with nothing but numbers before it. */
  left: number
}

/** Parts data from sums by the label in one of the naming columns, or left of the counts. */
export function takeOutTotals(
  rows: readonly SheetRow[],
  naming: readonly number[],
  settings: TotalSettings,
): { data: SheetRow[]; totals: TotalRow[] } {
  const data: SheetRow[] = []
  const totals: TotalRow[] = []
  const own = new Set(settings.own.map(comparable))
  for (const row of rows) {
    const isLabel = (at: number) => {
      const text = row.cells[at] ?? ''
      return text !== '' && labelOf(text, own) !== null && !settings.isName(at, text)
    }
    const index = naming.find(isLabel) ?? leading(row, settings.left).find(isLabel)
    const label = index === undefined ? '' : (row.cells[index] ?? '')
    const of = index === undefined ? null : labelOf(label, own)
    if (of === null) data.push(row)
    else totals.push({ ...row, of, label: label.trim(), above: data.length })
  }
  return { data, totals }
}

/** The left cells up to the first that holds a word. */
function leading({ cells }: SheetRow, left: number): number[] {
  const word = cells.findIndex((cell) => /\p{L}/u.test(cell))
  return word !== -1 && word < left ? [word] : []
}

/** Columns that stand left of the first count, and may hold the label of a sum; all where nothing is counted. */
export function leftOfNumbers(contract: Contract, match: Match): number {
  const counts = match.bindings.filter(({ id }) => contract.columns[id]?.privacy === 'count')
  const numbers = [...counts, ...match.wide, ...(match.total ? [match.total] : [])].map((one) => one.index)
  return Math.min(Number.POSITIVE_INFINITY, ...numbers)
}

function labelOf(text: string, own: ReadonlySet<string>): TotalRow['of'] | null {
  // Most names begin with none of these characters, and are told apart without more ado.
  if (!/^[\s\u3000]*[合总小其全共本ts]/i.test(text) && own.size === 0) return null
  const key = comparable(text)
  if (own.has(key) || /^(合计|总计|总数|共计|全市合计|total|grandtotal)$/.test(key)) return 'all'
  // Exports by page end each page with the sum of its rows.
  if (/^(小计|本页(小计|合计)|subtotal)$/.test(key)) return 'group'
  return /^其中([::].*)?$/.test(key) ? 'part' : null
}
