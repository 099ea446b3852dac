import type { Contract } from '../contracts/contract.ts'
import { type AcceptedBy, BlockScanner } from './block-scanner.ts'
import { LF } from './cell-plan.ts'
import { type ByteSource, FileBlocks, skipBytes } from './file-blocks.ts'
import type { Head } from './file-head.ts'
import type { DoubtfulRow, ScannedPart } from './scanner.ts'

/** Rows that another thread may leave to the row checker; with more of them it saves nothing. */
const DOUBTFUL_MAX = 20_000
/** Within so many bytes a line ends. */
const LINE_BYTES_MAX = 1 << 16

/** Where a record may begin in the midst of a file: behind an end of line, unless that is part of a cell. Null where none is near. */
export function guessRecordStart(source: ByteSource, { from, size }: { from: number; size: number }): number | null {
  const middle = Math.floor((from + size) / 2)
  const bytes = new Uint8Array(LINE_BYTES_MAX)
  const count = source.read(bytes, middle)
  const end = bytes.subarray(0, count).indexOf(LF)
  return end < 0 || middle + end + 1 >= size ? null : middle + end + 1
}

interface PartOf {
  source: ByteSource
  /** Where the part begins. */
  from: number
  blockBytes?: number | undefined
  onBytes?: ((bytes: Uint8Array) => void) | undefined
}

/** Scans all records from a byte on. Null where that is no use: the bytes of the part must be scanned by whoever scans those before. */
export function scanPart(contract: Contract, head: Head, by: AcceptedBy, of: PartOf): ScannedPart | null {
  const blocks = new FileBlocks(skipBytes(of.source, of.from), of)
  const doubtful: DoubtfulRow[] = []
  const end = new BlockScanner(contract, head, by, 0).scan(blocks, (block) => {
    doubtful.push(...block.doubtful)
    return doubtful.length <= DOUBTFUL_MAX
  })
  if (end !== 'end') return null
  const { rows, line, lines } = by.scanner
  const columns = by.planned.map(({ plan }) => plan.giveRows(rows))
  return { rows, lines: lines.subarray(0, rows), lineCount: line, columns, doubtful }
}
