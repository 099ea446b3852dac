import { countsRows } from '../contracts/own-status.ts'
import { compileDerived } from './compile-derived.ts'
import type { Pass } from './compile-pass.ts'
import { writeQuantile } from './compile-quantiles.ts'
import { writeAdded } from './pass-columns.ts'
import { nameCell, nameMeasure, nameTable } from './sql-text.ts'
import { hasStatuses, isOf, type TableParts } from './table-parts.ts'

/** A table of the contract as a query over what its pass has added up. */
export interface CompiledTable {
  id: string
  view: string
  /** Columns of the result. */
  columns: string[]
  query: string
  /** Measures that the query does not give, because SQL cannot say them exactly. */
  leftOut: string[]
}

/** The rows of one table for all periods: what was added up, then rates and shares of it as whole numbers of their last digit. */
export function compileTable(parts: TableParts, pass: Pass): CompiledTable {
  const { id, spec, contract, dimensions } = parts
  const derived = compileDerived(spec, contract, dimensions)
  const withs = [`filled as (\n${compileFilled(parts, pass)}\n)`, ...derived.withs]
  const columns = [
    'period',
    ...dimensions.map(({ name }) => name),
    'rows_n',
    ...(spec.attributes ?? []).map(nameCell),
    ...derived.columns,
    ...(hasStatuses(contract) ? ['status_rank'] : []),
  ]
  const given = columns.map((column) => column.replace(/^.* as /s, ''))
  const query = `with ${withs.join(',\n')}\nselect ${columns.join(',\n  ')}\nfrom ${derived.from}`
  return { id, view: nameTable(id), columns: given, query, leftOut: derived.leftOut }
}

function compileFilled(parts: TableParts, { view, times }: Pass): string {
  const { spec, dimensions, contract, flags, isFilled } = parts
  const measures = Object.entries(spec.measures).flatMap(([id, measure]): string[] => {
    const name = nameMeasure(id)
    if ('quantile' in measure) return [`${writeQuantile(measure, times, flags)} as ${name}`]
    const added = writeAdded(id, measure, flags)
    if (!added) return []
    if ('take' in measure) return [name, `${name}_n`]
    // What did not happen is zero, but for a register of what was reported.
    const isZero = isFilled && 'sum' in measure && countsRows(spec)
    return [`${isZero ? `coalesce(${added.name}, 0)` : added.name} as ${name}`]
  })
  const columns = [
    'period',
    ...dimensions.map(({ name }) => name),
    'rows_n',
    ...(spec.attributes ?? []).map(nameCell),
    ...measures,
    ...(hasStatuses(contract) ? ['coalesce(status_rank, 0) as status_rank'] : []),
  ]
  return `  select ${columns.join(',\n    ')}\n  from ${view} where ${isOf([parts])}`
}
