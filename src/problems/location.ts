import type { Lang } from '../text/local-text.ts'
import type { Problem } from './problem.ts'

/** The location of a problem: `cases/2026-10.xlsx › 案件 › K18`, `cases/2026-10.csv › 第18行第3列`. */
export function locationOf(problem: Problem, lang: Lang): string {
  return joinParts([problem.file, problem.sheet, cellOf(problem, lang)])
}

/** The location of a problem within its group: without a cell, the row of the table or the period identifies it. */
export function otherLocationOf(problem: Problem, first: Problem, lang: Lang): string {
  const part = cellOf(problem, lang) ?? (tableRowOf(problem, lang) || String(problem.params['period'] ?? ''))
  const isSameSheet = problem.file === first.file && problem.sheet === first.sheet
  return isSameSheet ? part : joinParts([problem.file, problem.sheet, part])
}

function joinParts(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' › ')
}

/** The cell alone: `K18` in a workbook, line and column in a CSV. */
function cellOf(problem: Problem, lang: Lang): string | null {
  const { row, column, sheet } = problem
  if (row === null && column === null) return null
  if (sheet !== null) return `${column === null ? '' : toColumnLetters(column)}${row ?? ''}`
  const inRow = row === null ? '' : { zh: `第${row}行`, en: `line ${row}` }[lang]
  const inColumn = column === null ? '' : { zh: `第${column}列`, en: `column ${column}` }[lang]
  return [inRow, inColumn].filter((part) => part !== '').join(lang === 'zh' ? '' : ', ')
}

/** The row of a published table that a problem is about, with its period; empty where it is of none. */
export function tableRowOf({ params: { tableRow } }: Problem, lang: Lang): string {
  return typeof tableRow === 'object' ? tableRow[lang] : ''
}

/** 1 → A, 27 → AA. */
export function toColumnLetters(column: number): string {
  let left = column
  let name = ''
  while (left > 0) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name
    left = Math.floor((left - 1) / 26)
  }
  return name
}

/** A → 1, AA → 27. */
export function parseColumnLetters(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}
