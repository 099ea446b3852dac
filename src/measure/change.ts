import type { Measure } from '../contracts/contract.ts'
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

/** By what two values of a measure differ, without its sign: in percentage points, in percent of the second, or in its unit. */
interface StepSize {
  kind: 'points' | 'percent' | 'difference'
  amount: number
}

/** Points of a percentage; of a count percent, or the difference itself below a hundred, where a percentage is falsely precise. */
export function computeStepSize(measure: Measure, value: number, other: number): StepSize {
  if (measure.unit === '%') return { kind: 'points', amount: Math.abs(computePointsChange(value, other) ?? 0) }
  const percent = computeChangePercent(value, other)
  if (!('rate' in measure) && percent !== null && percent !== 0 && Math.min(value, other) >= 100)
    return { kind: 'percent', amount: Math.abs(percent) }
  return { kind: 'difference', amount: roundTo(Math.abs(value - other), measure.decimals ?? 0) }
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
