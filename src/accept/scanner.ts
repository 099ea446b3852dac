import { ROWS_MAX } from '../read/limits.ts'
import type { SheetRow } from '../read/sheet.ts'
import { type CellPlan, CR, LF, lengthen, NOT_ACCEPTED, type PlanRows, QUOTE, releaseMemory } from './cell-plan.ts'
import type { CellTexts } from './cell-texts.ts'
import type { KernelScanner } from './kernel/kernel-scanner.ts'
import { cutRecord } from './records.ts'

/** A row that the plans did not accept, for the row checker. */
export interface DoubtfulRow {
  /** Index among the rows that were scanned. */
  index: number
  line: SheetRow
}

/** The rows of the later part of a file, which another thread has scanned on the supposition that a record begins there. */
export interface ScannedPart {
  rows: number
  /** Physical line of each row, and how many lines there are; the first has the number 0. */
  lines: Uint32Array
  lineCount: number
  /** Of each column of the file, in its order. */
  columns: PlanRows[]
  /** Rows that were not accepted, counted from the first of the part. */
  doubtful: DoubtfulRow[]
}

interface ScannerOptions {
  plans: readonly CellPlan[]
  delimiter: number
  texts: CellTexts
  /** Physical line of the first record. */
  line: number
  /** Rows to make room for at first. */
  rowsExpected: number
  /** Null where the plans are to do without. */
  kernel: KernelScanner | null
}

/** Reads records of bytes into the columns of its plans. What it cannot accept it cuts into texts. */
export class Scanner {
  readonly #plans: readonly CellPlan[]
  readonly #delimiter: number
  readonly #texts: CellTexts
  #line: number
  readonly #rowsExpected: number
  readonly #kernel: KernelScanner | null
  #room = 0
  /** Rows that were scanned; blank lines are none. */
  rows = 0
  /** Physical line of each row. */
  lines = new Uint32Array(0)
  /** Where each row of the last scan begins in its bytes. */
  starts = new Uint32Array(0)
  /** The first of them. */
  #first = 0

  constructor({ plans, delimiter, texts, line, rowsExpected, kernel }: ScannerOptions) {
    this.#plans = plans
    this.#delimiter = delimiter
    this.#texts = texts
    this.#line = line
    this.#rowsExpected = Math.min(rowsExpected, ROWS_MAX)
    this.#kernel = kernel
  }

  /**
   * Scans the records between two positions and gives those that were not accepted, and the position of a record that
   * ends beyond. Null where the file must be read as a whole. The byte before `to` ends a line.
   */
  scan(bytes: Uint8Array, from: number, to: number): { doubtful: DoubtfulRow[]; next: number } | null {
    const doubtful: DoubtfulRow[] = []
    this.#first = this.rows
    const kernel = this.#kernel?.load(bytes, from, to) ? this.#kernel : null
    for (let at = from; at < to; ) {
      if (kernel) at = this.#runKernel(kernel, at)
      if (at >= to) break
      if (this.rows === this.#room) this.#grow()
      this.#reserveStarts(1)
      this.starts[this.rows - this.#first] = at
      this.lines[this.rows] = this.#line
      const end = this.#scanRecord(bytes, at)
      if (end !== NOT_ACCEPTED) {
        at = end
        this.rows += 1
        this.#line += 1
        continue
      }
      const record = cutRecord(bytes, at, { to, delimiter: this.#delimiter, texts: this.#texts })
      if (record === 'open') return this.#texts.isDoubtful ? null : { doubtful, next: at }
      if (record === 'doubtful' || this.#texts.isDoubtful) return null
      at = record.next
      const line = { row: this.#line, record: this.rows + 1, cells: record.cells }
      this.#line += 1 + record.breaks
      // The reader leaves blank lines out.
      if (line.cells.every((cell) => cell.trim() === '')) continue
      if (line.cells.length !== this.#plans.length) return null
      doubtful.push({ index: this.rows, line })
      this.rows += 1
    }
    return { doubtful, next: to }
  }

  /** Takes over rows that follow those that were scanned; gives the index and the line of the first. Null where a plan cannot. */
  takePart({ rows, lines, lineCount, columns }: ScannedPart): { row: number; line: number } | null {
    const [row, line] = [this.rows, this.#line]
    while (row + rows > this.#room) this.#grow()
    const areTaken = columns.every((given, index) => {
      const isTaken = this.#plans[index]?.takeRows(given, row) ?? false
      for (const numbers of Object.values(given)) if (isNumbers(numbers)) releaseMemory(numbers)
      return isTaken
    })
    if (!areTaken || columns.length !== this.#plans.length) return null
    for (let at = 0; at < rows; at += 1) this.lines[row + at] = line + (lines[at] ?? 0)
    this.rows += rows
    this.#line += lineCount
    return { row, line }
  }

  /** Physical line of the next record. */
  get line(): number {
    return this.#line
  }

  /** Takes all records over that the kernel accepts; gives the position of the first that it does not. */
  #runKernel(kernel: KernelScanner, from: number): number {
    for (let at = from; ; ) {
      const { rows, starts, next, isFull } = kernel.scan(at)
      if (rows > 0) {
        while (this.rows + rows > this.#room) this.#grow()
        kernel.take(this.rows)
        this.#reserveStarts(rows)
        const before = this.rows - this.#first
        for (let index = 0; index < rows; index += 1) {
          this.starts[before + index] = at + (starts[index] ?? 0)
          this.lines[this.rows + index] = this.#line + index
        }
        this.rows += rows
        this.#line += rows
      }
      at = next
      if (!isFull) return at
    }
  }

  /** Position behind the record, or `NOT_ACCEPTED`. */
  #scanRecord(bytes: Uint8Array, from: number): number {
    const plans = this.#plans
    const row = this.rows
    let at = from
    for (let index = 0; index < plans.length; index += 1) {
      const isQuoted = bytes[at] === QUOTE
      const plan = plans[index]
      let end = plan ? plan.scan(bytes, isQuoted ? at + 1 : at, row) : NOT_ACCEPTED
      if (end === NOT_ACCEPTED) return NOT_ACCEPTED
      if (isQuoted) {
        if (bytes[end] !== QUOTE) return NOT_ACCEPTED
        end += 1
      }
      if (index < plans.length - 1) {
        if (bytes[end] !== this.#delimiter) return NOT_ACCEPTED
        at = end + 1
        continue
      }
      if (bytes[end] === LF) return end + 1
      return bytes[end] === CR && bytes[end + 1] === LF ? end + 2 : NOT_ACCEPTED
    }
    return NOT_ACCEPTED
  }

  #grow(): void {
    this.#room = Math.max(this.#rowsExpected, Math.ceil(this.#room * 1.5) + ROOM_MIN)
    for (const plan of this.#plans) plan.grow(this.#room)
    this.lines = lengthen(this.lines, this.#room)
  }

  #reserveStarts(rows: number): void {
    const needed = this.rows - this.#first + rows
    if (needed > this.starts.length) this.starts = lengthen(this.starts, needed * 2)
  }
}

const ROOM_MIN = 64

function isNumbers(value: unknown): value is Int32Array | Float64Array {
  return value instanceof Int32Array || value instanceof Float64Array
}
