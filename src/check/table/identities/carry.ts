import type { Table } from '../../../contracts/table.ts'
import type { Problem } from '../../../problems/problem.ts'
import { isEqual } from '../../../text/decimal.ts'
import type { IdentityContext, IdentityOf } from './identity.ts'
import { createIdentityProblem, findMeasuredValue, nameOfMeasure } from './identity.ts'

/**
 * This period's opening is the closing of the period before, row by row. Over a gap, it is that of the last period before the
 * gap: a stock that changed while nobody reported has to be explained.
 */
export function checkCarry(
  identity: IdentityOf<'carry'>,
  { table, before }: { table: Table; before: Table | undefined },
  context: IdentityContext,
): Problem[] {
  if (!before) return []
  const closings = new Map(
    before.rows.map((row) => [JSON.stringify(row.key), findMeasuredValue(row, identity.closing)]),
  )
  const problems: Problem[] = []
  for (const row of table.rows) {
    const found = findMeasuredValue(row, identity.opening)
    const expected = closings.get(JSON.stringify(row.key)) ?? null
    if (found === null || expected === null) continue
    context.countTried?.(table)
    if (isEqual(found, expected)) continue
    const params = {
      opening: nameOfMeasure(context.spec, identity.opening),
      closing: nameOfMeasure(context.spec, identity.closing),
      before: before.period,
    }
    const broken = { rule: 'table-carry', table, key: row.key, measure: identity.opening } as const
    problems.push(createIdentityProblem({ ...broken, found, expected, params }, context))
  }
  return problems
}
