import { isAccepted, isUnaccepted } from './acceptance.ts'
import type { Level, Problem } from './problem.ts'

/** Problems of one cause: rule, dataset and column. Accepted problems are less severe and form a group of their own. */
export interface Cause {
  rule: string
  level: Level
  problems: Problem[]
  /** How many there are in all; a note counts cells, and a capped cause more than it lists. */
  count: number
}

/** Errors first, then warnings that must be accepted, then others, then notes; in each the most frequent first. */
export function groupByCause(problems: readonly Problem[]): Cause[] {
  const causes = new Map<string, Cause>()
  for (const problem of problems) {
    const isMore = problem.rule === 'more-of-the-same'
    const rule = isMore ? String(problem.params['rule']) : problem.rule
    const name = [rule, problem.level, isAccepted(problem), problem.dataset, problem.columnName].join('\t')
    const cause = causes.get(name) ?? { rule, level: problem.level, problems: [], count: 0 }
    if (isMore) cause.count += Number(problem.params['count'])
    else {
      cause.problems.push(problem)
      cause.count += 1
    }
    causes.set(name, cause)
  }
  return [...causes.values()].sort((a, b) => rankOf(a) - rankOf(b) || b.count - a.count)
}

/** True where `publish` refuses until a person has accepted each of these warnings. */
export function isOpen({ problems: [first] }: Cause): boolean {
  return first !== undefined && isUnaccepted(first)
}

function rankOf(cause: Cause): number {
  return isOpen(cause) ? 1 : ORDER[cause.level]
}

const ORDER: Record<Level, number> = { error: 0, warning: 2, note: 3 }
