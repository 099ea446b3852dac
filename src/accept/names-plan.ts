import { hashText } from '../check/period/column-hashes.ts'
import type { HashedColumn } from '../contracts/columns.ts'
import type { Value } from '../contracts/row.ts'
import { HIGH_FACTOR, HIGH_START, LOW_FACTOR, LOW_START } from '../vectors/plain-hashes.ts'
import {
  type CellPlan,
  copyRows,
  gather,
  lengthen,
  NOT_ACCEPTED,
  type PlanRows,
  releaseMemory,
  ZERO,
} from './cell-plan.ts'
import type { CellTexts } from './cell-texts.ts'
import { NamesColumn } from './kernel/kernel-column.ts'

interface NamesForm {
  ends: Uint8Array
  texts: CellTexts
  /** True where the column's checker takes a text as it is. */
  isTaken: (text: string) => boolean
  isOptional: boolean
  /** Texts that the row checker may take and that must be seen with those of other rows. */
  isApart: (text: string) => boolean
}

/**
 * Names of rows, each another: of ASCII letters, digits, `-` and `_`. The checker is asked once for each shape, which is a
 * name with every digit made a zero: no rule on such a text distinguishes one digit from another, but for those on texts that are
 * all digits and long. Only hashes of the names are kept.
 */
export class NamesPlan implements CellPlan {
  readonly #form: NamesForm
  #high = new Int32Array(0)
  #low = new Int32Array(0)
  /** Of each row the number that its name ends in, and the index of its shape. */
  #tails = new Float64Array(0)
  #kinds = new Int32Array(0)
  readonly #shapes: Uint8Array[] = []
  readonly #areTaken: boolean[] = []
  readonly #shape = new Uint8Array(NAME_BYTES_MAX)
  #last = 0

  constructor(form: NamesForm) {
    this.#form = form
  }

