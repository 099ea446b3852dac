import type { Rejection } from './parse-result.ts'
import { reject } from './parse-result.ts'

/** Marks of footnotes that NFKC makes plain figures and letters of: `1200¹` would be 12001. */
const MARK =
  '[ªº¹\u02B0-\u02B8\u02E0-\u02E4\u1D2C-\u1D6A\u1D78\u1D9B-\u1DBF\u2070-\u209C\u2460-\u24FF\u2776-\u2793\u3220-\u3229\u3248-\u325F\u3280-\u3289\u32B1-\u32BF\u{1F100}-\u{1F1FF}]'
/** ² and ³ behind a Latin letter are those of m² and m³. */
const SQUARE = '(?<![A-Za-z])[²³]'
const ANY = new RegExp(`${MARK}|${SQUARE}`, 'u')
const AT_END = new RegExp(`(?<!${MARK}|${SQUARE})(?:${MARK}|${SQUARE})+$`, 'u')

const BEYOND_ASCII = /[^ -~]/

/** The first mark in a text as received, or null. It is looked for before the text is normalised. */
export function findMark(raw: string): string | null {
  // Most texts are ASCII, which has no such mark.
  return !BEYOND_ASCII.test(raw) ? null : (ANY.exec(raw)?.[0] ?? null)
}

/** The text without the marks that it ends with; the same text where it ends with none. */
export function removeMarks(raw: string): string {
  const text = raw.trimEnd()
  return findMark(text) === null ? text : text.replace(AT_END, '').trimEnd()
}

export function rejectMark(raw: string): Rejection {
  return reject('cell-footnote-mark', null, { mark: findMark(raw) ?? '' })
}
