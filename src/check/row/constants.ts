import type { Contract } from '../../contracts/contract.ts'
import type { Value } from '../../contracts/row.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Location, Problem } from '../../problems/problem.ts'
import type { Binding } from '../header/match-headers.ts'
import type { ValueChecker } from './value-checker.ts'

/** Values that every row gets, and those of them that the file brings as well: there both must be equal. */
export interface Constants {
  values: Record<string, Value>
  doubled: ReadonlySet<string>
  problems: Problem[]
}

/** The profile's constants, and blanks for columns that may be absent from a file. */
export function constantsOf(
  contract: Contract,
  bindings: readonly Binding[],
  { checkerOf, at }: { checkerOf: (id: string) => ValueChecker; at: Partial<Location> },
): Constants {
  const given = new Set(bindings.map((binding) => binding.id))
  const values: Record<string, Value> = {}
  const doubled = new Set<string>()
  const problems: Problem[] = []
  for (const [id, column] of Object.entries(contract.columns)) {
    const text = contract.profile?.constants?.[id]
    if (text === undefined) {
      if (!given.has(id)) values[id] = column.blank ?? null
      continue
    }
    const result = checkerOf(id)(text, undefined)
    if (result.is !== 'value') {
      problems.push(createProblem('profile-constant', { ...at, columnName: column.names.zh }, { found: text }))
      continue
    }
    values[id] = result.value
    if (given.has(id)) doubled.add(id)
  }
  return { values, doubled, problems }
}
