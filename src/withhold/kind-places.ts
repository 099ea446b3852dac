import { sum } from '../text/sum.ts'

/** Kinds of people by their places: one is near another that differs in one place only. */
export class KindPlaces {
  readonly #kinds = new Map<number, number>()
  readonly #ids: number[] = []
  readonly #fileOf: number[] = []
  readonly #files: FilePlaces[] = []
  #next = 0

  /** `sizes`: how many values each place can have; the last is that of the amounts, which stays. */
  openFile(sizes: readonly number[]): void {
    const counts = sizes.map((size) => Math.max(1, size))
    const units = counts.map((_, at) => multiply(counts.slice(at + 1)))
    this.#files.push({ offset: this.#next, counts, units })
    this.#next += multiply(counts)
  }

  add(place: readonly number[], kind: number): void {
    const { offset, units } = this.#files.at(-1) ?? NO_FILE
    const id = offset + sum(units.map((unit, at) => unit * (place[at] ?? 0)))
    this.#kinds.set(id, kind)
    this.#ids[kind] = id
    this.#fileOf[kind] = this.#files.length - 1
  }

  /** A near kind, or the kind itself where there is none. */
  pickNear(kind: number, drawBelow: (below: number) => number): number {
    const { offset, counts, units } = this.#files[this.#fileOf[kind] ?? 0] ?? NO_FILE
    const at = drawBelow(counts.length - 1)
    const [count, unit] = [counts[at] ?? 1, units[at] ?? 1]
    const id = this.#ids[kind] ?? 0
    const digit = Math.floor((id - offset) / unit) % count
    return this.#kinds.get(id + (drawBelow(count) - digit) * unit) ?? kind
  }
}

/** Where the kinds of a file begin, how many values each of their places can have, and by how much each counts. */
interface FilePlaces {
  offset: number
  counts: readonly number[]
  units: readonly number[]
}

const NO_FILE: FilePlaces = { offset: 0, counts: [], units: [] }

function multiply(counts: readonly number[]): number {
  return counts.reduce((result, count) => result * count, 1)
}
