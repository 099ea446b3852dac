import type { Places } from '../../codes/places.ts'
import { normalise } from './normalise-cell.ts'
import { accept, reject } from './parse-result.ts'
import type { Parser } from './parser.ts'
import type { CodeKind } from './schema.ts'
import { checkCode } from './schema.ts'
import { isLost, isMixedScript } from './text.ts'

/** National codes: upper-cased and closed up with a note, then put to their check digit. */
export function makeCodeParser(kind: CodeKind, places: Places): Parser {
  return (raw, cellKind) => {
    const { text, notes } = normalise(raw)
    const closed = text.replace(/\s/g, '')
    if (closed !== text) notes.push('code-spaced')
    const code = closed.toUpperCase()
    if (isLost(code) || (cellKind === 'number' && code.length > 15)) return reject('digits-lost')
    if (isMixedScript(code)) return reject('cell-homoglyph')
    if (code !== closed) notes.push('code-lower-case')
    const result = checkCode(kind, code, places)
    if (!result.ok) return reject(result.rule, result.expected)
    return accept(code, result.warning === undefined ? notes : [...notes, result.warning])
  }
}
