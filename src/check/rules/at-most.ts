import { compareValues } from '../../contracts/conditions.ts'
import type { RuleContext, RuleFinding, RuleOf, Values } from './rule.ts'
import { nameOf } from './rule.ts'

/** a is at most b where both are present: occupied beds, at most beds. */
export function checkAtMost(rule: RuleOf<'at-most'>, values: Values, context: RuleContext): RuleFinding | null {
  const a = values[rule.a] ?? null
  const b = values[rule.b] ?? null
  if (a === null || b === null || compareValues(a, b) <= 0) return null
  const params = { a: nameOf(context, rule.a), b: nameOf(context, rule.b) }
  return { rule: 'at-most', column: rule.a, found: String(a), expected: `≤ ${b}`, params }
}
