import type { RuleContext, RuleFinding, RuleOf, Values } from './rule.ts'
import { nameOf } from './rule.ts'

/** The total is the sum of its parts. A missing part leaves the rule unjudged: missing is not zero. */
export function sum(rule: RuleOf<'sum'>, values: Values, context: RuleContext): RuleFinding | null {
  const total = values[rule.total] ?? null
  const parts = rule.parts.map((part) => values[part] ?? null)
  if (total === null || parts.includes(null)) return null
  const added = parts.reduce<number>((before, part) => before + Number(part), 0)
  // Decimal parts differ from their printed sum by binary fractions only.
  if (Math.abs(added - Number(total)) <= Math.abs(added) * 1e-12) return null
  const expected = `${parts.join(' + ')} = ${Number(added.toPrecision(15))}`
  const params = { total: nameOf(context, rule.total) }
  return { rule: 'sum', column: rule.total, found: String(total), expected, params }
}
