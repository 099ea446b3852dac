import type { CodeResult } from './code-result.ts'
import { GOOD, rejectCheckDigit, rejectFormat } from './code-result.ts'

/** Unified social credit code, GB 32100-2015: 18 characters, the last a check. Expects upper case without spaces. */
export function checkCreditCode(text: string): CodeResult {
  if (!SHAPE.test(text)) {
    if (MISTAKEN.test(text)) return { ok: false, rule: 'code-letter', expected: '0-9 A-H J-N P-R T-U W-Y' }
    return rejectFormat('18 × 0-9 A-H J-N P-R T-U W-Y')
  }
  const expected = computeCreditCheckDigit(text)
  return text[17] === expected ? GOOD : rejectCheckDigit(`${text.slice(0, 17)}${expected}`)
}

/** Check character of the first 17 characters; all must be of the alphabet. */
export function computeCreditCheckDigit(text: string): string {
  let sum = 0
  for (const [index, weight] of CREDIT_CODE_WEIGHTS.entries())
    sum += CREDIT_CODE_ALPHABET.indexOf(text[index] ?? '') * weight
  return CREDIT_CODE_ALPHABET[(31 - (sum % 31)) % 31] ?? ''
}

/** Without I, O, S, V and Z, which are mistaken for digits and for one another. */
export const CREDIT_CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const SHAPE = /^[0-9A-HJ-NP-RT-UWXY]{2}\d{6}[0-9A-HJ-NP-RT-UWXY]{10}$/
/** A code of the right length with one of the letters that no code has; what was meant is for its keeper to say. */
const MISTAKEN = /^(?=.*[IOSVZ])[0-9A-Z]{18}$/
/** Powers of 3 modulo 31. */
export const CREDIT_CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
