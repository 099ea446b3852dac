import type { Condition, Contract, RowRule } from '../../contracts/contract.ts'
import type { Value } from '../../contracts/row.ts'
import type { RuleId } from '../../problems/catalogue.ts'
import type { Problem } from '../../problems/problem.ts'

/** What a rule between columns is checked against. */
export interface RuleContext {
  contract: Contract
  period: string
  /** First and last day of the period. */
  first: string
  last: string
  /** Decimals with which the file prints this column in the row that is checked; null where it prints no number. */
  decimalsOf: (column: string) => number | null
  /** True where all conditions hold for a row. */
  holds: (conditions: readonly Condition[], values: Values) => boolean
}

/** A broken rule: which column to point at, and the words for it. */
export interface RuleFinding {
  rule: RuleId
  column: string
  found: string | null
  expected: string | null
  params: Problem['params']
}

export type RuleOf<Kind extends RowRule['kind']> = Extract<RowRule, { kind: Kind }>
export type Values = Readonly<Record<string, Value>>

/** Both names of a column, for the words of a problem. */
export function nameOf(context: RuleContext, id: string): { zh: string; en: string } {
  return context.contract.columns[id]?.names ?? { zh: id, en: id }
}
