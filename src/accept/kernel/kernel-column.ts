import type { Kernel } from './kernel.ts'

/** What the kernel accepts of one column, and how its values come back. */
export interface KernelColumn {
  /** Lays out the column's fields and places for the values of so many rows. */
  open(kernel: Kernel, column: number, rowsMax: number): void
  /** Tells the kernel what the plan has learnt since. */
  update(): void
  /** Takes over the values of so many rows. */
  take(taken: RowsTaken): void
}

/** The index of the first of some rows, and how many they are. */
export interface RowsTaken {
  row: number
  rows: number
}

/** Offsets of a column's fields, as in `kernel/index.ts`. */
const KIND = 0
export const OUT = 4
const IS_OPTIONAL = 8
const KINDS = { dictionary: 0, minutes: 1, numbers: 2, names: 3 } as const

/** Puts down what a column is of. */
export function openColumn(
  kernel: Kernel,
  column: number,
  of: { kind: keyof typeof KINDS; isOptional?: boolean },
): void {
  kernel.setField(column, KIND, KINDS[of.kind])
  kernel.setField(column, IS_OPTIONAL, Number(of.isOptional ?? false))
}

/** Makes a place and puts its address down in a field. */
function placeValues(kernel: Kernel, column: number, of: { field: number; bytes: number }): number {
  const at = kernel.allocate(of.bytes)
  kernel.setField(column, of.field, at)
  return at
}

/** Values in the kernel's memory. Its memory moves where it grows, and their view with it. */
export class InKernel<Numbers extends Int32Array | Float64Array> {
  readonly #make: () => Numbers
  #view: Numbers

  constructor(make: () => Numbers) {
    this.#make = make
    this.#view = make()
  }

  get(): Numbers {
    // A view of memory that has moved has no length.
    if (this.#view.length === 0) this.#view = this.#make()
    return this.#view
  }
}

/** Places for the values of so many rows. */
export function placeInts(
  kernel: Kernel,
  column: number,
  { field, rowsMax }: { field: number; rowsMax: number },
): InKernel<Int32Array> {
  const at = placeValues(kernel, column, { field, bytes: rowsMax * 4 })
  return new InKernel(() => kernel.viewInts(at, rowsMax))
}

function placeDoubles(
  kernel: Kernel,
  column: number,
  { field, rowsMax }: { field: number; rowsMax: number },
): InKernel<Float64Array> {
  const at = placeValues(kernel, column, { field, bytes: rowsMax * 8 })
  return new InKernel(() => kernel.viewDoubles(at, rowsMax))
}

/** Minutes as their plan counts them: by century and year from 1900 and by month, 16 numbers a year. */
interface MinutesForm {
  isOptional: boolean
  /** Minutes before each month, and its days. */
  months: Int32Array
  lengths: Uint8Array
  take(minutes: Int32Array, taken: RowsTaken): void
}

const MONTHS = 12
const LENGTHS = 16

export class MinutesColumnOfKernel implements KernelColumn {
  readonly #form: MinutesForm
  #values: InKernel<Int32Array> | null = null

  constructor(form: MinutesForm) {
    this.#form = form
  }

  open(kernel: Kernel, column: number, rowsMax: number): void {
    const { months, lengths, isOptional } = this.#form
    openColumn(kernel, column, { kind: 'minutes', isOptional })
    this.#values = placeInts(kernel, column, { field: OUT, rowsMax })
    const [monthsAt, lengthsAt] = [kernel.allocate(months.byteLength), kernel.allocate(lengths.byteLength)]
    kernel.viewInts(monthsAt, months.length).set(months)
    kernel.bytes.set(lengths, lengthsAt)
    kernel.setField(column, MONTHS, monthsAt)
    kernel.setField(column, LENGTHS, lengthsAt)
  }

  update(): void {
    // A time is read without a memory of others.
  }

