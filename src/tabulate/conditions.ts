import { firstDay, lastDay } from '../codes/places.ts'
import type { Condition, Contract, Where } from '../datasets/contract.ts'
import type { Value } from '../datasets/row.ts'
import type { SafeRow } from '../protect/index.ts'

export type Test = (row: SafeRow) => boolean
export type Get = (row: SafeRow) => Value

/** What a list of conditions is judged against. */
export interface Scope {
  contract: Contract
  period: string
}

/** A contract's conditions as one function; without conditions every row passes. Compiled once a table, run once a row. */
export function testOf(where: Where | undefined, scope: Scope): Test {
  if (where === undefined) return () => true
  const alternatives = where.map((all) => all.map((condition) => compile(condition, scope)))
  return (row) => alternatives.some((tests) => tests.every((test) => test(row)))
}

/** Reads one column of a row, from the side on which its privacy class puts it. */
export function getterOf(column: string, contract: Contract): Get {
  if (contract.columns[column]?.privacy === 'quasi') return (row) => row.working[column] ?? null
  return (row) => row.printable[column] ?? null
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

function compile(condition: Condition, scope: Scope): Test {
  const get = getterOf(condition.column, scope.contract)
  if ('is' in condition) return onText(get, isOneOf(condition.is), false)
  if ('not' in condition) {
    const listed = isOneOf(condition.not)
    return onText(get, (text) => !listed(text), true)
  }
  if ('present' in condition) return (row) => (get(row) !== null) === condition.present
  if ('when' in condition) return onText(get, dayTest(condition.when, scope.period), false)
  if ('notAfter' in condition) return notAfter(get, getterOf(condition.notAfter, scope.contract))
  return between(get, condition.from, condition.to)
}

function onText(get: Get, test: (text: string) => boolean, whenMissing: boolean): Test {
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

function dayTest(when: 'in-period' | 'before-period' | 'after-period', period: string): (text: string) => boolean {
  const [first, last] = [firstDay(period), lastDay(period)]
  if (when === 'before-period') return (text) => dayOf(text) < first
  if (when === 'after-period') return (text) => dayOf(text) > last
  return (text) => {
    const day = dayOf(text)
    return day >= first && day <= last
  }
}

/** Day of a date, a time, a month or a year; the latter two count from their first day. */
function dayOf(text: string): string {
  return text.length < 10 ? firstDay(text) : text.slice(0, 10)
}

/** A day without an hour lasts to its end, so what differs in precision is compared to the day. */
function notAfter(get: Get, getOther: Get): Test {
  return (row) => {
    const a = get(row)
    const b = getOther(row)
    if (a === null || b === null) return false
    if (typeof a === 'number' || typeof b === 'number') return Number(a) <= Number(b)
    const length = Math.min(a.length, b.length)
    return a.slice(0, length) <= b.slice(0, length)
  }
}

function between(get: Get, from: string | undefined, to: string | undefined): Test {
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
