import { toDayNumber } from '../calendar/days.ts'
import { isProvince } from '../codes/divisions.ts'
import type { NumberWindow } from './number-chains.ts'
import type { NumberCue } from './number-cues.ts'
import { isResidentNumber } from './number-shapes.ts'

/**
 * From this year of birth on a number without a cue is taken for a case number: region, day and sequence, of which one in
 * eleven passes the check of a resident number. A child's number has its cue.
 */
const CASE_YEAR = 2010
/** In a grid code of 15 digits the place of the birth year has the first digits of a subdistrict: 00–29. */
const GRID_YEAR = 30

/** Whether digits are a resident number of 18 or 15 digits, or the number of a card that contains a resident number. */
export function isResidentWindow(window: NumberWindow, cue: NumberCue | null, text: string): boolean {
  const { digits, joints, before, after } = window
  if (joints.some((joint) => /[()]/.test(joint)) || /[.]/.test(before) || /[.]/.test(after)) return false
  // Dots are written between the parts of a number that is called one; elsewhere they make coordinates and versions.
  if (cue !== 'resident' && joints.some((joint) => joint.includes('.'))) return false
  if (digits.includes('*')) return isWeaklyMasked(digits)
  if (cue === 'resident' && isNamedResident(digits)) return true
  if (digits.length === 18) return isResident18(window, cue, text)
  // The certificate of a disabled person: the resident number, category and grade.
  if (/^\d{17}[\dX][1-7][1-4]$/.test(digits))
    return isPlausible(digits.slice(0, 18)) && isResidentNumber(digits.slice(0, 18))
  // Other cards add a serial number of two digits.
  if (cue === 'resident' && /^\d{17}[\dX]\d{2}$/.test(digits)) return isResidentNumber(digits.slice(0, 18))
  return digits.length === 15 && cue !== 'code' && window.lengths.length === 1 && isResident15(digits)
}

/** Behind 身份证 a number is one even if it was cut or miscopied. */
function isNamedResident(digits: string): boolean {
  return digits.length >= 14 && digits.length <= 18 && isProvince(digits.slice(0, 2))
}

function isResident18({ digits, lengths }: NumberWindow, cue: NumberCue | null, text: string): boolean {
  if (!isPlausible(digits)) return false
  const year = Number(digits.slice(6, 10))
  const isSound = isResidentNumber(digits)
  if (cue === 'code' || cue === 'amount') return isSound && year < 2000
  if (year >= CASE_YEAR) return isSound && PERSON.test(text)
  return isSound || lengths.length === 1 || REGULAR.has(lengths.join(','))
}

/** Words that say that the text is about a person. */
const PERSON = /姓名|户主|学生|儿童|孩子|婴儿|患者|当事人|举报人|投诉人|持有人|监护人|本人|申领人|新生儿/
const REGULAR = new Set(['6,8,4', '6,4,4,4', '3,3,4,4,4', '6,8,3,1', '6,12', '4,4,4,4,2', '14,4', '6,4,2,2,4'])

/** A region and a day of birth that exist. The check may be wrong. */
function isPlausible(digits: string): boolean {
  return isProvince(digits.slice(0, 2)) && /^(18[5-9]|19|20)/.test(digits.slice(6)) && isBirthDay(digits)
}

function isBirthDay(digits: string): boolean {
  return toDayNumber(`${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`) !== null
}

function isResident15(digits: string): boolean {
  const birth = digits.slice(6, 12)
  if (!isProvince(digits.slice(0, 2)) || digits.startsWith('00', 2) || Number(birth.slice(0, 2)) < GRID_YEAR)
    return false
  return toDayNumber(`19${birth.slice(0, 2)}-${birth.slice(2, 4)}-${birth.slice(4)}`) !== null
}

/** A mask of no more than four digits leaves the region and the birthday, which is most of the number. */
function isWeaklyMasked(digits: string): boolean {
  return (
    digits.length === 18 &&
    digits.split('*').length <= 5 &&
    /^\d{6}(18|19|20)\d{6}/.test(digits) &&
    isPlausible(digits) &&
    Number(digits.slice(6, 10)) < CASE_YEAR
  )
}
