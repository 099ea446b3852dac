import { nameKinds } from '../../personal/kind-names.ts'
import { type ScanContext, scanText } from '../../personal/scan-text.ts'
import { rejectMark, removeMarks } from './footnote-marks.ts'
import type { Normalised } from './normalise-cell.ts'
import { normalise, trimProse } from './normalise-cell.ts'
import { accept, reject } from './parse-result.ts'
import type { Parser } from './parser.ts'

/**
 * Free text is kept as written but for outer spaces; a text that names a row is normalised like a code. Text that may be
 * published holds no number of a person. A date where no date belongs may be a `3-4` that a spreadsheet changed: it names no
 * row, and elsewhere it is taken with a note.
 */
export function makeTextParser(isKey: boolean, published?: ScanContext): Parser {
  return (raw, kind) => {
    const { text: read, notes } = isKey ? closeHan(normalise(raw)) : trimProse(raw)
    const isShown = isKey || published !== undefined
    const text = isShown ? unquote(read) : read
    if (text !== read) notes.push('text-quoted')
    if (isShown && FORMULA.test(text)) return reject('text-formula')
    if (isKey && kind !== 'date' && removeMarks(raw) !== raw.trimEnd()) return rejectMark(raw)
    if (isScarred(text, isKey)) return reject('text-scar')
    if (isKey && kind === 'date') return reject('text-was-date')
    if (isKey && (isLost(text) || (kind === 'number' && text.length > 15))) return reject('digits-lost')
    if (isKey && isMixedScript(text)) return reject('cell-homoglyph')
    const personal = published === undefined ? [] : scanText(text, published)
    const hits = isKey ? personal.filter((hit) => hit.kind === 'resident-id') : personal
    if (hits.length > 0) {
      const shown = hits.map((hit) => hit.masked).join(' | ')
      const hash = hits.map((hit) => hit.hash).join('+')
      return { ...reject('personal-data', null, { kinds: nameKinds(hits) }), shown, ifAccepted: { value: text, hash } }
    }
    if (kind === 'date') notes.push('text-from-date')
    if (TRADITIONAL.test(text)) notes.push('text-traditional')
    return accept(text, notes)
  }
}

/** A name in Chinese characters has no spaces within: 甲 院 and 甲院 are the same. */
function closeHan({ text, notes, fault }: Normalised): Normalised {
  const closed = text.replace(HAN_SPACE, '')
  return { text: closed, notes: closed === text ? notes : [...notes, 'key-spaced'], fault }
}

/** Quotation marks of ASCII around the whole text are those of a delimited file that was quoted twice. */
function unquote(text: string): string {
  const inner = /^"([^"]+)"$/.exec(text)?.[1]?.trim()
  return inner === undefined || inner === '' ? text : inner
}

/** A formula that an export wrote out: a call, or the address of a cell. `=1+1` and `+86` may be texts. */
const FORMULA = /^[=+@-]\s*(?:[A-Z][A-Z.]{1,30}\(|\$?[A-Z]{1,3}\$?\d{1,7}\b|[a-z]{2,20}\|)/i

/** A sign that programs put for a character that they cannot write, among the characters of a name. */
function isScarred(text: string, isKey: boolean): boolean {
  if (!SIGN.test(text) || !SCAR.test(text)) return false
  // In prose a question mark asks, and a box is there to be ticked.
  return isKey || (text.length <= NAME_LENGTH_MAX && !PROSE.test(text))
}

/** Cheaper than looking at what is around it. */
const SIGN = /[?〓□■▯▢◻]/
const SCAR = /(?<=\p{Script=Han})[?〓□■▯▢◻]+(?=\p{Script=Han})/u
const PROSE = /[，。；！？：,;!]/
const NAME_LENGTH_MAX = 40

const HAN_SPACE = /(?<=\p{Script=Han})\s+|(?<!\s)\s+(?=\p{Script=Han})/gu

/** Frequent characters that simplified text never has; names such as 乾 and 於, which it may have, are left out. */
const TRADITIONAL =
  /[個們這國會來時為說過學對發經點長開關門問間見現實業東車電話麼還進運區縣鄉鎮樓廳處員權監環衛養醫藥險農產總數據記錄與義務機構歲億萬單價費]/

/** `3.20102E+17`: a spreadsheet has rounded a long code; and a code of 18 digits and more that ends in 000 was cut to 15. */
export function isLost(text: string): boolean {
  return /^\d(\.\d+)?E\+?\d+$/i.test(text) || /^\d{15,}000$/.test(text)
}

/** Greek or Cyrillic letters that look like Latin letters would make two keys of one name. */
export function isMixedScript(text: string): boolean {
  return /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text) && /[A-Za-z0-9]/.test(text)
}
