import { isWithin, sumTolerance, tidy } from '../rounding.ts'
import type { RuleContext, RuleFinding, RuleOf, Values } from './rule.ts'
import { nameOf } from './rule.ts'

/**
 * The total is the sum of its parts: whole numbers exactly, printed decimals within half a unit for each part. A missing
 * part leaves the rule unjudged: missing is not zero.
 */
export function sum(rule: RuleOf<'sum'>, values: Values, context: RuleContext): RuleFinding | null {
  const total = values[rule.total] ?? null
  const parts = rule.parts.map((part) => values[part] ?? null)
  if (total === null || parts.includes(null)) return null
  const added = parts.reduce<number>((before, part) => before + Number(part), 0)
  const decimals = Math.max(...[rule.total, ...rule.parts].map((column) => context.decimalsOf(column) ?? 0))
  const tolerance = decimals === 0 ? 0 : sumTolerance(parts.length, decimals)
  if (isWithin(added, Number(total), tolerance)) return null
  const expected = `${parts.join(' + ')} = ${tidy(added)}`
  const params = { total: nameOf(context, rule.total), tolerance }
  return { rule: 'sum', column: rule.total, found: String(total), expected, params }
}
