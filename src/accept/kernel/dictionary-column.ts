import type { Kernel } from './kernel.ts'
import { type InKernel, type KernelColumn, OUT, openColumn, placeInts, type RowsTaken } from './kernel-column.ts'

/** A dictionary. */
interface Spellings {
  /** How many there are; they are only ever added to. */
  readonly count: number
  /** Below zero where a spelling was not accepted. */
  entryOf(spelling: number): number
  bytesOf(spelling: number): Uint8Array
}

/** Takes over the entries of so many rows. */
type Take = (entries: Int32Array, taken: RowsTaken) => void

const SLOTS = 12
const SLOT_MASK = 16
const SLOT_BYTES = 16
const SLOTS_MIN = 1 << 10
/** More are left to the plan. */
const SPELLINGS_MAX = 1 << 17
/** Eight bytes at a time are compared. */
const PADDING = 8

/** Spellings that the plan knows; each new one goes to the plan first. */
export class DictionaryColumn implements KernelColumn {
  readonly #spellings: Spellings
  readonly #take: Take
  #kernel: Kernel | null = null
  #column = 0
  #values: InKernel<Int32Array> | null = null
  #slots = 0
  #learnt = 0
  #taught = 0

  constructor(spellings: Spellings, take: Take) {
    this.#spellings = spellings
    this.#take = take
  }

  open(kernel: Kernel, column: number, rowsMax: number): void {
    openColumn(kernel, column, { kind: 'dictionary' })
    this.#kernel = kernel
    this.#column = column
    this.#values = placeInts(kernel, column, { field: OUT, rowsMax })
    this.#slots = SLOTS_MIN
    this.#learnt = 0
    this.#taught = 0
    kernel.setField(column, SLOTS, kernel.allocateZeros(SLOTS_MIN * SLOT_BYTES))
    kernel.setField(column, SLOT_MASK, SLOTS_MIN - 1)
  }

  update(): void {
    const kernel = this.#kernel
    const count = Math.min(this.#spellings.count, SPELLINGS_MAX)
    for (; kernel && this.#learnt < count; this.#learnt += 1) {
      const entry = this.#spellings.entryOf(this.#learnt)
      if (entry < 0) continue
      const bytes = this.#spellings.bytesOf(this.#learnt)
      const at = kernel.allocate(bytes.length + PADDING)
      kernel.bytes.set(bytes, at)
      if ((this.#taught + 1) * 2 > this.#slots) this.#widen(kernel)
      kernel.calls.learn(this.#column, at, bytes.length, entry)
      this.#taught += 1
    }
  }

  #widen(kernel: Kernel): void {
    this.#slots *= 4
    kernel.calls.widen(this.#column, kernel.allocateZeros(this.#slots * SLOT_BYTES), this.#slots - 1)
  }

  take(taken: RowsTaken): void {
    if (this.#values) this.#take(this.#values.get(), taken)
  }
}
