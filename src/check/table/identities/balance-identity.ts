import type { Table } from '../../../contracts/table.ts'
import type { Problem } from '../../../problems/problem.ts'
import { isEqual, subtract, sumExactly } from '../../../text/decimal.ts'
import type { IdentityContext, IdentityOf } from './identity.ts'
import { createIdentityProblem, findMeasuredValue, formatSum, nameOfMeasure } from './identity.ts'

/** In each row: opening + new − closed = closing. */
export function checkBalance(identity: IdentityOf<'balance'>, table: Table, context: IdentityContext): Problem[] {
  const problems: Problem[] = []
  for (const row of table.rows) {
    const plus = identity.plus.map((id) => findMeasuredValue(row, id))
    const minus = identity.minus.map((id) => findMeasuredValue(row, id))
    const found = findMeasuredValue(row, identity.equals)
    if (found === null || !isWhole(plus) || !isWhole(minus)) continue
    context.countTried?.(table)
    // Compared without a difference: what is left of two great sums may be little more than their noise.
    if (isEqual(sumExactly(plus), sumExactly([...minus, found]))) continue
    const sum = sumExactly([...plus, ...minus.map((value) => -value)])
    const equals = nameOfMeasure(context.spec, identity.equals)
    const params = { equals, sum: formatSum(plus, minus, sum), difference: subtract(found, sum) }
    const broken = { rule: 'table-balance', table, key: row.key, measure: identity.equals } as const
    problems.push(createIdentityProblem({ ...broken, found, expected: sum, params }, context))
  }
  return problems
}

function isWhole(values: (number | null)[]): values is number[] {
  return !values.includes(null)
}
