import type { CheckContext } from '../check/context.ts'
import type { Contract } from '../contracts/contract.ts'
import { ROWS_MAX } from '../read/limits.ts'
import { type Leased, leaseVectors, PLAIN_LEASE } from '../vectors/kernel-vectors.ts'
import { type Accepted, CheckedRows } from './checked-rows.ts'
import { type ByteSource, FileBlocks } from './file-blocks.ts'
import { type Head, openHead } from './file-head.ts'
import { KernelScanner } from './kernel/kernel-scanner.ts'
import { planColumns } from './plans.ts'
import { makeRuleChecks } from './rule-checks.ts'
import { Scanner } from './scanner.ts'

export type { Accepted } from './checked-rows.ts'
export { type ByteSource, sourceOf } from './file-blocks.ts'

/**
 * A delimited file straight from its bytes to columns. It only ever accepts: a row of which one cell, or one rule between
 * its cells, is not plainly right goes to the row checker, whose verdict and words count. Null where the file must be read
 * and checked as a whole, because something in it may touch other rows: quotes that do not match, notes, sums, repeated
 * keys. The result is the checker's own, record for record.
 */
export function acceptFile(contract: Contract, of: AcceptedFile): AcceptedRows | null {
  // Whoever follows each cell is notified by the row checker.
  if (of.context.witness || !isPlanned(contract)) return null
  const blocks = new FileBlocks(of.source, of)
  const head = openHead(contract, blocks, of)
  const rules = head && makeRuleChecks(contract, head)
  if (!head || !rules) return null
  const planned = planColumns(contract, head)
  const plans = planned.map(({ plan }) => plan)
  const kernel = of.hasKernel === false ? null : KernelScanner.open(plans, head.delimiter)
  const { vectors, release } = of.hasKernel === false ? PLAIN_LEASE : leaseFor(head, plans.length)
  const scanner = new Scanner({ ...head, plans, kernel })
  const checked = new CheckedRows(contract, head, { planned, rules, scanner, vectors })
  const accepted = checked.scan(blocks) ? checked.finish() : null
  if (accepted === null) release()
  return accepted && { ...accepted, release }
}

/** Accepted rows, whose columns are there until `release` is called. */
interface AcceptedRows extends Accepted {
  release(): void
}

/** What masks, groups and hashes of a row take beside its columns; where there is not enough, loops are slower. */
const BYTES_OF_ROW = 96
const BYTES_OF_CELL = 8

function leaseFor({ rowsExpected }: Head, columns: number): Leased {
  return leaseVectors(Math.min(rowsExpected, ROWS_MAX) * (columns * BYTES_OF_CELL + BYTES_OF_ROW))
}

interface AcceptedFile {
  file: string
  source: ByteSource
  /** About as many bytes as it has. */
  size: number
  /** Called with all bytes in their order, as they are read: with every one of them where the file is accepted. */
  onBytes?: ((bytes: Uint8Array) => void) | undefined
  /** Bytes read at a time. */
  blockBytes?: number
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
