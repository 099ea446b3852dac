import type { Contract, Measure, TableSpec } from './contract.ts'
import { protectionOf } from './count-protection.ts'

/** True for tables whose rows are events: no row then means none happened. Elsewhere no row means nothing was reported. */
export function countsRows(spec: TableSpec): boolean {
  return Object.values(spec.measures).some((measure) => 'count' in measure)
}

/**
 * Whether one value of a measure may lack where the rest of its row is there: a median of no case, a rate over zero, a
 * column that may be blank, and of people any count, which may be hidden. Such a measure has a status column of its own in
 * published files; the others share the row's. Derived from the contract alone, so that every period of a table has the same columns.
 */
export function hasOwnStatus(id: string, contract: Contract, spec: TableSpec): boolean {
  const measure = spec.measures[id]
  if (!measure) throw new Error(`measure without a contract: ${id}`)
  return protectionOf(contract) !== null || canLack(measure, contract, spec)
}

function canLack(measure: Measure, contract: Contract, spec: TableSpec): boolean {
  if ('count' in measure) return false
  if ('sum' in measure) {
    return !countsRows(spec) && (measure.where !== undefined || canBeBlank(measure.sum, contract))
  }
  if ('take' in measure) return canBeBlank(measure.take, contract)
  if ('plus' in measure) {
    return [...measure.plus, ...(measure.minus ?? [])].some((part) => hasOwnStatus(part, contract, spec))
  }
  return true
}

function canBeBlank(id: string, contract: Contract): boolean {
  const column = contract.columns[id]
  return !column || column.optional === true || column.absent === true
}
