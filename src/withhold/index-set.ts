/** A set of indices below a size, of which any can be taken by its place. */
export class IndexSet {
  size = 0
  private readonly items: Int32Array
  /** Place of each index plus one, 0 where it is not in the set. */
  private readonly places: Int32Array

  constructor(most: number) {
    this.items = new Int32Array(most)
    this.places = new Int32Array(most)
  }

  get(place: number): number {
    return this.items[place] ?? 0
  }

  add(item: number): void {
    if (this.places[item] !== 0) return
    this.items[this.size] = item
    this.size += 1
    this.places[item] = this.size
  }

  delete(item: number): void {
    const place = this.places[item] ?? 0
    if (place === 0) return
    this.places[item] = 0
    this.size -= 1
    const last = this.items[this.size] ?? 0
    if (last === item) return
    this.items[place - 1] = last
    this.places[last] = place
  }
}
