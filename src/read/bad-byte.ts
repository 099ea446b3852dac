import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'

interface BadByteSource {
  bytes: Uint8Array
  file: string
  /** Strict decoding by one label; null where the bytes are not of it. */
  decodeStrict: (label: string, bytes: Uint8Array) => string | null
}

/** Lines with characters beyond ASCII that must agree before a line that does not agree is called damaged. */
const SOUND_LINES_MIN = 2
const LINES_BAD_MAX = 3
const LABELS = ['utf-8', 'gb18030'] as const

/**
 * A file of one encoding with a few damaged bytes: all other lines are of it, and the bad lines are of none. Where the bad
 * lines are of the other encoding, two encodings are mixed and this answers null.
 */
export function findBadByte(source: BadByteSource, labels: readonly string[] = LABELS): Problem | null {
  for (const label of labels) {
    const { sound, bad } = sortLines(source, label)
    const [first] = bad
    if (!first || bad.length > LINES_BAD_MAX || sound < SOUND_LINES_MIN) continue
    if (bad.some(({ line }) => !isCutOff(line, label, source) && isOfOther(line, source))) continue
    return describeBadByte(first, label, source)
  }
  return null
}

function isOfOther(line: Uint8Array, { decodeStrict }: BadByteSource): boolean {
  return LABELS.some((other) => decodeStrict(other, line) !== null)
}

/** The file ends within a character of UTF-8: its last line may look like another encoding, but is none. */
function isCutOff(line: Uint8Array, label: string, { bytes, decodeStrict }: BadByteSource): boolean {
  if (label !== 'utf-8' || line.byteOffset + line.length !== bytes.byteOffset + bytes.length) return false
  let lead = line.length - 1
  while (lead >= 0 && (line[lead] ?? 0) < 0xc2) lead -= 1
  const tail = line.subarray(lead)
  const needed = UTF8_LENGTHS.find(([first]) => (line[lead] ?? 0) >= first)?.[1] ?? 0
  const isBegun = tail.length < needed && tail.subarray(1).every((byte) => byte >= 0x80 && byte < 0xc0)
  return lead >= 0 && isBegun && decodeStrict(label, line.subarray(0, lead)) !== null
}

/** First byte of a character, and how many bytes it has. */
const UTF8_LENGTHS = [
  [0xf0, 4],
  [0xe0, 3],
  [0xc2, 2],
] as const

interface BadLine {
  row: number
  line: Uint8Array
}

function sortLines({ bytes, decodeStrict }: BadByteSource, label: string): { sound: number; bad: BadLine[] } {
  const bad: BadLine[] = []
  let sound = 0
  let row = 0
  for (let start = 0; start < bytes.length; row += 1) {
    const end = bytes.indexOf(0x0a, start)
    const line = bytes.subarray(start, end < 0 ? bytes.length : end)
    start = end < 0 ? bytes.length : end + 1
    if (line.every((byte) => byte < 0x80)) continue
    if (decodeStrict(label, line) !== null) sound += 1
    else bad.push({ row: row + 1, line })
    if (bad.length > LINES_BAD_MAX) break
  }
  return { sound, bad }
}

function describeBadByte({ row, line }: BadLine, label: string, { file, decodeStrict }: BadByteSource): Problem {
  let good = 0
  // The longest beginning that is of the encoding: what follows it is where the damage begins.
  for (let length = 1; length <= line.length; length += 1) {
    if (decodeStrict(label, line.subarray(0, length)) !== null) good = length
    else if (length - good > CHARACTER_BYTES_MAX) break
  }
  const damaged = [...line.subarray(good, good + measureDamage(line.subarray(good), label, decodeStrict))]
  const found = damaged.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ')
  const before = decodeStrict(label, line.subarray(0, good)) ?? ''
  const at = { file, row, column: countCellsBefore(before) + 1 }
  return createProblem('encoding-bad-byte', at, {
    found,
    expected: label.toUpperCase(),
    params: { after: before.slice(-SHOWN) },
  })
}

/** The fewest bytes without which the rest of the line is sound. */
function measureDamage(rest: Uint8Array, label: string, decodeStrict: BadByteSource['decodeStrict']): number {
  for (let length = 1; length < CHARACTER_BYTES_MAX; length += 1) {
    if (decodeStrict(label, rest.subarray(length)) !== null) return length
  }
  return CHARACTER_BYTES_MAX
}

const CHARACTER_BYTES_MAX = 4
/** Characters before the damage that are shown, so that it can be found by eye. */
const SHOWN = 8

/** Delimiters outside quotes; of comma, semicolon and tab, the most frequent. */
function countCellsBefore(text: string): number {
  const bare = text.replace(/"[^"]*"?/g, '')
  return Math.max(...[',', ';', '\t'].map((mark) => bare.split(mark).length - 1))
}
