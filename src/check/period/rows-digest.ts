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
  const { rows, vectors } = columns
  if (rows < DIGEST_ROWS_MIN) return null
  return vectors.lend(() => {
    const hashes = hashRows(contract, columns, { ids: Object.keys(contract.columns), blank: period })
    // Sums do not depend on the order of the rows.
    const [high, low] = [vectors.sumInts(hashes.high, rows), vectors.sumInts(hashes.low, rows)]
    return writeDigest(rows, high, low)
  })
}

/** The fingerprint of the rows of several files together; null where one of them has none. */
export function joinDigests(digests: readonly (string | null)[]): string | null {
  let [rows, high, low] = [0, 0, 0]
  for (const digest of digests) {
    if (digest === null) return null
    const [ownRows = '', ownHigh = '', ownLow = ''] = digest.split('-')
    rows += Number(ownRows)
    high = (high + Number.parseInt(ownHigh, 16)) | 0
    low = (low + Number.parseInt(ownLow, 16)) | 0
  }
  return writeDigest(rows, high, low)
}

function writeDigest(rows: number, high: number, low: number): string {
  return `${rows}-${(high >>> 0).toString(16)}-${(low >>> 0).toString(16)}`
}
