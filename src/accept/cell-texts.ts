import type { Sheet } from '../read/sheet.ts'

/** Encodings whose delimiters are never part of a character, so that cells can be cut out of the bytes. */
export type CutEncoding = Extract<Sheet['encoding'], 'utf-8' | 'utf-8-bom' | 'gb18030'>

/** Cells as texts, decoded strictly. Once a cell has shown that the file as a whole needs the reader, `isDoubtful` stays true. */
export class CellTexts {
  isDoubtful = false
  readonly #decoder: TextDecoder
  readonly #isGb: boolean

  constructor(encoding: CutEncoding) {
    this.#isGb = encoding === 'gb18030'
    this.#decoder = new TextDecoder(this.#isGb ? 'gb18030' : 'utf-8', { fatal: true, ignoreBOM: true })
  }

  /** Null, and a doubt about the file, where the bytes are no text that a cell may hold. Mutates the doubt. */
  decode(bytes: Uint8Array): string | null {
    if (bytes.length > CELL_BYTES_MAX || (this.#isGb && looksLikeUtf8(bytes))) return this.#doubt()
    const text = this.#decodeStrict(bytes)
    return text === null || SCARS.test(text) ? this.#doubt() : text
  }

  #doubt(): null {
    this.isDoubtful = true
    return null
  }

  #decodeStrict(bytes: Uint8Array): string | null {
    try {
      return this.#decoder.decode(bytes)
    } catch (error) {
      // A fatal decoder answers "not this encoding" by throwing a TypeError; anything else is a fault of ours.
      if (error instanceof TypeError) return null
      throw error
    }
  }
}

/** Shorter than the longest cell that the reader takes, whatever the encoding. */
const CELL_BYTES_MAX = 30_000
/** What the reader refuses a file for. */
const SCARS = /[\0\uFFFD]|锟斤拷/

/** True where every character beyond ASCII may be one of UTF-8: the reader looks for lines of such cells. */
function looksLikeUtf8(bytes: Uint8Array): boolean {
  let count = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const isLead = (lead >= 0xe3 && lead <= 0xe9) || lead === 0xef
    if (!isLead || !isContinuation(bytes[at + 1]) || !isContinuation(bytes[at + 2])) return false
    count += 1
    at += 2
  }
  return count > 0
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf
}
