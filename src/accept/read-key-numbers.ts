import { findNumberedColumn, formOf, type KeyNumbers, keyNumbersOfTails } from '../check/period/key-numbers.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Vectors } from '../vectors/vectors.ts'
import { NamesPlan } from './names-plan.ts'
import type { PlannedColumn } from './plans.ts'

/** Share of rows from which on a shape may be the usual shape; wider than the checker's. */
const USUAL_MIN = 0.9

/** Fewer rows show nothing. */
const ROWS_MIN = 20

interface Kept {
  kept: Int32Array | null
  rows: number
  vectors: Vectors
}

/** What the keys of accepted rows show of themselves. */
interface KeysRead {
  /** Their serial numbers, as the checker finds them. */
  numbers: KeyNumbers[]
  /** True where each ends in a greater number than the key before it, so that no two are the same. */
  areAscending: boolean
}

const NONE: KeysRead = { numbers: [], areAscending: false }

/**
 * Null where the keys are of a form that the checker must look at itself: some written otherwise than nearly all, or not kept
 * as numbers.
 */
export function readKeyNumbers(
  contract: Contract,
  planned: readonly PlannedColumn[],
  { kept, rows, vectors }: Kept,
): KeysRead | null {
  // Of fewer rows nothing is usual.
  if ((kept?.length ?? rows) < ROWS_MIN) return NONE
  const id = findNumberedColumn(contract)
  if (id === null) return contract.key.some((key) => contract.columns[key]?.type.kind === 'text') ? null : NONE
  const plan = planned.find((column) => column.id === id)?.plan
  if (!(plan instanceof NamesPlan)) return null
  return vectors.lend(() => {
    const { shapes, ...own } = plan.numberShapes(kept, rows)
    const [kinds, tails] = [vectors.hold(own.kinds), vectors.hold(own.tails)]
    const [first = -1] = kinds
    if (first < 0) return null
    const form = formOf(shapes[first] ?? '')
    if (vectors.areAll(kinds, kinds.length, first) === 1) {
      const areAscending = vectors.isAscending(tails, tails.length) === 1
      const sorted = areAscending || form === null ? tails : tails.slice().sort()
      return { numbers: form === null ? [] : keyNumbersOfTails(sorted, form), areAscending }
    }
    const counts = countKinds(kinds, shapes.length)
    if (counts[0] !== 0 || Math.max(...counts) >= kinds.length * USUAL_MIN) return null
    const usual = tails.filter((_, row) => kinds[row] === first).sort()
    return { numbers: form === null ? [] : keyNumbersOfTails(usual, form), areAscending: false }
  })
}

/** Rows of each shape, those of none before them. */
function countKinds(kinds: Int32Array, shapes: number): Int32Array {
  const counts = new Int32Array(shapes + 1)
  for (let row = 0; row < kinds.length; row += 1) {
    const at = (kinds[row] ?? -1) + 1
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}
