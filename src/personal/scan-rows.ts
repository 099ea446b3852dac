import { isProvince } from '../codes/divisions.ts'
import { foldText, isWords } from './fold-text.ts'
import { hashDatum } from './hash-datum.ts'
import { type Hit, maskHit, type PersonalKind } from './hit.ts'
import { isResidentNumber } from './number-shapes.ts'
import { type ScanContext, scanText } from './scan-text.ts'

/** A hit in a table: `column` counts from 0. */
interface CellHit extends Hit {
  column: number
}

/**
 * Finds personal data in the cells of one row, and in numbers that are split over neighbouring cells. `scan` may
 * remember what it found before.
 */
export function scanRow(
  cells: readonly string[],
  headers: readonly string[],
  context: Omit<ScanContext, 'header'> = {},
  scan: typeof scanText = scanText,
): CellHit[] {
  const hits: CellHit[] = []
  for (let column = 0; column < cells.length; column += 1) {
    const found = scan(cells[column] ?? '', { ...context, header: headers[column] ?? '' })
    for (const hit of found) hits.push({ ...hit, column })
  }
  hits.push(...findSplitNumbers(cells, headers, new Set(hits.map((hit) => hit.column))))
  return hits.sort((a, b) => a.column - b.column || a.start - b.start)
}

/** Neighbouring cells of digits that are one number when they are joined; a table of counts must not look so. */
function findSplitNumbers(cells: readonly string[], headers: readonly string[], taken: ReadonlySet<number>): CellHit[] {
  const digits = cells.map(readDigits)
  // Two cells of digits side by side are needed, and most rows of words have none.
  if (!digits.some((part, at) => part !== '' && at > 0 && digits[at - 1] !== '')) return []
  const hits: CellHit[] = []
  for (let first = 0; first < cells.length - 1; first += 1) {
    let joined = ''
    for (let last = first; last < Math.min(cells.length, first + SPLIT_MAX); last += 1) {
      const part = digits[last] ?? ''
      if (taken.has(last) || part === '') break
      joined += part
      if (joined.length > DIGITS_MAX) break
      const kind =
        last > first ? kindOfJoined(joined, digits.slice(first, last + 1), headers.slice(first, last + 1)) : null
      if (kind === null) continue
      const masked = maskHit(kind, joined)
      const end = (cells[first] ?? '').length
      hits.push({ kind, start: 0, end, masked, hash: hashDatum(joined), column: first })
      first = last
      break
    }
  }
  return hits
}

/** The digits that a cell consists of, an X at their end included; '' for any other cell. */
function readDigits(cell: string): string {
  // To fold is slow, and most cells are plain digits or words.
  if (DIGITS.test(cell)) return cell
  if (isWords(cell)) return ''
  const folded = (ASCII.test(cell) ? cell.toUpperCase() : foldText(cell).text).trim()
  return DIGITS.test(folded) ? folded : ''
}

const DIGITS = /^\d{1,17}X?$/
/** Where nothing is folded but upper and lower case, no positions are needed. */
const ASCII = /^[ -}]*$/

/** A number split digit by digit fills eighteen cells. */
const SPLIT_MAX = 19
/** Those of a bank card, the longest number of a person. */
const DIGITS_MAX = 19
const PHONE = /手机|电话|联系方式|号码|PHONE|MOBILE|TEL/
const CARD = /银行|卡号|账号|帐号|CARD|ACCOUNT/
/** Parts in which a resident number is split: region, birthday, sequence. Neighbouring counts are of other lengths. */
const RESIDENT_PARTS = new Set(['6,8,4', '6,12', '14,4', '6,4,4,4', '6,8,3,1', '17,1', '6,4,2,2,4'])
const RESIDENT = /身份|证件|RESIDENT|IDENTITY|ID ?CARD|ID ?NO/

function kindOfJoined(joined: string, parts: readonly string[], headers: readonly string[]): PersonalKind | null {
  // Headers are folded for the few numbers that have the length of a person's: they are the same in each row.
  const isTitled = (pattern: RegExp) => headers.some((header) => pattern.test(foldText(header).text))
  if (joined.length === 18) {
    const year = Number(joined.slice(6, 10))
    if (isTitled(RESIDENT) && isProvince(joined.slice(0, 2)) && /^(18|19|20)/.test(joined.slice(6)))
      return 'resident-id'
    const isRegular = RESIDENT_PARTS.has(parts.map((part) => part.length).join(','))
    return isRegular && isResidentNumber(joined) && isProvince(joined.slice(0, 2)) && year < 2010 ? 'resident-id' : null
  }
  if (/^1[3-9]\d{9}$/.test(joined)) return isTitled(PHONE) ? 'mobile' : null
  return /^62\d{14,17}$/.test(joined) && isTitled(CARD) && parts.every((part) => part.length <= 6) ? 'bank-card' : null
}
