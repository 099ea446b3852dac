import { expect, test } from 'vitest'
import { listHistory } from '../../../src/views/dataset-history.ts'
import { listMonthNotices } from '../../../src/views/report-page.ts'
import { listChangedCells, listNotices, listPairs, listRevisedPeriods } from '../../../src/views/revisions.ts'
import { SITE } from './pages.ts'

const releases = SITE.published.releases

test('the history of the demonstration has six releases and more, two corrections, one withdrawal, each with its reason', () => {
  const corrections = releases.filter(({ files }) => files.some(({ revision }) => revision > 1))
  const withdrawals = releases.filter(({ withdrawn = [] }) => withdrawn.length > 0)
  expect(releases.length).toBeGreaterThanOrEqual(6)
  expect([corrections.length, withdrawals.length]).toEqual([2, 1])
  for (const { reason } of [...corrections, ...withdrawals]) expect(reason?.zh && reason.en).toBeTruthy()
  for (const { signer, tool } of releases)
    expect([signer?.zh, tool]).toEqual(['数据公开审核岗（虚构）', 'mingge 0.1.0'])
})

test('a correction of things is listed cell by cell, with old and new', () => {
  const [revised, ...more] = listRevisedPeriods(SITE, 'ledger')
  if (!revised) throw new Error('the ledger was corrected')
  expect(more).toEqual([])
  const [pair] = listPairs(SITE, revised)
  expect(pair?.changes && listChangedCells(SITE, revised, pair.changes)).toEqual(
    ['F114', 'F115', 'F116'].map((id) => ({
      name: `ledger/figures/${id}/2026-11/section`,
      what: { zh: id, en: id },
      column: { zh: '篇章', en: 'Section' },
      before: '合江社区',
      after: '社区网格化学习体会',
    })),
  )
})

test('of people it is stated that figures were corrected, and no cell; what was taken out is compared with nothing', () => {
  const revised = listRevisedPeriods(SITE, 'satisfaction')
  expect(revised.map(({ table, period, revisions }) => [table, period, revisions.length])).toEqual([
    ['ratings', '2026-09', 2],
    ['channel', '2026-09', 2],
    ['districts', '2026-Q3', 2],
    ['class', '2026-Q3', 2],
  ])
  for (const some of revised) {
    const [pair] = listPairs(SITE, some)
    if (some.table === 'class') expect(pair?.changes).toBeNull()
    else {
      expect(pair?.changes?.cells.length).toBeGreaterThan(0)
      expect(pair?.changes && listChangedCells(SITE, some, pair.changes)).toEqual([])
    }
  }
  const gone = revised.at(-1)?.revisions.map(({ withdrawn }) => withdrawn?.date ?? null)
  expect(gone).toEqual(['2026-11-23', null])
})

test('bulletins and figures that show a corrected month say so, others do not', () => {
  const listSaid = (month: string) =>
    listMonthNotices(SITE, month).map(({ contract, kind, path }) => [contract.id, kind, path])
  expect(listSaid('2026-09')).toEqual([['satisfaction', 'corrected', '/data/satisfaction/revisions/#ratings-2026-09']])
  // Its annex has the rates of the last full quarter, which were corrected.
  expect(listSaid('2026-10')).toEqual([
    ['satisfaction', 'corrected', '/data/satisfaction/revisions/#districts-2026-Q3'],
  ])
  const listSources = (table: string, from: string, to: string) => {
    const title = { zh: '', en: '' }
    return listNotices(SITE, [{ dataset: 'satisfaction', table, title, from, to, demonstration: true }])
  }
  expect(listSources('ratings', '2026-01', '2026-09').map(({ period }) => period)).toEqual(['2026-09'])
  expect(listSources('ratings', '2026-01', '2026-08')).toEqual([])
})

test('each dataset has its history, the newest release first', () => {
  const history = listHistory(SITE, 'satisfaction')
  expect(
    history.map(({ release, added, corrected, withdrawn }) => [
      release.date,
      added?.zh ?? null,
      corrected?.zh ?? null,
      withdrawn?.zh ?? null,
    ]),
  ).toEqual([
    ['2026-11-23', null, null, '2026年第三季度'],
    ['2026-11-20', '2026年10月', null, null],
    ['2026-10-28', null, '2026年第三季度、2026年9月', null],
    ['2026-10-20', '2026年第三季度、2026年9月', null, null],
    ['2026-09-18', '2026年8月', null, null],
    ['2026-08-20', '2026年7月', null, null],
    ['2026-07-20', '2026年第二季度、2026年6月', null, null],
    ['2026-06-22', expect.stringMatching(/^2023年\d+月—2026年5月（\d+期）$/), null, null],
  ])
})
