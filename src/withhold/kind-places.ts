/** Kinds of people by their places: one is near another that differs in one place only. */
export class KindPlaces {
  readonly #kinds = new Map<number, number>()
  readonly #ids: number[] = []
  readonly #fileOf: number[] = []
  readonly #files: { offset: number; sizes: readonly number[] }[] = []
  #next = 0

  /** `sizes`: how many values each place can have; the last is that of the amounts, which stays. */
  openFile(sizes: readonly number[]): void {
    this.#files.push({ offset: this.#next, sizes })
    let size = 1
    for (const count of sizes) size *= Math.max(1, count)
    this.#next += size
  }

  add(place: readonly number[], kind: number): void {
    const { offset, sizes } = this.#files.at(-1) ?? { offset: 0, sizes: [] }
    let id = 0
    for (const [at, size] of sizes.entries()) id = id * Math.max(1, size) + (place[at] ?? 0)
    this.#kinds.set(offset + id, kind)
    this.#ids[kind] = offset + id
    this.#fileOf[kind] = this.#files.length - 1
  }

  /** A near kind, or the kind itself where there is none. */
  pickNear(kind: number, random: (below: number) => number): number {
    const { sizes } = this.#files[this.#fileOf[kind] ?? 0] ?? { sizes: [] }
    const at = random(sizes.length - 1)
    const size = Math.max(1, sizes[at] ?? 1)
    let unit = 1
    for (const below of sizes.slice(at + 1)) unit *= Math.max(1, below)
    const { offset } = this.#files[this.#fileOf[kind] ?? 0] ?? { offset: 0 }
    const local = (this.#ids[kind] ?? 0) - offset
    const digit = Math.floor(local / unit) % size
    return this.#kinds.get(offset + local + (random(size) - digit) * unit) ?? kind
  }
}
