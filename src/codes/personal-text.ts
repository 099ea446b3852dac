import { dayNumber } from '../calendar/days.ts'
import { removeInvisible } from '../text/invisible.ts'
import { checkCreditCode } from './credit-code.ts'
import { checkOrganisationCode } from './organisation-code.ts'
import { checkPermitNumber } from './permit-number.ts'
import {
  isBankCard,
  isLandlineNumber,
  isMobileNumber,
  isNumberPlate,
  isPassportNumber,
  isResidentNumber,
} from './personal.ts'

export type PersonalKind =
  | 'mobile'
  | 'landline'
  | 'resident'
  | 'bank-card'
  | 'plate'
  | 'email'
  | 'passport'
  | 'account'
  | 'home'

/** Personal data within a text: what it is, and the characters that hold it. */
export interface PersonalFinding {
  kind: PersonalKind
  text: string
}

/** Numbers of persons in a text. Permit numbers, credit codes and organisation codes are known first, and let pass. */
export function findPersonal(raw: string): PersonalFinding[] {
  const seen = removeInvisible(raw)
  if (!SUSPECT.test(seen)) return []
  const text = seen.normalize('NFKC').toUpperCase()
  const findings: PersonalFinding[] = []
  // What is found is blotted out, so that no digit is told of twice.
  const without = (rest: string, shapes: readonly Shape[]) =>
    shapes.reduce(
      (left, { kind, pattern, holds }) =>
        left.replace(pattern, (found) => {
          if (!holds(found.replace(JOINTS, ''))) return found
          findings.push({ kind, text: found })
          return ' '
        }),
      rest,
    )
  const unnamed = without(text, NAMED_SHAPES)
  without(
    unnamed.replace(WORD, (word) => (isRegistered(word) ? ' ' : word)),
    SHAPES,
  )
  return findings
}

/** The text with its personal numbers covered: 138****5678. Where they stand in full width, the whole text is narrowed. */
export function maskPersonal(raw: string): string {
  const findings = findPersonal(raw)
  let text = findings.every((finding) => raw.includes(finding.text))
    ? raw
    : removeInvisible(raw).normalize('NFKC').toUpperCase()
  for (const { kind, text: found } of findings) text = text.replaceAll(found, maskText(kind, found))
  return text
}

/** The ends that let a clerk find the cell again, and no more. */
export function maskText(kind: PersonalKind, found: string): string {
  const bare = (kind === 'email' ? found : found.replace(JOINTS, '')).replace(/^\+?86(?=1\d{10}$)/, '')
  const [head, tail] = ENDS[kind]
  return `${bare.slice(0, head)}${'*'.repeat(Math.max(1, bare.length - head - tail))}${bare.slice(bare.length - tail)}`
}

const ENDS: Record<PersonalKind, [number, number]> = {
  mobile: [3, 4],
  landline: [3, 2],
  resident: [6, 2],
  'bank-card': [4, 4],
  plate: [2, 1],
  email: [1, 4],
  passport: [2, 2],
  account: [2, 1],
  home: [1, 1],
}

/** Most texts hold no run of digits, no plate and no address of mail, and are done at once. */
const SUSPECT =
  /[\d０-９]{3}|[@＠]|微信|[1１][ 　][3-9３-９][ 　]|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-Za-zＡ-Ｚａ-ｚ]/
/** What people put between the digits of one number. */
const JOINTS = /[- ·.]/g
const WORD = /[0-9A-Z]{9,}/g

interface Shape {
  kind: PersonalKind
  pattern: RegExp
  holds: (bare: string) => boolean
}

