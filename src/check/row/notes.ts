import type { Problem } from '../../problems/problem.ts'

/** Repairs of one file: one note per rule and column, with its first cell and the count, however many there are. */
export class Notes {
  readonly #notes = new Map<string, { problem: Problem; count: number }>()

  /** Counts one more; `make` gives the note of the first cell. Mutates the notes. */
  add(rule: string, columnName: string | null, make: () => Problem): void {
    const name = `${rule}\t${columnName ?? ''}`
    const seen = this.#notes.get(name)
    if (seen) seen.count += 1
    else this.#notes.set(name, { problem: make(), count: 1 })
  }

  all(): Problem[] {
    return [...this.#notes.values()].map(({ problem, count }) => ({ ...problem, params: { ...problem.params, count } }))
  }
}
