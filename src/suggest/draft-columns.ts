import { shareOf } from '../check/header/answer.ts'
import { isNumbering, matchHeaders } from '../check/header/match-headers.ts'
import { makeValueChecker } from '../check/row/value-checker.ts'
import type { Places } from '../codes/places.ts'
import { simplify } from '../codes/simplified.ts'
import type { Column, Contract } from '../contracts/contract.ts'
import { toComparable } from '../read/comparable.ts'
import type { Sheet } from '../read/sheet.ts'
import { sumLabelOf } from '../read/sum-label.ts'
import { type Across, findAcross, isTotal, isYear } from './across.ts'
import { nameHeader } from './header-names.ts'

/** A header of the file that is probably a column of the contract, and why it is thought so. */
interface Guess {
  id: string
  index: number
  header: string
  /** Share of the sampled cells that the column's type accepts, 0–1. */
  fits: number
  /** Share of the characters that header and a name of the column have in common, 0–1. */
  alike: number
}

/** How the headers of a sheet answer to a contract, as far as the file alone shows. */
export interface ColumnDraft {
  /** Columns found by a header that the contract knows. */
  known: { id: string; index: number }[]
  guesses: Guess[]
  /** Columns laid out across: they fill two columns of the contract. */
  across: Across | null
  /** Headers that answer to nothing. */
  unknown: string[]
  /** Columns that the contract needs and nothing answers to. */
  missing: string[]
  /** As of any header; a column laid out across, and the column that its cells fill, are guesses too. */
  score: number
}

/** Cells of a column that are looked at; a long file shows no more than its beginning. */
export const CELLS_SAMPLED = 200

/** Columns by their known headers, then by alike headers whose cells fit. */
export function draftColumns(contract: Contract, sheet: Sheet, places: Places): ColumnDraft {
  const match = matchHeaders({ ...contract, profile: {} }, sheet)
  const known = match.bindings.map(({ id, index }) => ({ id, index }))
  const knownIds = new Set(known.map((item) => item.id))
  const across = findAcross(contract, sheet, knownIds)
  const given = across ? [across.into, across.value] : []
  // A total beside years is the sum of its row, however much it is called like a column.
  const isWide = (header: string) => across !== null && (across.headers.has(header) || isTotal(header))
  const taken = new Set([...match.bindings, ...match.twins].map((binding) => binding.index))
  const left = Object.entries(contract.columns).filter(([id]) => !knownIds.has(id) && !given.includes(id))
  const candidates = [...sheet.headers.entries()]
    .filter(
      ([index, header]) => !taken.has(index) && toComparable(header) !== '' && !isNumbering(header) && !isWide(header),
    )
    .flatMap(([index, header]) => left.map(([id, column]) => guessOf(index, header, { id, column, sheet, places })))
    .filter(({ fits, alike, header }) => fits >= FITS_MIN && (alike >= ALIKE_MIN || fits === 1 || isRowLabels(header)))
    .toSorted((a, b) => b.alike * b.fits - a.alike * a.fits)
  const guesses: Guess[] = []
  for (const candidate of candidates) {
    if (guesses.some(({ id, index }) => id === candidate.id || index === candidate.index)) continue
    guesses.push(candidate)
  }
  const found = new Set([...[...known, ...guesses].map((guess) => guess.id), ...given])
  const needed = Object.entries(contract.columns).filter(([, column]) => !column.absent)
  const used = new Set([...taken, ...guesses.map((guess) => guess.index)])
  const unknown = sheet.headers.filter((header, index) => !used.has(index) && header !== '' && !isNumbering(header))
  // Columns laid out across are one column of the contract, however many headers there are.
  const strange = unknown.filter((header) => !isYear(header) && !isWide(header))
  const missing = needed.filter(([id]) => !found.has(id)).map(([id]) => id)
  return {
    known,
    guesses,
    across,
    unknown,
    missing,
    score: shareOf(
      { matched: known.length, missing: missing.length, unknown: strange.length },
      guesses.length + given.length,
    ),
  }
}

/** No name of a column is longer; a whole text in place of a header is not compared to its end. */
const HEADER_LENGTH_COMPARED = 200
/** Below these a header is not even guessed at. */
export const FITS_MIN = 0.8
const ALIKE_MIN = 0.4

/** Types that no cell fits by chance: where all cells do, the header does not matter. */
const TELLING = new Set(['place', 'list', 'credit-code', 'permit-number', 'grid-code', 'component-code'])

/** What a pivot table calls its rows, whatever they are: their values must decide. */
function isRowLabels(header: string): boolean {
  return /^(行标签|列标签|行字段|rowlabels?)$/.test(toComparable(simplify(header)))
}

/** The sums of a pivot table, and its rows without a name. */
function isNoValue(text: string): boolean {
  return sumLabelOf(text) !== null || /^\((空白|blank)\)$/.test(toComparable(text))
}

function guessOf(
  index: number,
  header: string,
  { id, column, sheet, places }: { id: string; column: Column; sheet: Sheet; places: Places },
): Guess {
  const names = [id, column.names.zh, column.names.en, ...(column.headers ?? [])]
  const cut = header.slice(0, HEADER_LENGTH_COMPARED)
  // Of several levels any may have the name, above a unit or words of another language.
  const levels = cut.includes('|') ? [cut, nameHeader(cut).zh, ...cut.split('|')] : [cut]
  const alike = Math.max(
    ...names.flatMap((name) => levels.map((level) => measureLikeness(toComparable(name), toComparable(level)))),
  )
  return {
    id,
    index,
    header,
    alike,
    fits: alike < ALIKE_MIN && !TELLING.has(column.type.kind) ? 0 : measureFit(column, sheet, index, places),
  }
}

/** Twice the characters that both have, over all that they have (Dice): 上报时间 and 上报日期 share a half. */
function measureLikeness(a: string, b: string): number {
  const left = [...b]
  let shared = 0
  for (const text of a) {
    const at = left.indexOf(text)
    if (at < 0) continue
    left.splice(at, 1)
    shared += 1
  }
  return a === '' && b === '' ? 0 : (2 * shared) / ([...a].length + [...b].length)
}

/** Share of the filled cells that the type accepts, notes and all. */
function measureFit(column: Column, sheet: Sheet, index: number, places: Places): number {
  const settings = { places, isKey: false, power: 0, missing: new Set<string>(), dayFirst: false }
  const check = makeValueChecker(column, { ...settings, date1904: sheet.date1904, day: '9999-12-31', ownPeriod: null })
  const cells = sheet.rows
    .slice(0, CELLS_SAMPLED)
    .map((row) => ({ text: row.cells[index] ?? '', kind: row.kinds?.[index] }))
  const isPivot = isRowLabels(sheet.headers[index] ?? '')
  const filled = cells.filter(({ text }) => text.trim() !== '' && !(isPivot && isNoValue(text)))
  if (filled.length === 0) return column.optional ? 1 : 0
  return filled.filter(({ text, kind }) => check(text, kind).is === 'value').length / filled.length
}
