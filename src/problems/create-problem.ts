import type { RuleId } from './catalogue.ts'
import { CATALOGUE } from './catalogue.ts'
import type { Location, Problem } from './problem.ts'
import { createProblemAtLevel } from './problem.ts'

/** A problem of a rule of the catalogue, at the level that the catalogue gives it. */
export function createProblem(
  rule: RuleId,
  at: Partial<Location>,
  more: Partial<Pick<Problem, 'found' | 'expected' | 'params'>> = {},
): Problem {
  return createProblemAtLevel(rule, CATALOGUE[rule].level, at, more)
}
