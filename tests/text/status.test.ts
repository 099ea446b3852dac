import { expect, test } from 'vitest'
import { MARKS, type Status } from '../../src/contracts/table.ts'
import { describeStatus } from '../../src/text/status.ts'

test.each<[Status, string, string]>([
  ['final', '', ''],
  ['provisional', '[初步]', '[p]'],
  ['revised', '[修订]', '[r]'],
  ['withheld', '[c] 为保护个人隐私不公开', '[c] not published, to protect privacy'],
  ['withdrawn', '已撤下', 'withdrawn'],
  ['not-applicable', '不适用', 'n/a'],
  ['not-reported', '未报', 'not reported'],
  ['forecast', '[预测]', '[f]'],
  ['reported', '[报道值]', '[as reported]'],
])('%s reads %s, %s', (status, zh, en) => {
  expect(describeStatus(status)).toEqual({ zh, en })
})

test('the letters in brackets are the marks of the published tables', () => {
  for (const status of ['provisional', 'revised', 'forecast'] as const) {
    expect(describeStatus(status).en).toBe(`[${MARKS[status]}]`)
  }
})
