import type { CellPlan } from '../cell-plan.ts'
import { findKernel, type Kernel } from './kernel.ts'
import { InKernel, type KernelColumn } from './kernel-column.ts'

/** Records that the kernel has accepted. */
interface KernelRun {
  rows: number
  /** Where each begins, from the position of the first; more follow that mean nothing. */
  starts: Int32Array
  /** The position behind them. */
  next: number
  /** True where there was no room for more at a time. */
  isFull: boolean
}

const ROWS_AT_A_TIME = 1 << 14
const BLOCK_BYTES_MAX = 1 << 21
/** Bytes behind the block that can be read. */
const PADDING = 32

/** The plans of one file with the kernel before them: it takes what it knows, and leaves each other record to them. */
export class KernelScanner {
  readonly #kernel: Kernel
  readonly #columns: readonly KernelColumn[]
  readonly #startsAt: number
  readonly #starts: InKernel<Int32Array>
  readonly #block: number
  /** Position of the first byte of the block, and address behind its last. */
  #from = 0
  #end = 0
  #rows = 0

  /** Null where there is no kernel, or a plan has no form for it. */
  static open(plans: readonly CellPlan[], delimiter: number): KernelScanner | null {
    const kernel = findKernel()
    const columns = plans.flatMap((plan) => plan.buildKernelColumn?.() ?? [])
    return kernel && columns.length === plans.length ? new KernelScanner(kernel, columns, delimiter) : null
  }

  private constructor(kernel: Kernel, columns: readonly KernelColumn[], delimiter: number) {
    this.#kernel = kernel
    this.#columns = columns
    kernel.open(columns.length, delimiter)
    for (const [index, column] of columns.entries()) column.open(kernel, kernel.columnAt(index), ROWS_AT_A_TIME)
    this.#startsAt = kernel.allocate(ROWS_AT_A_TIME * 4)
    this.#starts = new InKernel(() => kernel.viewInts(this.#startsAt, ROWS_AT_A_TIME))
    this.#block = kernel.allocate(BLOCK_BYTES_MAX + PADDING)
  }

  /** Copies a block in; false where it is too large. */
  load(bytes: Uint8Array, from: number, to: number): boolean {
    if (to - from > BLOCK_BYTES_MAX) return false
    this.#kernel.bytes.set(bytes.subarray(from, to), this.#block)
    this.#from = from
    this.#end = this.#block + to - from
    return true
  }

  /** Accepts records of the block from a position on. */
  scan(from: number): KernelRun {
    for (const column of this.#columns) column.update()
    const { calls } = this.#kernel
    const at = this.#block + from - this.#from
    const end = calls.scan(at, this.#end, ROWS_AT_A_TIME, this.#startsAt)
    this.#rows = Number(calls.rows.value)
    return {
      rows: this.#rows,
      starts: this.#starts.get(),
      next: from + end - at,
      isFull: this.#rows === ROWS_AT_A_TIME && end < this.#end,
    }
  }

  /** Has the columns take the values of the last `scan` over; the first of them is of that row. */
  take(row: number): void {
    for (const column of this.#columns) column.take({ row, rows: this.#rows })
  }
}
