import type { Places } from '../codes/places.ts'
import type { Contract, TableSpec } from '../contracts/contract.ts'
import type { Flags } from './flags.ts'
import { type Dialect, quoteText } from './sql-text.ts'
import type { SqlDimension } from './table-dimensions.ts'

/** What a table is compiled for. */
export interface TableScope {
  contract: Contract
  places: Places
  dialect: Dialect
  flags: Flags
}

/** What the parts of a table's query are made from. */
export interface TableParts extends TableScope {
  spec: TableSpec
  dimensions: readonly SqlDimension[]
  /** True where values are taken as they came: then a place counts for itself only. */
  takes: boolean
}

/** Join of a dimension of places with what each lies in, of these levels; with itself alone where `isOwn`. */
export function joinChain(
  name: string,
  levels: readonly string[],
  { isOwn, dialect, of = 'fine' }: { isOwn: boolean; dialect: Dialect; of?: string },
): string {
  const own = isOwn ? ` and at_${name}.up = at_${name}.code` : ''
  const list = levels.map((level) => quoteText(level, dialect)).join(', ')
  return `\n  join chain as at_${name} on at_${name}.code = ${of}.${name} and at_${name}.level in (${list})${own}`
}
