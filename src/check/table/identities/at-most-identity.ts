import type { Table } from '../../../contracts/table.ts'
import type { Problem } from '../../../problems/problem.ts'
import type { IdentityContext, IdentityOf } from './identity.ts'
import { measuredValue, measureName, report } from './identity.ts'

/** In each row a ≤ b: closed on time, at most due. */
export function atMost(identity: IdentityOf<'at-most'>, table: Table, context: IdentityContext): Problem[] {
  const problems: Problem[] = []
  for (const row of table.rows) {
    const a = measuredValue(row, identity.a)
    const b = measuredValue(row, identity.b)
    if (a === null || b === null || a <= b) continue
    const params = { a: measureName(context.spec, identity.a), b: measureName(context.spec, identity.b) }
    const broken = { rule: 'table-at-most', table, key: row.key, measure: identity.a } as const
    problems.push(report({ ...broken, found: a, expected: `≤ ${b}`, params }, context))
  }
  return problems
}
