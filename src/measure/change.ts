import type { Cell } from '../contracts/table.ts'
import { roundTo } from '../text/decimal.ts'
import type { Point } from './series.ts'

/** Relative change in %, rounded half away from zero to one decimal; null where it cannot be said. */
export function computeChangePercent(now: number | null, before: number | null): number | null {
  if (now === null || before === null || before === 0) return null
  return roundTo(((now - before) / before) * 100, 1)
}

/** Difference of two rates in percentage points, one decimal. */
export function computePointsChange(now: number | null, before: number | null): number | null {
  if (now === null || before === null) return null
  return roundTo(now - before, 1)
}

/** Points that carry a value. */
export function isKnown(points: readonly Point[]): { x: string; value: number }[] {
  return points.flatMap((point) => (point.cell.value === null ? [] : [{ x: point.x, value: point.cell.value }]))
}

/** Items with a value, highest first; equal values keep their order. */
export function rankByValue<T extends { cell: Cell }>(items: readonly T[]): (T & { value: number })[] {
  return items
    .flatMap((item) => (item.cell.value === null ? [] : [{ ...item, value: item.cell.value }]))
    .toSorted((a, b) => b.value - a.value)
}
