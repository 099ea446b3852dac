import type { Value } from '../../contracts/row.ts'
import type { RuleId } from '../../problems/catalogue.ts'
import type { Problem } from '../../problems/problem.ts'

/** Result of parsing one cell's text. Notes are repairs: rules of the catalogue at the level `note`. */
export type ParseResult = { is: 'value'; value: Value; notes: readonly RuleId[] } | Rejection

export interface Rejection {
  is: 'refused'
  rule: RuleId
  expected: string | null
  params: Problem['params']
  /** What may be shown of the text, where the text itself must not be. */
  shown?: string
  /** The value that the text is where a person has accepted what speaks against it, and what that person accepts. */
  ifAccepted?: { value: Value; hash: string }
}

const NO_NOTES: readonly RuleId[] = []

export function accept(value: Value, notes: readonly RuleId[] = NO_NOTES): ParseResult {
  return { is: 'value', value, notes }
}

export function reject(rule: RuleId, expected: string | null = null, params: Problem['params'] = {}): Rejection {
  return { is: 'refused', rule, expected, params }
}
