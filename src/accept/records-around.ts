import type { SheetRow } from '../read/sheet.ts'
import { CR, LF, QUOTE } from './cell-plan.ts'
import { CellTexts, type CutEncoding } from './cell-texts.ts'
import { type ByteSource, FileBlocks } from './file-blocks.ts'
import { findRecordEnd } from './record-ends.ts'
import { cutRecord } from './records.ts'

/** How the records of an accepted file are cut. */
interface RecordLayout {
  encoding: CutEncoding
  delimiter: number
  /** Physical line of the header. */
  headerRow: number
}

/**
 * Records of an accepted file as the reader gives them: those that begin at these physical lines, each with its neighbours.
 * Reads the file up to the last of them once more.
 */
export function readRecordsAround(source: ByteSource, layout: RecordLayout, rows: readonly number[]): SheetRow[] {
  const wanted = new Set(rows)
  const last = Math.max(0, ...wanted)
  const found = new Set<Span>()
  let before: Span | null = null
  for (const span of listRecords(source, layout)) {
    const isAround = wanted.has(span.line) || (before !== null && wanted.has(before.line))
    if (isAround) found.add(span)
    if (before && wanted.has(span.line)) found.add(before)
    if (before !== null && before.line >= last) break
    before = span
  }
  return Array.from(found, (span) => ({ row: span.line, record: span.record, cells: readCells(source, span, layout) }))
}

/** Where a record lies, as bytes of the file from `start` up to `end`. */
interface Span {
  start: number
  end: number
  line: number
  record: number
}

/** The records below the header; blank lines are none. */
function* listRecords(source: ByteSource, layout: RecordLayout): Generator<Span> {
  const blocks = new FileBlocks(source)
  let [base, line, record] = [0, 1, 0]
  for (;;) {
    if (blocks.isEnd) blocks.endLine()
    const { bytes, isEnd } = blocks
    let start = 0
    for (let end = findRecordEnd(bytes, 0); end !== null; end = findRecordEnd(bytes, start)) {
      if (line > layout.headerRow && isFilled(bytes, { start, end }, layout)) {
        record += 1
        yield { start: base + start, end: base + end, line, record }
      }
      line += countLineEnds(bytes.subarray(start, end))
      start = end
    }
    if (isEnd) return
    if (start > 0) blocks.advance(start)
    else if (!blocks.widen()) throw new Error('records-around: a record of an accepted file is longer than any window')
    base += start
  }
}

function countLineEnds(bytes: Uint8Array): number {
  let count = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) count += 1
  }
  return count
}

/** The first byte decides for nearly all records. */
function isFilled(bytes: Uint8Array, { start, end }: Pick<Span, 'start' | 'end'>, layout: RecordLayout): boolean {
  const first = bytes[start] ?? 0
  const isPlain = first > SPACE && first < BEYOND_ASCII && first !== layout.delimiter && first !== QUOTE
  return isPlain || cutCells(bytes.subarray(start, end), layout).some((cell) => cell.trim() !== '')
}

const SPACE = 0x20
const BEYOND_ASCII = 0x80

function readCells(source: ByteSource, { start, end }: Span, layout: RecordLayout): string[] {
  // The last line of a file may have no end.
  const bytes = new Uint8Array(end - start).fill(LF)
  for (let length = 0; length < bytes.length; ) {
    const count = source.read(bytes.subarray(length), start + length)
    if (count === 0) break
    length += count
  }
  return cutCells(bytes, layout)
}

function cutCells(bytes: Uint8Array, { encoding, delimiter }: RecordLayout): string[] {
  const record = cutRecord(bytes, 0, { to: bytes.length, delimiter, texts: new CellTexts(encoding) })
  if (typeof record === 'string') throw new Error(`records-around: a record that was accepted cannot be cut: ${record}`)
  return record.cells
}
