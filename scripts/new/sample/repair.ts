import { addDays, endOfYears } from '../../../src/calendar/days.ts'
import { getFirstDay, getLastDay } from '../../../src/calendar/period.ts'
import { checkRule } from '../../../src/check/rules/index.ts'
import type { RuleContext } from '../../../src/check/rules/rule.ts'
import { compareValues, testOfAll } from '../../../src/contracts/conditions.ts'
import type { Condition, Contract, RowRule } from '../../../src/contracts/contract.ts'
import type { Value } from '../../../src/contracts/row.ts'
import { type Drawing, drawCode, drawDay, drawMinute, drawValue, pickOne } from './values.ts'

export type Values = Record<string, Value>

/** A relation between sums of columns that a table of the contract wants, which holds where it holds in each row. */
export interface Balance {
  plus: readonly string[]
  minus: readonly string[]
  equals: string
}

/** Changes of one row before another is tried. */
const REPAIRS_MAX = 80

/** Changes the values until no rule is broken; false where that does not come about. Mutates the values. */
export function repairRow(values: Values, nth: number, balances: readonly Balance[], drawing: Drawing): boolean {
  const context = ruleContextOf(drawing)
  for (let turn = 0; turn < REPAIRS_MAX; turn += 1) {
    const broken = (drawing.contract.rules ?? []).find((rule) => checkRule(rule, values, context) !== null)
    const unequal = broken ? undefined : balances.find((balance) => !holds(balance, values))
    if (broken) mend(broken, values, nth, drawing)
    else if (unequal) settle(unequal, values, drawing)
    else return true
  }
  return false
}

function ruleContextOf({ contract, period }: Drawing): RuleContext {
  const scope = { period, getterOf: (column: string) => (row: Readonly<Values>) => row[column] ?? null }
  return {
    contract,
    period,
    first: getFirstDay(period),
    last: getLastDay(period),
    // A sample prints as many decimals as its values have.
    decimalsOf: () => null,
    holds: (conditions, row) => testOfAll(conditions, scope)(row),
  }
}

/** One change that makes one broken rule hold; it may break another. Mutates the values. */
function mend(rule: RowRule, values: Values, nth: number, drawing: Drawing): void {
  const { contract, period, random } = drawing
  switch (rule.kind) {
    case 'not-before':
      values[rule.a] = drawNotBefore(rule.a, values[rule.b] ?? null, drawing)
      break
    case 'at-most':
      values[rule.a] = drawAtMost(values[rule.b] ?? null, values[rule.a] ?? null, drawing)
      break
    case 'sum':
      values[rule.total] = rule.parts.reduce((total, part) => total + Number(values[part] ?? 0), 0)
      break
    case 'balance':
      settle({ plus: rule.plus, minus: rule.minus ?? [], equals: rule.equals }, values, drawing)
      break
    case 'rate': {
      const denominator = Number(values[rule.denominator] ?? 0)
      if (denominator === 0) values[rule.denominator] = random.drawBetween(1, 100)
      else values[rule.rate] = Number(((Number(values[rule.numerator] ?? 0) / denominator) * rule.times).toFixed(1))
      if (rule.times === 100 && Number(values[rule.rate]) > 100)
        values[rule.numerator] = random.drawBetween(0, denominator)
      break
    }
    case 'starts-with':
      startWith(rule.a, rule.b, values, nth, drawing)
      break
    case 'requires':
      values[rule.column] = draw(rule.column, nth, drawing)
      break
    case 'forbids':
      if (mayBeBlank(contract, rule.column)) values[rule.column] = null
      else redrawConditions(rule.when, values, nth, drawing)
      break
    case 'not-after-period':
      for (const id of rule.columns) {
        const value = values[id] ?? null
        if (value !== null && String(value).slice(0, 10) > getLastDay(period))
          values[id] = timeOf(id, drawDay(drawing), drawing)
      }
      break
    case 'belongs-to-period': {
      const filled = rule.columns.filter((id) => (values[id] ?? null) !== null)
      const id = pickOne(filled.length > 0 ? filled : rule.columns, random)
      values[id] = timeOf(id, drawDay(drawing, getFirstDay(period)), drawing)
      break
    }
    case 'is-period':
      values[rule.column] = period
      break
    case 'validity':
      values[rule.to] = endOfYears(String(values[rule.from]).slice(0, 10), rule.years)
      break
    default:
      // A kind of rule that is added later does not compile before a row can be repaired by it.
      rule satisfies never
  }
}

