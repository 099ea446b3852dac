import type { Contract } from '../../contracts/contract.ts'
import type { Value } from '../../contracts/row.ts'
import { raise } from '../../problems/create-problem.ts'
import type { Location, Problem } from '../../problems/problem.ts'
import type { Binding } from '../header/match-headers.ts'
import type { Judge } from './value-checker.ts'

/** Values that every row gets, and those of them that the file brings as well: there both must say the same. */
export interface Constants {
  values: Record<string, Value>
  doubled: ReadonlySet<string>
  problems: Problem[]
}

/** The profile's constants, and blanks for columns that may be absent from a file. */
export function constantsOf(
  contract: Contract,
  bindings: readonly Binding[],
  { judgeOf, at }: { judgeOf: (id: string) => Judge; at: Partial<Location> },
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
    const verdict = judgeOf(id)(text, undefined)
    if (verdict.is !== 'value') {
      problems.push(raise('profile-constant', { ...at, columnName: column.names.zh }, { found: text }))
      continue
    }
    values[id] = verdict.value
    if (given.has(id)) doubled.add(id)
  }
  return { values, doubled, problems }
}
