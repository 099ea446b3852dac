import type { CodeResult } from './code-result.ts'
import { GOOD, rejectCheckDigit, rejectFormat } from './code-result.ts'

/** Organisation code, GB 11714: 8 characters and a check, with or without the hyphen: `00001434-9`. */
export function checkOrganisationCode(text: string): CodeResult {
  const parts = /^([0-9A-Z]{8})-?([0-9X])$/.exec(text)
  if (!parts) return rejectFormat('8 × 0-9 A-Z, -, 0-9 X')
  const body = parts[1] ?? ''
  const expected = computeOrganisationCheckDigit(body)
  return parts[2] === expected ? GOOD : rejectCheckDigit(`${body}-${expected}`)
}

/** Check character of the first 8 characters. */
export function computeOrganisationCheckDigit(body: string): string {
  let sum = 0
  for (const [index, weight] of WEIGHTS.entries()) sum += Number.parseInt(body[index] ?? '0', 36) * weight
  const rest = 11 - (sum % 11)
  if (rest === 10) return 'X'
  return rest === 11 ? '0' : String(rest)
}

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
