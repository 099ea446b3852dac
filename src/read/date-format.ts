import type { Token } from './format-tokens.ts'
import { splitSections } from './format-tokens.ts'

/** What a format makes of a number that is a moment: a day or a time, a weekday alone, or a length of time; null for none. */
type DateKind = 'moment' | 'weekday' | 'duration'

/** Formats with `aaa` are dates too, which the library does not know. */
export function findDateKind(format: string): DateKind | null {
  const known = KNOWN.get(format)
  if (known !== undefined) return known
  const kind = readDateKind(splitSections(format)[0] ?? [])
  KNOWN.set(format, kind)
  return kind
}

const KNOWN = new Map<string, DateKind | null>()

function readDateKind(tokens: readonly Token[]): DateKind | null {
  if (tokens.some(({ is }) => is === 'elapsed')) return 'duration'
  const code = tokens.map(({ is, text }) => (is === 'code' ? text : ' ')).join('')
  if (!/[ymdhsbga]|e(?![+-])/i.test(code)) return null
  return /[ymhsbge]|(?<!d)d{1,2}(?!d)/i.test(code) || /AM\/PM/i.test(code) ? 'moment' : 'weekday'
}

/** `36:05` of 1.5035 under `[h]:mm`. A negative duration has its sign. */
export function printDuration(format: string, value: number): string {
  const tokens = splitSections(format)[0] ?? []
  const seconds = Math.round(Math.abs(value) * 86_400)
  const shown = tokens.map(({ is, text }) => {
    if (is === 'literal' || is === 'pad') return text
    if (is === 'elapsed') return pad(Math.floor(seconds / (LENGTHS[text[0] ?? ''] ?? 1)), text.length)
    if (/^m+$/i.test(text)) return pad(Math.floor(seconds / 60) % 60, text.length)
    if (/^h+$/i.test(text)) return pad(Math.floor(seconds / 3600) % 24, text.length)
    return /^s+$/i.test(text) ? pad(seconds % 60, text.length) : ''
  })
  return `${value < 0 ? '-' : ''}${shown.join('').trim()}`
}

const LENGTHS: Record<string, number> = { h: 3600, m: 60, s: 1 }

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** `星期四`: what a format shows that prints the day of the week alone. */
export function printWeekday(serial: number, date1904: boolean): string {
  // Serial 1 was a Sunday for the calendar that counts a 29 February 1900.
  const day = Math.floor(serial) + (date1904 ? 1462 : 0)
  return `星期${'六日一二三四五'[((day % 7) + 7) % 7]}`
}
