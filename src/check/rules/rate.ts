import { halfUnitOf, isWithin } from '../../text/decimal.ts'
import { decimalsOf } from '../values/shown-decimals.ts'
import type { RuleContext, RuleFinding, RuleOf, Values } from './rule.ts'
import { nameOf } from './rule.ts'

/** A printed rate is recomputed from its numerator and declared denominator, to its own last digit. */
export function checkRate(rule: RuleOf<'rate'>, values: Values, context: RuleContext): RuleFinding | null {
  const stated = values[rule.rate] ?? null
  const numerator = values[rule.numerator] ?? null
  const denominator = values[rule.denominator] ?? null
  if (stated === null || numerator === null || denominator === null) return null
  const params = { rate: nameOf(context, rule.rate), denominator: nameOf(context, rule.denominator) }
  const decimals = context.decimalsOf(rule.rate) ?? decimalsOf(String(stated)) ?? 0
  const tolerance = halfUnitOf(decimals)
  const exact = (Number(numerator) / Number(denominator)) * rule.times
  if (Number(denominator) !== 0 && isWithin(exact, Number(stated), tolerance)) return null
  const shown = Number(denominator) === 0 ? '∅' : String(Number(exact.toFixed(Math.max(0, decimals + 2))))
  const expected = `${numerator} ÷ ${denominator} × ${rule.times} = ${shown}`
  return { rule: 'rate', column: rule.rate, found: String(stated), expected, params: { ...params, tolerance } }
}
