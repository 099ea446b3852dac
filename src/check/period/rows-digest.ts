import type { Columns } from '../../contracts/columns.ts'
import type { Contract } from '../../contracts/contract.ts'
import { hashRows } from './column-hashes.ts'

/** Fewer rows than this may be the same in two months by chance. */
const DIGEST_ROWS_MIN = 5

/**
 * A fingerprint of the values in the rows of a file, whatever their order and whatever month they are headed with: two
 * files with one digest are one export under two names. Null where there are too few rows for it to mean anything.
 */
export function digestOf(contract: Contract, columns: Columns, period: string): string | null {
  const { rows } = columns
  if (rows < DIGEST_ROWS_MIN) return null
  const hashes = hashRows(contract, columns, { ids: Object.keys(contract.columns), blank: period })
  let [high, low] = [0, 0]
  for (let row = 0; row < rows; row += 1) {
    // Sums do not depend on the order of the rows.
    high = (high + (hashes.high[row] ?? 0)) | 0
    low = (low + (hashes.low[row] ?? 0)) | 0
  }
  return `${rows}-${(high >>> 0).toString(16)}-${(low >>> 0).toString(16)}`
}
