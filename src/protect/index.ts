import type { Contract } from '../contracts/contract.ts'
import type { Row, Value } from '../contracts/row.ts'
import { DESTINATION } from './destination.ts'
import { makeSafe, type SafeRow } from './safe.ts'

export { auditContract } from './audit-contract.ts'
export type { SafeRow } from './safe.ts'
export { columnsOfRows, protectColumns, type SafeColumns } from './safe-columns.ts'

/**
 * Rows as tables may see them. Columns that are personal or free text end here; a value whose column the contract
 * does not declare ends here too.
 */
export function protect(contract: Contract, rows: readonly Row[]): SafeRow[] {
  const print = listColumnsFor(contract, 'print')
  const work = listColumnsFor(contract, 'work')
  return rows.map((row) => makeSafe(pick(row.values, print), pick(row.values, work)))
}

function listColumnsFor(contract: Contract, destination: 'print' | 'work'): string[] {
  return Object.entries(contract.columns)
    .filter(([, column]) => DESTINATION[column.privacy] === destination)
    .map(([id]) => id)
}

function pick(values: Readonly<Record<string, Value>>, columns: readonly string[]): Record<string, Value> {
  const picked: Record<string, Value> = {}
  for (const column of columns) picked[column] = values[column] ?? null
  return picked
}