  take(taken: RowsTaken): void {
    if (this.#values) this.#form.take(this.#values.get(), taken)
  }
}

interface NumbersFormOfKernel {
  isOptional: boolean
  decimalsMax: number
  min: number
  max: number
  powers: readonly number[]
  /** `decimals` is the most that any number so far has. */
  take(numbers: Float64Array, decimals: number, taken: RowsTaken): void
}

const DECIMALS_MAX = 12
const POWERS = 16
const DECIMALS_SEEN = 20
const LEAST = 24
const MOST = 32

export class NumbersColumnOfKernel implements KernelColumn {
  readonly #form: NumbersFormOfKernel
  #kernel: Kernel | null = null
  #column = 0
  #values: InKernel<Float64Array> | null = null

  constructor(form: NumbersFormOfKernel) {
    this.#form = form
  }

  open(kernel: Kernel, column: number, rowsMax: number): void {
    const { isOptional, decimalsMax, min, max, powers } = this.#form
    openColumn(kernel, column, { kind: 'numbers', isOptional })
    this.#kernel = kernel
    this.#column = column
    this.#values = placeDoubles(kernel, column, { field: OUT, rowsMax })
    const powersAt = placeValues(kernel, column, { field: POWERS, bytes: powers.length * 8 })
    kernel.viewDoubles(powersAt, powers.length).set(powers)
    kernel.setField(column, DECIMALS_MAX, decimalsMax)
    kernel.setDouble(column, LEAST, min)
    kernel.setDouble(column, MOST, max)
  }

  update(): void {
    // A number is read without a memory of others.
  }

  take(taken: RowsTaken): void {
    if (!this.#kernel || !this.#values) return
    this.#form.take(this.#values.get(), this.#kernel.getField(this.#column, DECIMALS_SEEN), taken)
  }
}

interface NamesFormOfKernel {
  isOptional: boolean
  /** What each byte is in a shape; 0 for a byte that no name has. */
  signs: Uint8Array
  /** The shape that was met last, if every name of it is accepted; else null. */
  findShape(): { signs: Uint8Array; index: number } | null
  take(names: NamesTaken, taken: RowsTaken): void
}

interface NamesTaken {
  high: Int32Array
  low: Int32Array
  tails: Float64Array
  kinds: Int32Array
}

const SHAPE = 12
const SHAPE_LENGTH = 16
const SHAPE_INDEX = 20
const SIGNS = 24
const OUT_LOW = 28
const OUT_TAIL = 32
const OUT_INDEX = 36

export class NamesColumn implements KernelColumn {
  readonly #form: NamesFormOfKernel
  #kernel: Kernel | null = null
  #column = 0
  #shapeAt = 0
  #values: { [Of in keyof NamesTaken]: InKernel<NamesTaken[Of]> } | null = null
  #index = -1

  constructor(form: NamesFormOfKernel) {
    this.#form = form
  }

  open(kernel: Kernel, column: number, rowsMax: number): void {
    const { isOptional, signs } = this.#form
    openColumn(kernel, column, { kind: 'names', isOptional })
    this.#kernel = kernel
    this.#column = column
    this.#index = -1
    this.#shapeAt = placeValues(kernel, column, { field: SHAPE, bytes: signs.length })
    this.#values = {
      high: placeInts(kernel, column, { field: OUT, rowsMax }),
      low: placeInts(kernel, column, { field: OUT_LOW, rowsMax }),
      tails: placeDoubles(kernel, column, { field: OUT_TAIL, rowsMax }),
      kinds: placeInts(kernel, column, { field: OUT_INDEX, rowsMax }),
    }
    kernel.bytes.set(signs, placeValues(kernel, column, { field: SIGNS, bytes: signs.length }))
  }

  update(): void {
    const shape = this.#form.findShape()
    const kernel = this.#kernel
    const index = shape?.index ?? -1
    if (!kernel || index === this.#index) return
    this.#index = index
    // Without a shape no name is accepted.
    kernel.setField(this.#column, SHAPE_LENGTH, shape?.signs.length ?? 0)
    kernel.setField(this.#column, SHAPE_INDEX, Math.max(0, index))
    if (shape) kernel.bytes.set(shape.signs, this.#shapeAt)
  }

  take(taken: RowsTaken): void {
    if (!this.#values) return
    const { high, low, tails, kinds } = this.#values
    this.#form.take({ high: high.get(), low: low.get(), tails: tails.get(), kinds: kinds.get() }, taken)
  }
}
