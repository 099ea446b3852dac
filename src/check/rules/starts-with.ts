import type { RuleContext, RuleFinding, RuleOf, Values } from './rule.ts'
import { nameOf } from './rule.ts'

/** The code a begins with the code b: a grid with its subdistrict. */
export function checkStartsWith(rule: RuleOf<'starts-with'>, values: Values, context: RuleContext): RuleFinding | null {
  const a = values[rule.a] ?? null
  const b = values[rule.b] ?? null
  if (a === null || b === null || String(a).startsWith(String(b))) return null
  const params = { a: nameOf(context, rule.a), b: nameOf(context, rule.b) }
  return { rule: 'starts-with', column: rule.a, found: String(a), expected: `${b}…`, params }
}
