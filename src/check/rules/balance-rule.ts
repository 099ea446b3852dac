import { isWithin, sumExactly, toleranceOfSum } from '../../text/decimal.ts'
import type { RuleContext, RuleFinding, RuleOf, Values } from './rule.ts'
import { nameOf } from './rule.ts'

/**
 * Opening + new − removed = closing within one row: whole numbers exactly, printed decimals within half a unit for each
 * part. A missing part leaves the rule unchecked.
 */
export function checkBalance(rule: RuleOf<'balance'>, values: Values, context: RuleContext): RuleFinding | null {
  const { equals, plus, minus = [] } = rule
  const found = values[equals] ?? null
  const [added, taken] = [plus, minus].map((ids) => ids.flatMap((id) => values[id] ?? []).map(Number))
  if (found === null || added?.length !== plus.length || taken?.length !== minus.length) return null
  const sum = sumExactly([...added, ...taken.map((value) => -value)])
  const decimals = Math.max(...[equals, ...plus, ...minus].map((column) => context.decimalsOf(column) ?? 0))
  const tolerance = decimals === 0 ? 0 : toleranceOfSum(plus.length + minus.length, decimals)
  if (isWithin(sum, Number(found), tolerance)) return null
  const expected = `${[added.join(' + '), ...taken].join(' − ')} = ${sum}`
  const params = { equals: nameOf(context, equals), tolerance }
  return { rule: 'balance', column: equals, found: String(found), expected, params }
}
