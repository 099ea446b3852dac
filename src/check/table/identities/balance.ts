import type { Table } from '../../../contracts/table.ts'
import type { Problem } from '../../../problems/problem.ts'
import { difference, exactSum, isEqual } from '../../../text/decimal.ts'
import type { IdentityContext, IdentityOf } from './identity.ts'
import { measuredValue, measureName, report, sumText } from './identity.ts'

/** In each row: opening + new − closed = closing. */
export function balance(identity: IdentityOf<'balance'>, table: Table, context: IdentityContext): Problem[] {
  const problems: Problem[] = []
  for (const row of table.rows) {
    const plus = identity.plus.map((id) => measuredValue(row, id))
    const minus = identity.minus.map((id) => measuredValue(row, id))
    const found = measuredValue(row, identity.equals)
    if (found === null || !isWhole(plus) || !isWhole(minus)) continue
    // Compared without a difference: what is left of two great sums may be little more than their noise.
    if (isEqual(exactSum(plus), exactSum([...minus, found]))) continue
    const sum = exactSum([...plus, ...minus.map((value) => -value)])
    const equals = measureName(context.spec, identity.equals)
    const params = { equals, sum: sumText(plus, minus, sum), difference: difference(found, sum) }
    const broken = { rule: 'table-balance', table, key: row.key, measure: identity.equals } as const
    problems.push(report({ ...broken, found, expected: sum, params }, context))
  }
  return problems
}

function isWhole(values: (number | null)[]): values is number[] {
  return !values.includes(null)
}
