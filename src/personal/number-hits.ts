import { isComponentCode, isCountyShape, isMatterCode } from './domain-codes.ts'
import type { FoldedHit, PersonalKind } from './hit.ts'
import { findChains, listWindows, type NumberWindow } from './number-chains.ts'
import { findNumberCue, type NumberCue } from './number-cues.ts'
import { isBankCard } from './number-shapes.ts'
import { isResidentWindow } from './resident-hits.ts'

/** Resident numbers, bank cards and telephone numbers in a text whose codes are blanked. */
export function findNumberHits(text: string, header: string, allowed: ReadonlySet<string>): FoldedHit[] {
  const hits: FoldedHit[] = []
  for (const chain of findChains(text)) {
    const cues = new Map<number, NumberCue | null>()
    const cueAt = (start: number): NumberCue | null => {
      const known = cues.get(start)
      if (known !== undefined) return known
      const cue = findNumberCue(text, start, header)
      cues.set(start, cue)
      return cue
    }
    for (const window of listWindows(chain, 7, 21)) {
      if (hits.some((hit) => hit.start < window.end && window.start < hit.end)) continue
      const kind = kindOf(window, cueAt(window.start), { text, allowed })
      if (kind !== null) hits.push({ kind, start: window.start, end: window.end })
    }
  }
  return hits
}

/** A mobile number that a spreadsheet took for an amount: 13800138000.0, 1.3800138E10. */
export function findMobilesAsAmounts(text: string, header: string): FoldedHit[] {
  return [...text.matchAll(AS_AMOUNT)].flatMap(({ 0: found, index }): FoldedHit[] => {
    const isCalled = findNumberCue(text, index, header) === 'phone'
    return isCalled ? [{ kind: 'mobile', start: index, end: index + found.length }] : []
  })
}

const AS_AMOUNT = /(?<![\d.])(?:1[3-9]\d{9}\.0{1,2}|1\.[3-9]\d{1,9}E\+?10)(?![\d.])/g

interface Surroundings {
  text: string
  /** Digits of numbers that the publisher has made public: hotlines and office telephones. */
  allowed: ReadonlySet<string>
}

function kindOf(window: NumberWindow, cue: NumberCue | null, { text, allowed }: Surroundings): PersonalKind | null {
  if (allowed.has(window.digits)) return null
  if (isResidentWindow(window, cue, text)) return 'resident-id'
  if (isCardWindow(window, cue)) return 'bank-card'
  if (isMobileWindow(window, cue, text)) return 'mobile'
  return isLandlineWindow(window, cue, text) ? 'landline' : null
}

const CARD_PREFIX = /^(62|4|5[1-5]|3[457]|60|9[0-9]|81)/

function isCardWindow({ digits, lengths, joints, before, after }: NumberWindow, cue: NumberCue | null): boolean {
  if (digits.length < 13 || digits.length > 19 || joints.some((joint) => /[./]/.test(joint))) return false
  if (joints.some((joint) => joint.includes('_')) && !(isGrouped(lengths) && isBankCard(digits))) return false
  const hidden = digits.split('*').length - 1
  const isNamed = cue === 'card'
  if (hidden > 0) return hidden <= 4 && digits.length >= 16 && (isNamed || /^62/.test(digits)) && lengths.length <= 5
  const isByIssuer = isNamed && lengths[0] === 6 && lengths[1] === 8 && lengths.length === 3
  if (!(isGrouped(lengths) || isByIssuer) || before.includes('-') || after.includes('-')) return false
  if (lengths.length >= 4 && lengths[0] === 4 && /^62/.test(digits)) return true
  if (isNamed) return digits.length >= 16 ? CARD_PREFIX.test(digits) || isBankCard(digits) : isBankCard(digits)
  if (cue === 'code' || cue === 'amount' || digits.length < 15) return false
  if (digits.length === 15 && (isCountyShape(digits) || !/^3[47]/.test(digits))) return false
  return isBankCard(digits) && !isComponentCode(digits) && !isCaseNumber(digits)
}

/** Region, day and sequence. */
function isCaseNumber(digits: string): boolean {
  return isCountyShape(digits) && /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(digits.slice(6))
}

/** A card in one run, in groups of four, or as its issuer's six digits and the rest. */
function isGrouped(lengths: readonly number[]): boolean {
  if (lengths.length === 1) return true
  if (lengths.length === 2) return lengths[0] === 6 || lengths[0] === 4
  if (lengths.every((length) => length === 1)) return true
  return lengths.slice(0, -1).every((length) => length === 4) && (lengths.at(-1) ?? 9) <= 4
}

/** Groups in which people write a mobile number. */
const MOBILE_GROUPS = new Set([
  '11',
  '3,4,4',
  '3,8',
  '7,4',
  '4,4,3',
  '3,3,5',
  '3,2,2,2,2',
  '5,6',
  '4,3,4',
  '3,5,3',
  '6,5',
  '3,4,2,2',
  '3,3,3,2',
  '2,2,2,2,3',
  '2,3,3,3',
])

