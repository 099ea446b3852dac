import type { ValueChecker } from '../check/row/value-checker.ts'
import type { Value } from '../contracts/row.ts'
import type { RuleId } from '../problems/catalogue.ts'
import { type Entry, lengthen, NOT_ACCEPTED } from './cell-plan.ts'
import type { CellTexts } from './cell-texts.ts'

/** The verdict of the column's own checker on a text; null where the row must be checked cell by cell. */
export type TextCheck = (text: string) => { value: Value; notes: readonly RuleId[] } | null

/** Where a cell is, and the hash of its bytes. */
interface CellBytes {
  at: number
  end: number
  hash: number
}

/** Who is asked about a cell that is not known yet. */
interface Asked {
  texts: CellTexts
  check: TextCheck
}

/** Spellings by their bytes, and what the checker said of each when it was first met. They are only ever added to. */
export class Dictionary {
  readonly entries: Entry[] = []
  /** Of each entry. */
  readonly values: Value[] = []
  readonly #byValue = new Map<Value, number>()
  /** Open addressing: index of a spelling + 1, or 0. */
  #slots = new Int32Array(SLOTS_MIN)
  /** Of each spelling: its hash, where its bytes are kept, and its entry; `NOT_ACCEPTED` where it has none. */
  #hashes = new Int32Array(SLOTS_MIN)
  #starts = new Int32Array(SLOTS_MIN + 1)
  #entryOf = new Int32Array(SLOTS_MIN)
  #bytes = new Uint8Array(BYTES_MIN)
  #spellings = 0

  get count(): number {
    return this.#spellings
  }

  entryOf(spelling: number): number {
    return this.#entryOf[spelling] ?? NOT_ACCEPTED
  }

  bytesOf(spelling: number): Uint8Array {
    return this.#bytes.subarray(this.#starts[spelling], this.#starts[spelling + 1])
  }

  /** Index of the entry of a cell; `NOT_ACCEPTED` where it has none. Learns what it does not know. */
  find(bytes: Uint8Array, cell: CellBytes, asked: Asked): number {
    const slots = this.#slots
    const mask = slots.length - 1
    const { hash } = cell
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const spelling = (slots[slot] ?? 0) - 1
      if (spelling < 0) return this.#learn(bytes, { ...cell, slot }, asked)
      if (this.#hashes[spelling] === hash && this.#isSame(bytes, cell, spelling)) {
        return this.#entryOf[spelling] ?? NOT_ACCEPTED
      }
    }
  }

  #isSame(bytes: Uint8Array, { at, end }: CellBytes, spelling: number): boolean {
    const start = this.#starts[spelling] ?? 0
    const length = end - at
    if ((this.#starts[spelling + 1] ?? 0) - start !== length) return false
    const known = this.#bytes
    for (let index = 0; index < length; index += 1) if (known[start + index] !== bytes[at + index]) return false
    return true
  }

  #learn(bytes: Uint8Array, { at, end, hash, slot }: CellBytes & { slot: number }, { texts, check }: Asked): number {
    const cell = bytes.subarray(at, end)
    const text = texts.decode(cell)
    // Bytes that are no text throw doubt on each file in which they come.
    if (text === null) return NOT_ACCEPTED
    const checked = check(text)
    const entry = checked === null ? NOT_ACCEPTED : this.addEntry({ ...checked, text })
    // What is not kept is checked again each time.
    if (this.#spellings >= SPELLINGS_MAX) return entry
    const start = this.#starts[this.#spellings] ?? 0
    if (start + cell.length > this.#bytes.length) this.#growBytes(start + cell.length)
    this.#bytes.set(cell, start)
    this.#hashes[this.#spellings] = hash
    this.#entryOf[this.#spellings] = entry
    this.#slots[slot] = this.#spellings + 1
    this.#spellings += 1
    this.#starts[this.#spellings] = start + cell.length
    if (this.#spellings * 2 > this.#slots.length) this.#growSlots()
    return entry
  }

  /**
   * Index of an entry. Entries without repairs are shared by all spellings of a value; a value with repairs has an entry for
   * each spelling.
   */
  addEntry(entry: Entry): number {
    const known = entry.notes.length === 0 ? this.#byValue.get(entry.value) : undefined
    if (known !== undefined) return known
    const index = this.entries.push(entry) - 1
    this.values.push(entry.value)
    if (entry.notes.length === 0) this.#byValue.set(entry.value, index)
    return index
  }

  #growBytes(needed: number): void {
    const longer = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
    longer.set(this.#bytes)
    this.#bytes = longer
  }

  #growSlots(): void {
    const size = this.#slots.length * 2
    this.#hashes = lengthen(this.#hashes, size)
    this.#entryOf = lengthen(this.#entryOf, size)
    this.#starts = lengthen(this.#starts, size + 1)
    this.#slots = new Int32Array(size)
    for (let spelling = 0; spelling < this.#spellings; spelling += 1) {
      const hash = this.#hashes[spelling] ?? 0
      let slot = (hash ^ (hash >>> 15)) & (size - 1)
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (size - 1)
      this.#slots[slot] = spelling + 1
    }
  }
}

const SLOTS_MIN = 1 << 10
const BYTES_MIN = 1 << 14
/** A column of more distinct cells than this is no list of anything. */
const SPELLINGS_MAX = 300_000

/** Dictionaries by the checker of their cells and all else that its verdicts depend on. */
const shared = new WeakMap<ValueChecker, Map<string, Dictionary>>()

/** A larger dictionary costs a file of few values more than it saves. */
const SHARED_MAX = 20_000

/** The dictionary of earlier files whose cells had the same checker: what they have met is not asked again. */
export function shareDictionary(checker: ValueChecker, name: string): Dictionary {
  const known = shared.get(checker) ?? new Map<string, Dictionary>()
  shared.set(checker, known)
  const dictionary = known.get(name)
  if (dictionary && dictionary.count <= SHARED_MAX) return dictionary
  const fresh = new Dictionary()
  known.set(name, fresh)
  return fresh
}
