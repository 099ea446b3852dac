import { getPeriodBefore } from '../calendar/period.ts'
import type { TableSpec } from './contract.ts'

/** A count of people in sum since January, by the measures that print the ends of its range. */
export interface RunningTotal {
  /** The count that is added up: `reached`. */
  of: string
  /** The measures with the least and the most that the sum can be: `reached_low`, `reached_high`. */
  low: string
  high: string
}

/** 累计 of a table whose range is declared at both ends, each once. */
export function listRunningTotals({ measures }: Pick<TableSpec, 'measures'>): RunningTotal[] {
  const ends = new Map<string, Partial<Record<'low' | 'high', string>>>()
  for (const [id, measure] of Object.entries(measures)) {
    if (!('cumulative' in measure)) continue
    const { of, bound } = measure.cumulative
    if (bound) ends.set(of, { ...ends.get(of), [bound]: id })
  }
  return [...ends].flatMap(([of, { low, high }]) => (low && high ? [{ of, low, high }] : []))
}

/** The periods of one year up to this, the first of the year first: `2026-01`, `2026-02`, `2026-03` for March. */
export function listPeriodsSinceJanuary(period: string): string[] {
  const periods = [period]
  const year = period.slice(0, 4)
  let before = getPeriodBefore(period)
  while (before.slice(0, 4) === year) {
    periods.unshift(before)
    before = getPeriodBefore(before)
  }
  return periods
}
