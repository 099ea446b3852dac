import { findAddressHits } from './address-hits.ts'
import { blankCodes } from './domain-codes.ts'
import { foldText } from './fold-text.ts'
import { hashDatum } from './hash-datum.ts'
import { type FoldedHit, type Hit, maskHit, stripSigns } from './hit.ts'
import { findNameHits } from './name-hits.ts'
import { findMobilesAsAmounts, findNumberHits } from './number-hits.ts'
import { repairDigits } from './repair-digits.ts'
import { findWordHits } from './word-hits.ts'

/** What surrounds a text. */
export interface ScanContext {
  /** Header of the column that holds the text. */
  header?: string
  /** Digits of telephone numbers that the publisher has made public. */
  allowed?: ReadonlySet<string>
}

const NONE: ReadonlySet<string> = new Set()

/**
 * Finds personal data in one text: a cell, or a line of prose. Codes of the domain are recognised first. The hits are in
 * the order of the text and do not overlap; no hit contains the datum itself.
 */
export function scanText(raw: string, { header = '', allowed = NONE }: ScanContext = {}): Hit[] {
  if ((!SUSPECT.test(raw) && !NAMING.test(header)) || HARMLESS.test(raw)) return []
  const { text, at } = foldText(raw)
  const title = foldText(header).text
  let left = blankCodes(text, title)
  const hits: FoldedHit[] = []
  const take = (found: readonly FoldedHit[]) => {
    for (const hit of found) {
      if (hits.some((other) => other.start < hit.end && hit.start < other.end)) continue
      hits.push(hit)
      left = `${left.slice(0, hit.start)}${' '.repeat(hit.end - hit.start)}${left.slice(hit.end)}`
    }
  }
  take(findWordHits(left, title))
  take(findMobilesAsAmounts(text, title))
  left = repairDigits(left)
  take(findNumberHits(left, title, allowed))
  take(findAddressHits(left, title))
  take(findNameHits(left, title))
  return hits
    .sort((a, b) => a.start - b.start)
    .map(({ kind, start, end }) => ({
      kind,
      start: at[start] ?? raw.length,
      end: (at[end - 1] ?? raw.length) + 1,
      masked: maskHit(kind, text.slice(start, end)),
      hash: hashDatum(stripSigns(kind, text.slice(start, end))),
    }))
}

/** Most texts have no digit, no sign of mail and no Chinese character, and are done at once. */
const SUSPECT =
  /[0-9@\u2460-\u24ff\u3000-\uffff]|wechat|weixin|\b[vw]x|name|contact|applicant|complainant|caller|tenant|patient|witness|victim|occupant|\bm(?:rs?|s|iss|adam)\b| dot /i
/** Headers of names, which may be in Pinyin. */
const NAMING = /name|contact|applicant|姓\s*名|人$/i
/** Figures and dates of a table: too few digits for a number of a person. */
const HARMLESS = /^(?:[ ,:.%+-]*\d){0,6}[ ,:.%+-]*$/
