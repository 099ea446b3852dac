import { getFirstDay, getLastDay, parsePeriod } from '../calendar/period.ts'
import type { Condition, Where } from './contract.ts'
import type { Value } from './row.ts'

/** Reads one column of a row, however the row is kept. */
type Get<Of> = (row: Of) => Value
export type Test<Of> = (row: Of) => boolean

/** What conditions are compiled for: how a column is read, and the period that `when` speaks of. */
interface Scope<Of> {
  getterOf: (column: string) => Get<Of>
  period: string
}

/** True where all conditions hold. A missing value satisfies only `not` and `present: false`. */
export function testOfAll<Of>(conditions: readonly Condition[], scope: Scope<Of>): Test<Of> {
  const tests = conditions.map((condition) => compile(condition, scope))
  return (row) => tests.every((test) => test(row))
}

/** False where the conditions alone rule out that a row with this code in this column passes. */
export function canHold(where: Where | undefined, column: string, code: string): boolean {
  if (where === undefined) return true
  return where.some((all) =>
    all.every((condition) => {
      if (condition.column !== column) return true
      if ('is' in condition) return isOneOf(condition.is)(code)
      return 'not' in condition ? !isOneOf(condition.not)(code) : true
    }),
  )
}

/** Below zero where a lies before b. A day without an hour lasts to its end: what differs in precision is compared to the day. */
export function compareValues(a: string | number, b: string | number): number {
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b)
  const length = Math.min(a.length, b.length)
  const [left, right] = [a.slice(0, length), b.slice(0, length)]
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** Day of a date, a minute or a period; a period counts from its first day. Text that is no time comes back as it is. */
export function dayOf(text: string): string {
  // Most texts are days and minutes, which differ from a period by their length.
  if (text.length > PERIOD_LENGTH_MAX) return text.slice(0, DAY_LENGTH)
  return parsePeriod(text) === null ? text.slice(0, DAY_LENGTH) : getFirstDay(text)
}

const DAY_LENGTH = 'YYYY-MM-DD'.length
const PERIOD_LENGTH_MAX = 'YYYY-MM-H1'.length

function compile<Of>(condition: Condition, scope: Scope<Of>): Test<Of> {
  const get = scope.getterOf(condition.column)
  if ('is' in condition) return createTextTest(get, isOneOf(condition.is), false)
  if ('not' in condition) {
    const listed = isOneOf(condition.not)
    return createTextTest(get, (text) => !listed(text), true)
  }
  if ('present' in condition) return (row) => (get(row) !== null) === condition.present
  if ('when' in condition) return createTextTest(get, createDayTest(condition.when, scope.period), false)
  if ('notAfter' in condition) return createNotAfter(get, scope.getterOf(condition.notAfter))
  return createBetween(get, condition.from, condition.to)
}

function createTextTest<Of>(get: Get<Of>, test: (text: string) => boolean, whenMissing: boolean): Test<Of> {
  return (row) => {
    const value = get(row)
    return value === null ? whenMissing : test(String(value))
  }
}

function isOneOf(wanted: string | readonly string[]): (text: string) => boolean {
  if (typeof wanted === 'string') return (text) => text === wanted
  const set = new Set(wanted)
  return (text) => set.has(text)
}

function createDayTest(
  when: 'in-period' | 'before-period' | 'after-period',
  period: string,
): (text: string) => boolean {
  const [first, last] = [getFirstDay(period), getLastDay(period)]
  if (when === 'before-period') return (text) => dayOf(text) < first
  if (when === 'after-period') return (text) => dayOf(text) > last
  return (text) => {
    const day = dayOf(text)
    return day >= first && day <= last
  }
}

function createNotAfter<Of>(get: Get<Of>, getOther: Get<Of>): Test<Of> {
  return (row) => {
    const a = get(row)
    const b = getOther(row)
    return a !== null && b !== null && compareValues(a, b) <= 0
  }
}

function createBetween<Of>(get: Get<Of>, from: string | undefined, to: string | undefined): Test<Of> {
  return (row) => {
    const value = get(row)
    if (value === null) return false
    if (typeof value === 'number') {
      return (from === undefined || value >= Number(from)) && (to === undefined || value <= Number(to))
    }
    // The bound sets the precision: `to: 2026` holds for every day of 2026.
    return (
      (from === undefined || value.slice(0, from.length) >= from) &&
      (to === undefined || value.slice(0, to.length) <= to)
    )
  }
}
