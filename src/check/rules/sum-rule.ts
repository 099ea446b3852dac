import { isWithin, sumExactly, toleranceOfSum } from '../../text/decimal.ts'
import type { RuleContext, RuleFinding, RuleOf, Values } from './rule.ts'
import { nameOf } from './rule.ts'

/**
 * The total is the sum of its parts: whole numbers exactly, printed decimals within half a unit for each part. A missing
 * part leaves the rule unchecked: missing is not zero.
 */
export function checkSum(rule: RuleOf<'sum'>, values: Values, context: RuleContext): RuleFinding | null {
  const total = values[rule.total] ?? null
  const parts = rule.parts.flatMap((part) => values[part] ?? [])
  if (total === null || parts.length < rule.parts.length) return null
  const added = sumExactly(parts.map(Number))
  const decimals = Math.max(...[rule.total, ...rule.parts].map((column) => context.decimalsOf(column) ?? 0))
  const tolerance = decimals === 0 ? 0 : toleranceOfSum(parts.length, decimals)
  if (isWithin(added, Number(total), tolerance)) return null
  const expected = `${parts.join(' + ')} = ${added}`
  const params = { total: nameOf(context, rule.total), tolerance }
  return { rule: 'sum', column: rule.total, found: String(total), expected, params }
}