  scan(bytes: Uint8Array, at: number, row: number): number {
    const { ends } = this.#form
    const shape = this.#shape
    let [high, low] = [HIGH_START | 0, LOW_START | 0]
    let end = at
    let letters = 0
    let tail = 0
    for (let byte = bytes[end] ?? 0; ends[byte] === 0; byte = bytes[end] ?? 0) {
      const sign = SIGNS[byte] ?? 0
      const index = end - at
      if (sign === 0 || index >= NAME_BYTES_MAX) return NOT_ACCEPTED
      shape[index] = sign
      letters |= sign ^ ZERO
      tail = sign === ZERO ? tail * 10 + byte - ZERO : 0
      high = Math.imul(high ^ byte, HIGH_FACTOR)
      low = Math.imul(low ^ byte, LOW_FACTOR)
      low ^= low >>> 13
      end += 1
    }
    const length = end - at
    if (length === 0 ? !this.#form.isOptional : letters === 0 && length >= LONG_DIGITS) return NOT_ACCEPTED
    if (length > 0 && !this.#isTaken(bytes, at, length)) return NOT_ACCEPTED
    this.#high[row] = high
    this.#low[row] = low
    this.#tails[row] = tail
    this.#kinds[row] = length > 0 ? this.#last : NO_SHAPE
    return end
  }

  #isTaken(bytes: Uint8Array, at: number, length: number): boolean {
    if (this.#isShape(this.#last, length)) return this.#areTaken[this.#last] ?? false
    for (let index = 0; index < this.#shapes.length; index += 1) {
      if (!this.#isShape(index, length)) continue
      this.#last = index
      return this.#areTaken[index] ?? false
    }
    // Names that are all of another shape are no names of one kind.
    if (this.#shapes.length >= SHAPES_MAX) return false
    const text = this.#form.texts.decode(bytes.subarray(at, at + length))
    const isTaken = text !== null && this.#form.isTaken(text)
    this.#last = this.#shapes.push(this.#shape.slice(0, length)) - 1
    this.#areTaken.push(isTaken)
    return isTaken
  }

  #isShape(known: number, length: number): boolean {
    const shape = this.#shapes[known]
    if (shape === undefined || shape.length !== length) return false
    for (let index = 0; index < length; index += 1) if (shape[index] !== this.#shape[index]) return false
    return true
  }

  buildKernelColumn(): NamesColumn {
    return new NamesColumn({
      isOptional: this.#form.isOptional,
      signs: SIGNS,
      findShape: () => this.#findLastShape(),
      take: ({ high, low, tails, kinds }, taken) => {
        copyRows(this.#high, high, taken)
        copyRows(this.#low, low, taken)
        copyRows(this.#tails, tails, taken)
        copyRows(this.#kinds, kinds, taken)
      },
    })
  }

  /** Null where names of it are not accepted. */
  #findLastShape(): { signs: Uint8Array; index: number } | null {
    const signs = this.#shapes[this.#last]
    if (signs === undefined || !this.#areTaken[this.#last]) return null
    const isLongNumber = signs.length >= LONG_DIGITS && signs.every((sign) => sign === ZERO)
    return isLongNumber ? null : { signs, index: this.#last }
  }

  store(row: number, value: Value): boolean {
    const text = value === null ? '' : String(value)
    if (this.#form.isApart(text)) return false
    const [high, low] = hashText(text)
    this.#high[row] = high
    this.#low[row] = low
    this.#tails[row] = Number(/\d*$/.exec(text)?.[0] ?? 0)
    this.#kinds[row] = this.#shapes.findIndex((shape) => textOf(shape) === text.replace(/\d/g, '0'))
    return true
  }

  /**
   * The names of the kept rows: shapes, which are names with their digits made zeros, the index of each row's, -1 for one of
   * none, and the numbers that they end in.
   */
  numberShapes(kept: Int32Array | null, rows: number): { shapes: string[]; kinds: Int32Array; tails: Float64Array } {
    const shapes = this.#shapes.map(textOf)
    return { shapes, kinds: gather(this.#kinds, kept, rows), tails: gather(this.#tails, kept, rows) }
  }

  grow(rows: number): void {
    this.#high = lengthen(this.#high, rows)
    this.#low = lengthen(this.#low, rows)
    this.#kinds = lengthen(this.#kinds, rows)
    this.#tails = lengthen(this.#tails, rows)
  }

  giveRows(rows: number): PlanRows {
    const [high, low] = [this.#high.subarray(0, rows), this.#low.subarray(0, rows)]
    const [tails, kinds] = [this.#tails.subarray(0, rows), this.#kinds.subarray(0, rows)]
    const shapes = this.#shapes.map((signs, index) => ({ signs, isTaken: this.#areTaken[index] ?? false }))
    return { kind: 'names', high, low, tails, kinds, shapes }
  }

  takeRows(given: PlanRows, row: number): boolean {
    if (given.kind !== 'names') return false
    const known = new Map(this.#shapes.map((signs, index) => [textOf(signs), index]))
    const fresh = given.shapes.filter(({ signs }) => !known.has(textOf(signs)))
    if (known.size + fresh.length > SHAPES_MAX) return false
    for (const { signs, isTaken } of fresh) {
      known.set(textOf(signs), this.#shapes.push(signs) - 1)
      this.#areTaken.push(isTaken)
    }
    const kindOf = given.shapes.map(({ signs }) => known.get(textOf(signs)) ?? NO_SHAPE)
    this.#high.set(given.high, row)
    this.#low.set(given.low, row)
    this.#tails.set(given.tails, row)
    this.#kinds.set(
      given.kinds.map((kind) => kindOf[kind] ?? NO_SHAPE),
      row,
    )
    return true
  }

  release(): void {
    for (const numbers of [this.#high, this.#low, this.#tails, this.#kinds]) releaseMemory(numbers)
  }

  buildColumn(from: number, to: number): HashedColumn {
    return { kind: 'hashed', high: this.#high.subarray(from, to), low: this.#low.subarray(from, to) }
  }

  finish(kept: Int32Array | null, rows: number): HashedColumn {
    return { kind: 'hashed', high: gather(this.#high, kept, rows), low: gather(this.#low, kept, rows) }
  }
}

/** Of a name that is of none of the shapes. */
const NO_SHAPE = -1

function textOf(shape: Uint8Array): string {
  return String.fromCharCode(...shape)
}

const NAME_BYTES_MAX = 64
const SHAPES_MAX = 64
/** Rules on lost digits speak of texts of 15 digits and more. */
const LONG_DIGITS = 15

/** What each byte is in a shape: digits are zeros, letters and two signs themselves, all others nothing. */
const SIGNS = new Uint8Array(256)
for (const [from, to] of [
  ['A', 'Z'],
  ['a', 'z'],
  ['-', '-'],
  ['_', '_'],
] as const) {
  for (let byte = from.charCodeAt(0); byte <= to.charCodeAt(0); byte += 1) SIGNS[byte] = byte
}
SIGNS.fill(ZERO, ZERO, ZERO + 10)
