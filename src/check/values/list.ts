import { simplify } from '../../codes/simplified.ts'
import type { CodeItem } from '../../contracts/contract.ts'
import { toComparable } from '../../read/comparable.ts'
import { findNearest } from '../../text/nearest.ts'
import { findMark, rejectMark } from './footnote-marks.ts'
import { normalise } from './normalise-cell.ts'
import type { ParseResult } from './parse-result.ts'
import { accept, reject } from './parse-result.ts'
import type { Parser } from './parser.ts'

/** A code list: code, either name, or another spelling → the code. */
export function makeListParser(items: readonly CodeItem[]): Parser {
  const codes = new Map<string, string>()
  for (const item of items) {
    for (const spelling of [item.zh, item.en, ...(item.also ?? [])]) codes.set(toComparable(spelling), item.code)
  }
  // A code wins over a name that looks the same.
  for (const item of items) codes.set(toComparable(item.code), item.code)
  const hasMarkedItems = items.some((item) => [item.code, item.zh, ...(item.also ?? [])].some((name) => findMark(name)))
  let simple: ReadonlyMap<string, ReadonlySet<string>> | null = null
  return (raw) => {
    const text = toComparable(raw)
    if (findMark(raw) !== null && !hasMarkedItems) return rejectMark(raw)
    const code = codes.get(text)
    if (code !== undefined) return accept(code, normalise(raw).notes)
    simple ??= indexBySimplified(codes)
    const [meant, ...others] = simple.get(simplify(text)) ?? []
    if (meant !== undefined && others.length === 0) {
      return accept(meant, [...normalise(raw).notes, 'name-traditional'])
    }
    return rejectUnlisted(normalise(raw).text, items)
  }
}

/** Every spelling in simplified characters → the codes that it may mean. */
function indexBySimplified(codes: ReadonlyMap<string, string>): Map<string, Set<string>> {
  const simple = new Map<string, Set<string>>()
  for (const [spelling, code] of codes) {
    const name = simplify(spelling)
    simple.set(name, (simple.get(name) ?? new Set()).add(code))
  }
  return simple
}

function rejectUnlisted(text: string, items: readonly CodeItem[]): ParseResult {
  const padded = items.find(
    (item) => /^\d+$/.test(text) && /^0/.test(item.code) && item.code.replace(/^0+/, '') === text,
  )
  if (padded) return reject('code-zeros-lost', padded.code)
  const names = items.map((item) => item.zh)
  if (names.length <= LISTED_MAX) return reject('value-unlisted', names.join(' | '), ALL_LISTED)
  const near = findNearest(text, names)
  const shown = near.length > 0 ? near : names.slice(0, LISTED_MAX)
  const more = { zh: `……共${names.length}项`, en: ` … ${names.length} in all` }
  return reject('value-unlisted', shown.join(' | '), { more })
}

const ALL_LISTED = { more: { zh: '', en: '' } }

/** A list of so few is shown whole instead of the nearest. */
const LISTED_MAX = 6

/** `2026`, `2026年`, `2026年度` → `2026`. */
export function parseYear(raw: string): ParseResult {
  const { text, notes } = normalise(raw)
  const year = /^(\d{4})\s*(年度?)?$/.exec(text)
  if (!year) return reject('year-format', 'YYYY')
  return accept(year[1] ?? '', year[2] === undefined ? notes : [...notes, 'year-form'])
}

/** 是 否 and their like → `yes`, `no`. */
export function parseYesNo(raw: string): ParseResult {
  const { text, notes } = normalise(raw)
  const word = simplify(text.toLowerCase())
  if (YES.has(word)) return accept('yes', notes)
  return NO.has(word) ? accept('no', notes) : reject('value-unlisted', '是 | 否', ALL_LISTED)
}

const YES = new Set(['是', '有', 'y', 'yes', 'true', '1', '√', '✓', '✔'])
const NO = new Set(['否', '无', '没有', 'n', 'no', 'false', '0', '×', 'x', '✗'])
