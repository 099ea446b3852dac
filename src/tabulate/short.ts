import type { Columns } from '../contracts/columns.ts'
import { findRequiredPlaces } from '../contracts/complete.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Value } from '../contracts/row.ts'
import type { TableContext } from './dimensions.ts'

export interface ShortPlaces {
  column: string
  codes: ReadonlySet<string>
}

/** Places that a place without rows lies in, where the contract requires some: their sums fall short. */
export function findShortPlaces(contract: Contract, columns: Columns, { period, places }: TableContext): ShortPlaces {
  return findShortOf(contract, { period, places }, (column) => {
    const { codes, values } = columns.getCoded(column)
    return new Set([...new Set(codes)].map((code) => values[code]))
  })
}

/** The same, of whatever knows which values a column has. */
export function findShortOf(
  contract: Contract,
  { period, places }: TableContext,
  listSeen: (column: string) => ReadonlySet<Value | undefined>,
): ShortPlaces {
  const { column, required } = findRequiredPlaces(contract, period, places) ?? { column: '', required: [] }
  if (required.length === 0) return { column, codes: new Set() }
  const seen = listSeen(column)
  const missing = required.filter((place) => !seen.has(place.code))
  return { column, codes: new Set(missing.flatMap((place) => places.listChain(place.code).map((place) => place.code))) }
}
