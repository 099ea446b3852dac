import { firstDay, lastDay } from '../codes/places.ts'
import type { Condition } from './contract.ts'
import type { Value } from './row.ts'

/** True where all conditions hold for a row of a file of this period. A missing value satisfies only `not` and `present: false`. */
export function allHold(
  conditions: readonly Condition[],
  values: Readonly<Record<string, Value>>,
  period: string,
): boolean {
  return conditions.every((condition) => holds(condition, values, period))
}

function holds(condition: Condition, values: Readonly<Record<string, Value>>, period: string): boolean {
  const value = values[condition.column] ?? null
  if ('present' in condition) return (value !== null) === condition.present
  if ('not' in condition) return value === null || !listed(condition.not, String(value))
  if (value === null) return false
  if ('is' in condition) return listed(condition.is, String(value))
  if ('when' in condition) return isWhen(condition.when, String(value), period)
  if ('notAfter' in condition) {
    const other = values[condition.notAfter] ?? null
    return other !== null && compareValues(value, other) <= 0
  }
  return isBetween(value, condition.from, condition.to)
}

/** Below zero where a lies before b. A day without an hour lasts to its end: what differs in precision is compared to the day. */
export function compareValues(a: string | number, b: string | number): number {
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b)
  const length = Math.min(a.length, b.length)
  const [left, right] = [a.slice(0, length), b.slice(0, length)]
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** Day of a date, a minute, a month or a year; the latter two count from their first day. */
export function dayOf(text: string): string {
  return text.length < 10 ? firstDay(text) : text.slice(0, 10)
}

function listed(wanted: string | readonly string[], text: string): boolean {
  return typeof wanted === 'string' ? wanted === text : wanted.includes(text)
}

function isWhen(when: 'in-period' | 'before-period' | 'after-period', text: string, period: string): boolean {
  const day = dayOf(text)
  if (when === 'before-period') return day < firstDay(period)
  if (when === 'after-period') return day > lastDay(period)
  return day >= firstDay(period) && day <= lastDay(period)
}

function isBetween(value: string | number, from: string | undefined, to: string | undefined): boolean {
  if (typeof value === 'number') {
    return (from === undefined || value >= Number(from)) && (to === undefined || value <= Number(to))
  }
  // The bound sets the precision: `to: 2026` holds for every day of 2026.
  return (
    (from === undefined || value.slice(0, from.length) >= from) && (to === undefined || value.slice(0, to.length) <= to)
  )
}
