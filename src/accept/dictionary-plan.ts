import type { CodedColumn } from '../contracts/columns.ts'
import type { Value } from '../contracts/row.ts'
import type { RuleId } from '../problems/catalogue.ts'
import { type CellNote, type CellPlan, copyRows, gather, lengthen, NOT_ACCEPTED } from './cell-plan.ts'
import type { CellTexts } from './cell-texts.ts'
import { DictionaryColumn } from './kernel/dictionary-column.ts'

/** The verdict of the column's own checker on a text; null where the row must be checked cell by cell. */
type TextCheck = (text: string) => { value: Value; notes: readonly RuleId[] } | null

interface Entry {
  value: Value
  text: string
  notes: readonly RuleId[]
}

/** A column of few distinct cells: the checker is asked once for each, and further cells are known by their bytes. */
export class DictionaryPlan implements CellPlan {
  readonly #ends: Uint8Array
  readonly #texts: CellTexts
  readonly #check: TextCheck
  /** Index of the entry of each row. */
  #rows = new Int32Array(0)
  readonly #entries: Entry[] = []
  /** Of each entry. */
  readonly #values: Value[] = []
  readonly #byValue = new Map<Value, number>()
  /** Open addressing: index of a spelling + 1, or 0. */
  #slots = new Int32Array(SLOTS_MIN)
  /** Of each spelling: its hash, where its bytes are kept, and its entry; `NOT_ACCEPTED` where it has none. */
  #hashes = new Int32Array(SLOTS_MIN)
  #starts = new Int32Array(SLOTS_MIN + 1)
  #entryOf = new Int32Array(SLOTS_MIN)
  #bytes = new Uint8Array(BYTES_MIN)
  #spellings = 0

  constructor({ ends, texts, check }: { ends: Uint8Array; texts: CellTexts; check: TextCheck }) {
    this.#ends = ends
    this.#texts = texts
    this.#check = check
  }

  scan(bytes: Uint8Array, at: number, row: number): number {
    const ends = this.#ends
    let hash = 0x811c9dc5 | 0
    let end = at
    for (let byte = bytes[end] ?? 0; ends[byte] === 0; byte = bytes[end] ?? 0) {
      hash = Math.imul(hash ^ byte, 0x01000193)
      end += 1
    }
    const entry = this.#find(bytes, { at, end }, hash)
    if (entry === NOT_ACCEPTED) return NOT_ACCEPTED
    this.#rows[row] = entry
    return end
  }

  #find(bytes: Uint8Array, cell: { at: number; end: number }, hash: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const spelling = (slots[slot] ?? 0) - 1
      if (spelling < 0) return this.#learn(bytes, cell, { hash, slot })
      if (this.#hashes[spelling] === hash && this.#isSame(bytes, cell, spelling)) {
        return this.#entryOf[spelling] ?? NOT_ACCEPTED
      }
    }
  }

  #isSame(bytes: Uint8Array, { at, end }: { at: number; end: number }, spelling: number): boolean {
    const start = this.#starts[spelling] ?? 0
    const length = end - at
    if ((this.#starts[spelling + 1] ?? 0) - start !== length) return false
    const known = this.#bytes
    for (let index = 0; index < length; index += 1) if (known[start + index] !== bytes[at + index]) return false
    return true
  }

  #learn(bytes: Uint8Array, { at, end }: { at: number; end: number }, of: { hash: number; slot: number }): number {
    const cell = bytes.subarray(at, end)
    const text = this.#texts.decode(cell)
    const checked = text === null ? null : this.#check(text)
    const entry = text === null || checked === null ? NOT_ACCEPTED : this.#entryFor({ ...checked, text })
    // What is not kept is checked again each time.
    if (this.#spellings >= SPELLINGS_MAX) return entry
    const start = this.#starts[this.#spellings] ?? 0
    if (start + cell.length > this.#bytes.length) this.#growBytes(start + cell.length)
    this.#bytes.set(cell, start)
    this.#hashes[this.#spellings] = of.hash
    this.#entryOf[this.#spellings] = entry
    this.#slots[of.slot] = this.#spellings + 1
    this.#spellings += 1
    this.#starts[this.#spellings] = start + cell.length
    if (this.#spellings * 2 > this.#slots.length) this.#growSlots()
    return entry
  }

  /** Entries without repairs are shared by all spellings of a value; a value with repairs has an entry for each spelling. */
  #entryFor(entry: Entry): number {
    const known = entry.notes.length === 0 ? this.#byValue.get(entry.value) : undefined
    if (known !== undefined) return known
    const index = this.#entries.push(entry) - 1
    this.#values.push(entry.value)
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

  buildKernelColumn(): DictionaryColumn {
    return new DictionaryColumn({
      count: () => this.#spellings,
      entryOf: (spelling) => this.#entryOf[spelling] ?? NOT_ACCEPTED,
      bytesOf: (spelling) => this.#bytes.subarray(this.#starts[spelling], this.#starts[spelling + 1]),
      take: (entries, taken) => copyRows(this.#rows, entries, taken),
    })
  }

  store(row: number, value: Value): boolean {
    this.#rows[row] = this.#entryFor({ value, text: '', notes: [] })
    return true
  }

  grow(rows: number): void {
    this.#rows = lengthen(this.#rows, rows)
  }

  buildColumn(from: number, to: number): CodedColumn {
    return { kind: 'coded', codes: this.#rows.subarray(from, to), values: this.#values }
  }

  finish(kept: Int32Array | null, rows: number): CodedColumn {
    const codes = gather(this.#rows, kept, rows)
    const values = [...new Set(this.#values)]
    if (values.length === this.#values.length) return { kind: 'coded', codes, values }
    const codeOf = new Map(values.map((value, code) => [value, code]))
    const translated = Int32Array.from(this.#values, (value) => codeOf.get(value) ?? 0)
    for (let row = 0; row < codes.length; row += 1) codes[row] = translated[codes[row] ?? 0] ?? 0
    return { kind: 'coded', codes, values }
  }

  listNotes(isFast: Uint8Array, rows: number): CellNote[] {
    if (this.#entries.every((entry) => entry.notes.length === 0)) return []
    const counts = new Int32Array(this.#entries.length)
    const first = new Int32Array(this.#entries.length).fill(-1)
    for (let row = 0; row < rows; row += 1) {
      if (isFast[row] === 0) continue
      const entry = this.#rows[row] ?? 0
      if (counts[entry] === 0) first[entry] = row
      counts[entry] = (counts[entry] ?? 0) + 1
    }
    return this.#entries.flatMap(({ notes, text, value }, entry) => {
      const [row, count] = [first[entry] ?? -1, counts[entry] ?? 0]
      return count === 0 ? [] : notes.map((rule, order) => ({ rule, row, text, value, count, order }))
    })
  }
}

const SLOTS_MIN = 1 << 10
const BYTES_MIN = 1 << 14
/** A column of more distinct cells than this is no list of anything. */
const SPELLINGS_MAX = 300_000
