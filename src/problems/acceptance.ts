import type { Entry } from './catalogue/entry.ts'
import { CATALOGUE, type RuleId } from './catalogue.ts'
import { hasErrors, type Problem } from './problem.ts'

/** True where a person has accepted the finding in `exceptions.csv`. */
export function isAccepted({ params }: Problem): boolean {
  return params['reason'] !== undefined && params['until'] !== undefined
}

/** True for a rule of which no finding is published before a person has listed it as an exception. */
export function mustBeAccepted(rule: string): boolean {
  if (!Object.hasOwn(CATALOGUE, rule)) return false
  // The line above has found the rule in the catalogue.
  const entry: Entry = CATALOGUE[rule as RuleId]
  return entry.acceptable === 'before-publishing'
}

/** True for a warning of such a rule that nobody has accepted yet. */
export function isUnaccepted(problem: Problem): boolean {
  return mustBeAccepted(problem.rule) && !isAccepted(problem)
}

/** True where `publish` refuses: an error, or a warning that must be listed as an exception first. */
export function stopsPublishing(problem: Problem): boolean {
  return problem.level === 'error' || isUnaccepted(problem)
}

/** The same for all problems of a run. */
export function stopPublishing(problems: readonly Problem[]): boolean {
  return hasErrors(problems) || problems.some(isUnaccepted)
}
