import { comparePeriods } from '../../calendar/period.ts'
import type { Contract } from '../../contracts/contract.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import { findNumberedColumn, type KeyNumbers } from './key-numbers.ts'
import type { ShapedFile } from './stopped-files.ts'

/** Files before that must have counted on without a gap, and of how many it is asked. */
const EARLIER_MIN = 3
const EARLIER_MAX = 12

/**
 * Numbers that are left out where those of every file before went on without a gap: rows were lost, at the head of the file or
 * among the others. Systems that leave numbers out do so in other months too, and are not asked about.
 */
export function findLeftOutNumbers(contract: Contract, files: readonly ShapedFile[]): Problem[] {
  const id = findNumberedColumn(contract)
  if (id === null) return []
  const ordered = [...files].sort((a, b) => comparePeriods(a.period, b.period))
  return ordered.flatMap((file, index) => {
    const earlier = ordered
      .slice(0, index)
      .flatMap(({ shape }) => (shape && shape.numbers.length > 0 ? [shape.numbers] : []))
      .slice(-EARLIER_MAX)
    if (earlier.length < EARLIER_MIN) return []
    const found = (file.shape?.numbers ?? []).flatMap((own) => compare(own, earlier) ?? [])
    // Of several lengths of numbers the length by which the fewest are missing is right.
    const [best] = found.sort((a, b) => a.count - b.count)
    if (!best) return []
    const params = { ...best, period: file.period, key: file.period, files: earlier.length }
    const at = { dataset: contract.id, file: file.path, columnName: contract.columns[id]?.names.zh ?? id }
    return [createProblem('numbers-left-out', at, { found: best.missing, params })]
  })
}

/** What is missing of numbers that have the same length in every file before, and no gap there. */
function compare(
  own: KeyNumbers,
  earlier: readonly (readonly KeyNumbers[])[],
): { count: number; missing: string } | null {
  const before = earlier.map((numbers) => numbers.find(({ digits }) => digits === own.digits))
  if (before.some((numbers) => numbers === undefined || numbers.gaps > 0)) return null
  const first = before.every((numbers) => numbers?.first === 1) ? own.first - 1 : 0
  const count = own.gaps + Math.max(0, first)
  if (count === 0) return null
  return { count, missing: first > 0 ? `…${String(own.first - 1).padStart(own.digits, '0')}` : own.missing.join('、') }
}
