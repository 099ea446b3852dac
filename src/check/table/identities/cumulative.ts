import { getPeriodBefore } from '../../../calendar/period.ts'
import type { Table } from '../../../contracts/table.ts'
import type { Problem } from '../../../problems/problem.ts'
import { isEqual } from '../../../text/decimal.ts'
import { formatKey } from '../row-names.ts'
import type { IdentityContext, IdentityOf } from './identity.ts'
import { createIdentityProblem, findMeasuredValue, nameOfMeasure } from './identity.ts'

/** A 累计 within one year never falls; where the period's own figure is known, it grows by exactly that. */
export function checkCumulative(
  identity: IdentityOf<'cumulative'>,
  { table, before }: { table: Table; before: Table | undefined },
  context: IdentityContext,
): Problem[] {
  const last = before && before.period.slice(0, 4) === table.period.slice(0, 4) ? before : undefined
  const isFirst = /-(01|Q1)$/.test(table.period)
  const adjoins = isFirst || last?.period === getPeriodBefore(table.period)
  const earlier = new Map(last?.rows.map((row) => [formatKey(row.key), findMeasuredValue(row, identity.measure)]))
  return table.rows.flatMap((row) => {
    const found = findMeasuredValue(row, identity.measure)
    // In January the running total starts again.
    const base = isFirst ? 0 : (earlier.get(formatKey(row.key)) ?? null)
    const own = identity.of === undefined ? null : findMeasuredValue(row, identity.of)
    if (found === null || base === null) return []
    context.countTried?.(table)
    const isExact = own !== null && adjoins
    if (isExact ? isEqual(found, base + own) : found >= base) return []
    const expected = isExact ? `${base} + ${own} = ${base + own}` : `≥ ${base}`
    const params = { measure: nameOfMeasure(context.spec, identity.measure), before: isFirst ? '—' : base }
    const broken = { rule: 'table-cumulative', table, key: row.key, measure: identity.measure } as const
    return [createIdentityProblem({ ...broken, found, expected, params }, context)]
  })
}