/** What the words before it make certain, whatever code it may look like. */
const NAMED_SHAPES: readonly Shape[] = [
  {
    kind: 'resident',
    pattern: /(?<=身份证(?:件)?(?:号码?)?[:为是]?\s{0,4})\d{15}(?!\d)/g,
    holds: isOldResidentNumber,
  },
  {
    kind: 'passport',
    pattern: /(?<=(?:护照|通行证)(?:号码?)?[:为是]?\s{0,4})[A-Z][A-Z0-9]\d{7,9}(?!\d)/g,
    holds: isPassportNumber,
  },
  {
    kind: 'landline',
    // Numbers of offices are public and look the same: only the words before say that it is somebody's own.
    pattern:
      /(?<=(?:(?:家庭|家中|住宅|本人|个人|户主|来电|报案人|举报人|投诉人|诉求人|当事人)(?:联系)?(?:电话|座机|固话|号码)(?:号码)?|宅电)[:为是]?\s{0,4})(?:\(0\d{2,3}\)|0\d{2,3}[- ]?)[2-8]\d{6,7}(?!\d)/g,
    holds: isLandlineNumber,
  },
  {
    kind: 'account',
    // The name of a public account has no digit, as a rule, and stands behind 公众号; a group's number behind 群.
    pattern:
      /(?<=微信(?:号码?|账号|ID)?[:为是]?\s{0,4})(?=[-_A-Z]*\d)[A-Z][-_A-Z0-9]{5,19}|(?<=(?:QQ|扣扣)(?:号码?|账号)?[:为是]?\s{0,4})[1-9]\d{4,10}(?!\d)/g,
    holds: () => true,
  },
  {
    kind: 'home',
    // Only where the words before say that somebody lives there: firms have rooms in buildings too.
    pattern:
      /(?<=(?:户主|家住|现住|租住|居住[在于]|住[在于]|家庭地址|户籍地址|住址|[,;、]住(?![所宅房建院]))[^。;\n]{0,30}?)\d{1,4}(?:幢|栋|座|号楼)(?:\d{1,2}单元)?\d{1,4}[室户]/g,
    holds: () => true,
  },
]

/** The longest first: a card may hold what looks like a mobile number. */
const SHAPES: readonly Shape[] = [
  {
    kind: 'resident',
    pattern: /(?<!\d)\d{6}[- ]?\d{8}[- ]?\d{3}[\dX](?!\d)/g,
    holds: (bare) => isResidentNumber(bare) || isResidentShape(bare),
  },
  {
    kind: 'bank-card',
    pattern: /(?<!\d)\d{4}[- ]?\d{4}[- ]?\d{4}[- ]?\d{4}(?:[- ]?\d{1,3})?(?!\d)/g,
    holds: isBankCard,
  },
  {
    kind: 'mobile',
    // Dots stand in both places or in none: 130.12345678 is a longitude.
    pattern:
      /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}[- ]?\d{4}|\.\d{4}\.\d{4})(?!\d)|(?<!\d ?)1 [3-9](?: \d){9}(?! ?\d)/g,
    holds: isMobileNumber,
  },
  {
    kind: 'email',
    // An office may be written to.
    pattern:
      /(?<![A-Z0-9._%+-])[A-Z0-9._%+-]{1,64}@(?!(?:[A-Z0-9-]{1,63}\.){0,4}GOV\.CN(?![A-Z0-9.-]))(?:[A-Z0-9-]{1,63}\.){1,5}[A-Z]{2,24}/g,
    holds: () => true,
  },
  {
    kind: 'plate',
    pattern:
      /[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-HJ-NP-Z]·?[0-9A-HJ-NP-Z]{4,6}[警学挂港澳]?(?![0-9A-Z])/g,
    holds: (bare) => isNumberPlate(bare) && /\d{2}/.test(bare),
  },
]

/** A resident number with a slip in its check digit is one all the same: a region, and a day of birth that exists. */
function isResidentShape(bare: string): boolean {
  return (
    /^[1-8]\d{5}(19|20)\d{2}/.test(bare) &&
    dayNumber(`${bare.slice(6, 10)}-${bare.slice(10, 12)}-${bare.slice(12, 14)}`) !== null
  )
}

/** The number of 15 digits that was given until 1999: a region, and a day of birth that exists. */
function isOldResidentNumber(bare: string): boolean {
  const [year, month, day] = [bare.slice(6, 8), bare.slice(8, 10), bare.slice(10, 12)]
  return /^[1-8]/.test(bare) && dayNumber(`19${year}-${month}-${day}`) !== null
}

function isRegistered(word: string): boolean {
  if (isResidentNumber(word)) return false
  const isOrganisation = word.length === 9 && checkOrganisationCode(word).ok
  return checkPermitNumber(word).ok || checkCreditCode(word).ok || isOrganisation
}
