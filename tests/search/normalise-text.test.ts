import { expect, test } from 'vitest'
import { normalise } from '../../src/search/normalise-text.ts'
import { buildSimplifiedMap } from '../../src/search/simplified-map.ts'
import { makeSimplifier } from '../../src/search/simplify.ts'

const simplify = makeSimplifier(buildSimplifiedMap())

test.each([
  ['2026-10', '2026年10月'],
  ['2026.08', '2026年8月'],
  ['2025/07 公报', '2025年7月 公报'],
  ['2024年02月', '2024年2月'],
  ['2026 年 9 月', '2026年9月'],
  ['２０２６年１０月', '2026年10月'],
  ['2026年10月份', '2026年10月'],
  ['10月份', '10月'],
  ['2026-10-12', '2026年10月12日'],
  ['二〇二六年十月', '2026年10月'],
  ['二零二五年十二月份数据', '2025年12月数据'],
  ['三个月', '三个月'],
  ['网 格 员', '网格员'],
  ['网格 案卷', '网格 案卷'],
  ['按期　办结率', '按期 办结率'],
  ['排汙許可證', '排污许可证'],
  ['滿意度', '满意度'],
  ['人口老齡化', '人口老龄化'],
  ['HJ 608-2017', 'hj 608-2017'],
  ['91990101MA0012345X001P', '91990101ma0012345x001p'],
  ['网\u200b格', '网格'],
  ['⻓者⻝堂', '长者食堂'],
  ['2026-13', '2026-13'],
])('%s → %s', (typed, expected) => {
  expect(normalise(typed, simplify)).toBe(expected)
})

test('simplifying keeps the length of a text, so that a place found in one is a place in the other', () => {
  const typed = '歷期公報與數據下載，養老機構預期壽命'
  expect(simplify(typed)).toBe('历期公报与数据下载，养老机构预期寿命')
  expect(simplify(typed)).toHaveLength(typed.length)
})

test('simplified text stays as it is', () => {
  const text = '云锦市城市运行公报：按期办结率、抚养比、干部、里程'
  expect(simplify(text)).toBe(text)
})
