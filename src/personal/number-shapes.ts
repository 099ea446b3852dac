import { toDayNumber } from '../calendar/days.ts'
import { passesLuhn } from './luhn.ts'

/*
 * Shapes of personal data, for whoever looks for it. Each expects a whole token after NFKC. Codes of the register must be
 * recognised first: a grid code of 15 digits may look like an old resident number, a component code like a bank card.
 */

/** Resident identity number, GB 11643: 17 digits with a birth date that exists, and a check. The X is upper case. */
export function isResidentNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return false
  if (toDayNumber(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`) === null) return false
  let sum = 0
  for (const [index, weight] of RESIDENT_WEIGHTS.entries()) sum += Number(text[index]) * weight
  return '10X98765432'[sum % 11] === text[17]
}

/** Bank card: 13 to 19 digits, grouped or not, of a known issuer, with a Luhn check. One number in ten passes by chance. */
export function isBankCard(text: string): boolean {
  const digits = text.replace(/[ -]/g, '')
  return /^(62|4|5[1-5]|3[457])\d+$/.test(digits) && digits.length >= 13 && digits.length <= 19 && passesLuhn(digits)
}

export function isMobileNumber(text: string): boolean {
  return /^(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}$/.test(text)
}

/** Number plate: five characters, six for new energy with its letter first or last, or a police or trainer's ending. */
export function isNumberPlate(text: string): boolean {
  return PLATE.test(text.replace('·', ''))
}

/** Words before the number of a passport or a travel permit. */
export const TRAVEL = /护照|通行证|回乡证|台胞证|旅行证|PASSPORT|TRAVEL (?:PERMIT|DOCUMENT)|(?:EXIT-)?ENTRY PERMIT/

/** Passport or travel permit by its shape; a document number can look the same, so a cue word must be near. */
export function isPassportNumber(text: string): boolean {
  return /^(E\d{8}|E[A-HJ-NP-Z]\d{7}|G\d{8}|C[A-Z0-9]\d{7}|H\d{8,10}|M\d{8})$/.test(text)
}

const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const PROVINCE = '[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新]'
const LETTER = '[A-HJ-NP-Z]'
const PLATE = new RegExp(
  `^${PROVINCE}${LETTER}(?:[0-9A-HJ-NP-Z]{5}|[A-HJK]\\d{5}|\\d{5}[A-HJK]|[0-9A-HJ-NP-Z]{4}[警学挂港澳])$`,
)
