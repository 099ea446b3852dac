import type { LocalText } from '../text/local-text.ts'
import type { SheetRow } from './sheet.ts'

/** A cell whose bytes were once read in the wrong encoding and saved so. Row and column count from 1. */
interface Garbled {
  row: number
  column: number
  found: string
  cause: LocalText
}

/** Looks through the first rows, where the header is: what is garbled there is garbled in the whole file. */
export function findGarbled(rows: readonly SheetRow[]): Garbled | null {
  const asked = findQuestionMarks(rows)
  if (asked) return asked
  let first: Garbled | null = null
  let restored = 0
  for (const { row, cells } of rows.slice(0, ROWS_SEARCHED)) {
    for (const [index, found] of cells.slice(0, COLUMNS_SEARCHED).entries()) {
      const undone = undo(found)
      if (undone === null) continue
      first ??= { row, column: index + 1, found, cause: undone.cause }
      restored += undone.characters
      if (restored >= CHARACTERS_MIN) return first
    }
  }
  return null
}

/** A header of question marks: each character that the program could not write became a question mark. */
function findQuestionMarks(rows: readonly SheetRow[]): Garbled | null {
  for (const { row, cells } of rows.slice(0, ROWS_SEARCHED)) {
    const filled = cells.filter((cell) => cell.trim() !== '')
    const lost = filled.filter((cell) => /^[?？]{2,}[\d()（）%\-?？]*$/.test(cell.trim()))
    if (lost.length < QUESTIONS_MIN || lost.length < filled.length / 2) continue
    const column = cells.indexOf(lost[0] ?? '') + 1
    return { row, column, found: lost[0] ?? '', cause: LOST }
  }
  return null
}

const QUESTIONS_MIN = 2
const LOST = { zh: '汉字都被写成了“?”，原字已失', en: 'each Chinese character was written as “?”, and is lost' }
const ROWS_SEARCHED = 20
const COLUMNS_SEARCHED = 50
/** Chinese characters that come out of what looks garbled; fewer may be chance. */
const CHARACTERS_MIN = 4

const UTF8_AS_WESTERN = { zh: 'UTF-8被当作西欧编码读过', en: 'UTF-8 was read as a Western European encoding' }
const GB_AS_WESTERN = { zh: 'GB18030被当作西欧编码读过', en: 'GB18030 was read as a Western European encoding' }
const UTF8_AS_GB = { zh: 'UTF-8被当作GBK读过', en: 'UTF-8 was read as GBK' }

/** Turns a text back into the bytes that it was wrongly read from. Null where that makes no Chinese. */
function undo(text: string): { cause: LocalText; characters: number } | null {
  if (WESTERN.test(text)) {
    const bytes = Uint8Array.from(text, (character) => WINDOWS.get(character) ?? character.charCodeAt(0))
    const utf8 = countChinese('utf-8', bytes)
    if (utf8 > 0) return { cause: UTF8_AS_WESTERN, characters: utf8 }
    // Two bytes of GB2312 for each character; a single accented letter of a name has no second byte.
    const pairs = text.replace(/[ -~\s]/g, '')
    const gb = /^(?:[\u00B0-\u00F7][\u00A1-\u00FE])+$/.test(pairs) ? countChinese('gb18030', bytes) : 0
    return gb > 0 ? { cause: GB_AS_WESTERN, characters: gb } : null
  }
  const rare = typical()
  if (![...text].some((character) => rare.has(character))) return null
  const table = buildGbkTable()
  const bytes = [...text].flatMap((character) => listBytes(table[character.codePointAt(0) ?? 0] || 0x3f))
  const characters = countChinese('utf-8', Uint8Array.from(bytes))
  return characters > 0 ? { cause: UTF8_AS_GB, characters } : null
}

function listBytes(pair: number): number[] {
  return pair > 0xff ? [pair >> 8, pair & 0xff] : [pair]
}

/** Characters of Windows-1252 only, some of them beyond ASCII. */
const WESTERN =
  /^(?=.*[^\0-\x7F])[\0-\xFF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]*$/s
/** Characters of Windows-1252 that Unicode has elsewhere → their bytes. */
const WINDOWS = new Map(
  [...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((character) => [character, findByte(character)] as const),
)

function findByte(character: string): number {
  const decoder = new TextDecoder('windows-1252')
  for (let byte = 0x80; byte < 0xa0; byte += 1) {
    if (decoder.decode(Uint8Array.of(byte)) === character) return byte
  }
  return 0x3f
}

/**
 * The first two bytes of a Chinese character in UTF-8 make a character of GBK that people hardly ever write: 涓, 鐨. Only a text
 * with one of them is worth the table of all of GBK.
 */
const typical = (() => {
  let known: ReadonlySet<string> | null = null
  return (): ReadonlySet<string> => {
    if (known !== null) return known
    const pairs = [0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9].flatMap((lead) =>
      Array.from({ length: 0x40 }, (_, index) => [lead, 0x80 + index]),
    )
    known = new Set(new TextDecoder('gbk').decode(Uint8Array.from(pairs.flat())))
    return known
  }
})()

/** How many Chinese characters the bytes make; 0 where much of them makes none. */
function countChinese(label: string, bytes: Uint8Array): number {
  const text = new TextDecoder(label).decode(bytes)
  const count = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const lost = text.match(/\uFFFD/g)?.length ?? 0
  return lost * 2 > count ? 0 : count
}

let gbk: Uint16Array | null = null

/**
 * The two bytes of each character of GBK, by its code; 0 for any other. No program for browsers encodes it. Built when the
 * first text asks for it.
 */
function buildGbkTable(): Uint16Array {
  if (gbk !== null) return gbk
  const lines = new Uint8Array((0xfe - 0x81 + 1) * (0xfe - 0x40 + 1) * 3).fill(LF)
  let end = 0
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1, end += 3) {
      lines[end] = lead
      lines[end + 1] = trail
    }
  }
  // All at once: no pair takes the end of its line for a part of it.
  const text = new TextDecoder('gbk').decode(lines)
  const table = new Uint16Array(0x1_0000)
  for (let at = 0, pair = 0; at < text.length; pair += 3) {
    const next = text.indexOf('\n', at) + 1
    const code = text.charCodeAt(at)
    if (next === at + 2 && code !== LOST_CODE) table[code] = ((lines[pair] ?? 0) << 8) | (lines[pair + 1] ?? 0)
    at = next
  }
  gbk = table
  return table
}

const LF = 0x0a
const LOST_CODE = 0xfffd
