import { normalise, trimProse } from './normalise.ts'
import type { Parser } from './parser.ts'
import { accept, refuse } from './verdict.ts'

/** Free text is kept as written but for outer spaces; a text that names a row is normalised like a code. */
export function makeTextParser(isKey: boolean): Parser {
  return (raw, kind) => {
    const { text, notes } = isKey ? normalise(raw) : trimProse(raw)
    if (isKey && (isLost(text) || (kind === 'number' && text.length > 15))) return refuse('digits-lost')
    if (isKey && isMixedScript(text)) return refuse('cell-homoglyph')
    return accept(text, notes)
  }
}

/** `3.20102E+17`: a spreadsheet has rounded a long code; and a code of 18 digits and more that ends in 000 was cut to 15. */
export function isLost(text: string): boolean {
  return /^\d(\.\d+)?E\+?\d+$/i.test(text) || /^\d{15,}000$/.test(text)
}

/** Greek or Cyrillic letters that look like Latin ones make two keys of one. */
export function isMixedScript(text: string): boolean {
  return /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text) && /[A-Za-z0-9]/.test(text)
}
