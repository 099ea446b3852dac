import type { Contract, RowRule } from '../contracts/contract.ts'
import type { FaultTest } from './compile-cells.ts'
import { compareCells, compileAll } from './compile-conditions.ts'
import { writeDay } from './compile-times.ts'
import { type Dialect, nameCell, nameNumber } from './sql-text.ts'

/** A rule that SQL cannot judge, and why. */
export interface LeftOut {
  what: string
  why: string
}

/**
 * Rules between the columns of a row as tests that hold where the rule is broken. Of a rule that points at the first of
 * several columns there is a test for each, the first of which counts.
 */
export function compileRules(contract: Contract, dialect: Dialect): { tests: FaultTest[][]; leftOut: LeftOut[] } {
  const tests: FaultTest[][] = []
  const leftOut: LeftOut[] = []
  for (const rule of contract.rules ?? []) {
    const why = findReasonLeft(rule, contract)
    if (why !== null) leftOut.push({ what: `${rule.kind}: ${columnsOf(rule).join(', ')}`, why })
    else tests.push(compileRule(rule, contract, dialect))
  }
  return { tests, leftOut }
}

/** Why a rule is left to the reader; null where it is judged in SQL. How many decimals a file printed is not in the handed rows. */
export function findReasonLeft(rule: RowRule, contract: Contract): string | null {
  if (rule.kind === 'validity') return 'it warns and refuses no row: the reader judges it'
  if (rule.kind === 'rate') return 'its tolerance is half of the last digit that the file prints'
  if (rule.kind !== 'sum' && rule.kind !== 'balance') return null
  const isWhole = columnsOf(rule).every((column) => contract.columns[column]?.type.kind === 'integer')
  return isWhole ? null : 'the tolerance of a sum of decimals is half of the last digit that the file prints'
}

function columnsOf(rule: RowRule): string[] {
  switch (rule.kind) {
    case 'sum':
      return [rule.total, ...rule.parts]
    case 'balance':
      return [...rule.plus, ...(rule.minus ?? []), rule.equals]
    case 'rate':
      return [rule.rate, rule.numerator, rule.denominator]
    case 'validity':
      return [rule.from, rule.to]
    case 'not-before':
    case 'at-most':
    case 'starts-with':
      return [rule.a, rule.b]
    case 'not-after-period':
    case 'belongs-to-period':
      return [...rule.columns]
    default:
      return [rule.column]
  }
}

function compileRule(rule: RowRule, contract: Contract, dialect: Dialect): FaultTest[] {
  const scope = { contract, dialect }
  switch (rule.kind) {
    case 'not-before':
      return [{ rule: 'not-before', column: rule.a, when: compareCells(rule.a, '<', rule.b, contract) }]
    case 'at-most':
      return [{ rule: 'at-most', column: rule.a, when: compareCells(rule.a, '>', rule.b, contract) }]
    case 'sum':
      return [{ rule: 'sum', column: rule.total, when: `${addUp(rule.parts)} <> ${nameNumber(rule.total)}` }]
    case 'balance':
      return [{ rule: 'balance', column: rule.equals, when: compileUnbalanced(rule) }]
    case 'starts-with': {
      const [a, b] = [nameCell(rule.a), nameCell(rule.b)]
      return [{ rule: 'starts-with', column: rule.a, when: `substring(${a}, 1, length(${b})) <> ${b}` }]
    }
    case 'requires':
      return [
        {
          rule: 'requires',
          column: rule.column,
          when: `${nameCell(rule.column)} is null and ${compileAll(rule.when, scope)}`,
        },
      ]
    case 'forbids':
      return [
        {
          rule: 'forbids',
          column: rule.column,
          when: `${nameCell(rule.column)} is not null and ${compileAll(rule.when, scope)}`,
        },
      ]
    case 'not-after-period':
      return rule.columns.map((column) => ({
        rule: 'not-after-period',
        column,
        when: `${writeDay(column, contract)} > last_day`,
      }))
    case 'belongs-to-period':
      return [{ rule: 'belongs-to-period', column: rule.columns[0] ?? '', when: compileElsewhere(rule, contract) }]
    case 'is-period':
      return [{ rule: 'is-period', column: rule.column, when: `${nameCell(rule.column)} <> period` }]
    default:
      throw new Error(`sql: a rule ${rule.kind} is not judged in SQL`)
  }
}

function addUp(columns: readonly string[]): string {
  return columns.map(nameNumber).join(' + ')
}

function compileUnbalanced({ plus, minus = [], equals }: Extract<RowRule, { kind: 'balance' }>): string {
  const taken = minus.map((column) => ` - ${nameNumber(column)}`).join('')
  return `${addUp(plus)}${taken} <> ${nameNumber(equals)}`
}

/** No date in the period, and not begun and still open; of a row with a date after the period another rule says it. */
function compileElsewhere(
  { columns, open }: Extract<RowRule, { kind: 'belongs-to-period' }>,
  contract: Contract,
): string {
  const days = columns.map((column) => writeDay(column, contract))
  const touches = days.map((day) => `coalesce(${day} between first_day and last_day, false)`)
  const begun = days.length === 1 ? days[0] : `coalesce(${days.join(', ')})`
  const isOpen = open === undefined ? [] : [`(${nameCell(open)} is null and coalesce(${begun} <= last_day, false))`]
  const checkedAfter = new Set(
    (contract.rules ?? []).flatMap((rule) => (rule.kind === 'not-after-period' ? rule.columns : [])),
  )
  const isAfter = columns.flatMap((column, index) =>
    checkedAfter.has(column) ? [`coalesce(${days[index]} > last_day, false)`] : [],
  )
  return `not (${[...touches, ...isOpen, ...isAfter].join(' or ')})`
}
