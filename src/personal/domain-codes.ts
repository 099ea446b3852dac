import { checkCreditCode } from '../codes/credit-code.ts'
import { isProvince } from '../codes/divisions.ts'
import { checkOrganisationCode } from '../codes/organisation-code.ts'
import { findNumberCue } from './number-cues.ts'
import { isPassportNumber, isResidentNumber, TRAVEL } from './number-shapes.ts'

/*
 * Codes of this domain that look like personal data. They are recognised first: one grid code in five is a valid resident
 * number of the old form, one component code in ten passes the check of a bank card.
 */

/**
 * The text with its codes blanked, each character by one space, so that positions stay. `header`: of the column. A credit
 * code of digits only may also be a miscopied resident number, and is one where the words before it say so.
 */
export function blankCodes(text: string, header = ''): string {
  let left = text
  for (const { pattern, isCode } of CODES) {
    left = left.replace(pattern, (found: string, at: number) => {
      const isCalledResident = /^\d{18}$/.test(found) && findNumberCue(text, at, header) === 'resident'
      // One passport number in eleven passes the check of an organisation code.
      const isCalledPassport =
        isPassportNumber(found) && TRAVEL.test(`${header} ${text.slice(Math.max(0, at - 16), at)}`)
      return isCode(found) && !isCalledResident && !isCalledPassport ? ' '.repeat(found.length) : found
    })
  }
  return left
}

/**
 * A component: county, major class, minor class, sequence, of 16 (2013) or 17 digits (2026); classes have no more than
 * 21 majors and 76 minors.
 */
export function isComponentCode(digits: string): boolean {
  if (!/^\d{16,17}$/.test(digits) || !isCountyShape(digits)) return false
  const [major, minor] = [Number(digits.slice(6, 8)), Number(digits.slice(8, digits.length - 6))]
  return major >= 1 && (major <= 10 || major === 21) && minor >= 1 && (minor <= 80 || minor >= 900)
}

/** A matter: county, major and minor class, of 11 digits; that of Hebei begins like a mobile number. */
export function isMatterCode(digits: string): boolean {
  return /^\d{11}$/.test(digits) && isCountyShape(digits) && /^(0[1-9]|10)/.test(digits.slice(6))
}

/** A county's code by its shape: a province, a city up to 53 or directly governed 90, a county up to 86. */
export function isCountyShape(digits: string): boolean {
  const [city, county] = [Number(digits.slice(2, 4)), Number(digits.slice(4, 6))]
  return isProvince(digits.slice(0, 2)) && city >= 1 && (city <= 53 || city === 90) && county >= 1 && county <= 86
}

interface CodeShape {
  pattern: RegExp
  isCode: (found: string) => boolean
}

const acceptAlways = (): boolean => true

/** The longest first: a permit number begins with a credit code. */
const CODES: readonly CodeShape[] = [
  { pattern: /[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}/g, isCode: acceptAlways },
  { pattern: /(?<![0-9A-Z])(?=[0-9]*[A-F])[0-9A-F]{32,128}(?![0-9A-Z])/g, isCode: acceptAlways },
  {
    pattern: /(?<![0-9A-Z])[0-9A-Z]{18}\d{3}[A-Z](?![0-9A-Z])/g,
    isCode: (found) => checkCreditCode(found.slice(0, 18)).ok,
  },
  // An index number of disclosure: the code of its issuer, year and sequence.
  { pattern: /(?<![0-9A-Z])(?:[0-9A-Z]{8}-?[0-9X]|[0-9A-Z]{18})\/(?:19|20)\d{2}-\d{3,6}(?!\d)/g, isCode: acceptAlways },
  {
    pattern: /(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])/g,
    isCode: (found) => checkCreditCode(found).ok && !isResidentNumber(found),
  },
  {
    pattern: /(?<![0-9A-Z-])[0-9A-Z]{8}-?[0-9X](?![0-9A-Z-])/g,
    isCode: (found) => checkOrganisationCode(found.replace('-', '')).ok && /-|.[A-Z]/.test(found),
  },
  // 〔2026〕12号, and filings of websites: 苏ICP备12345678号-1, 苏公网安备 32011302010123号.
  { pattern: /[〔[(【](?:19|20)\d{2}[〕\])】]\s?(?:第\s?)?\d+\s?号/g, isCode: acceptAlways },
  { pattern: /(?:ICP备|公网安备|ICP证|ICP)\s?\d{5,14}号?(?:-\d+)?/g, isCode: acceptAlways },
  { pattern: /(?:ISBN|ISSN|DOI|GB\/T|GB|HJ|CJ\/T)[ :]?[0-9X.\-/]+/g, isCode: acceptAlways },
  // A time stamp: 2026-10-12 09:30:00 or 20261012093000.
  {
    pattern:
      /(?<!\d)(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?(?![\d-])/g,
    isCode: acceptAlways,
  },
  // A number with a fraction is a measurement or a coordinate; that of a telephone number has two dots.
  { pattern: /(?<![\d.])\d+\.\d+(?![\d.])/g, isCode: acceptAlways },
  { pattern: /(?<![\d,])\d{1,3}(?:,\d{3}){2,}(?![\d,])/g, isCode: acceptAlways },
]
