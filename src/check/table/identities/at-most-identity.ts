import type { Table } from '../../../contracts/table.ts'
import type { Problem } from '../../../problems/problem.ts'
import type { IdentityContext, IdentityOf } from './identity.ts'
import { createIdentityProblem, findMeasuredValue, nameOfMeasure } from './identity.ts'

/** In each row a ≤ b: closed on time, at most due. */
export function checkAtMost(identity: IdentityOf<'at-most'>, table: Table, context: IdentityContext): Problem[] {
  const problems: Problem[] = []
  for (const row of table.rows) {
    const a = findMeasuredValue(row, identity.a)
    const b = findMeasuredValue(row, identity.b)
    if (a === null || b === null) continue
    context.countTried?.(table)
    if (a <= b) continue
    const params = { a: nameOfMeasure(context.spec, identity.a), b: nameOfMeasure(context.spec, identity.b) }
    const broken = { rule: 'table-at-most', table, key: row.key, measure: identity.a } as const
    problems.push(createIdentityProblem({ ...broken, found: a, expected: `≤ ${b}`, params }, context))
  }
  return problems
}
