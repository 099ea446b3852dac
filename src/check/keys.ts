import type { Contract } from '../datasets/contract.ts'
import type { Row } from '../datasets/row.ts'

/** What has been seen of keys in a file: a key names one row. */
export class KeyRegister {
  readonly #columns: readonly string[]
  readonly #seen = new Map<string, Row>()

  constructor(contract: Contract) {
    this.#columns = contract.key
  }

  /** The earlier row of the same key, or null, when the row is registered. Mutates the register. */
  findEarlier(row: Row): Row | null {
    if (this.#columns.length === 0) return null
    let key = ''
    for (const column of this.#columns) key += `${row.values[column] ?? ''}\u001F`
    const earlier = this.#seen.get(key)
    if (!earlier) this.#seen.set(key, row)
    return earlier ?? null
  }
}

/** True where two rows say the same in every column. */
export function isSameRow(a: Row, b: Row): boolean {
  return Object.keys(a.values).every((column) => a.values[column] === b.values[column])
}
