import type { Problem } from '../../problems/problem.ts'

interface Note {
  problem: Problem
  count: number
  /** Order among the notes of one row. */
  order: number
}

/** Repairs of one file: one note per rule and column, with its first cell and the count, however many there are. */
export class Notes {
  readonly #notes = new Map<string, Note>()

  /** Counts one more; `make` gives the note of the first cell. Mutates the notes. */
  add(rule: string, columnName: string | null, make: () => Problem): void {
    const name = `${rule}\t${columnName ?? ''}`
    const seen = this.#notes.get(name)
    if (seen) seen.count += 1
    else this.#notes.set(name, { problem: make(), count: 1, order: this.#notes.size })
  }

  /** Counts many at once, of which `note` has the first. Mutates the notes. */
  addMany(rule: string, columnName: string | null, note: Note): void {
    const name = `${rule}\t${columnName ?? ''}`
    const seen = this.#notes.get(name)
    const isFirst = !seen || (note.problem.row ?? 0) < (seen.problem.row ?? 0)
    this.#notes.set(name, { ...(isFirst ? note : seen), count: note.count + (seen?.count ?? 0) })
  }

  /** In the order in which their first cells come. */
  listAll(): Problem[] {
    const sorted = [...this.#notes.values()].sort(
      (a, b) => (a.problem.row ?? 0) - (b.problem.row ?? 0) || a.order - b.order,
    )
    return sorted.map(({ problem, count }) => ({ ...problem, params: { ...problem.params, count } }))
  }
}
