import type { CodedColumn } from '../contracts/columns.ts'
import type { Value } from '../contracts/row.ts'

import { Dictionary, type TextCheck } from './cell-dictionary.ts'
import {
  type CellNote,
  type CellPlan,
  copyRows,
  type Entry,
  gather,
  lengthen,
  NOT_ACCEPTED,
  type PlanRows,
  releaseMemory,
} from './cell-plan.ts'

import type { CellTexts } from './cell-texts.ts'
import { DictionaryColumn } from './kernel/dictionary-column.ts'

interface DictionaryForm {
  ends: Uint8Array
  texts: CellTexts
  check: TextCheck
  /** May know spellings of other files, as the same check has judged them. */
  dictionary?: Dictionary
}

/** A column of few distinct cells: the checker is asked once for each, and further cells are known by their bytes. */
export class DictionaryPlan implements CellPlan {
  readonly #form: DictionaryForm
  readonly #dictionary: Dictionary
  /** Index of the entry of each row. */
  #rows = new Int32Array(0)

  constructor(form: DictionaryForm) {
    this.#form = form
    this.#dictionary = form.dictionary ?? new Dictionary()
  }

  scan(bytes: Uint8Array, at: number, row: number): number {
    const { ends } = this.#form
    let hash = 0x811c9dc5 | 0
    let end = at
    for (let byte = bytes[end] ?? 0; ends[byte] === 0; byte = bytes[end] ?? 0) {
      hash = Math.imul(hash ^ byte, 0x01000193)
      end += 1
    }
    const entry = this.#dictionary.find(bytes, { at, end, hash }, this.#form)
    if (entry === NOT_ACCEPTED) return NOT_ACCEPTED
    this.#rows[row] = entry
    return end
  }

  buildKernelColumn(): DictionaryColumn {
    return new DictionaryColumn(this.#dictionary, (entries, taken) => copyRows(this.#rows, entries, taken))
  }

  store(row: number, value: Value): boolean {
    this.#rows[row] = this.#dictionary.addEntry({ value, text: '', notes: [] })
    return true
  }

  grow(rows: number): void {
    this.#rows = lengthen(this.#rows, rows)
  }

  giveRows(rows: number): PlanRows {
    const codes = this.#rows.subarray(0, rows)
    // Only those that come in these rows: the dictionary may be of many files.
    const codeOf = new Int32Array(this.#dictionary.entries.length).fill(NOT_ACCEPTED)
    const entries: Entry[] = []
    for (let row = 0; row < rows; row += 1) {
      const own = codes[row] ?? 0
      const entry = this.#dictionary.entries[own]
      if (codeOf[own] === NOT_ACCEPTED && entry) codeOf[own] = entries.push(entry) - 1
      codes[row] = Math.max(0, codeOf[own] ?? 0)
    }
    return { kind: 'coded', codes, entries }
  }

  takeRows(given: PlanRows, row: number): boolean {
    if (given.kind !== 'coded') return false
    const entryOf = given.entries.map((entry) => this.#dictionary.addEntry(entry))
    const { codes } = given
    // Rows that were not accepted have no entry yet.
    for (let at = 0; at < codes.length; at += 1) this.#rows[row + at] = entryOf[codes[at] ?? 0] ?? 0
    return true
  }

  release(): void {
    releaseMemory(this.#rows)
  }

  buildColumn(from: number, to: number): CodedColumn {
    return { kind: 'coded', codes: this.#rows.subarray(from, to), values: this.#dictionary.values }
  }

  finish(kept: Int32Array | null, rows: number): CodedColumn {
    const codes = gather(this.#rows, kept, rows)
    const { values: all } = this.#dictionary
    const values = [...new Set(all)]
    if (values.length === all.length) return { kind: 'coded', codes, values }
    const codeOf = new Map(values.map((value, code) => [value, code]))
    const translated = Int32Array.from(all, (value) => codeOf.get(value) ?? 0)
    for (let row = 0; row < codes.length; row += 1) codes[row] = translated[codes[row] ?? 0] ?? 0
    return { kind: 'coded', codes, values }
  }

  listNotes(isFast: Uint8Array, rows: number): CellNote[] {
    const { entries } = this.#dictionary
    if (entries.every((entry) => entry.notes.length === 0)) return []
    const counts = new Int32Array(entries.length)
    const first = new Int32Array(entries.length).fill(-1)
    for (let row = 0; row < rows; row += 1) {
      if (isFast[row] === 0) continue
      const entry = this.#rows[row] ?? 0
      if (counts[entry] === 0) first[entry] = row
      counts[entry] = (counts[entry] ?? 0) + 1
    }
    return entries.flatMap(({ notes, text, value }, entry) => {
      const [row, count] = [first[entry] ?? -1, counts[entry] ?? 0]
      return count === 0 ? [] : notes.map((rule, order) => ({ rule, row, text, value, count, order }))
    })
  }
}
