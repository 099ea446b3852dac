import type { Column, Contract } from '../contracts/contract.ts'
import { toComparable } from '../read/comparable.ts'
import type { Sheet } from '../read/sheet.ts'
import { isYear } from './across.ts'
import { periodOfName } from './guess-period.ts'

const FREQUENCIES = ['month', 'quarter', 'half-year', 'year'] as const

/** How often such a file comes, by what its name and title state; a column of years makes it yearly. */
export function findDraftFrequency(sheet: Sheet, file: string, columns: readonly Column[]): Contract['frequency'] {
  for (const frequency of FREQUENCIES) {
    if (textsOf(sheet, file).some((text) => periodOfName(text, frequency) !== null)) return frequency
  }
  const isYearly =
    columns.some(({ type }) => type.kind === 'year') ||
    sheet.headers.some((header) => isYear(header.split('|').at(-1) ?? ''))
  return isYearly ? 'year' : 'month'
}

/** The period that name or title state, else the last year that the table has; null where there is none. */
export function findDraftPeriod(contract: Contract, sheet: Sheet): string | null {
  const { frequency } = contract
  for (const text of textsOf(sheet, sheet.file)) {
    const period = periodOfName(text, frequency)
    if (period !== null) return period
  }
  if (frequency !== 'year') return null
  const codes = Object.values(contract.profile?.wide?.headers ?? {}).map((code) => code.slice(0, 4))
  const dated = Object.values(contract.columns).filter(({ type }) => type.kind === 'year')
  const names = new Set(dated.flatMap(({ names: { zh }, headers = [] }) => [zh, ...headers].map(toComparable)))
  const indexes = [...sheet.headers.keys()].filter((index) => names.has(toComparable(sheet.headers[index] ?? '')))
  const cells = sheet.rows.flatMap((row) => indexes.map((index) => row.cells[index] ?? ''))
  const years = cells.filter(isYear).map((cell) => cell.trim().slice(0, 4))
  return [...codes, ...years].toSorted().at(-1) ?? null
}

function textsOf({ preamble = [], sheet }: Sheet, file: string): string[] {
  return [file, ...preamble, sheet ?? '']
}
