import { minutesOf } from '../calendar/days.ts'
import { getFirstDay, getLastDay } from '../calendar/period.ts'
import { PlaceWatch } from '../check/row/place-validity.ts'
import { checkRule } from '../check/rules/index.ts'
import type { RuleContext, Values } from '../check/rules/rule.ts'
import { type CodedColumn, type ColumnData, type Columns, NO_MINUTE, valueAt } from '../contracts/columns.ts'
import { testOfAll } from '../contracts/conditions.ts'
import type { Condition, Contract, RowRule } from '../contracts/contract.ts'
import type { Value } from '../contracts/row.ts'
import type { Masks } from '../tabulate/masks.ts'
import type { Head } from './file-head.ts'

/** Marks the rows that break a rule with 1, and maybe others: those are checked row by row. Mutates `broken`. */
export type RuleCheck = (columns: Columns, masks: Masks, broken: Uint8Array) => void

/** The rules between the columns of a row. Null where one of them needs more than values. */
export function makeRuleChecks(contract: Contract, { context }: Head): RuleCheck[] | null {
  const rules = contract.rules ?? []
  if (rules.some((rule) => PRINTED.has(rule.kind) && !isOfWholeNumbers(rule, contract))) return null
  const period = { first: getFirstDay(context.period), last: getLastDay(context.period) }
  const ruleContext = makeRuleContext(contract, context.period)
  const places = listPlaceChecks(contract, context)
  return [...places, ...rules.map((rule) => vectorise(rule, contract, period) ?? checkRowByRow(rule, ruleContext))]
}

/** Rules that allow for the rounding of what is printed. */
const PRINTED: ReadonlySet<RowRule['kind']> = new Set(['sum', 'balance', 'rate'])

/** Printed decimals matter to no rule on whole numbers, which print none. */
function isOfWholeNumbers(rule: RowRule, { columns }: Contract): boolean {
  const isWhole = (ids: readonly string[]) => ids.every((id) => columns[id]?.type.kind === 'integer')
  if (rule.kind === 'sum') return isWhole([rule.total, ...rule.parts])
  return rule.kind === 'balance' && isWhole([rule.equals, ...rule.plus, ...(rule.minus ?? [])])
}

function makeRuleContext(contract: Contract, period: string): RuleContext {
  const scope = { period, getterOf: (column: string) => (values: Values) => values[column] ?? null }
  const tests = new Map<readonly Condition[], (values: Values) => boolean>()
  return {
    contract,
    period,
    first: getFirstDay(period),
    last: getLastDay(period),
    decimalsOf: () => 0,
    holds: (conditions, values) => {
      const test = tests.get(conditions) ?? testOfAll(conditions, scope)
      tests.set(conditions, test)
      return test(values)
    },
  }
}

/** Asks the checker's own rule about the values of each row. */
function checkRowByRow(rule: RowRule, context: RuleContext): RuleCheck {
  const ids = Object.keys(context.contract.columns).filter((id) => JSON.stringify(rule).includes(`"${id}"`))
  return (columns, _masks, broken) => {
    const data = ids.map((id) => [id, columns.get(id)] as const)
    const values: Record<string, Value> = {}
    for (let row = 0; row < broken.length; row += 1) {
      for (const [id, column] of data) values[id] = valueAt(column, row)
      if (checkRule(rule, values, context) !== null) broken[row] = 1
    }
  }
}

/** Places that did not exist in the file's period, or at the time that the row names. */
function listPlaceChecks(contract: Contract, context: Head['context']): RuleCheck[] {
  const kindOf = (id: string) => contract.columns[id]?.type.kind
  const ids = Object.keys(contract.columns).filter((id) => kindOf(id) === 'place')
  const time = contract.key.find((id) => kindOf(id) === 'year' || kindOf(id) === 'month')
  const watch = new PlaceWatch(contract, context)
  const isGood = (values: Record<string, Value>) => watch.check(values).every((finding) => finding === null)
  return ids.map((id): RuleCheck => {
    return (columns, _masks, broken) => {
      const column = columns.get(id)
      if (time === undefined && column.kind === 'coded') {
        markByCode(column, (value) => !isGood({ [id]: value }), broken)
        return
      }
      const times = time === undefined ? null : columns.get(time)
      for (let row = 0; row < broken.length; row += 1) {
        const own = times === null || time === undefined ? {} : { [time]: valueAt(times, row) }
        if (!isGood({ [id]: valueAt(column, row), ...own })) broken[row] = 1
      }
    }
  })
}

function markByCode({ codes, values }: CodedColumn, isBroken: (value: Value) => boolean, broken: Uint8Array): void {
  const marks = Uint8Array.from(values, (value) => Number(isBroken(value)))
  if (!marks.includes(1)) return
  for (let row = 0; row < codes.length; row += 1) if (marks[codes[row] ?? 0] === 1) broken[row] = 1
}

