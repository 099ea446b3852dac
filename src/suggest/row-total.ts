import { parseNumber } from '../check/values/number.ts'
import { decimalsOf } from '../check/values/shown-decimals.ts'
import type { Sheet } from '../read/sheet.ts'
import { isWithin, sumExactly, toleranceOfSum } from '../text/decimal.ts'
import type { LocalText } from '../text/local-text.ts'
import { type Across, isTotal } from './across.ts'
import type { Doubt } from './doubt.ts'
import { CELLS_SAMPLED, FITS_MIN } from './draft-columns.ts'

/** A column that may hold the sums of the rows of a wide sheet, and how the rows seen confirm it. */
interface Candidate {
  header: string
  /** Rows with a sum and at least one part. */
  seen: number
  wrong: { row: number; stated: number; sum: number }[]
}

interface Wide {
  sheet: Sheet
  across: Across
  /** Headers that answer to no column of the contract. */
  unknown: readonly string[]
  /** Whole numbers add up exactly. */
  isWhole: boolean
}

/** The column that looks most like the sum of its row, with a comment on it; null where none does. */
export function findRowTotal(wide: Wide): { header: string; doubt: Doubt } | null {
  const { sheet, across, unknown } = wide
  const candidates = [...sheet.headers.entries()]
    .filter(
      ([index, header]) =>
        isTotal(header) && unknown.includes(header) && !across.headers.has(header) && holdsNumbers(sheet, index),
    )
    .map(([index, header]) => tryOut(index, header, wide))
  const [best] = candidates.toSorted((a, b) => b.seen - b.wrong.length - (a.seen - a.wrong.length))
  return best ? { header: best.header, doubt: { key: 'wide', words: wordsOf(best) } } : null
}

function holdsNumbers(sheet: Sheet, index: number): boolean {
  const texts = sheet.rows.slice(0, CELLS_SAMPLED).map(({ cells }) => (cells[index] ?? '').trim())
  const filled = texts.filter((text) => text !== '')
  return filled.filter((text) => parseNumber(text).is === 'number').length >= filled.length * FITS_MIN
}

/** The same sum, within the same rounding, that the check makes of each row. */
function tryOut(index: number, header: string, { sheet, across, isWhole }: Wide): Candidate {
  const parts = [...sheet.headers.keys()].filter((at) => across.headers.has(sheet.headers[at] ?? ''))
  const candidate: Candidate = { header, seen: 0, wrong: [] }
  for (const { row, cells } of sheet.rows.slice(0, CELLS_SAMPLED)) {
    const [stated] = readNumbers([cells[index] ?? ''])
    const numbers = readNumbers(parts.map((at) => cells[at] ?? ''))
    if (stated === undefined || numbers.length === 0) continue
    candidate.seen += 1
    const sum = sumExactly(numbers)
    const decimals = Math.max(...parts.map((at) => decimalsOf(cells[at] ?? '') ?? 0))
    const tolerance = isWhole ? 0 : toleranceOfSum(numbers.length, decimals)
    if (!isWithin(sum, stated, tolerance)) candidate.wrong.push({ row, stated, sum })
  }
  return candidate
}

function readNumbers(texts: readonly string[]): number[] {
  return texts.map(parseNumber).flatMap((item) => (item.is === 'number' ? [item.value] : []))
}

function wordsOf({ header, seen, wrong }: Candidate): LocalText {
  const [first] = wrong
  if (seen === 0) {
    return {
      zh: `“${header}”像是同行各列之和，但没有可以核对的行；若不是合计，请把它从total移到ignore。`,
      en: `“${header}” looks like the sum of its row, but no row could be compared; if it is not, move it from total to ignore.`,
    }
  }
  if (!first) {
    return {
      zh: `“${header}”作同行各列之和：看过的${seen}行都对得上。`,
      en: `“${header}” is treated as the sum of its row: it is in all rows seen (${seen}).`,
    }
  }
  return {
    zh: `“${header}”像是同行各列之和，但看过的${seen}行里有${wrong.length}行对不上，如第${first.row}行写${first.stated}，各列相加为${first.sum}；请核对这些行，若不是合计，请把它从total移到ignore。`,
    en: `“${header}” looks like the sum of its row, but in ${wrong.length} of ${seen} rows seen it is not: row ${first.row} says ${first.stated}, its parts add up to ${first.sum}. Check those rows; if it is not a sum, move it from total to ignore.`,
  }
}
