import { hashRows } from '../check/period/column-hashes.ts'
import type { Columns } from '../contracts/columns.ts'
import type { Contract } from '../contracts/contract.ts'

/**
 * 1 for each row whose key comes more than once, or looks as if it did; null where none does. `kept` are the rows of the
 * file that the columns are of, all of its `rows` where it is null.
 */
export function markRepeatedKeys(
  contract: Contract,
  columns: Columns,
  { kept, rows }: { kept: Int32Array | null; rows: number },
): Uint8Array | null {
  const { vectors } = columns
  return vectors.lend(() => {
    const { high, low } = hashRows(contract, columns, { ids: contract.key, blank: '' })
    const slots = vectors.allocateInts(2 ** Math.ceil(Math.log2(columns.rows * 2 + 2)))
    if (vectors.hasRepeated(high, low, columns.rows, slots, slots.length) === 0) return null
    slots.fill(0)
    const marks = new Uint8Array(rows)
    const mark = (row: number) => {
      marks[kept?.[row] ?? row] = 1
    }
    for (let row = 0; row < columns.rows; row += 1) {
      const earlier = findEarlier({ high, low, slots }, row)
      if (earlier === null) continue
      mark(earlier)
      mark(row)
    }
    return marks
  })
}

interface Hashed {
  high: Int32Array
  low: Int32Array
  /** Open addressing: index of a row + 1, or 0. */
  slots: Int32Array
}

/** The first row with the same hashes; null, and the row kept in a slot, where there is none. Mutates the slots. */
function findEarlier({ high, low, slots }: Hashed, row: number): number | null {
  const [a = 0, b = 0] = [high[row], low[row]]
  let slot = (a ^ (a >>> 16)) & (slots.length - 1)
  for (let other = slots[slot] ?? 0; other !== 0; other = slots[slot] ?? 0) {
    if (high[other - 1] === a && low[other - 1] === b) return other - 1
    slot = (slot + 1) & (slots.length - 1)
  }
  slots[slot] = row + 1
  return null
}
