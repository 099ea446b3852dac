import { sum } from '../text/sum.ts'
import type { Token } from './format-tokens.ts'
import { splitSections } from './format-tokens.ts'

/** Why a reader of the sheet did not see the stored number, beyond rounding, grouping, zero padding and a unit. */
type Fault =
  /** Nothing is shown: `;;;`. */
  | 'hidden'
  /** Words are shown in place of the number: `[<5]"*";0`. */
  | 'replaced'
  /** Words or signs are shown beside it that change what it says: `"SQ-"0000`, `0"*"`. */
  | 'words'
  /** The sign is not shown, or a sign is shown that the number does not have: `0;0`. */
  | 'sign'
  /** A unit is shown that the number is not scaled to: `0"万"` shows 12 as 12万. */
  | 'unit'

/** What a cell's number format makes of its number. */
interface Shown {
  /** A sign that multiplies by 100 (`0%`), or a sign that is only printed beside the number (`0.0"%"`); null for none. */
  percent: 'ratio' | 'literal' | null
  /** The number on the screen is the stored one divided by this power of ten: `0!.0,` shows 123456 as 12.3. */
  power: number
  /** The format prints 万, 亿 or 千 beside the scaled number, so that the screen and the cell agree. */
  hasUnit: boolean
  /** A unit that the format prints behind the number: `0"人"`. It is read as if it had been typed. */
  unit: string
  fault: Fault | null
}

/** Finds the section of the format that applies to the value. */
export function findShown(format: string, value: number): Shown {
  const known = KNOWN.get(format) ?? splitSections(format).map(readSection)
  KNOWN.set(format, known)
  const [first = PLAIN, second, third] = known
  const conditional = known.find((section) => section.accepts?.(value))
  if (conditional) return checkShown(conditional, value, true)
  if (first.accepts) {
    // Programs differ in whether the second of two sections, being that of negative numbers, has a sign.
    const hasOwnSign = known.length !== 2
    return checkShown(known.find((section) => !section.accepts) ?? PLAIN, value, hasOwnSign)
  }
  if (value < 0) return checkShown(second?.isText === false ? second : first, value, second?.isText !== false)
  const zero = third?.isText === false ? third : first
  return checkShown(value === 0 ? zero : first, value, false)
}

/** What the format shows of a text: the text itself, or a fault. */
export function findTextFault(format: string): Fault | null {
  const sections = splitSections(format)
  const last = sections.at(-1) ?? []
  const own = sections.length > 3 ? (sections[3] ?? []) : last
  const hasPlace = own.some(({ is }) => is === 'text')
  if (sections.length < 4 && !hasPlace) return null
  const words = own.some(({ is, text }) => is === 'literal' && text.trim() !== '')
  if (!hasPlace) return words ? 'replaced' : 'hidden'
  return words ? 'words' : null
}

