import { expect, test } from 'vitest'
import { countTests } from '../../../scripts/test/counts.ts'

const makeFile = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
})
const report = (...files: ReturnType<typeof makeFile>[]) => JSON.stringify({ testResults: files })

test.each([
  [
    'all pass',
    report(makeFile('passed', 'passed', 'passed'), makeFile('passed', 'passed')),
    0,
    { passed: 3, failed: 0 },
  ],
  ['some fail', report(makeFile('failed', 'passed', 'failed', 'failed')), 1, { passed: 1, failed: 2 }],
  ['skipped tests are neither', report(makeFile('passed', 'skipped', 'todo', 'passed')), 0, { passed: 1, skipped: 2 }],
  [
    'a file that cannot be loaded',
    report(makeFile('failed'), makeFile('passed', 'passed')),
    1,
    { passed: 1, failed: 1 },
  ],
  ['a hook that fails after its tests', report(makeFile('failed', 'passed')), 1, { passed: 1, failed: 1 }],
  ['an error outside of any test', report(makeFile('passed', 'passed')), 1, { passed: 1, failed: 1 }],
  ['no report', null, 1, { passed: 0, failed: 1 }],
])('%s', (_name, text, code, counts) => {
  expect(countTests(text, code)).toEqual({ failed: 0, skipped: 0, ...counts })
})
