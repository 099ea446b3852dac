import type { Columns } from '../contracts/columns.ts'
import { findRequiredPlaces } from '../contracts/complete.ts'
import type { Contract } from '../contracts/contract.ts'
import type { TableContext } from './dimensions.ts'

/** Places that a place without rows lies in, where the contract requires some: their sums fall short. */
export function findShortPlaces(
  contract: Contract,
  columns: Columns,
  { period, places }: TableContext,
): { column: string; codes: ReadonlySet<string> } {
  const { column, required } = findRequiredPlaces(contract, period, places) ?? { column: '', required: [] }
  if (required.length === 0) return { column, codes: new Set() }
  const { codes, values } = columns.getCoded(column)
  const seen = new Set([...new Set(codes)].map((code) => values[code]))
  const missing = required.filter((place) => !seen.has(place.code))
  return { column, codes: new Set(missing.flatMap((place) => places.listChain(place.code).map((place) => place.code))) }
}
