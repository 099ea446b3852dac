import { expect, test } from 'vitest'
import { listReleases } from '../../../src/views/changes-page.ts'
import { SITE } from './pages.ts'

test('every release of the demonstration in words, the newest first', () => {
  const lines = listReleases(SITE).flatMap(({ title, datasets }) => [
    title.zh,
    ...datasets.map(({ contract, added, corrected, withdrawn, tables, revisions }) =>
      [
        contract.title.zh,
        ...(added ? [`新增 ${added.zh}`] : []),
        ...(corrected ? [`更正 ${corrected.zh}`] : []),
        ...(withdrawn ? [`撤下 ${withdrawn.zh}`] : []),
        ...(tables ? [tables.zh, revisions] : []),
      ].join(' | '),
    ),
  ])
  expect(lines).toMatchInlineSnapshot(`
    [
      "第9次发布 · 2026年11月23日",
      "回访满意度 | 撤下 2026年第三季度 | 分事件大类满意度 | /data/satisfaction/revisions/",
      "第8次发布 · 2026年11月23日",
      "文献数字台账 | 更正 2026年11月 | 文献数字 | /data/ledger/revisions/",
      "第7次发布 · 2026年11月20日",
      "排污许可证 | 新增 2026年10月",
      "排污许可申请 | 新增 2026年10月",
      "网格事件 | 新增 2026年10月",
      "回访满意度 | 新增 2026年10月",
      "期限台账 | 新增 2026年10月",
      "文献数字台账 | 新增 2026年11月",
      "第6次发布 · 2026年10月28日",
      "回访满意度 | 更正 2026年第三季度、2026年9月 | 满意度、分区满意度、分渠道满意度、分事件大类满意度 | /data/satisfaction/revisions/",
      "第5次发布 · 2026年10月20日",
      "排污许可证 | 新增 2026年9月",
      "排污许可申请 | 新增 2026年9月",
      "网格事件 | 新增 2026年9月",
      "回访满意度 | 新增 2026年第三季度、2026年9月",
      "第4次发布 · 2026年9月18日",
      "排污许可证 | 新增 2026年8月",
      "排污许可申请 | 新增 2026年7月、2026年8月",
      "网格事件 | 新增 2026年8月",
      "回访满意度 | 新增 2026年8月",
      "第3次发布 · 2026年8月20日",
      "排污许可证 | 新增 2026年7月",
      "网格事件 | 新增 2026年7月",
      "回访满意度 | 新增 2026年7月",
      "第2次发布 · 2026年7月20日",
      "排污许可证 | 新增 2026年6月",
      "排污许可申请 | 新增 2026年6月",
      "网格事件 | 新增 2026年6月",
      "回访满意度 | 新增 2026年第二季度、2026年6月",
      "第1次发布 · 2026年6月22日",
      "常住人口 | 新增 2000年—2025年（26期）",
      "人口预测 | 新增 2025年",
      "平均预期寿命 | 新增 2000年—2025年（26期）",
      "养老服务设施 | 新增 2014年—2025年（12期）",
      "排污许可证 | 新增 2023年11月—2026年5月（31期）",
      "排污许可申请 | 新增 2023年11月—2026年5月（29期）",
      "网格事件 | 新增 2023年11月—2026年5月（31期）",
      "回访满意度 | 新增 2023年11月—2026年5月（38期）",
    ]
  `)
})

test('each correction and withdrawal states its reason', () => {
  const changed = listReleases(SITE).filter(({ isCorrection }) => isCorrection)
  expect(changed.length).toBeGreaterThan(2)
  expect(changed.filter(({ release }) => !release.reason)).toEqual([])
})
