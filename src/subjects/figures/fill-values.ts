import { addressOf, type Figured, makeReference, type Rich } from '../../compose/rich.ts'
import type { Site } from '../../compose/site.ts'
import type { Measure } from '../../contracts/contract.ts'
import { BARE_NUMBER, type Claim, type DeclaredValue, PLACEHOLDER } from '../../contracts/declared-values.ts'
import { chooseUnit, findBound, findRowAt, textOf } from '../../measure/rows-at.ts'
import { findTable } from '../../measure/select.ts'
import type { PublishedRow, PublishedTable } from '../../store/published-tables.ts'
import { formatNumber, formatSaid } from '../../text/format.ts'
import type { Lang, LocalText } from '../../text/local-text.ts'
import { LANGS } from '../../text/local-text.ts'
import type { Unit } from '../../text/units.ts'

/** Numbers that words name in braces, and where those of a figure are looked up. */
export interface ValueScope {
  site: Site
  values: Readonly<Record<string, DeclaredValue>>
  /** Table, measure and period of values that name none. */
  own?: { table: PublishedTable; measure: string; period: string }
}

/** A value with its words; `row` is that of a cell, null of what is computed. */
interface Known {
  value: number
  unit: Unit
  decimals: number
  bound: 'low' | 'high' | 'about' | null
  row: PublishedRow | null
  address?: string
}

/** Null where a row or a number that it needs is not published. */
export function findDeclared(scope: ValueScope, name: string): Known | null {
  const value = scope.values[name]
  if (!value) throw new Error(`content: no value ${name} is declared`)
  if ('where' in value) return findInCell(scope, value)
  const readNumbers = (operands: readonly (string | number)[]): number[] | null => {
    const found = operands.map((operand) => numberOf(scope, operand))
    return found.some((number) => number === null) ? null : found.flatMap((number) => number ?? [])
  }
  const createComputed = (result: number | null) =>
    result === null || !Number.isFinite(result)
      ? null
      : { value: result, unit: value.unit ?? '', decimals: value.decimals ?? 0, bound: null, row: null }
  if ('sum' in value)
    return createComputed(readNumbers(value.sum)?.reduce((total, number) => total + number, 0) ?? null)
  const pair = readNumbers('difference' in value ? value.difference : value.quotient)
  const [first, second] = pair ?? []
  if (first === undefined || second === undefined) return null
  return createComputed('difference' in value ? first - second : (first / second) * (value.times ?? 1))
}

function findInCell(scope: ValueScope, value: Extract<DeclaredValue, { where: unknown }>): Known | null {
  const { site, own } = scope
  const table = 'table' in value ? findTable(site.published, value.dataset, value.table) : own?.table
  const id = value.measure ?? own?.measure ?? ''
  const measure: Measure | undefined = table?.spec.measures[id]
  if (!table || !measure) return null
  const period = value.period ?? ('table' in value ? table.periods.at(-1) : own?.period) ?? ''
  const row = findRowAt(table, value.where, period)
  const cell = row?.cells[id]
  if (!row || !cell || cell.value === null) return null
  const pick = { dataset: table.contract.id, table: table.id, measure: id, where: row.key }
  return {
    value: cell.value,
    unit: chooseUnit(measure, row),
    decimals: Number.isInteger(cell.value) ? 0 : (measure.decimals ?? 0),
    bound: findBound(measure, row),
    row,
    address: addressOf(pick, period),
  }
}

function numberOf(scope: ValueScope, operand: string | number): number | null {
  return typeof operand === 'number' ? operand : (findDeclared(scope, operand)?.value ?? null)
}

/** True where all hold; a value that is not known proves nothing. */
export function areTrue(scope: ValueScope, claims: readonly Claim[]): boolean {
  return claims.every(({ value, below, above }) => {
    const number = numberOf(scope, value)
    const [most, least] = [below, above].map((operand) =>
      operand === undefined ? undefined : numberOf(scope, operand),
    )
    if (number === null || most === null || least === null) return false
    return (most === undefined || number < most) && (least === undefined || number > least)
  })
}

/** Words with their numbers in them, each with its cell; null where one of the numbers is not known. */
export function fillRich(scope: ValueScope, words: LocalText): Record<Lang, Rich> | null {
  const filled: Record<Lang, Rich> = { zh: [], en: [] }
  for (const lang of LANGS) {
    let end = 0
    for (const match of words[lang].matchAll(PLACEHOLDER)) {
      const [whole, name = '', part] = match
      const known = findDeclared(scope, name)
      if (known === null) return null
      const before = words[lang].slice(end, match.index)
      if (before !== '') filled[lang].push(before)
      filled[lang].push(formatPart(known, part, lang))
      end = match.index + whole.length
    }
    const rest = words[lang].slice(end)
    if (rest !== '') filled[lang].push(rest)
  }
  return filled
}

/** The same as plain text, for titles, notes and labels. */
export function fillText(scope: ValueScope, words: LocalText): LocalText | null {
  const filled = fillRich(scope, words)
  const fillPlain = (lang: Lang) =>
    filled?.[lang].map((item) => (typeof item === 'string' ? item : item.text)).join('') ?? ''
  return filled && { zh: fillPlain('zh'), en: fillPlain('en') }
}

function formatPart(known: Known, part: string | undefined, lang: Lang): string | Figured {
  if (part !== undefined && part !== BARE_NUMBER) return (known.row && textOf(known.row, part)) ?? ''
  const text = part === BARE_NUMBER ? formatNumber(known.value, known.decimals) : formatStated(known, lang)
  return known.address === undefined ? makeReference(text) : { text, role: 'now', cell: known.address }
}

/** A number as its source states it, the bound kept: 865万件, 90%以上. */
function formatStated({ value, unit, decimals, bound }: Known, lang: Lang): string {
  const number = formatSaid({ value, status: 'reported' }, unit, decimals, lang)
  if (bound === 'low') return lang === 'zh' ? `${number}以上` : `at least ${number}`
  if (bound === 'high') return lang === 'zh' ? `不超过${number}` : `at most ${number}`
  if (bound === 'about') return lang === 'zh' ? `约${number}` : `about ${number}`
  return number
}
