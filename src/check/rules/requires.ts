import type { RuleContext, RuleFinding, RuleOf, Values } from './rule.ts'
import { nameOf } from './rule.ts'

/** The column is filled where the conditions hold: a closed case has a closing time. */
export function checkRequires(rule: RuleOf<'requires'>, values: Values, context: RuleContext): RuleFinding | null {
  if ((values[rule.column] ?? null) !== null || !context.holds(rule.when, values)) return null
  const first = rule.when[0]
  const because = first ? nameOf(context, first.column) : ''
  const found = first ? String(values[first.column] ?? '') : null
  return {
    rule: 'requires',
    column: rule.column,
    found,
    expected: null,
    params: { column: nameOf(context, rule.column), because },
  }
}
