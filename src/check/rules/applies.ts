import type { RowRule } from '../../contracts/contract.ts'
import type { RuleContext, Values } from './rule.ts'

/** Of a rule that has found nothing in a row: whether it was tried there, or says nothing of such a row. */
export function outcomeOf(rule: RowRule, values: Values, context: RuleContext): 'passed' | 'unmet' {
  return applies(rule, values, context) ? 'passed' : 'unmet'
}

function applies(rule: RowRule, values: Values, context: RuleContext): boolean {
  const hasAll = (columns: readonly string[]) => columns.every((column) => (values[column] ?? null) !== null)
  switch (rule.kind) {
    case 'not-before':
    case 'at-most':
    case 'starts-with':
      return hasAll([rule.a, rule.b])
    case 'sum':
      return hasAll([rule.total, ...rule.parts])
    case 'balance':
      return hasAll([...rule.plus, ...(rule.minus ?? []), rule.equals])
    case 'rate':
      return hasAll([rule.rate, rule.numerator, rule.denominator])
    case 'requires':
    case 'forbids':
      return context.holds(rule.when, values)
    case 'not-after-period':
      return rule.columns.some((column) => hasAll([column]))
    case 'belongs-to-period':
      return true
    case 'is-period':
      return hasAll([rule.column])
    case 'validity':
      return hasAll([rule.from, rule.to])
  }
}
