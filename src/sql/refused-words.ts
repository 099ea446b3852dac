import { getFirstDay, getLastDay } from '../calendar/period.ts'
import { PlaceWatch } from '../check/row/place-validity.ts'
import { checkRule } from '../check/rules/index.ts'
import type { RuleContext, RuleFinding, Values } from '../check/rules/rule.ts'
import type { Places } from '../codes/places.ts'
import { testOfAll } from '../contracts/conditions.ts'
import type { Contract } from '../contracts/contract.ts'
import type { RuleId } from '../problems/catalogue.ts'
import { createProblem } from '../problems/create-problem.ts'
import { isRule } from '../problems/describe-problem.ts'
import type { Location, Problem } from '../problems/problem.ts'

/** A row that an engine refuses, with the values that it was handed. */
export interface RefusedRow {
  period: string
  file: string
  line: number
  key: string
  /** `rule:column rule:column` */
  faults: string
  values: Values
  /** The row whose key it repeats; null where it repeats none. */
  earlier: RowPlace | null
}

/** Where a row stands. */
export interface RowPlace {
  file: string
  line: number
}

/**
 * What the line would say of rows that an engine refuses: our own checks are put to the values that were handed over, so
 * that the words are theirs. A fault that they do not find (a text that no reader of ours hands over) is named with its cell.
 */
export function describeRefused(rows: readonly RefusedRow[], contract: Contract, places: Places): Problem[] {
  return rows.flatMap((row) => {
    const findings = findBroken(row.values, contract, { period: row.period, places })
    return row.faults.split(' ').map((fault): Problem => {
      const [rule = '', column = ''] = fault.split(':')
      if (!isRule(rule)) throw new Error(`sql: no rule ${rule}`)
      const found = findings.find((finding) => finding.rule === rule && finding.column === column)
      const at = locate(row, column, contract)
      if (found) return createProblem(rule, at, found)
      if (row.earlier !== null) return describeRepeat(rule, at, { ...row, earlier: row.earlier })
      return createProblem(rule, at, { found: String(row.values[column] ?? '') })
    })
  })
}

/** A key that another reader has too is named with the file of that reader. */
function describeRepeat(
  rule: RuleId,
  at: Partial<Location>,
  { file, key, earlier }: RefusedRow & { earlier: RowPlace },
): Problem {
  if (earlier.file === file) return createProblem(rule, at, { found: key, params: { earlier: earlier.line } })
  return createProblem(rule, at, { found: key, params: { other: earlier.file, earlier: earlier.line } })
}

function findBroken(
  values: Values,
  contract: Contract,
  { period, places }: { period: string; places: Places },
): RuleFinding[] {
  const context: RuleContext = {
    contract,
    period,
    first: getFirstDay(period),
    last: getLastDay(period),
    decimalsOf: () => null,
    holds: (conditions, values) =>
      testOfAll(conditions, { period, getterOf: (column) => (values: Values) => values[column] ?? null })(values),
  }
  const ofRules = (contract.rules ?? []).map((rule) => checkRule(rule, values, context))
  return [...new PlaceWatch(contract, { period, places }).check(values), ...ofRules].filter((found) => found !== null)
}

function locate({ file, line }: RefusedRow, column: string, { id, columns }: Contract): Partial<Location> {
  return { dataset: id, file, row: line, columnName: columns[column]?.names.zh ?? null }
}
