import { findNumberedColumn, formOf, type KeyNumbers, keyNumbersOfTails } from '../check/period/key-numbers.ts'
import type { Contract } from '../contracts/contract.ts'
import { NamesPlan } from './names-plan.ts'
import type { PlannedColumn } from './plans.ts'

/** Share of rows from which on a shape may be the usual shape; wider than the checker's. */
const USUAL_MIN = 0.9

/** Fewer rows show nothing. */
const ROWS_MIN = 20

interface Kept {
  kept: Int32Array | null
  rows: number
}

/**
 * Serial numbers of the keys of accepted rows, as the checker finds them; null where the keys are of a form that it must look
 * at itself: some written otherwise than nearly all, or not kept as numbers.
 */
export function readKeyNumbers(
  contract: Contract,
  planned: readonly PlannedColumn[],
  { kept, rows }: Kept,
): KeyNumbers[] | null {
  // Of fewer rows nothing is usual.
  if ((kept?.length ?? rows) < ROWS_MIN) return []
  const id = findNumberedColumn(contract)
  if (id === null) return contract.key.some((key) => contract.columns[key]?.type.kind === 'text') ? null : []
  const plan = planned.find((column) => column.id === id)?.plan
  if (!(plan instanceof NamesPlan)) return null
  const { shapes, kinds, tails } = plan.numberShapes(kept, rows)
  const [first = -1] = kinds
  // Rows of each shape, those of none before them.
  const counts = new Int32Array(shapes.length + 1)
  for (let row = 0; row < kinds.length; row += 1) {
    const at = (kinds[row] ?? -1) + 1
    counts[at] = (counts[at] ?? 0) + 1
  }
  const most = Math.max(...counts)
  const isOne = most === kinds.length
  if (first < 0 || counts[0] !== 0 || (!isOne && most >= kinds.length * USUAL_MIN)) return null
  const form = formOf(shapes[first] ?? '')
  return form === null
    ? []
    : keyNumbersOfTails(isOne ? tails.slice() : tails.filter((_, row) => kinds[row] === first), form)
}
