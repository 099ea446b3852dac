import type { Contract } from '../../datasets/contract.ts'
import type { Sheet } from '../../read/sheet.ts'
import { comparable } from '../values/normalise.ts'

/** Headers that are values of one column and stand beside each other: years, age groups. */
export interface Across {
  /** The column whose values they are, and the column that their cells fill. */
  into: string
  value: string
  /** Header → code. */
  headers: ReadonlyMap<string, string>
}

/** Fewer across than this may be names of something else. */
const WIDE_MIN = 3

/** What stands across in a sheet, where the contract has a column for it and one of numbers, neither with a header of its own. */
export function findAcross(contract: Contract, sheet: Sheet, known: ReadonlySet<string>): Across | null {
  const free = Object.keys(contract.columns).filter((id) => !known.has(id))
  const own = contract.profile?.wide
  const isNumeric = (id: string) => ['integer', 'number'].includes(contract.columns[id]?.type.kind ?? '')
  const value = free.find((id) => id === own?.value) ?? free.find(isNumeric)
  if (value === undefined) return null
  const found = free.map((into) => ({ into, value, headers: headersOf(contract, sheet, into) }))
  const [most] = found.toSorted((a, b) => b.headers.size - a.headers.size)
  return most && most.headers.size >= WIDE_MIN ? most : null
}

/** `2012`, `2012年末`: a year that stands across as a header. */
export function isYear(header: string): boolean {
  return /^(19|20|21)\d{2}\s*年?(末|度)?$/.test(header.trim())
}

/** 合计, 全年, Annual total, 合计（万人）: perhaps the sum of its row, and no part of it. */
export function isTotal(header: string): boolean {
  const bare = comparable(header).replace(/\([^()]*\)$/, '')
  return /合计|总计|共计|^总数$|^全年(数|总量|总数)?$|total/.test(bare) && !/小计|subtotal/.test(bare)
}

function headersOf(contract: Contract, sheet: Sheet, into: string): Map<string, string> {
  const codes = codesOf(contract, into)
  const isYears = contract.columns[into]?.type.kind === 'year'
  const headers = new Map<string, string>()
  for (const header of sheet.headers) {
    const code = codes.get(comparable(header)) ?? (isYears && isYear(header) ? header.trim().slice(0, 4) : undefined)
    if (code !== undefined) headers.set(header, code)
  }
  return headers
}

/** Codes of a list by all their spellings, those of the contract's own wide layout among them. */
function codesOf(contract: Contract, into: string): Map<string, string> {
  const codes = new Map<string, string>()
  const type = contract.columns[into]?.type
  for (const { code, zh, en, also } of type?.kind === 'list' ? type.items : []) {
    for (const spelling of [zh, en, ...(also ?? []), code]) codes.set(comparable(spelling), code)
  }
  const own = contract.profile?.wide
  if (own?.into !== into) return codes
  for (const [header, code] of Object.entries(own.headers)) codes.set(comparable(header), code)
  return codes
}
