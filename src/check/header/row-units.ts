import type { Contract } from '../../contracts/contract.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Location, Problem } from '../../problems/problem.ts'
import { toComparable } from '../../read/comparable.ts'
import type { Sheet, SheetRow } from '../../read/sheet.ts'
import { findNearest } from '../../text/nearest.ts'
import { findUnitPower, splitScale } from '../values/quantity.ts'
import { findOwnUnit, isCounted } from './column-unit.ts'
import { isUnit, listUnitsIn, splitUnits } from './header-units.ts'
import type { Match } from './match-headers.ts'

/**
 * Where the profile says that rows are counted in units of their own: the units after the names as a column, if it asks for
 * one. A header that the sheet does not have is an error.
 */
export function splitRowUnits(contract: Contract, sheet: Sheet): { sheet: Sheet; problems: Problem[] } {
  const { rowUnits } = contract.profile ?? {}
  if (!rowUnits) return { sheet, problems: [] }
  const at = { dataset: contract.id, file: sheet.file, sheet: sheet.sheet }
  const index = sheet.headers.findIndex((header) => toComparable(header) === toComparable(rowUnits.column))
  if (index === -1) {
    const near = findNearest(toComparable(rowUnits.column), sheet.headers.map(toComparable))
    const params = { key: 'rowUnits', near: (near.length > 0 ? near : sheet.headers).join('、') }
    const where = { ...at, row: sheet.headerRow, columnName: rowUnits.column }
    return {
      sheet,
      problems: [createProblem('profile-header-absent', where, { found: sheet.headers.join(' | '), params })],
    }
  }
  if (rowUnits.into === undefined) return { sheet, problems: [] }
  let first: { row: number; found: string; expected: string } | null = null
  let count = 0
  const rows = sheet.rows.map((row): SheetRow => {
    const label = row.cells[index] ?? ''
    const parted = splitLabel(label)
    if (parted !== null) {
      count += 1
      first ??= { row: row.row, found: label, expected: `${parted.name} | ${parted.unit}` }
    }
    const cells = row.cells.map((cell, at) => (at === index && parted ? parted.name : cell))
    const kinds = row.kinds && sheet.headers.map((_, at) => row.kinds?.[at] ?? 'empty')
    return { ...row, cells: [...cells, parted?.unit ?? ''], ...(kinds ? { kinds: [...kinds, 'text'] } : {}) }
  })
  const whole = { ...sheet, headers: [...sheet.headers, rowUnits.into], rows }
  if (first === null) return { sheet: whole, problems: [] }
  const { row, found, expected }: { row: number; found: string; expected: string } = first
  const where = { ...at, row, column: index + 1, columnName: sheet.headers[index] ?? null }
  return { sheet: whole, problems: [createProblem('row-units-parted', where, { found, expected, params: { count } })] }
}

/**
 * Units in the names of rows that a column of numbers cannot have together: 人口（万人） above 人口密度（人/平方公里）. Also
 * one unit that is not that of the column.
 */
export function findMixedUnits(rows: readonly SheetRow[], sheet: Sheet, { contract, match }: Matched): Problem[] {
  const units = unitsOfNumbers(contract, match)
  if (units.length === 0) return []
  const isOf = (unit: string) => units.some((own) => own !== undefined && findUnitPower(unit, own) === 0)
  /** True for a unit that no column of numbers can have. */
  const isStrange = (unit: string) => units.every((own) => own !== undefined && findUnitPower(unit, own) !== 0)
  const parted = toComparable(contract.profile?.rowUnits?.column ?? '')
  return listNames(contract, match).flatMap(({ index, header }) => {
    const { found, without } = unitsOfRows(rows, index)
    const [first, second] = [...found]
    const strange = [...found].find(([unit]) => isStrange(unit))
    const isDeclared = parted !== '' && parted === toComparable(header)
    const isMixed = first !== undefined && (second !== undefined || (without > 0 && !isOf(first[0])))
    const odd = strange ?? (isMixed && !isDeclared ? (second ?? first) : undefined)
    if (!odd) return []
    const at: Partial<Location> = { dataset: contract.id, file: sheet.file, sheet: sheet.sheet, row: odd[1].row }
    const where = { ...at, column: index + 1, columnName: header }
    const names = [...found.keys()].slice(0, UNITS_SHOWN_MAX)
    const list = (bare: string) => [...names, ...(without > 0 ? [bare] : [])]
    const params = { units: { zh: list('无单位').join('、'), en: list('none').join(', ') } }
    return [createProblem('units-mixed', where, { found: (odd[1].cells[index] ?? '').trim(), params })]
  })
}

