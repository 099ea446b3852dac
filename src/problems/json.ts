import type { LocalText } from '../text/local-text.ts'
import { describeProblem } from './describe-problem.ts'
import type { Problem } from './problem.ts'

/** A problem as a program reads it: its record, with the words of both languages filled in. */
export interface ProblemJson extends Omit<Problem, 'params'> {
  message: LocalText
  remedy: LocalText
}

export function buildProblemsJson(problems: readonly Problem[]): ProblemJson[] {
  return problems.map((problem) => ({
    rule: problem.rule,
    level: problem.level,
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
