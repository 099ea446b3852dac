import { endOfYears, toDayNumber } from '../../calendar/days.ts'
import type { RuleContext, RuleFinding, RuleOf, Values } from './rule.ts'
import { nameOf } from './rule.ts'

/** The last day of validity is `years` after the first, less one day. One day either way is the issuer's custom. */
export function checkValidity(rule: RuleOf<'validity'>, values: Values, context: RuleContext): RuleFinding | null {
  const from = values[rule.from] ?? null
  const to = values[rule.to] ?? null
  if (typeof from !== 'string' || typeof to !== 'string') return null
  const expected = endOfYears(from.slice(0, 10), rule.years)
  const days = (toDayNumber(to.slice(0, 10)) ?? Number.NaN) - (toDayNumber(expected ?? '') ?? Number.NaN)
  if (expected === null || Math.abs(days) <= 1) return null
  const params = { from: nameOf(context, rule.from), to: nameOf(context, rule.to), years: rule.years }
  return { rule: 'validity', column: rule.to, found: `${from} – ${to}`, expected, params }
}