/** What each column of numbers is counted in, as profile or contract state it. */
function unitsOfNumbers(contract: Contract, match: Match): (string | undefined)[] {
  const wide = match.wide.length > 0 ? [contract.profile?.wide?.value ?? ''] : []
  return [...match.bindings.map(({ id }) => id), ...wide].flatMap((id) => {
    const column = contract.columns[id]
    return column && isCounted(column) ? [contract.profile?.units?.[id] ?? findOwnUnit(column)] : []
  })
}

interface Matched {
  contract: Contract
  match: Match
}

const UNITS_SHOWN_MAX = 8

/** Columns of words that name rows of numbers: where a unit after a name is about those numbers. */
export function listNames(contract: Contract, match: Match): Match['bindings'] {
  if (unitsOfNumbers(contract, match).length === 0) return []
  return match.bindings.filter(({ id }) => contract.columns[id]?.type.kind === 'text' && isNaming(contract, id))
}

/** True for a name with a unit after it. */
export function hasUnitAfter(label: string): boolean {
  return ENDS.test(label) && splitLabel(label) !== null
}

/** The key, a dimension, or any text where nothing is declared to name a row. */
function isNaming({ columns, key }: Contract, id: string): boolean {
  return key.length === 0 || key.includes(id) || columns[id]?.privacy === 'dimension'
}

function unitsOfRows(rows: readonly SheetRow[], index: number): { found: Map<string, SheetRow>; without: number } {
  const found = new Map<string, SheetRow>()
  let without = 0
  for (const row of rows) {
    const label = row.cells[index] ?? ''
    const parted = ENDS.test(label) ? splitLabel(label) : null
    if (parted === null) without += label.trim() === '' ? 0 : 1
    else if (!found.has(parted.unit)) found.set(parted.unit, row)
  }
  return { found, without }
}

/** Most names end in none of these, and are not looked at further. */
const ENDS = /[)）\]】〕}％%‰]\s*$|[/／,，\s][^/／,，\s]{1,8}$/

/** `地区生产总值（亿元）`, `人口密度 (人/平方公里)` → name and unit; null for a name without a unit. */
function splitLabel(label: string): { name: string; unit: string } | null {
  const text = label.normalize('NFKC').trim()
  const after = /^(.+)[,、]\s*([^,、]+)$/.exec(text)
  const loose = after ? [{ name: after[1] ?? '', unit: after[2] ?? '' }] : []
  const isUnitAfter = ({ name, unit }: { name: string; unit: string }) =>
    isRowUnit(unit) && !(text.endsWith(` ${unit}`) && (TIME.test(unit) || [...name].length < 2))
  const parted = [...splitUnits(text), ...loose].find(isUnitAfter)
  if (parted) return { name: parted.name.trim(), unit: parted.unit }
  const unit = listUnitsIn(text).find(isRowUnit)
  if (unit === undefined) return null
  return { name: text, unit }
}

/** A unit, two of them with a slash, or the base of an index: 亿元, 人/户, 上年=100. */
export function isRowUnit(text: string): boolean {
  if (isUnit(text) || /=100$/.test(text)) return true
  const parts = text.split('/')
  return parts.length === 2 && parts.every((part) => isUnit(part) || UNIT_AT_START.test(splitScale(part).base))
}

/** 3 月 and 本 年 are spaced names, and no units. */
const TIME = /^[年月日天周季时分秒岁度号份]$/

/** 吨标准煤, 千人, 百户. */
const UNIT_AT_START = /^(吨|千瓦|立方米|平方米|平方公里|公里|公顷|亩|元|人|户|千克|公斤|克)/
