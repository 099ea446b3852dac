import type { Condition, Contract, Where } from '../contracts/contract.ts'
import { LONGEST_TEXT, lengthOf, writeDay } from './compile-times.ts'
import { isDecimal, isNumeric, toUnits } from './handed-numbers.ts'
import { type Dialect, nameCell, nameNumber, quoteText } from './sql-text.ts'

/** What conditions are compiled for. */
interface ConditionScope {
  contract: Contract
  dialect: Dialect
}

/** `where` of a table or a measure: true or false, never null. */
export function compileWhere(where: Where, scope: ConditionScope): string {
  if (where.length === 0) return 'false'
  return where.map((all) => `(${compileAll(all, scope)})`).join(' or ')
}

/** Conditions that must all hold. */
export function compileAll(conditions: readonly Condition[], scope: ConditionScope): string {
  if (conditions.length === 0) return 'true'
  return conditions.map((condition) => compileCondition(condition, scope)).join(' and ')
}

/** A missing value satisfies only `not` and `present: false`, as in the line. */
function compileCondition(condition: Condition, { contract, dialect }: ConditionScope): string {
  const cell = nameCell(condition.column)
  const listOf = (texts: string | readonly string[]) =>
    [texts]
      .flat()
      .map((text) => quoteText(text, dialect))
      .join(', ')
  if ('is' in condition) return `coalesce(${cell} in (${listOf(condition.is)}), false)`
  if ('not' in condition) return `coalesce(${cell} not in (${listOf(condition.not)}), true)`
  if ('present' in condition) return `${cell} is ${condition.present ? 'not ' : ''}null`
  if ('when' in condition) return `coalesce(${compileWhen(condition, contract)}, false)`
  if ('notAfter' in condition) {
    return `coalesce(${compareCells(condition.column, '<=', condition.notAfter, contract)}, false)`
  }
  return `coalesce(${compileBetween(condition, { contract, dialect })}, false)`
}

function compileWhen({ column, when }: Extract<Condition, { when: unknown }>, contract: Contract): string {
  const day = writeDay(column, contract)
  if (when === 'before-period') return `${day} < first_day`
  return when === 'after-period' ? `${day} > last_day` : `${day} between first_day and last_day`
}

/** The bound sets the precision: `to: '2026'` holds for every day of 2026. */
function compileBetween(
  { column, from, to }: Extract<Condition, { from?: unknown }>,
  { contract, dialect }: ConditionScope,
): string {
  const [cell, type] = [nameCell(column), contract.columns[column]?.type]
  const tests = [
    { bound: from, sign: '>=' },
    { bound: to, sign: '<=' },
  ].flatMap(({ bound, sign }) => {
    if (bound === undefined) return []
    if (type && isNumeric(type)) return `${nameNumber(column)} ${sign} ${toUnits(Number(bound), type)}`
    return `substring(${cell}, 1, ${bound.length}) ${sign} ${quoteText(bound, dialect)}`
  })
  return [`${cell} is not null`, ...tests].join(' and ')
}

/** Two columns compared as the line compares them: numbers as numbers, times to the precision of the less precise. Null where one is. */
export function compareCells(a: string, sign: string, b: string, contract: Contract): string {
  const [left, right] = [contract.columns[a]?.type, contract.columns[b]?.type]
  if (left && right && isNumeric(left) && isNumeric(right)) {
    const [x, y] = [nameNumber(a), nameNumber(b)]
    if (isDecimal(left) === isDecimal(right)) return `${x} ${sign} ${y}`
    return isDecimal(left) ? `${x} ${sign} ${y} * 1000000` : `${x} * 1000000 ${sign} ${y}`
  }
  const lengths = [lengthOf(left), lengthOf(right)]
  const [x, y] = [nameCell(a), nameCell(b)]
  if (lengths[0] === lengths[1] && lengths[0] !== LONGEST_TEXT) return `${x} ${sign} ${y}`
  const length = lengths.includes(LONGEST_TEXT) ? `least(length(${x}), length(${y}))` : String(Math.min(...lengths))
  return `substring(${x}, 1, ${length}) ${sign} substring(${y}, 1, ${length})`
}
