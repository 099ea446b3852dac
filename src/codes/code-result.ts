/** What is said of a code: good, or the rule that it breaks and what would have stood there. */
export type CodeVerdict =
  | { ok: true; warning?: 'permit-letter' }
  | {
      ok: false
      rule: 'code-format' | 'code-letter' | 'code-check' | 'code-county' | 'code-sequence'
      expected: string
    }

export const GOOD: CodeVerdict = { ok: true }

export function badFormat(expected: string): CodeVerdict {
  return { ok: false, rule: 'code-format', expected }
}

export function badCheck(expected: string): CodeVerdict {
  return { ok: false, rule: 'code-check', expected }
}
