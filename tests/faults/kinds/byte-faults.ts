import { gzipSync } from 'node:zlib'
import type { Random } from '../../../scripts/demo/random.ts'
import { defineFaults } from '../fault.ts'
import { encodeText, linesOf, toCsv, withCell } from '../grid.ts'
import { pickCell, type Subject, toRow } from '../subject-file.ts'

const ENCODING = ['encoding-mixed', 'encoding-bad-byte', 'encoding-broken', 'encoding-scar', 'encoding-unknown']
const HEADER = ['header-missing', 'header-missing-wide', 'header-unknown', 'header-rows-undeclared', 'header-blank']

/** Bytes and encodings. */
export const BYTE_FAULTS = defineFaults('bytes', {
  'a byte of a character changed': (subject, random) => {
    const at = findHan(toCsv(subject.grid), random)
    return {
      bytes: withByte(toCsv(subject.grid), at + 1, 0x28),
      rules: ENCODING,
      row: rowAt(toCsv(subject.grid), at),
    }
  },
  'a byte of a character lost': (subject, random) => {
    const bytes = toCsv(subject.grid)
    const at = findHan(bytes, random)
    const cut = Uint8Array.from([...bytes.subarray(0, at + 1), ...bytes.subarray(at + 2)])
    return { bytes: cut, rules: ENCODING, row: rowAt(bytes, at) }
  },
  'a byte of GB18030 changed': (subject, random) => {
    const bytes = toCsv(subject.grid, { encoding: 'gb18030' })
    const at = findAbove(bytes, random)
    return { bytes: withByte(bytes, at, 0xff), rules: ENCODING, row: rowAt(bytes, at) }
  },
  'a NUL among the text': (subject, random) => {
    const bytes = toCsv(subject.grid)
    const at = random.drawBetween(0, bytes.length - 1)
    return { bytes: withByte(bytes, at, 0), rules: ['file-nul'], row: rowAt(bytes, at) }
  },
  'second half in GB18030': ({ grid }) => {
    const lines = linesOf(grid)
    const half = Math.ceil(lines.length / 2)
    const head = encodeText(`${lines.slice(0, half).join('\n')}\n`)
    const tail = encodeText(`${lines.slice(half).join('\n')}\n`, { encoding: 'gb18030' })
    return { bytes: joinBytes(head, tail), rules: ENCODING }
  },
  'one line in UTF-8 in a file of GB18030': ({ grid }, random) => {
    const lines = linesOf(grid)
    const at = random.drawBetween(1, lines.length - 1)
    const parts = lines.map((line, index) => encodeText(`${line}\n`, { encoding: index === at ? 'utf-8' : 'gb18030' }))
    return { bytes: joinBytes(...parts), rules: [...ENCODING, 'text-garbled'], row: at + 1 }
  },
  'UTF-16 without its mark': ({ grid }) => ({
    bytes: toCsv(grid, { encoding: 'utf-16le' }),
    rules: ['encoding-utf16-unmarked'],
  }),
  'UTF-16 of an odd number of bytes': ({ grid }) => ({
    bytes: toCsv(grid, { encoding: 'utf-16le', mark: true }).slice(0, -1),
    rules: ENCODING,
  }),
  'UTF-8 read as Western and saved': ({ grid }) => ({
    bytes: encodeText(new TextDecoder('windows-1252').decode(toCsv(grid))),
    rules: ['text-garbled', 'encoding-unknown'],
  }),
  'GB18030 read as Western and saved': ({ grid }) => ({
    bytes: encodeText(new TextDecoder('windows-1252').decode(toCsv(grid, { encoding: 'gb18030' }))),
    rules: ['text-garbled', 'encoding-unknown'],
  }),
  'UTF-8 read as GBK and saved': ({ grid }) => ({
    bytes: encodeText(new TextDecoder('gbk').decode(toCsv(grid))),
    rules: ['text-garbled', 'encoding-scar', 'encoding-unknown'],
  }),
  'Big5 read as GBK and saved': ({ grid }) => {
    const bytes = toCsv(grid, { encoding: 'gb18030' })
    return {
      bytes: encodeText(new TextDecoder('big5').decode(bytes)),
      rules: ['encoding-scar', 'text-garbled', ...HEADER],
    }
  },
  'a replacement character': (subject, random) => replaceHan(subject, random, '\uFFFD', ['encoding-scar']),
  '锟斤拷 for lost characters': (subject, random) => replaceHan(subject, random, '锟斤拷', ['encoding-scar']),
  'each Chinese character a question mark': ({ grid }) => ({
    bytes: encodeText(
      `${linesOf(grid)
        .join('\n')
        .replace(/\p{Script=Han}/gu, '?')}\n`,
    ),
    // Headers that differ in Chinese characters only are then the same.
    rules: ['text-garbled', 'text-scar', 'encoding-scar', 'header-duplicate'],
  }),
  'a question mark for one character': (subject, random) =>
    replaceHan(subject, random, '?', [
      'text-scar',
      'value-unlisted',
      'place-unknown',
      'place-none',
      'place-name-differs',
    ]),
  'the eighth bit lost': ({ grid }) => ({
    bytes: toCsv(grid, { encoding: 'gb18030' }).map((byte) => byte & 0x7f),
    rules: [
      ...HEADER,
      'file-nul',
      'delimiter-unknown',
      'csv-quote-stray',
      'csv-quote-open',
      'sheet-empty',
      'row-ragged',
    ],
  }),
  'ended within a character': ({ grid }) => {
    const bytes = toCsv(grid)
    let end = bytes.length
    while (end > 0 && (bytes[end - 1] ?? 0) < 0x80) end -= 1
    return { bytes: bytes.slice(0, end - 1), rules: [...ENCODING, 'row-ragged'] }
  },
  'packed by gzip': ({ grid }) => ({
    bytes: new Uint8Array(gzipSync(toCsv(grid))),
    rules: ['file-not-a-table', 'file-archive', 'encoding-unknown', 'file-nul'],
  }),
  'written in Base64': ({ grid }) => ({
    bytes: encodeText(Buffer.from(toCsv(grid)).toString('base64')),
    rules: ['file-not-a-table', ...HEADER],
  }),
  'percent-encoded': ({ grid }) => ({
    bytes: encodeText(
      linesOf(grid)
        .map((line) => encodeURI(line))
        .join('\n'),
    ),
    rules: [...HEADER, 'text-garbled'],
  }),
  'escaped as \\uXXXX': ({ grid }) => ({
    bytes: encodeText(
      linesOf(grid)
        .join('\n')
        .replace(/\P{ASCII}/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ),
    rules: [...HEADER, 'text-garbled'],
  }),
  'one cell read as Western': (subject, random) =>
    garbleCell(subject, random, 'windows-1252', ['text-garbled', 'value-unlisted', 'place-unknown', 'place-none']),
  'one cell read as GBK': (subject, random) =>
    garbleCell(subject, random, 'gbk', [
      'text-garbled',
      'text-no-character',
      'value-unlisted',
      'place-unknown',
      'place-none',
      'encoding-scar',
    ]),
})

function garbleCell(subject: Subject, random: Random, label: string, rules: readonly string[]) {
  const cell = pickCell(
    subject,
    random,
    ({ isTwin, isPublished }, text) => !isTwin && isPublished && /\p{Script=Han}{2}/u.test(text),
  )
  if (!cell) return null
  const garbled = new TextDecoder(label).decode(new TextEncoder().encode(cell.text))
  const grid = withCell(subject.grid, cell.row, cell.column.index, garbled)
  return { bytes: toCsv(grid), rules, row: toRow(cell.row) }
}

/** One Chinese character within a cell that is read. */
function replaceHan(subject: Subject, random: Random, by: string, rules: readonly string[]) {
  const cell = pickCell(subject, random, ({ isPublished }, text) => isPublished && /\p{Script=Han}{3}/u.test(text))
  if (!cell) return null
  const text = cell.text.replace(/(?<=\p{Script=Han})\p{Script=Han}/u, by)
  const grid = withCell(subject.grid, cell.row, cell.column.index, text)
  return { bytes: toCsv(grid), rules, row: toRow(cell.row) }
}

/** Where a character of three bytes begins, below the header. */
function findHan(bytes: Uint8Array, random: Random): number {
  const start = bytes.indexOf(0x0a)
  const all = [...bytes.keys()].filter((at) => at > start && (bytes[at] ?? 0) >= 0xe3 && (bytes[at] ?? 0) <= 0xe9)
  return all[random.drawBetween(0, all.length - 1)] ?? 0
}

function findAbove(bytes: Uint8Array, random: Random): number {
  const start = bytes.indexOf(0x0a)
  const all = [...bytes.keys()].filter((at) => at > start && (bytes[at] ?? 0) >= 0x80)
  return all[random.drawBetween(0, all.length - 1)] ?? 0
}

function rowAt(bytes: Uint8Array, at: number): number {
  return bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1
}

function withByte(bytes: Uint8Array, at: number, byte: number): Uint8Array {
  return bytes.map((old, index) => (index === at ? byte : old))
}

export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
