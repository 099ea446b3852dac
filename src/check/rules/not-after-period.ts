import { dayOf } from '../../contracts/conditions.ts'
import type { RuleContext, RuleFinding, RuleOf, Values } from './rule.ts'
import { nameOf } from './rule.ts'

/** No date lies after the last day of the file's period, which is its data date. */
export function checkNotAfterPeriod(
  rule: RuleOf<'not-after-period'>,
  values: Values,
  context: RuleContext,
): RuleFinding | null {
  const { last } = context
  for (const column of rule.columns) {
    const value = values[column] ?? null
    if (value === null || dayOf(String(value)) <= last) continue
    const params = { column: nameOf(context, column), period: context.period }
    return { rule: 'not-after-period', column, found: String(value), expected: `≤ ${last}`, params }
  }
  return null
}
