import { expect, test } from 'vitest'
import type { Site } from '../../src/compose/site.ts'
import { CATALOGUE } from '../../src/problems/catalogue.ts'
import { isRule, kindOf, natureOf } from '../../src/problems/describe-problem.ts'
import type { Release } from '../../src/store/published-tables.ts'
import { treatmentOf } from '../../src/views/treatment.ts'
import { CITY } from './city.ts'

const makeFile = (path: string) => ({
  path: `cases/flow/${path}.1.csv`,
  dataset: 'cases',
  table: 'flow',
  period: path,
  revision: 1,
  sha256: '',
  bytes: 1,
  rows: 1,
  sources: [{ path: `raw/cases/${path}.csv`, sha256: '', encoding: 'utf-8', rowsRead: 1, rowsUsed: 1 }],
})
const repair = (path: string, rule: string, count: number) => ({
  dataset: 'cases',
  file: `raw/cases/${path}.csv`,
  rule,
  count,
})
const makeRelease = (number: number, periods: string[], repairs: Release['repairs']): Release => ({
  ...{ release: number, date: '2026-11-20', note: { zh: '', en: '' }, previous: null },
  files: periods.map(makeFile),
  repairs,
})

const SITE: Site = {
  ...CITY,
  published: {
    ...CITY.published,
    releases: [
      makeRelease(
        1,
        ['2026-09', '2026-10'],
        [
          repair('2026-09', 'preamble-left-out', 2),
          repair('2026-10', 'preamble-left-out', 2),
          repair('2026-10', 'cell-width', 7),
          { ...repair('2026-10', 'cell-width', 99), dataset: 'permits' },
        ],
      ),
      // October sent again, without full-width digits.
      makeRelease(2, ['2026-10'], [repair('2026-10', 'preamble-left-out', 3)]),
    ],
  },
  exceptions: {
    problems: [],
    exceptions: [
      {
        rule: 'figure-jump',
        dataset: 'cases',
        where: '2026-06',
        key: '990101 06006',
        reason: '暴雨 <b>&',
        until: '2027-12-31',
        owner: '',
        row: 2,
      },
      {
        rule: 'figure-jump',
        dataset: 'permits',
        where: '',
        key: '',
        reason: '别的',
        until: '2027-12-31',
        owner: '',
        row: 3,
      },
    ],
  },
}

test('repairs are counted by kind, of each file in its newest version', () => {
  const contract = SITE.contracts.get('cases')
  if (!contract) throw new Error('no contract')
  const { repairs, accepted } = treatmentOf(SITE, contract)
  expect(repairs.map((repair) => [repair.kind.zh, repair.kind.en, repair.count?.zh, repair.files.zh])).toEqual([
    ['表头以上若干行不作数据', 'The rows above the header are not data', '5', '2'],
  ])
  // Of people, how many cells were repaired is not published, whatever an older log says.
  const people = treatmentOf(SITE, { ...contract, class: 'P' })
  expect(people.repairs.map(({ count, files }) => [count, files.zh])).toEqual([[null, '2']])
  expect(accepted).toHaveLength(1)
  expect(accepted[0]).toMatchObject({
    kind: { zh: '某列骤增或骤减', en: 'A column changed abruptly' },
    where: { zh: '2026年6月', en: 'June 2026' },
    reason: '暴雨 <b>&',
    until: { zh: '2027年12月31日', en: '31 December 2027' },
  })
  expect(accepted[0]?.subject.zh).toMatch(/^\S+，道路积水$/)
})

test('what a rule is about can be said without a cell, for every repair and whatever may be accepted', async () => {
  const kinds = Object.keys(CATALOGUE)
    .filter(isRule)
    .filter((rule) => CATALOGUE[rule].level === 'note' || natureOf(rule).acceptable)
    .map((rule) => `${rule}: ${kindOf(rule).zh} | ${kindOf(rule).en}`)
  expect(kinds.filter((line) => /[{}]/.test(line))).toEqual([])
  await expect(`${kinds.join('\n')}\n`).toMatchFileSnapshot('output/kinds.txt')
})