/** What the screen shows, about as Excel prints it, for messages. Empty where nothing is shown. */
export function printShown(format: string, value: number): string {
  const { fault, percent, power } = findShown(format, value)
  if (fault === 'hidden') return ''
  const tokens = chooseSection(format, value)
  const joinLiterals = (from: number, to?: number) =>
    tokens
      .slice(from, to)
      .map(({ is, text }) => (is === 'literal' ? text : ''))
      .join('')
  const first = tokens.findIndex(isPlace)
  if (first < 0) return joinLiterals(0).trim()
  const last = tokens.map(isPlace).lastIndexOf(true)
  const code = tokens.map(({ is, text }) => (is === 'code' ? text : '')).join('')
  const decimals = /\.([0#?]*)/.exec(code)?.[1]?.length ?? 0
  const scaled = (Math.abs(value) / 10 ** power) * (percent === 'ratio' ? 100 : 1)
  const number = code === '' || /General/i.test(code) ? String(scaled) : scaled.toFixed(Math.min(decimals, 20))
  const width = /^[0,]+/.exec(code)?.[0].replace(/,/g, '').length ?? 0
  return `${joinLiterals(0, first)}${number.padStart(width, '0')}${joinLiterals(last)}`.trim()
}

function isPlace({ is, text }: Token): boolean {
  return is === 'text' || is === 'general' || (is === 'code' && /[0#?]/.test(text))
}

function chooseSection(format: string, value: number): Token[] {
  const sections = splitSections(format)
  const index = sections.map(readSection).findIndex(({ accepts }) => accepts?.(value))
  if (index >= 0) return sections[index] ?? []
  const [first = [], second, third] = sections
  if (readSection(first).accepts) return sections.find((section) => readSection(section).accepts === undefined) ?? []
  if (value < 0) return second ?? first
  return value === 0 ? (third ?? first) : first
}

/** A workbook has few formats and many cells. */
const KNOWN = new Map<string, Section[]>()

interface Section extends Shown {
  /** `[>=10000]`: for which values the section holds. */
  accepts?: (value: number) => boolean
  /** It has `@` and no place for digits: it is for texts, and numbers use the first section. */
  isText: boolean
  /** A minus sign, or brackets, which say the same. */
  hasMinus: boolean
  /** `#` without `0`: zero is shown as nothing. */
  hidesZero: boolean
  /** Half of the last place that is shown: what is smaller is rounded to zero. */
  halfUnit: number
}

const PLAIN: Section = {
  percent: null,
  power: 0,
  hasUnit: false,
  unit: '',
  fault: null,
  isText: false,
  hasMinus: false,
  hidesZero: false,
  halfUnit: 0.5,
}

function checkShown(section: Section, value: number, hasOwnSign: boolean): Shown {
  if (section.fault === 'replaced' || section.fault === 'hidden') return section
  const size = (Math.abs(value) / 10 ** section.power) * (section.percent === 'ratio' ? 100 : 1)
  // What is rounded to nothing is shown as nothing.
  if (section.hidesZero && size < section.halfUnit) return { ...section, fault: 'hidden' }
  if (value < 0 && !hasOwnSign && !section.hasMinus) return { ...section, fault: 'sign' }
  if (value >= 0 && section.hasMinus) return { ...section, fault: 'sign' }
  return section
}

function readSection(tokens: readonly Token[]): Section {
  const literals = tokens.filter(({ is }) => is === 'literal').map(({ text }) => text)
  const code = tokens.map(codeOf).join('')
  const accepts = tokens.map(({ is, text }) => (is === 'condition' ? readCondition(text) : undefined)).find(Boolean)
  const thousands = sum((code.match(/[0#?],+(?![0#?,]|\uE000)/g) ?? []).map((commas) => commas.length - 1))
  const behindDot = /[0#?]\uE000([0#?,]+)/.exec(code)?.[1]?.replace(/,/g, '').length ?? 0
  const power = 3 * thousands + behindDot
  const percent = /[%％]/.test(literals.join('')) ? 'literal' : null
  const parts = readLiterals(tokens, power)
  const digits = code.replace(/[.\uE000].*$/, '')
  return {
    percent: code.includes('%') ? 'ratio' : percent,
    power,
    ...parts,
    ...(accepts ? { accepts } : {}),
    isText: tokens.some(({ is }) => is === 'text') && !/[0#?]/.test(code),
    halfUnit: 0.5 / 10 ** (/\.([#0?]*)/.exec(code)?.[1]?.length ?? 0),
    hidesZero: /#/.test(digits) && !/[0?]/.test(digits) && !/[0?]/.test(code),
  }
}

/** A dot that is only printed keeps its place, because digits behind it are shown as decimals. */
function codeOf({ is, text }: Token): string {
  if (is === 'literal') return text === '.' || text === '．' ? DOT : ''
  return is === 'code' ? text : ''
}

const DOT = '\uE000'

/** What the words of a section say, before, among and behind the digits. */
function readLiterals(
  tokens: readonly Token[],
  power: number,
): Pick<Section, 'hasUnit' | 'unit' | 'fault' | 'hasMinus'> {
  const first = tokens.findIndex(isPlace)
  const last = tokens.map(isPlace).lastIndexOf(true)
  const joinTokens = (part: readonly Token[]) =>
    part
      .filter(({ is }) => is === 'literal')
      .map(({ text }) => text)
      .join('')
      .trim()
  const nothing = { hasUnit: false, unit: '', hasMinus: false }
  const isDash = first >= 0 && tokens.every(({ is, text }) => is !== 'code' || /^[?\s]+$/.test(text))
  if (first < 0 || isDash) {
    const words = joinTokens(tokens)
    // Accounting formats print a dash for zero, between paddings; everybody reads it as zero.
    if (words === '-' && tokens.some(({ is }) => is === 'pad')) return { ...nothing, fault: null }
    if (first < 0) return { ...nothing, fault: words === '' ? 'hidden' : 'replaced' }
  }
  const before = joinTokens(tokens.slice(0, first)).replace(CURRENCY, '').trim()
  const among = joinTokens(tokens.slice(first, last)).replace(/[.．]/g, '').trim()
  const behind = joinTokens(tokens.slice(last + 1)).replace(CURRENCY, '')
  const hasMinus = /^[-−(（△▲负]/.test(before)
  const rest = before.replace(/^[-−(（△▲负+]+/, '')
  const unit = readUnit(behind.replace(/^[)）]+/, '').trim(), power)
  const fault = rest !== '' || among !== '' ? 'words' : unit.fault
  return { hasUnit: unit.hasUnit, unit: unit.unit, fault, hasMinus }
}

/** Signs of money before or behind a number say nothing that the column does not. */
const CURRENCY = /[¥￥$＄€£]|RMB|CNY|人民币|US(?=\$)/gi

function readUnit(text: string, power: number): Pick<Section, 'hasUnit' | 'unit' | 'fault'> {
  if (text === '' || /^[%％]$/.test(text)) return { hasUnit: false, unit: '', fault: null }
  const isSign = /^[a-zμ°]/i.test(text) && UNIT.test(text)
  const scale = isSign ? undefined : SCALES.find(([name]) => text.startsWith(name))
  if (scale) return { hasUnit: power > 0, unit: '', fault: power === scale[1] ? null : 'unit' }
  if (UNIT.test(text)) return { hasUnit: false, unit: power > 0 ? '' : text, fault: null }
  return { hasUnit: false, unit: '', fault: 'words' }
}

/** Powers of ten that precede a unit, the longest first. 百 and 十 begin names of units too: 百分点. */
const SCALES: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['亿', 8],
  ['億', 8],
  ['万', 4],
  ['萬', 4],
  ['千瓦', 0],
  ['千米', 0],
  ['千克', 0],
  ['千', 3],
  ['百分点', 0],
  ['百', 2],
  ['K', 3],
  ['k', 3],
  ['M', 6],
]
const UNIT = /^(?:\p{Script=Han}{1,4}|‰|km2?|km²|m2|m²|㎡|m3|m³|kg|hm2|℃|°C)$/u

function readCondition(text: string): Section['accepts'] {
  const [, sign = '', edge = ''] = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/.exec(text) ?? []
  const limit = Number(edge)
  switch (sign) {
    case '<':
      return (value) => value < limit
    case '<=':
      return (value) => value <= limit
    case '>':
      return (value) => value > limit
    case '>=':
      return (value) => value >= limit
    case '=':
      return (value) => value === limit
    case '<>':
      return (value) => value !== limit
    default:
      return undefined
  }
}
