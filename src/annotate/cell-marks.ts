import { maskPath } from '../personal/mask-personal.ts'
import { describeProblem } from '../problems/describe-problem.ts'
import { groupByCause } from '../problems/group.ts'
import type { Level, Problem } from '../problems/problem.ts'
import type { CellNote } from './comments.ts'

/** Most cells with a note in a sheet; the others are marked and listed. Excel becomes slow beyond. */
const NOTES_MAX = 4_000
/** A cell of a workbook holds no longer text, and a note is no place for a book. */
const NOTE_LENGTH_MAX = 4_000

/** What was found in one cell. */
interface Mark {
  row: number
  column: number
  /** The gravest of its problems. */
  level: Level
  problems: Problem[]
}

/** The cells to mark in one sheet. A problem of a whole row is marked at its first cell; a problem without a row is only listed. */
export function marksOf(problems: readonly Problem[], sheet: string | null): Mark[] {
  const marks = new Map<string, Mark>()
  // A problem names its sheet with what is personal covered.
  const masked = sheet === null ? null : maskPath(sheet)
  for (const problem of problems) {
    if (problem.sheet !== masked || problem.row === null) continue
    const { row, column: at } = problem
    const column = at ?? 1
    const name = `${row} ${column}`
    const mark = marks.get(name) ?? { row, column, level: problem.level, problems: [] }
    if (GRAVITY[problem.level] > GRAVITY[mark.level]) mark.level = problem.level
    mark.problems.push(problem)
    marks.set(name, mark)
  }
  return [...marks.values()].sort((a, b) => a.row - b.row || a.column - b.column)
}

const GRAVITY: Record<Level, number> = { error: 2, warning: 1, note: 0 }

/** The notes of a sheet, the gravest first where there are too many. */
export function notesOf(marks: readonly Mark[]): CellNote[] {
  const kept = [...marks].sort((a, b) => GRAVITY[b.level] - GRAVITY[a.level]).slice(0, NOTES_MAX)
  return kept.map(({ row, column, problems }) => {
    const text = problems.map(composeNote).join('\n\n')
    const title = [...new Set(problems.map((problem) => problem.rule))].join(', ')
    return { row, column, title, text: text.length > NOTE_LENGTH_MAX ? `${text.slice(0, NOTE_LENGTH_MAX)}…` : text }
  })
}

function composeNote(problem: Problem): string {
  const { message, remedy } = describeProblem(problem)
  return `${message.zh}。${remedy.zh}\n${message.en}. ${remedy.en}`
}

/** Problems in the order in which the other printers show them. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const more = problems.filter((problem) => problem.rule === 'more-of-the-same')
  return [...groupByCause(problems).flatMap((cause) => cause.problems), ...more]
}
