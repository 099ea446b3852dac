import type { CodeResult } from './code-result.ts'
import { GOOD, rejectFormat } from './code-result.ts'
import { isCounty } from './divisions.ts'
import type { Places } from './places.ts'

/**
 * Unit grid: 6 county + 3 street + 3 community + 3 sequence (GB/T 30428, GB/T 47678), or 2 of sequence in the older
 * CJ/T 213 form.
 */
export function checkGridCode(text: string, places?: Places): CodeResult {
  if (!/^\d{14,15}$/.test(text)) return rejectFormat('14 | 15 × 0-9')
  if (!isCounty(text.slice(0, 6), places)) return { ok: false, rule: 'code-county', expected: 'GB/T 2260 (1–6)' }
  if (/^0+$/.test(text.slice(12))) return { ok: false, rule: 'code-sequence', expected: '≥ 1' }
  return GOOD
}
