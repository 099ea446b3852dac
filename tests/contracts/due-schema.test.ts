import { expect, test } from 'vitest'
import { contract as contractShape } from '../../src/contracts/contract.ts'
import { dueRuleOf } from '../../src/contracts/due-rule-of.ts'
import { contractOf, makeColumn } from '../check/small.ts'

const monthly = contractOf({ x: makeColumn({ kind: 'text' }, '甲') })
const listIssues = (more: object) => {
  const { error } = contractShape.safeParse({ ...monthly, ...more })
  return (error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

test.each([
  [{ due: { workingDaysAfterEnd: 20 } }],
  [{ due: { daysAfterEnd: 0 } }],
  [{ due: { dayOfNextMonth: 25 }, dueFrom: '2026-07' }],
  [{ due: { lastWorkingDayOf: 'quarter' }, frequency: 'quarter', dueFrom: '2026-Q3' }],
  [{ due: { lastWorkingDayOf: 'half-year' }, frequency: 'half-year', dueFrom: '2026-H1' }],
  [{ due: { daysAfterEnd: 3 }, frequency: 'week', dueFrom: '2026-W53' }],
  [{ due: { daysAfterEnd: 3 }, frequency: 'half-month', dueFrom: '2026-10-H1' }],
  [{ dueDays: 5 }],
])('%j is accepted in a contract', (more) => expect(listIssues(more)).toEqual([]))

const RULES =
  'one of { workingDaysAfterEnd: 1–250 }, { daysAfterEnd: 0–1000 }, { dayOfNextMonth: 1–31 }, { lastWorkingDayOf: month | quarter | half-year | year }'

test.each([
  [{ due: { workingDays: 20 } }, [`due: ${RULES}`]],
  [{ due: { workingDaysAfterEnd: 20, daysAfterEnd: 5 } }, [`due: ${RULES}`]],
  [{ due: { workingDaysAfterEnd: 0 } }, ['due.workingDaysAfterEnd: Too small: expected number to be >=1']],
  [{ due: { dayOfNextMonth: 32 } }, ['due.dayOfNextMonth: Too big: expected number to be <=31']],
  [{ due: { lastWorkingDayOf: 'week' } }, [`due: ${RULES}`]],
  [{ due: {} }, [`due: ${RULES}`]],
  [{ due: { daysAfterEnd: 5 }, dueDays: 5 }, ['dueDays: due already states it; leave out dueDays']],
  [{ dueFrom: '2026-Q3' }, ['dueFrom: “2026-Q3” is not a period of each month: YYYY-MM']],
  [
    { dueFrom: '2025-W53', frequency: 'week' },
    ['dueFrom: “2025-W53” is not a period of each week: YYYY-W01 … YYYY-W53'],
  ],
  [
    { frequency: 'occasional', due: { daysAfterEnd: 5 }, dueFrom: '2026' },
    [
      'due: an occasional dataset has no due date; leave out due',
      'dueFrom: an occasional dataset has no due date; leave out dueFrom',
    ],
  ],
])('%j may not', (more, expected) => expect(listIssues(more)).toEqual(expected))

test('dueDays is another spelling of daysAfterEnd', () => {
  expect(dueRuleOf({ frequency: 'month', dueDays: 5 })).toEqual({ daysAfterEnd: 5 })
  expect(dueRuleOf({ frequency: 'month', due: { dayOfNextMonth: 25 } })).toEqual({ dayOfNextMonth: 25 })
  expect(dueRuleOf({ frequency: 'month' })).toBeNull()
  expect(dueRuleOf({ frequency: 'occasional', dueDays: 5 })).toBeNull()
})
