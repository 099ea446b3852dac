import { judgeCreditCode } from './credit-code.ts'
import { dayNumber } from './days.ts'
import { judgeOrganisationCode } from './organisation-code.ts'
import { judgePermitNumber } from './permit-number.ts'
import { isBankCard, isMobileNumber, isNumberPlate, isResidentNumber } from './personal.ts'

export type PersonalKind = 'mobile' | 'resident' | 'bank-card' | 'plate'

/** Personal data within a text: what it is, and the characters that hold it. */
export interface PersonalFinding {
  kind: PersonalKind
  text: string
}

/** Numbers of persons in a text. Permit numbers, credit codes and organisation codes are known first, and let pass. */
export function findPersonal(raw: string): PersonalFinding[] {
  if (!SUSPECT.test(raw)) return []
  const text = raw.normalize('NFKC').toUpperCase()
  const findings: PersonalFinding[] = []
  // What is found is blotted out, so that no digit is told of twice.
  let rest = text.replace(WORD, (word) => (isRegistered(word) ? ' ' : word))
  for (const { kind, pattern, holds } of SHAPES) {
    rest = rest.replace(pattern, (found) => {
      if (!holds(found.replace(/[- ·]/g, ''))) return found
      findings.push({ kind, text: found })
      return ' '
    })
  }
  return findings
}

/** The text with its personal numbers covered: 138****5678. Where they stand in full width, the whole text is narrowed. */
export function maskPersonal(raw: string): string {
  const findings = findPersonal(raw)
  let text = findings.every((one) => raw.includes(one.text)) ? raw : raw.normalize('NFKC').toUpperCase()
  for (const { kind, text: found } of findings) text = text.replaceAll(found, cover(kind, found))
  return text
}

/** The ends that let a clerk find the cell again, and no more. */
export function cover(kind: PersonalKind, found: string): string {
  const bare = found.replace(/[- ·]/g, '').replace(/^\+?86(?=1\d{10}$)/, '')
  const [head, tail] = ENDS[kind]
  return `${bare.slice(0, head)}${'*'.repeat(Math.max(1, bare.length - head - tail))}${bare.slice(bare.length - tail)}`
}

const ENDS: Record<PersonalKind, [number, number]> = {
  mobile: [3, 4],
  resident: [6, 2],
  'bank-card': [4, 4],
  plate: [2, 1],
}

/** Most texts hold no run of digits and no plate, and are done at once. */
const SUSPECT = /[\d０-９]{3}|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-Za-zＡ-Ｚａ-ｚ]/
const WORD = /[0-9A-Z]{9,}/g

/** The longest first: a card may hold what looks like a mobile number. */
const SHAPES: readonly { kind: PersonalKind; pattern: RegExp; holds: (bare: string) => boolean }[] = [
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
  { kind: 'mobile', pattern: /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g, holds: isMobileNumber },
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

function isRegistered(word: string): boolean {
  if (isResidentNumber(word)) return false
  const isOrganisation = word.length === 9 && judgeOrganisationCode(word).ok
  return judgePermitNumber(word).ok || judgeCreditCode(word).ok || isOrganisation
}
