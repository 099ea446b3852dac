import { dayOf } from '../../contracts/conditions.ts'
import type { RuleContext, RuleFinding, RuleOf, Values } from './rule.ts'
import { nameOf } from './rule.ts'

/**
 * A date of the row lies in the file's period, or the row began before its end and is still open. Of a row with a date
 * after the period another rule reports it, and one cause is reported once.
 */
export function checkBelongsToPeriod(
  rule: RuleOf<'belongs-to-period'>,
  values: Values,
  context: RuleContext,
): RuleFinding | null {
  const { first, last } = context
  const days = rule.columns
    .map((column) => values[column] ?? null)
    .map((value) => (value === null ? null : dayOf(String(value))))
  if (days.some((day) => day !== null && day >= first && day <= last)) return null
  const begun = days.find((day) => day !== null)
  if (rule.open !== undefined && (values[rule.open] ?? null) === null && begun !== undefined && begun <= last)
    return null
  const checkedAfter = new Set(
    (context.contract.rules ?? []).flatMap((rule) => (rule.kind === 'not-after-period' ? rule.columns : [])),
  )
  if (rule.columns.some((id, index) => checkedAfter.has(id) && (days[index] ?? '') > last)) return null
  const column = rule.columns[0] ?? ''
  const params = { column: nameOf(context, column), period: context.period }
  return { rule: 'belongs-to-period', column, found: begun ?? null, expected: `${first}–${last}`, params }
}
