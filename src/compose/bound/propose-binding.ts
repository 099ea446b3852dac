import { comparePeriods } from '../../calendar/period.ts'
import { type CellName, formatCellName } from '../../store/cell-name.ts'
import { isEqual } from '../../text/decimal.ts'
import { keyOf } from '../named-cell.ts'
import type { Site } from '../site.ts'
import type { TypedNumber } from './typed-numbers.ts'

/** Smaller counts are in too many cells for a proposal. */
const VALUE_MIN = 10

/** Bindings offered for one number. */
const OFFERED = 3

/** Components that say the same number, for prose. */
export function listBindings(site: Site, typed: TypedNumber, month: string | null): string[] {
  return listCellsAlike(site, typed, month).map((name) => `<Number at="${formatCellName(name)}" />`)
}

/** The same as a value of a declared section, which its sentences name in braces. */
export function listValueBindings(site: Site, typed: TypedNumber): string[] {
  return listCellsAlike(site, typed, null).map(({ dataset, table, key, period, measure }) => {
    const { dimensions } = site.published.tables.get(`${dataset}/${table}`)?.spec ?? { dimensions: [] }
    const where = dimensions.map(({ column }, at) => `${column}: "${key[at]}"`).join(', ')
    return `{n} values: { n: { dataset: ${dataset}, table: ${table}, measure: ${measure}, where: { ${where} }, period: "${period}" } }`
  })
}

/** The same as addresses, for words that cannot be bound. */
export function listAddresses(site: Site, typed: TypedNumber): string[] {
  return listCellsAlike(site, typed, null).map(formatCellName)
}

/**
 * Cells that hold a typed number: cells of the month, or of the newest period where a page is of none, with the value
 * that was typed, the city before its places. [] where no cell has it.
 */
function listCellsAlike(site: Site, typed: TypedNumber, month: string | null): CellName[] {
  const { value } = typed
  if (value === null || (value < VALUE_MIN && !typed.isPercent)) return []
  const found: { name: CellName; at: string; rank: number }[] = []
  for (const table of site.published.tables.values()) {
    if (table.spec.kind !== 'figures') continue
    const period =
      month === null ? table.periods.at(-1) : table.periods.findLast((other) => comparePeriods(other, month) <= 0)
    if (period === undefined) continue
    for (const row of table.readRows(period)) {
      const key = keyOf(table, row)
      for (const [measure, spec] of Object.entries(table.spec.measures)) {
        const cell = row.cells[measure]
        const isAlike = cell?.value != null && isEqual(cell.value, value) && (spec.unit === '%') === typed.isPercent
        if (!isAlike || cell.status === 'withheld') continue
        const name = { dataset: table.contract.id, table: table.id, key, period, measure }
        found.push({
          name,
          at: formatCellName(name),
          rank: (key.includes(site.settings.city ?? '') ? 0 : 10) + key.length + (period === month ? 0 : 5),
        })
      }
    }
  }
  return found
    .toSorted((a, b) => a.rank - b.rank || (a.at < b.at ? -1 : 1))
    .slice(0, OFFERED)
    .map(({ name }) => name)
}
