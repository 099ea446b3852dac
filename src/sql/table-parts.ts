import type { Places } from '../codes/places.ts'
import type { Contract, TableSpec } from '../contracts/contract.ts'
import type { Flags } from './flags.ts'
import { type Dialect, quoteText } from './sql-text.ts'
import { listDimensions, type SqlDimension } from './table-dimensions.ts'

/** What a table is compiled for. */
interface TableScope {
  contract: Contract
  places: Places
  dialect: Dialect
  flags: Flags
}

/** What the query of a table is made from. */
export interface TableParts extends TableScope {
  id: string
  spec: TableSpec
  dimensions: readonly SqlDimension[]
  /** True where values are taken as they came: then a place counts for itself only. */
  takes: boolean
  /** True where a group that a period knows is there without rows too. */
  isFilled: boolean
}

/** The tables of a contract. */
export function listTableParts(scope: TableScope): TableParts[] {
  return Object.entries(scope.contract.tables).map(([id, spec]) => {
    const takes = Object.values(spec.measures).some((measure) => 'take' in measure)
    const isFilled = spec.kind === 'figures' && !takes
    return { ...scope, id, spec, takes, isFilled, dimensions: listDimensions(spec, scope) }
  })
}

/** Whether a row of a pass is one of these tables. */
export function isOf(tables: readonly TableParts[]): string {
  return `of_table in (${tables.map(({ id, dialect }) => quoteText(id, dialect)).join(', ')})`
}

export function hasStatuses({ statuses = [] }: Contract): boolean {
  return statuses.length > 0
}
