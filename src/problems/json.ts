import type { LocalText } from '../text/local-text.ts'
import { isUnaccepted } from './acceptance.ts'
import { describeProblem } from './describe-problem.ts'
import type { Problem } from './problem.ts'

/**
 * A problem as a program reads it: its record, with the words of both languages filled in. `mustBeAccepted` is there where
 * `publish` refuses a warning until `exceptions.csv` names it.
 */
export interface ProblemJson extends Omit<Problem, 'params'> {
  mustBeAccepted?: true
  message: LocalText
  remedy: LocalText
}

export function buildProblemsJson(problems: readonly Problem[]): ProblemJson[] {
  return problems.map((problem) => ({
    rule: problem.rule,
    level: problem.level,
    ...(isUnaccepted(problem) ? { mustBeAccepted: true } : {}),
    dataset: problem.dataset,
    file: problem.file,
    sheet: problem.sheet,
    row: problem.row,
    record: problem.record,
    column: problem.column,
    columnName: problem.columnName,
    found: problem.found,
    expected: problem.expected,
    ...describeProblem(problem),
  }))
}
