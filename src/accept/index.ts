import type { CheckContext } from '../check/context.ts'
import type { Contract } from '../contracts/contract.ts'
import { ROWS_MAX } from '../read/limits.ts'
import { type Leased, leaseVectors, PLAIN_LEASE } from '../vectors/kernel-vectors.ts'
import type { AcceptedBy } from './block-scanner.ts'
import { type Accepted, CheckedRows } from './checked-rows.ts'
import { type ByteSource, FileBlocks } from './file-blocks.ts'
import { type Head, openHead } from './file-head.ts'
import { KernelScanner } from './kernel/kernel-scanner.ts'
import { planColumns } from './plans.ts'
import { makeRuleChecks } from './rule-checks.ts'
import { guessRecordStart, scanPart } from './scanned-part.ts'
import { type ScannedPart, Scanner } from './scanner.ts'

export type { Accepted } from './checked-rows.ts'
export { type ByteSource, sourceOf } from './file-blocks.ts'
export { findRecordEnd } from './record-ends.ts'
export { readRecordsAround } from './records-around.ts'
export type { ScannedPart } from './scanner.ts'

/**
 * A delimited file straight from its bytes to columns. It only ever accepts: a row of which one cell, or one rule between
 * its cells, is not plainly right goes to the row checker, whose verdict and words count. Null where the file must be read
 * and checked as a whole, because something in it may touch other rows: quotes that do not match, notes, sums, repeated
 * keys. The result is the checker's own, record for record.
 */
export function acceptFile(contract: Contract, of: AcceptedFile): AcceptedRows | null {
  const begun = openChecked(contract, of)
  return begun && scanToEnd(contract, of, begun)
}

/**
 * The same by two: `scanElsewhere` has another thread scan from a byte on where a record may begin. That one does is proven
 * where the records before it end at that very byte; where it is not, or where the other has given up, all are scanned here.
 */
export async function acceptFileByTwo(contract: Contract, of: AcceptedFile, scanElsewhere: ScanElsewhere) {
  const begun = openChecked(contract, of)
  if (!begun) return null
  const { blocks, checked } = begun
  const from = guessRecordStart(of.source, { from: begun.head.start, size: of.size })
  if (from === null || !blocks.stopAt(from)) return scanToEnd(contract, of, begun)
  const { met, part } = await scanBoth(begun, scanElsewhere(from))
  if (met === 'whole' || part === 'changed') return endFile(contract, of, { begun, isScanned: false })
  if (part !== null && part.rows > 0) return endFile(contract, of, { begun, isScanned: checked.takePart(part) })
  checked.goOn(blocks)
  return scanToEnd(contract, of, begun)
}

/** Scans up to where the other thread begins, and takes its part where the records end there. Closes the other in any case. */
async function scanBoth({ blocks, checked }: Checking, pending: PendingPart) {
  try {
    const met = checked.scan(blocks)
    if (met !== 'end') return { met, part: null }
    blocks.readRest((bytes) => pending.compare(bytes))
    return { met, part: await pending.finish() }
  } finally {
    await pending.close()
  }
}

/** What another thread scans. */
export interface PendingPart {
  /** Called with the bytes that it scans, as they are read here. */
  compare(bytes: Uint8Array): void
  /** Null where it has given up, `changed` where it has read other bytes. Throws what it has thrown. */
  finish(): Promise<ScannedPart | 'changed' | null>
  /** Ends it, whatever it does, if nobody has. */
  close(): Promise<void>
}

export type ScanElsewhere = (from: number) => PendingPart

/** What the other thread does: the records from a byte of the file on, of which only the head is read before. */
export function acceptPart(contract: Contract, of: AcceptedFile, from: number): ScannedPart | null {
  const begun = openFile(contract, { ...of, onBytes: undefined }, { part: { bytes: of.size - from, line: 0 } })
  if (!begun) return null
  const part = scanPart(contract, begun.head, begun.by, { ...of, from })
  begun.release()
  return part
}

interface Begun {
  blocks: FileBlocks
  head: Head
  by: AcceptedBy
  release: () => void
}