function draw(id: string, nth: number, drawing: Drawing): Exclude<Value, null> {
  const column = drawing.contract.columns[id]
  if (!column) throw new Error(`sample: no column ${id}`)
  return drawValue(id, column, nth, drawing)
}

export function mayBeBlank({ columns, key }: Contract, id: string): boolean {
  const column = columns[id]
  return column !== undefined && !key.includes(id) && (column.optional === true || column.absent === true)
}

function redrawConditions(conditions: readonly Condition[], values: Values, nth: number, drawing: Drawing): void {
  const { column } = pickOne(conditions, drawing.random)
  const isBlank = mayBeBlank(drawing.contract, column) && drawing.random.drawChance(0.5)
  values[column] = isBlank ? null : draw(column, nth, drawing)
}

/** A time in the form of its column. */
function timeOf(id: string, day: string, { contract, random }: Drawing): string {
  return contract.columns[id]?.type.kind === 'datetime' ? drawMinute(day, random) : day
}

/** Some days after the other at most, and within the period where that began before its end. */
function drawNotBefore(id: string, other: Value, drawing: Drawing): Value {
  const { contract, period, random } = drawing
  if (typeof other === 'number') return other + random.drawBetween(0, 20)
  const from = String(other)
  const kind = contract.columns[id]?.type.kind
  if (kind !== 'date' && kind !== 'datetime') return from
  const last = getLastDay(period)
  const end = from.slice(0, 10) < last ? last : addDays(from.slice(0, 10), 30)
  const later = timeOf(id, drawDay({ ...drawing, period: end.slice(0, 7) }, from.slice(0, 10)), drawing)
  if (compareValues(later, from) >= 0) return later
  return kind === 'date' ? from.slice(0, 10) : from.slice(0, 16).padEnd(16, ' 18:59')
}

function drawAtMost(limit: Value, value: Value, { random }: Drawing): Value {
  if (typeof limit !== 'number') return limit
  const low = Math.min(0, limit)
  const share = low + Math.floor((limit - low) * random.drawNext())
  return Number.isInteger(value) ? share : Math.round(share * 10) / 10
}

/** Makes the code a begin with the code b, or b the beginning of a. */
function startWith(a: string, b: string, values: Values, nth: number, drawing: Drawing): void {
  const { columns } = drawing.contract
  const [type, prefix] = [columns[a]?.type, String(values[b] ?? '')]
  if (type?.kind === 'list') {
    const fitting = type.items.filter(({ code }) => code.startsWith(prefix))
    if (fitting.length > 0) values[a] = pickOne(fitting, drawing.random).code
    else values[b] = draw(b, nth, drawing)
  } else if (type?.kind === 'text') values[a] = `${prefix}${nth + 1}`
  else if (type?.kind === 'place') values[b] = draw(b, nth, drawing)
  else values[a] = drawCode(a, prefix, nth, drawing)
}

function holds({ plus, minus, equals }: Balance, values: Values): boolean {
  return sumOf(plus, values) - sumOf(minus, values) === Number(values[equals] ?? Number.NaN)
}

/** What is taken away is never more than there is. Mutates the values. */
function settle({ plus, minus, equals }: Balance, values: Values, { random }: Drawing): void {
  const most = Math.floor(sumOf(plus, values) / Math.max(1, minus.length))
  for (const id of minus) if (Number(values[id]) > most) values[id] = random.drawBetween(0, most)
  values[equals] = sumOf(plus, values) - sumOf(minus, values)
}

function sumOf(ids: readonly string[], values: Values): number {
  return ids.reduce((total, id) => total + Number(values[id] ?? 0), 0)
}
