import { maskPath, maskPersonal } from '../personal/mask-personal.ts'

/** error: the dataset stops. warning: somebody must look. note: a repair that is published with the release. */
export type Level = 'error' | 'warning' | 'note'

/** Location of a finding. `row` is the physical line of a CSV or the row of a sheet, `column` counts from 1. */
export interface Location {
  dataset: string | null
  file: string | null
  sheet: string | null
  row: number | null
  /** The data record, counted from 1; differs from `row` where cells hold line breaks. */
  record: number | null
  column: number | null
  columnName: string | null
}

/**
 * One finding. It holds no sentence: `rule` names an entry of the catalogue, whose words are filled
 * with `params` when somebody prints it, in either language.
 */
export interface Problem extends Location {
  rule: string
  level: Level
  /** What was there, as received (cut at 120 characters), or null where nothing was. */
  found: string | null
  /** What would have been accepted, in notation rather than in words: `YYYY-MM-DD`, `0–100`, `A | B`. */
  expected: string | null
  /** Values for the placeholders of the catalogue's words; a pair where the word depends on the language. */
  params: Record<string, string | number | { zh: string; en: string }>
}

export const NOWHERE: Location = {
  dataset: null,
  file: null,
  sheet: null,
  row: null,
  record: null,
  column: null,
  columnName: null,
}

/** `found` is cut here, so that a 10 MB cell cannot fill a terminal. */
const FOUND_LENGTH_MAX = 120

/**
 * A problem from what differs from the empty location. Whatever looks personal is covered here, in every part that
 * comes from a file, and before anything is cut: what leaves the checker is printed, annotated, kept and logged.
 */
export function createProblemAtLevel(
  rule: string,
  level: Level,
  at: Partial<Location>,
  more: Partial<Pick<Problem, 'found' | 'expected' | 'params'>> = {},
): Problem {
  const found = typeof more.found === 'string' ? maskText(more.found, at.columnName ?? '') : null
  return {
    ...NOWHERE,
    ...at,
    file: maskName(at.file),
    sheet: maskName(at.sheet),
    columnName: maskHeader(at.columnName),
    rule,
    level,
    found: found !== null && found.length > FOUND_LENGTH_MAX ? `${found.slice(0, FOUND_LENGTH_MAX)}…` : found,
    expected: maskExpected(more.expected),
    params: maskParams(more.params ?? {}),
  }
}

/** Longer texts are cut before they are searched; a number that the cut divides lies far behind what is shown. */
const SEARCHED_LENGTH_MAX = 4_096
/** Texts of which the masked form is kept; no more, since they may be of any length. */
const KEPT_MAX = 500

function maskText(text: string, header = ''): string {
  return maskPersonal(text.slice(0, SEARCHED_LENGTH_MAX), { header })
}

/** What a thousand problems of a file name alike. */
const maskName = maskOnce(maskPath)
const maskHeader = maskOnce(maskText)
const maskExpected = maskOnce(maskText)

/** Masks a text that comes again and again, once. */
function maskOnce(mask: (text: string) => string): (text: string | null | undefined) => string | null {
  const known = new Map<string, string>()
  return (text) => {
    if (text === null || text === undefined) return null
    const kept = known.get(text)
    if (kept !== undefined) return kept
    const masked = mask(text)
    if (known.size >= KEPT_MAX) known.clear()
    known.set(text, masked)
    return masked
  }
}

function maskParams(params: Problem['params']): Problem['params'] {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, maskParam(value)]))
}

function maskParam(value: Problem['params'][string]): Problem['params'][string] {
  if (typeof value === 'object') return { zh: maskPersonal(value.zh), en: maskPersonal(value.en) }
  const text = maskPersonal(String(value))
  return text === String(value) ? value : text
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.level === 'error')
}
