import type { RuleContext, RuleFinding, RuleOf, Values } from './rule.ts'
import { nameOf } from './rule.ts'

/** The column is blank where the conditions hold: an open case has no closing time. */
export function checkForbids(rule: RuleOf<'forbids'>, values: Values, context: RuleContext): RuleFinding | null {
  const value = values[rule.column] ?? null
  if (value === null || !context.holds(rule.when, values)) return null
  const first = rule.when[0]
  const because = first ? nameOf(context, first.column) : ''
  const params = { column: nameOf(context, rule.column), because }
  return { rule: 'forbids', column: rule.column, found: String(value), expected: '∅', params }
}
