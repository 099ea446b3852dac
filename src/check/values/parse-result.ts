import type { Value } from '../../contracts/row.ts'
import type { RuleId } from '../../problems/catalogue.ts'
import type { Problem } from '../../problems/problem.ts'

/** What is said of one cell's text. Notes are repairs: rules of the catalogue at the level `note`. */
export type Verdict = { is: 'value'; value: Value; notes: readonly RuleId[] } | Refusal

export interface Refusal {
  is: 'refused'
  rule: RuleId
  expected: string | null
  params: Problem['params']
  /** What may be shown of the text, where the text itself must not be. */
  shown?: string
}

const NO_NOTES: readonly RuleId[] = []

export function accept(value: Value, notes: readonly RuleId[] = NO_NOTES): Verdict {
  return { is: 'value', value, notes }
}

export function refuse(rule: RuleId, expected: string | null = null, params: Problem['params'] = {}): Refusal {
  return { is: 'refused', rule, expected, params }
}
