import type { Measure } from '../contracts/contract.ts'
import type { Fixed } from '../contracts/declared-values.ts'
import type { PublishedRow, PublishedTable } from '../store/published-tables.ts'
import type { Unit } from '../text/units.ts'
import { findRow } from './select.ts'
import type { Point } from './series.ts'

/** Rows of a period with these values: of a table of figures by its dimensions, of a register by any of its columns. */
export function listRowsAt(table: PublishedTable, where: Fixed, period: string): PublishedRow[] {
  if (table.spec.kind === 'register') return table.readRows(period).filter((row) => fits(row, where))
  const single = toSingle(where)
  const row = single && findRow(table, period, single)
  return row ? [row] : []
}

/** The only row with these values; null where there is none, and where several cannot be distinguished. */
export function findRowAt(table: PublishedTable, where: Fixed, period: string): PublishedRow | null {
  const rows = listRowsAt(table, where, period)
  return rows.length === 1 ? (rows[0] ?? null) : null
}

export function fits(row: PublishedRow, where: Fixed): boolean {
  return Object.entries(where).every(([column, wanted]) => [wanted].flat().includes(textOf(row, column) ?? ''))
}

export function textOf(row: PublishedRow, column: string): string | undefined {
  return row.key[column] ?? row.text[column]
}

function toSingle(where: Fixed): Record<string, string> | null {
  const single: Record<string, string> = {}
  for (const [column, value] of Object.entries(where)) {
    if (Array.isArray(value)) return null
    single[column] = value
  }
  return single
}

/** The unit of a value: that of its measure, or the unit that its row names. */
export function chooseUnit(measure: Measure, row: PublishedRow | null): Unit {
  const units = 'take' in measure ? measure.units : undefined
  const name = units && row ? textOf(row, units.column) : undefined
  if (name === undefined) return measure.unit
  const en = units?.words?.[name]
  return en ? { zh: name, en } : name
}

/** Whether a source states a bound or something about right and no exact value. */
export function findBound(measure: Measure, row: PublishedRow | null): 'low' | 'high' | 'about' | null {
  const bounds = 'take' in measure ? measure.bounds : undefined
  const code = bounds && row ? textOf(row, bounds.column) : undefined
  if (!bounds || code === undefined) return null
  return (['low', 'high', 'about'] as const).find((key) => bounds[key] === code) ?? null
}

/** The bound as charts draw it; what is about right is drawn as a value. */
export function findDrawnBound(measure: Measure, row: PublishedRow | null): Pick<Point, 'bound'> {
  const bound = findBound(measure, row)
  if (bound === 'low') return { bound: 'at-least' }
  return bound === 'high' ? { bound: 'at-most' } : {}
}
