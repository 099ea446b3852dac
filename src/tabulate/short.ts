import { placesOwed } from '../contracts/complete.ts'
import type { Contract } from '../contracts/contract.ts'
import type { SafeRow } from '../protect/index.ts'
import type { TableContext } from './dimensions.ts'
import { getterOf } from './row-conditions.ts'

/** Places that a place without rows lies in, where the contract says that it owes some: their sums fall short. */
export function placesShort(
  contract: Contract,
  rows: readonly SafeRow[],
  { period, places }: TableContext,
): { column: string; codes: ReadonlySet<string> } {
  const { column, owed } = placesOwed(contract, period, places) ?? { column: '', owed: [] }
  const get = getterOf(column, contract)
  const seen = new Set(rows.map((row) => get(row)))
  const missing = owed.filter((place) => !seen.has(place.code))
  return { column, codes: new Set(missing.flatMap((place) => places.chain(place.code).map((one) => one.code))) }
}
