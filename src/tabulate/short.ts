import { findRequiredPlaces } from '../contracts/complete.ts'
import type { Contract } from '../contracts/contract.ts'
import type { SafeRow } from '../protect/index.ts'
import type { TableContext } from './dimensions.ts'
import { getterOf } from './row-conditions.ts'

/** Places that a place without rows lies in, where the contract says that it owes some: their sums fall short. */
export function findShortPlaces(
  contract: Contract,
  rows: readonly SafeRow[],
  { period, places }: TableContext,
): { column: string; codes: ReadonlySet<string> } {
  const { column, required } = findRequiredPlaces(contract, period, places) ?? { column: '', required: [] }
  const get = getterOf(column, contract)
  const seen = new Set(rows.map((row) => get(row)))
  const missing = required.filter((place) => !seen.has(place.code))
  return { column, codes: new Set(missing.flatMap((place) => places.chain(place.code).map((place) => place.code))) }
}
