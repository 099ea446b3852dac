import type { Contract } from '../contracts/contract.ts'
import { ROWS_MAX } from '../read/limits.ts'
import { Masks } from '../tabulate/masks.ts'
import type { Vectors } from '../vectors/vectors.ts'
import { LF } from './cell-plan.ts'
import type { FileBlocks } from './file-blocks.ts'
import type { Head } from './file-head.ts'
import { holdColumns } from './held-columns.ts'
import type { PlannedColumn } from './plans.ts'
import { cutRecord } from './records.ts'
import type { RuleCheck } from './rule-checks.ts'
import type { DoubtfulRow, Scanner } from './scanner.ts'

/** What the rows of a file are accepted by. */
export interface AcceptedBy {
  planned: readonly PlannedColumn[]
  rules: readonly RuleCheck[]
  scanner: Scanner
  vectors: Vectors
  /** 1 for each row of the file that the row checker must see, whatever the plans say of it. */
  suspects: Uint8Array | null
}

/** Rows of one block that were not accepted, in their order, among all rows from `first` up to `rows`. */
interface ScannedBlock {
  doubtful: DoubtfulRow[]
  first: number
  rows: number
}

/** `end`: the last record ends where the blocks end. `open`: it would end beyond. `whole`: the file must be read as a whole. */
type ScanEnd = 'end' | 'open' | 'whole'

/** Has the plans and the rules of a file accept its rows, block by block. */
export class BlockScanner {
  readonly #contract: Contract
  readonly #head: Head
  readonly #by: AcceptedBy
  /** Where the next record is, in the window of the blocks. */
  #at: number

  constructor(contract: Contract, head: Head, by: AcceptedBy, start: number) {
    this.#contract = contract
    this.#head = head
    this.#by = by
    this.#at = start
  }

  /** Calls `take` for each block; where it gives false the file must be read as a whole. */
  scan(blocks: FileBlocks, take: (block: ScannedBlock) => boolean): ScanEnd {
    for (;;) {
      if (blocks.isEnd) blocks.endLine()
      const { bytes, isEnd } = blocks
      const next = this.#scanBlock(bytes, bytes.lastIndexOf(LF) + 1, take)
      if (next === null) return 'whole'
      const hasMoved = next > 0
      this.#at = next
      if (isEnd) return next === bytes.length ? 'end' : 'open'
      if (hasMoved) blocks.advance(next)
      // A record that is longer than a block, or that a quote leaves open.
      else if (!blocks.widen()) return 'whole'
      this.#at = 0
    }
  }

  /** Goes on behind the place where the blocks were to end. */
  goOn(blocks: FileBlocks): void {
    blocks.goOn(this.#at)
    this.#at = 0
  }

  /** Where the next block begins; null where the file must be read as a whole. */
  #scanBlock(bytes: Uint8Array, to: number, take: (block: ScannedBlock) => boolean): number | null {
    const { scanner, vectors } = this.#by
    if (to <= this.#at) return this.#at
    const first = scanner.rows
    const scanned = scanner.scan(bytes, this.#at, to)
    const { rows } = scanner
    if (scanned === null || rows > ROWS_MAX) return null
    const broken = vectors.lend(() => this.#findBroken(bytes, { first, to }, scanned.doubtful))
    const doubtful = [...scanned.doubtful, ...broken].sort((a, b) => a.index - b.index)
    return take({ doubtful, first, rows }) ? scanned.next : null
  }

  /** Rows that break a rule between columns, and suspects, cut into texts. */
  #findBroken(
    bytes: Uint8Array,
    { first, to }: { first: number; to: number },
    known: readonly DoubtfulRow[],
  ): DoubtfulRow[] {
    const { planned, rules, scanner, vectors, suspects } = this.#by
    const { rows, starts, lines } = scanner
    const columns = holdColumns(this.#contract, planned, {
      rows: rows - first,
      vectors,
      dataOf: (plan) => plan.buildColumn(first, rows),
    })
    const broken = vectors.allocateBytes(rows - first)
    const masks = new Masks(columns, this.#head.context.period)
    for (const check of rules) check(columns, masks, broken)
    for (let at = first; suspects && at < rows; at += 1) if (suspects[at] === 1) broken[at - first] = 1
    for (const { index } of known) broken[index - first] = 0
    const { delimiter, texts } = this.#head
    const found: DoubtfulRow[] = []
    for (let at = broken.indexOf(1); at >= 0; at = broken.indexOf(1, at + 1)) {
      const index = first + at
      const record = cutRecord(bytes, starts[at] ?? 0, { to, delimiter, texts })
      if (typeof record === 'string') throw new Error(`a record that was scanned cannot be cut: ${record}`)
      found.push({ index, line: { row: lines[index] ?? 0, record: index + 1, cells: record.cells } })
    }
    return found
  }
}
