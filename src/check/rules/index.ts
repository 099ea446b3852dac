import type { RowRule } from '../../contracts/contract.ts'
import { checkAtMost } from './at-most.ts'
import { checkBalance } from './balance-rule.ts'
import { checkBelongsToPeriod } from './belongs-to-period.ts'
import { checkForbids } from './forbids.ts'
import { checkIsPeriod } from './is-period.ts'
import { checkNotAfterPeriod } from './not-after-period.ts'
import { checkNotBefore } from './not-before.ts'
import { checkRate } from './rate.ts'
import { checkRequires } from './requires.ts'
import type { RuleContext, RuleFinding, Values } from './rule.ts'
import { checkStartsWith } from './starts-with.ts'
import { checkSum } from './sum-rule.ts'
import { checkValidity } from './validity.ts'

/** Checks one rule of a contract on one row. */
export function checkRule(rule: RowRule, values: Values, context: RuleContext): RuleFinding | null {
  switch (rule.kind) {
    case 'not-before':
      return checkNotBefore(rule, values, context)
    case 'at-most':
      return checkAtMost(rule, values, context)
    case 'sum':
      return checkSum(rule, values, context)
    case 'balance':
      return checkBalance(rule, values, context)
    case 'rate':
      return checkRate(rule, values, context)
    case 'starts-with':
      return checkStartsWith(rule, values, context)
    case 'requires':
      return checkRequires(rule, values, context)
    case 'forbids':
      return checkForbids(rule, values, context)
    case 'not-after-period':
      return checkNotAfterPeriod(rule, values, context)
    case 'belongs-to-period':
      return checkBelongsToPeriod(rule, values, context)
    case 'is-period':
      return checkIsPeriod(rule, values, context)
    case 'validity':
      return checkValidity(rule, values, context)
  }
}
