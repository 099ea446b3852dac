import type { Contract } from '../../contracts/contract.ts'
import type { Row } from '../../contracts/row.ts'

/** Fewer rows than this may be the same in two months by chance. */
export const DIGEST_ROWS_MIN = 5

/**
 * A fingerprint of the values in the rows of a file, whatever their order and whatever month they are headed with: two
 * files with one digest are one export under two names. Null where there are too few rows for it to mean anything.
 */
export function digestOf(contract: Contract, rows: readonly Row[], period: string): string | null {
  if (rows.length < DIGEST_ROWS_MIN) return null
  const columns = Object.keys(contract.columns)
  let [high, low] = [0, 0]
  for (const { values } of rows) {
    let text = ''
    for (const column of columns) {
      const value = values[column] ?? ''
      text += value === period ? '\u001F' : `${value}\u001F`
    }
    const [a, b] = hash(text)
    // Sums do not depend on the order of the rows.
    high = (high + a) >>> 0
    low = (low + b) >>> 0
  }
  return `${rows.length}-${high.toString(16)}-${low.toString(16)}`
}

/** Two independent 32-bit FNV-1a walks; no secret is kept here, only chance must be kept out. */
function hash(text: string): [number, number] {
  let [a, b] = [0x811c9dc5, 0x9e3779b9]
  // Two characters a step, for speed; charCodeAt gives NaN past the end, which is 0 here.
  for (let at = 0; at < text.length; at += 2) {
    const unit = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit, 0x85ebca6b)
    b ^= b >>> 13
  }
  return [a >>> 0, b >>> 0]
}
