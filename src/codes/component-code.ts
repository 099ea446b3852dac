import type { CodeResult } from './code-result.ts'
import { GOOD, rejectFormat } from './code-result.ts'
import { isCounty } from './divisions.ts'
import type { Places } from './places.ts'

/** Component: 6 county + 2 major + 2 minor + 6 sequence (2013), or 3 of minor class (2026, GB/T 47678). */
export function checkComponentCode(text: string, places?: Places): CodeResult {
  if (!/^\d{16,17}$/.test(text)) return rejectFormat('16 | 17 × 0-9')
  if (!isCounty(text.slice(0, 6), places)) return { ok: false, rule: 'code-county', expected: 'GB/T 2260 (1–6)' }
  return GOOD
}

/** Matter: 6 county + 2 major + 2 minor (2013), or 3 of minor class (2026). Not unique to an occurrence. */
export function checkMatterCode(text: string, places?: Places): CodeResult {
  if (!/^\d{10,11}$/.test(text)) return rejectFormat('10 | 11 × 0-9')
  if (!isCounty(text.slice(0, 6), places)) return { ok: false, rule: 'code-county', expected: 'GB/T 2260 (1–6)' }
  return GOOD
}
