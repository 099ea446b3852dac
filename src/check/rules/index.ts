import type { RowRule } from '../../contracts/contract.ts'
import { atMost } from './at-most.ts'
import { belongsToPeriod } from './belongs-to-period.ts'
import { forbids } from './forbids.ts'
import { isPeriod } from './is-period.ts'
import { notAfterPeriod } from './not-after-period.ts'
import { notBefore } from './not-before.ts'
import { rate } from './rate.ts'
import { requires } from './requires.ts'
import type { RuleContext, RuleFinding, Values } from './rule.ts'
import { startsWith } from './starts-with.ts'
import { sum } from './sum.ts'
import { validity } from './validity.ts'

/** Judges one rule of a contract on one row. */
export function judgeRule(rule: RowRule, values: Values, context: RuleContext): RuleFinding | null {
  switch (rule.kind) {
    case 'not-before':
      return notBefore(rule, values, context)
    case 'at-most':
      return atMost(rule, values, context)
    case 'sum':
      return sum(rule, values, context)
    case 'rate':
      return rate(rule, values, context)
    case 'starts-with':
      return startsWith(rule, values, context)
    case 'requires':
      return requires(rule, values, context)
    case 'forbids':
      return forbids(rule, values, context)
    case 'not-after-period':
      return notAfterPeriod(rule, values, context)
    case 'belongs-to-period':
      return belongsToPeriod(rule, values, context)
    case 'is-period':
      return isPeriod(rule, values, context)
    case 'validity':
      return validity(rule, values, context)
  }
}
