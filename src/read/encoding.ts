import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import { findBadByte } from './bad-byte.ts'
import { looksLikeBig5 } from './big5.ts'
import type { Sheet } from './sheet.ts'
import { looksWestern } from './western.ts'

export interface Decoded {
  text: string
  encoding: Exclude<Sheet['encoding'], 'xlsx'>
}

/** Strict decoding: UTF-8 first, then Big5 where the evidence is plain, then GB18030; UTF-16 only with its mark. A file of two encodings is refused. */
export function decode(bytes: Uint8Array, file: string): Decoded | { problem: Problem } {
  const marked = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))
  const nul = marked?.encoding.startsWith('utf-16') ? -1 : bytes.indexOf(0)
  if (nul >= 0 && isUtf16(bytes)) return { problem: createProblem('encoding-utf16-unmarked', { file }) }
  if (nul >= 0) return { problem: createProblem('file-nul', { file, row: countLines(bytes, nul) }) }
  if (marked) {
    const text = decodeStrict(marked.label, bytes.subarray(marked.mark.length))
    if (text !== null) return checkScars({ text, encoding: marked.encoding }, file)
    const damaged = marked.label === 'utf-8' ? findBadByte({ bytes, file, decodeStrict }, ['utf-8']) : null
    if (damaged) return { problem: damaged }
    return {
      problem: createProblem(
        'encoding-broken',
        { file, row: findBadLine(marked.encoding, bytes) },
        { expected: marked.label },
      ),
    }
  }
  const utf8 = decodeStrict('utf-8', bytes)
  if (utf8 !== null) return checkScars({ text: utf8, encoding: 'utf-8' }, file)
  const big5 = looksLikeBig5(bytes) ? decodeStrict('big5', bytes) : null
  if (big5 !== null) return checkScars({ text: big5, encoding: 'big5' }, file)
  const gb = decodeStrict('gb18030', bytes)
  // What GB18030 takes as well needs more evidence.
  if (looksWestern(bytes, gb === null ? 1 : 2)) return { problem: createProblem('encoding-unknown', { file }) }
  const stray = gb === null ? findFirstBadLine(bytes) : findStrayUtf8(bytes)
  if (gb !== null && stray === null) return checkScars({ text: gb, encoding: 'gb18030' }, file)
  const damaged = findBadByte({ bytes, file, decodeStrict })
  if (damaged) return { problem: damaged }
  return { problem: createProblem('encoding-mixed', { file, row: stray }, { expected: 'UTF-8 | GB18030' }) }
}

/**
 * In UTF-16 each comma, digit and line end has a NUL on one side, always the same. Of Chinese characters one in 256 has one, as
 * 一 (4E00), on the other side.
 */
function isUtf16(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4_096)
  const counts = [0, 0]
  for (const [index, byte] of start.entries()) if (byte === 0) counts[index % 2] = (counts[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = counts
  // Big-endian has its NULs first.
  const label = even > odd ? 'utf-16be' : 'utf-16le'
  return (
    Math.min(even, odd) * 16 <= Math.max(even, odd) &&
    even + odd >= 3 &&
    bytes.length % 2 === 0 &&
    decodeStrict(label, bytes) !== null
  )
}

const MARKS = [
  { mark: [0xef, 0xbb, 0xbf], label: 'utf-8', encoding: 'utf-8-bom' },
  { mark: [0xff, 0xfe], label: 'utf-16le', encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], label: 'utf-16be', encoding: 'utf-16be' },
] as const

/** A replacement character is the scar of an earlier wrong decoding: the original character is gone. */
function checkScars(decoded: Decoded, file: string): Decoded | { problem: Problem } {
  const scar = decoded.text.search(/\uFFFD|锟斤拷/)
  if (scar < 0 && !decoded.text.includes('\0')) return decoded
  const at = scar < 0 ? decoded.text.indexOf('\0') : scar
  const row = decoded.text.slice(0, at).split(/\r\n|\r|\n/).length
  return { problem: createProblem(scar < 0 ? 'file-nul' : 'encoding-scar', { file, row }) }
}

function decodeStrict(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    // A fatal decoder answers "not this encoding" by throwing a TypeError; anything else is a fault of ours.
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Lines of UTF-16 cannot be found before decoding. */
function findBadLine(encoding: Decoded['encoding'], bytes: Uint8Array): number | null {
  return encoding === 'utf-8-bom' ? findFirstBadLine(bytes, ['utf-8']) : null
}

/** First line after which no single encoding reads the file; a line counts from 1. */
function findFirstBadLine(bytes: Uint8Array, labels: readonly string[] = ['utf-8', 'gb18030']): number | null {
  let candidates = labels
  let row = 0
  for (const line of splitLines(bytes)) {
    row += 1
    if (line.every((byte) => byte < 0x80)) continue
    candidates = candidates.filter((label) => decodeStrict(label, line) !== null)
    if (candidates.length === 0) return row
  }
  return null
}

/**
 * Strict GB18030 also accepts many lines of UTF-8. In a GB18030 file, a line whose every character beyond ASCII is a
 * three-byte UTF-8 sequence of the Chinese range, two of them at least, is such a line.
 */
function findStrayUtf8(bytes: Uint8Array): number | null {
  let row = 0
  for (const line of splitLines(bytes)) {
    row += 1
    if (isChineseUtf8(line)) return row
  }
  return null
}

function isChineseUtf8(line: Uint8Array): boolean {
  let count = 0
  for (let at = 0; at < line.length; at += 1) {
    const lead = line[at] ?? 0
    if (lead < 0x80) continue
    const isLead = (lead >= 0xe3 && lead <= 0xe9) || lead === 0xef
    if (!isLead || !isContinuation(line[at + 1]) || !isContinuation(line[at + 2])) return false
    count += 1
    at += 2
  }
  return count >= 2
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf
}

function* splitLines(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0
  while (start < bytes.length) {
    const end = bytes.indexOf(0x0a, start)
    yield bytes.subarray(start, end < 0 ? bytes.length : end)
    if (end < 0) return
    start = end + 1
  }
}

function countLines(bytes: Uint8Array, offset: number): number {
  let row = 1
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < offset; at = bytes.indexOf(0x0a, at + 1)) row += 1
  return row
}
