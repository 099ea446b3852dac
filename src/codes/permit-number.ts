import type { CodeResult } from './code-result.ts'
import { GOOD, rejectFormat } from './code-result.ts'
import { checkCreditCode } from './credit-code.ts'

/**
 * Discharge-permit number, HJ 608-2017: credit code, three-digit sequence of the holder, one letter. The letter is an
 * identifier and not a check: letters other than P occur, are accepted and never interpreted.
 */
export function checkPermitNumber(text: string): CodeResult {
  if (!/^[0-9A-Z]{18}\d{3}[A-Z]$/.test(text)) return rejectFormat('18 + 3 × 0-9 + A-Z')
  const holder = checkCreditCode(text.slice(0, 18))
  if (!holder.ok) {
    return holder.rule === 'code-check' ? { ...holder, expected: `${holder.expected}${text.slice(18)}` } : holder
  }
  if (text.slice(18, 21) === '000') return { ok: false, rule: 'code-sequence', expected: '001–999' }
  return text.endsWith('P') ? GOOD : { ok: true, warning: 'permit-letter' }
}