function isMobileWindow(window: NumberWindow, cue: NumberCue | null, text: string): boolean {
  const { digits, lengths } = removeCountry(window)
  if (!/^1[3-9*]/.test(digits) || digits.length !== 11 || digits.split('*').length > 3) return false
  if (!MOBILE_GROUPS.has(lengths.join(',')) && lengths.some((length) => length !== 1)) return false
  if (!areJointsOfMobile(window) && !isPair(window, text)) return false
  if (cue === 'amount' || isCounted(text, window.end, digits)) return false
  if (cue === 'code' && (isMatterCode(digits) || lengths.length > 1)) return false
  return !isGluedToCode(text, window)
}

/** `+86 138…`, `0086138…` → the national number and its groups. */
function removeCountry({ digits, lengths }: NumberWindow): { digits: string; lengths: readonly number[] } {
  const prefix = /^(?:00)?86(?=1[3-9])/.exec(digits)?.[0]
  if (prefix === undefined || digits.length - prefix.length !== 11) return { digits, lengths }
  const [first = 0, ...rest] = lengths
  return {
    digits: digits.slice(prefix.length),
    lengths: first === prefix.length ? rest : [first - prefix.length, ...rest],
  }
}

/** Dots are in all places or in none: 130.12345678 is a longitude. A dash outside makes the number part of a code. */
function areJointsOfMobile({ joints, before, after, lengths }: NumberWindow): boolean {
  if (/[./]/.test(before) || /[./]/.test(after)) return false
  if (lengths.length > 1 && (/-/.test(before) || /-/.test(after))) return false
  const dots = joints.filter((joint) => joint.includes('.')).length
  return dots === 0 || (dots === joints.length && joints.length >= 2)
}

/** Two whole numbers with a slash between: 13600000000/17300000000. */
function isPair({ start, end, lengths }: NumberWindow, text: string): boolean {
  if (lengths.join() !== '11') return false
  const isFirst = /^\s?\/\s?1[3-9]\d{9}(?![\d/])/.test(text.slice(end, end + 15))
  return isFirst || /(?<![\d/])1[3-9]\d{9}\s?\/\s?$/.test(text.slice(Math.max(0, start - 15), start))
}

/** 15000000000元: a round number before a unit. */
function isCounted(text: string, end: number, digits: string): boolean {
  return (
    /^\s?(?:元|万|亿|件|吨|千瓦|KWH|平方|立方|人次|人民币|美元|公斤|KG|M2|M3|米|辆|户|株|度|%)/.test(
      text.slice(end, end + 5),
    ) || /0{7}$/.test(digits)
  )
}

/** Letters that people put before a telephone number; others make it part of a code. */
const GLUED = /(?:TEL|PHONE|MOBILE|MOB|CALL|WX|VX|QQ|WECHAT|NO|T|P|M|V)\.?$/

function isGluedToCode(text: string, { start, end }: NumberWindow): boolean {
  if (/[A-Z]/.test(text[end] ?? '')) return true
  const word = /[A-Z0-9_-]*[A-Z]$/.exec(text.slice(Math.max(0, start - 24), start))?.[0]
  return word !== undefined && !GLUED.test(word)
}

/** 010, 02x, and four digits from 03xx; subscribers begin with 2 to 8. */
const LANDLINE = /^(?:(?:010|02[0-57-9])[2-8]\d{7}|0[3-9]\d{2}[2-8]\d{6,7})$/

/** What is written behind the number of somebody's home. */
const OF_HOME = /^\s?\((?:家|宅|家里|家中|住宅|本人)\)/

function isLandlineWindow(
  { digits, end, lengths, joints, before, after }: NumberWindow,
  cue: NumberCue | null,
  text: string,
): boolean {
  if (cue === 'code' || cue === 'amount') return false
  // +86.25.84592217: with its country a number may have dots.
  const isDotted = joints.length >= 2 && joints.every((joint) => joint === '.') && /^86[2-9]/.test(digits)
  if (!isDotted && joints.some((joint) => /[./_]/.test(joint))) return false
  if (/[./]/.test(before) || /[./]/.test(after)) return false
  const national = digits.replace(/^(?:00)?86(?=[1-9]\d{8,10}$)/, '0')
  const isWhole = LANDLINE.test(national)
  if (isWhole && lengths.length === 1) return cue === 'phone' || digits.length >= 11 || national === digits
  if (isWhole) return isAreaFirst(lengths, digits)
  const isCalled = cue === 'phone' || OF_HOME.test(text.slice(end, end + 8))
  return isCalled && before === '' && /^[2-8]\d{6,7}$/.test(digits) && lengths.length <= 2
}

function isAreaFirst(lengths: readonly number[], digits: string): boolean {
  const rest = digits.startsWith('0') && !digits.startsWith('00') ? lengths : lengths.slice(1)
  return (rest[0] ?? 0) >= 2 && (rest[0] ?? 9) <= 4 && rest.length <= 3
}
