import * as conditions from '../contracts/conditions.ts'
import type { Contract, Where } from '../contracts/contract.ts'
import type { SafeRow } from '../protect/index.ts'

export type Test = conditions.Test<SafeRow>
export type Get = conditions.Get<SafeRow>

/** What a list of conditions is judged against. */
export interface Scope {
  contract: Contract
  period: string
}

/** A contract's conditions as one function of a protected row; without conditions every row passes. */
export function testOf(where: Where | undefined, { contract, period }: Scope): Test {
  return conditions.testOf(where, { period, getterOf: (column) => getterOf(column, contract) })
}

/** Reads one column of a row, from the side on which its privacy class puts it. */
export function getterOf(column: string, contract: Contract): Get {
  if (contract.columns[column]?.privacy === 'quasi') return (row) => row.working[column] ?? null
  return (row) => row.printable[column] ?? null
}
