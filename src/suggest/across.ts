import type { Contract } from '../contracts/contract.ts'
import { toComparable } from '../read/comparable.ts'
import type { Sheet } from '../read/sheet.ts'

/** Headers that are values of one column, laid out side by side: years, months, age groups. */
export interface Across {
  /** The column whose values they are, and the column that their cells fill. */
  into: string
  value: string
  /** Header → code. */
  headers: ReadonlyMap<string, string>
  /**
   * The year that months without one (`1月`) are taken for, from the file's name or its title; null where none is taken.
   */
  year: string | null
}

/** Fewer across than this may be names of something else. */
const WIDE_MIN = 3

/**
 * The columns laid out across in a sheet, where the contract has a column for it and one of numbers, neither with a
 * header of its own.
 */
export function findAcross(contract: Contract, sheet: Sheet, known: ReadonlySet<string>): Across | null {
  const free = Object.keys(contract.columns).filter((id) => !known.has(id))
  const own = contract.profile?.wide
  const isNumeric = (id: string) => ['integer', 'number'].includes(contract.columns[id]?.type.kind ?? '')
  const value = free.find((id) => id === own?.value) ?? free.find(isNumeric)
  if (value === undefined) return null
  const year = yearOf(sheet)
  const found = free.map((into) => ({ into, value, ...headersOf(contract, sheet, { into, year }) }))
  const [most] = found.toSorted((a, b) => b.headers.size - a.headers.size)
  return most && most.headers.size >= WIDE_MIN ? most : null
}

/** `2012`, `2012年末`: a year as a header. */
export function isYear(header: string): boolean {
  return /^(19|20|21)\d{2}\s*年?(末|度)?$/.test(header.trim())
}

/** 合计, 全年, Annual total, 合计（万人）: perhaps the sum of its row, and no part of it. */
export function isTotal(header: string): boolean {
  const bare = toComparable(header).replace(/\([^()]*\)$/, '')
  return /合计|总计|共计|^总数$|^全年(数|总量|总数)?$|total/.test(bare) && !/小计|subtotal/.test(bare)
}

function headersOf(
  contract: Contract,
  sheet: Sheet,
  { into, year }: { into: string; year: string | null },
): Pick<Across, 'headers' | 'year'> {
  const codes = codesOf(contract, into)
  const kind = contract.columns[into]?.type.kind
  const headers = new Map<string, string>()
  let taken: string | null = null
  for (const header of sheet.headers) {
    const month = kind === 'month' ? monthOf(header, year) : null
    const ofKind = kind === 'year' && isYear(header) ? header.trim().slice(0, 4) : month?.code
    const code = codes.get(toComparable(header)) ?? ofKind
    if (code === undefined) continue
    headers.set(header, code)
    if (month?.isOfYear) taken = year
  }
  return { headers, year: taken }
}

/** `2026年3月`, `2026-03`; `3月` and `3月份` of the year. */
export function monthOf(header: string, year: string | null): { code: string; isOfYear: boolean } | null {
  const text = header.normalize('NFKC').trim()
  const whole = /^((?:19|20)\d{2})\s*[-/年]\s*(\d{1,2})\s*(?:月份?)?$/.exec(text)
  const alone = whole ? null : /^(\d{1,2})\s*月份?$/.exec(text)
  const month = Number(whole?.[2] ?? alone?.[1])
  const own = whole?.[1] ?? (alone ? year : null)
  if (own === null || !(month >= 1 && month <= 12)) return null
  return { code: `${own}-${String(month).padStart(2, '0')}`, isOfYear: alone !== null }
}

/** The year stated by the file's name, its title or its sheet. */
export function yearOf({ file, preamble = [], sheet }: Sheet): string | null {
  for (const text of [file.split('/').at(-1) ?? '', ...preamble, sheet ?? '']) {
    const found = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(text)
    if (found?.[1] !== undefined) return found[1]
  }
  return null
}

/** Codes of a list by all their spellings, those of the contract's own wide layout among them. */
function codesOf(contract: Contract, into: string): Map<string, string> {
  const codes = new Map<string, string>()
  const type = contract.columns[into]?.type
  for (const { code, zh, en, also } of type?.kind === 'list' ? type.items : []) {
    for (const spelling of [zh, en, ...(also ?? []), code]) codes.set(toComparable(spelling), code)
  }
  const own = contract.profile?.wide
  if (own?.into !== into) return codes
  for (const [header, code] of Object.entries(own.headers)) codes.set(toComparable(header), code)
  return codes
}
