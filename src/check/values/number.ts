import { simplify } from '../../codes/simplified.ts'
import type { RuleId } from '../../problems/catalogue.ts'
import { normalise } from './normalise-cell.ts'
import type { Rejection } from './parse-result.ts'
import { reject } from './parse-result.ts'

/** A number as people write it: `5.8万余家` is 58,000, 家, 余. */
export interface WrittenNumber {
  is: 'number'
  value: number
  /** `%`, `件`; empty where none is written. */
  unit: string
  /** 约 近 余 多 以上 ≥ < …; empty for an exact number. */
  qualifier: string
  /** True where the cell contains 万 or 亿. */
  scaled: boolean
  notes: RuleId[]
}

/** Reads one written number. A minus sign, groups of three, 万 and 亿, a unit and a qualifier are understood. */
export function parseNumber(raw: string): WrittenNumber | Rejection {
  if (PLAIN.test(raw))
    return checkSafe({ is: 'number', value: Number(raw), unit: '', qualifier: '', scaled: false, notes: [] }, raw)
  const { text, notes } = normalise(raw)
  if (SCIENTIFIC.test(text)) return parseExponent(text, notes)
  const plain = simplify(text)
  if (plain !== text) notes.push('name-traditional')
  const closed = plain.replace(SPACED_SIGN, '')
  if (closed !== plain) notes.push('percent-spaced')
  const parts = WRITTEN.exec(closed.replace('\u2212', '-'))?.groups
  if (!parts) return reject('number-format', '1234 | 1,234 | 12.5')
  const digits = parts['digits'] ?? ''
  const scale = parts['scale'] ?? ''
  if (digits.includes(',')) notes.push('number-grouped')
  if (scale !== '') notes.push('number-scaled')
  return checkSafe({
    is: 'number',
    // Written as an exponent, so that 1.1万 is 11,000 and no binary fraction beside it.
    value: Number(`${digits.replaceAll(',', '')}e${POWERS[scale] ?? 0}`),
    unit: parts['unit'] ?? '',
    qualifier: parts['before'] ?? parts['more'] ?? parts['most'] ?? parts['after'] ?? '',
    scaled: scale !== '',
    notes,
  })
}

/** Power of ten of 万, 亿 and their like at the head of a unit. */
export function powerOf(scale: string): number | undefined {
  return POWERS[scale]
}

/**
 * `1e+05`: R writes 100000 so, because it is shorter, and then no digit is lost. Spreadsheets write `1.23E+05` of any number
 * that is about as large.
 */
function parseExponent(text: string, notes: readonly RuleId[]): WrittenNumber | Rejection {
  const value = Number(text)
  const isWhole = Number.isSafeInteger(value) && String(value).length > text.length - (text.startsWith('-') ? 1 : 0)
  if (!R_EXPONENT.test(text) || !isWhole) return reject('number-scientific')
  return { is: 'number', value, unit: '', qualifier: '', scaled: false, notes: [...notes, 'number-exponent'] }
}

const R_EXPONENT = /^-?\d(?:\.\d{1,2})?e\+\d{2}$/
const PLAIN = /^-?\d+(?:\.\d+)?$/
const SPACED_SIGN = /(?<=\d)\s+(?=%$)/
const SCIENTIFIC = /^-?\d(?:\.\d+)?e[+-]?\d+$/i
const POWERS: Record<string, number> = { '': 0, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 }
const WRITTEN = new RegExp(
  '^(?<before>约|近|超过|超|逾|达|不足|≥|≤|>|<)?' +
    String.raw`(?<digits>[-+]?(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+))` +
    '(?<more>多|余)?(?<scale>百万|千万|千|万|亿)?(?<most>多|余)?' +
    String.raw`(?<unit>%|‰|km2?|m[23]|kg|hm2|℃|°C|(?!以上|以下|左右|〇)\p{Script=Han}{1,4}?)?(?<after>以上|以下|左右)?$`,
  'u',
)

/** Beyond 2^53 a number has already lost digits; and no program writes more than 17 digits. */
function checkSafe(number: WrittenNumber, digits = ''): WrittenNumber | Rejection {
  const isLong = digits.length > DIGITS_MAX && digits.replace(/^-?0*\.?0*|\D|0+$/g, '').length > DIGITS_MAX
  return isLong || Math.abs(number.value) > Number.MAX_SAFE_INTEGER ? reject('digits-lost') : number
}

/** Significant digits that distinguish a double from every other. */
const DIGITS_MAX = 17
