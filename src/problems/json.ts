import type { Words } from '../text/local-text.ts'
import { wordsOf } from './describe-problem.ts'
import type { Problem } from './problem.ts'

/** A problem as a program reads it: its record, with the words of both languages filled in. */
export interface ProblemJson extends Omit<Problem, 'params'> {
  message: Words
  remedy: Words
}

export function problemsJson(problems: readonly Problem[]): ProblemJson[] {
  return problems.map((one) => ({
    rule: one.rule,
    level: one.level,
    dataset: one.dataset,
    file: one.file,
    sheet: one.sheet,
    row: one.row,
    record: one.record,
    column: one.column,
    columnName: one.columnName,
    found: one.found,
    expected: one.expected,
    ...wordsOf(one),
  }))
}
