/** What is said of a code: good, or the rule that it breaks and what is expected there. */
export type CodeResult =
  | { ok: true; warning?: 'permit-letter' }
  | {
      ok: false
      rule: 'code-format' | 'code-letter' | 'code-check' | 'code-county' | 'code-sequence'
      expected: string
    }

export const GOOD: CodeResult = { ok: true }

export function rejectFormat(expected: string): CodeResult {
  return { ok: false, rule: 'code-format', expected }
}

export function rejectCheckDigit(expected: string): CodeResult {
  return { ok: false, rule: 'code-check', expected }
}