/** Null where the file must be read as a whole. Only so many bytes of it may be scanned, from a line on other than the first. */
function openFile(
  contract: Contract,
  of: AcceptedFile,
  { part, suspects = null }: { part?: { bytes: number; line: number }; suspects?: Uint8Array | null } = {},
): Begun | null {
  // Whoever follows each cell is notified by the row checker.
  if (of.context.witness || !isPlanned(contract)) return null
  const blocks = new FileBlocks(of.source, of)
  const head = openHead(contract, blocks, of)
  const rules = head && makeRuleChecks(contract, head)
  if (!head || !rules) return null
  const planned = planColumns(contract, head)
  const plans = planned.map(({ plan }) => plan)
  const kernel = of.hasKernel === false ? null : KernelScanner.open(plans, head.delimiter)
  const { bytes, line } = part ?? { bytes: of.size, line: head.line }
  const rowsExpected = Math.ceil(head.rowsExpected * (bytes / Math.max(1, of.size)))
  const { vectors, release } = of.hasKernel === false ? PLAIN_LEASE : leaseFor(rowsExpected, plans.length)
  const scanner = new Scanner({ ...head, plans, kernel, line, rowsExpected })
  return { blocks, head, by: { planned, rules, scanner, vectors, suspects }, release }
}

interface Checking extends Begun {
  checked: CheckedRows
}

function openChecked(contract: Contract, of: AcceptedFile, suspects: Uint8Array | null = null): Checking | null {
  const begun = openFile(contract, of, { suspects })
  return begun && { ...begun, checked: new CheckedRows(contract, begun.head, begun.by) }
}

function scanToEnd(contract: Contract, of: AcceptedFile, begun: Checking): AcceptedRows | null {
  return endFile(contract, of, { begun, isScanned: begun.checked.scan(begun.blocks) === 'end' })
}

/** Where keys are repeated, all is scanned once more, and the rows that have them are checked one by one. */
function endFile(
  contract: Contract,
  of: AcceptedFile,
  { begun, isScanned }: { begun: Checking; isScanned: boolean },
): AcceptedRows | null {
  const { checked, release } = begun
  const accepted = isScanned ? checked.finish() : null
  if (accepted && 'columns' in accepted) return { ...accepted, release }
  release()
  if (accepted === null) return null
  for (const { plan } of begun.by.planned) plan.release()
  of.onAgain?.()
  const again = openChecked(contract, of, accepted.suspects)
  return again && scanToEnd(contract, of, again)
}

/** Accepted rows, whose columns are there until `release` is called. */
interface AcceptedRows extends Accepted {
  release(): void
}

/** What masks, groups and hashes of a row take beside its columns; where there is not enough, loops are slower. */
const BYTES_OF_ROW = 96
const BYTES_OF_CELL = 8

function leaseFor(rowsExpected: number, columns: number): Leased {
  return leaseVectors(Math.min(rowsExpected, ROWS_MAX) * (columns * BYTES_OF_CELL + BYTES_OF_ROW))
}

export interface AcceptedFile {
  file: string
  source: ByteSource
  /** About as many bytes as it has. */
  size: number
  /** Called with all bytes in their order, as they are read: with every one of them where the file is accepted. */
  onBytes?: ((bytes: Uint8Array) => void) | undefined
  /** Called before all bytes are read once more, from the first on. */
  onAgain?: (() => void) | undefined
  /** Bytes read at a time. */
  blockBytes?: number | undefined
  context: CheckContext
  /** False leaves all to the plans, as where the engine has no SIMD. */
  hasKernel?: boolean
}

/** Without a key only whole rows can be compared; coverage and percentages are checked over rows. */
function isPlanned({ key, complete, columns }: Contract): boolean {
  const isRequired = ({ optional, absent, blank }: Contract['columns'][string]) =>
    !optional && !absent && blank === undefined
  // A row with one filled cell may be a note; where two are required, no accepted row is a note.
  const hasTwo = Object.values(columns).filter(isRequired).length >= 2
  return (
    key.length > 0 &&
    complete === undefined &&
    hasTwo &&
    Object.values(columns).every(({ type }) => type.kind !== 'percent')
  )
}