/** The rule on whole columns; null where there is no form for it. */
function vectorise(rule: RowRule, contract: Contract, period: { first: string; last: string }): RuleCheck | null {
  if (rule.kind === 'starts-with') return buildStartsWith(rule)
  if (rule.kind === 'requires' || rule.kind === 'forbids') return buildPresentWhen(rule)
  const areMinutes = (ids: readonly string[]) => ids.every((id) => contract.columns[id]?.type.kind === 'datetime')
  if (rule.kind === 'not-before' && areMinutes([rule.a, rule.b])) return buildNotBefore(rule)
  if (rule.kind === 'not-after-period' && areMinutes(rule.columns))
    return buildNotAfter(rule.columns, endOf(period.last))
  if (rule.kind === 'belongs-to-period' && areMinutes(rule.columns)) {
    return buildBelongsToPeriod(rule, { from: minutesOf(period.first), to: endOf(period.last) })
  }
  return null
}

const MINUTES_A_DAY = 24 * 60

function endOf(day: string): number {
  return minutesOf(day) + MINUTES_A_DAY - 1
}

function buildStartsWith({ a, b }: Extract<RowRule, { kind: 'starts-with' }>): RuleCheck {
  // The last code of b that each code of a was found to begin with: a grid lies in one subdistrict.
  let found = new Int32Array(0)
  let known: readonly (readonly Value[])[] = []
  return (columns, _masks, broken) => {
    const left = columns.getCoded(a)
    const right = columns.getCoded(b)
    const { vectors } = columns
    // The same lists of values mean the same, and only grow.
    const isKnown = known[0] === left.values && known[1] === right.values
    if (!isKnown || found.length < left.values.length) {
      const longer = new Int32Array(left.values.length * 2).fill(-1)
      if (isKnown) longer.set(found)
      found = longer
    }
    known = [left.values, right.values]
    const within = vectors.hold(found)
    for (let row = 0; row < broken.length; row += 1) {
      row = vectors.findUnlike(left.codes, right.codes, within, row, broken.length)
      if (row >= broken.length) break
      const [code, start] = [left.codes[row] ?? 0, right.codes[row] ?? 0]
      const value = left.values[code] ?? null
      const prefix = right.values[start] ?? null
      if (value === null || prefix === null || String(value).startsWith(String(prefix))) within[code] = start
      else broken[row] = 1
    }
    found.set(within)
  }
}

function buildPresentWhen(rule: Extract<RowRule, { kind: 'requires' | 'forbids' }>): RuleCheck {
  return ({ vectors, rows }, masks, broken) => {
    const holds = masks.maskOf([rule.when]) ?? masks.all
    const present = masks.maskOf([[{ column: rule.column, present: true }]]) ?? masks.all
    const wrong = vectors.allocateBytes(rows)
    vectors[rule.kind === 'forbids' ? 'intersect' : 'exclude'](holds, present, rows, wrong)
    vectors.unite(broken, wrong, rows, broken)
  }
}

function findMinutes(columns: Columns, id: string): Int32Array | null {
  const data: ColumnData = columns.get(id)
  return data.kind === 'minutes' ? data.minutes : null
}

function buildNotBefore({ a, b }: Extract<RowRule, { kind: 'not-before' }>): RuleCheck {
  return (columns, _masks, broken) => {
    const left = findMinutes(columns, a)
    const right = findMinutes(columns, b)
    // A column that is not there is blank, and breaks nothing.
    if (!left || !right) return
    const { vectors, rows } = columns
    const before = vectors.allocateBytes(rows)
    vectors.maskBefore(left, right, rows, before)
    vectors.unite(broken, before, rows, broken)
  }
}

function buildNotAfter(ids: readonly string[], last: number): RuleCheck {
  return (columns, _masks, broken) => {
    const { vectors, rows } = columns
    for (const id of ids) {
      const minutes = findMinutes(columns, id)
      if (!minutes) continue
      const after = vectors.allocateBytes(rows)
      vectors.maskBetween(minutes, rows, last + 1, MINUTE_LAST, after)
      vectors.unite(broken, after, rows, broken)
    }
  }
}

const MINUTE_LAST = 0x7fff_ffff

/** Whatever does not touch the period goes to the row checker, which knows the exceptions. */
function buildBelongsToPeriod(
  { columns: ids, open }: Extract<RowRule, { kind: 'belongs-to-period' }>,
  { from, to }: { from: number; to: number },
): RuleCheck {
  return (columns, masks, broken) => {
    const { vectors, rows } = columns
    const times = ids.flatMap((id) => findMinutes(columns, id) ?? [])
    const [good, touches, first] = [
      vectors.allocateBytes(rows),
      vectors.allocateBytes(rows),
      vectors.allocateInts(rows).fill(NO_MINUTE),
    ]
    for (const minutes of times) {
      vectors.fillBlanks(first, minutes, rows)
      vectors.maskBetween(minutes, rows, from, to, touches)
      vectors.unite(good, touches, rows, good)
    }
    const isOpen = open === undefined ? null : masks.maskOf([[{ column: open, present: false }]])
    if (isOpen) {
      // A case that was begun before and is open still.
      const begun = vectors.allocateBytes(rows)
      vectors.maskBetween(first, rows, NO_MINUTE + 1, to, begun)
      vectors.intersect(begun, isOpen, rows, begun)
      vectors.unite(good, begun, rows, good)
    }
    const strange = vectors.allocateBytes(rows)
    vectors.exclude(masks.all, good, rows, strange)
    vectors.unite(broken, strange, rows, broken)
  }
}
