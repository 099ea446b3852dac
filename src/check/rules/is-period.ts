import type { RuleContext, RuleFinding, RuleOf, Values } from './rule.ts'
import { nameOf } from './rule.ts'

/** The column names the file's own period. */
export function checkIsPeriod(rule: RuleOf<'is-period'>, values: Values, context: RuleContext): RuleFinding | null {
  const value = values[rule.column] ?? null
  if (value === null || String(value) === context.period) return null
  const params = { column: nameOf(context, rule.column), period: context.period }
  return { rule: 'is-period', column: rule.column, found: String(value), expected: context.period, params }
}
