import { expect, test } from 'vitest'
import type { Contract } from '../../src/contracts/contract.ts'
import type { Table } from '../../src/contracts/table.ts'
import { appendRelease, type Edition, writeRelease } from '../../src/store/append-release.ts'
import { planRelease } from '../../src/store/plan-release.ts'
import { planWithdrawal } from '../../src/store/plan-withdrawal.ts'
import { contractOf, list, measured, toWords } from '../tabulate/two-districts.ts'
import { makeEdition, runInFolder } from './edition.ts'

const CONTRACT: Contract = contractOf(
  { answer: list('yes') },
  {
    dimensions: [{ column: 'answer' }],
    measures: {
      n: { ...measured, count: 'rows' },
      low: { ...measured, cumulative: { of: 'n', bound: 'low' } },
      high: { ...measured, cumulative: { of: 'n', bound: 'high' } },
    },
    ladder: [{}],
  },
  { class: 'P' },
)
const contracts = new Map([[CONTRACT.id, CONTRACT]])

/** What publishing one printed count a month is made of. */
function editionOf(printed: Record<string, number>): Edition {
  const { tables: _, ...rest } = makeEdition()
  const tables = Object.entries(printed).map(([period, value]) => {
    const rows = [{ key: { answer: 'yes' }, text: {}, cells: { n: { value, status: 'final' as const } } }]
    const table: Table = { dataset: CONTRACT.id, table: 't', period, rows }
    const sources = [{ path: `raw/${CONTRACT.id}/${period}.csv`, sha256: '0'.repeat(64), encoding: 'utf-8' }]
    return { contract: CONTRACT, table, sources }
  })
  return { ...rest, contracts, tables }
}

/** Last line of each planned file: `2026-02.1 yes,10,final,…`. */
async function planLines(folder: string, edition: Edition) {
  const { files } = await planRelease(folder, edition)
  return files.map(({ file, text }) => `${file.period}.${file.revision} ${text.trim().split('\n').at(-1)}`)
}

const YEAR = { '2026-01': 10, '2026-02': 20, '2026-03': 30 }

test('累计 is stored beside the month that it ends with', () =>
  runInFolder(async (folder) => {
    expect(await planLines(folder, editionOf(YEAR))).toEqual([
      '2026-01.1 2026-01,yes,10,final,8,final,12,final,provisional',
      '2026-02.1 2026-02,yes,20,final,26,final,34,final,provisional',
      '2026-03.1 2026-03,yes,30,final,54,final,66,final,provisional',
    ])
  }))

test('a month that is corrected revises the 累计 of later months, which keep their vintage', () =>
  runInFolder(async (folder) => {
    await appendRelease(folder, editionOf(YEAR))
    const corrected = { ...editionOf({ ...YEAR, '2026-01': 15 }), reason: toWords('漏报') }
    expect(await planLines(folder, corrected)).toEqual([
      '2026-01.2 2026-01,yes,15,revised,13,revised,17,revised,final',
      '2026-02.2 2026-02,yes,20,final,31,revised,39,revised,provisional',
      '2026-03.2 2026-03,yes,30,final,59,revised,71,revised,provisional',
    ])
    await appendRelease(folder, corrected)
    // So that they can still be corrected once themselves.
    const again = { ...editionOf({ ...YEAR, '2026-01': 15, '2026-03': 35 }), reason: toWords('漏报') }
    expect(await planLines(folder, again)).toEqual(['2026-03.3 2026-03,yes,35,revised,64,revised,76,revised,final'])
  }))

test('a month that is withdrawn cannot be had from 累计: later months go with it, and come back without the sum', () =>
  runInFolder(async (folder) => {
    await appendRelease(folder, editionOf({ '2025-12': 10, ...YEAR }))
    const plan = await planWithdrawal(folder, `${CONTRACT.id}/t/2026-02`, { contracts, today: '2026-11-20' })
    if (!plan) throw new Error('no such name')
    expect(plan.taken.map(({ period }) => period)).toEqual(['2026-02', '2026-03'])
    const words = { date: '2026-11-20', note: () => toWords('撤下'), reason: toWords('误'), tool: 'mingge' }
    await writeRelease(folder, plan, words)
    expect(await planLines(folder, editionOf({ '2025-12': 10, ...YEAR }))).toEqual([
      '2026-03.2 2026-03,yes,30,final,,not-reported,,not-reported,final',
    ])
  }))

/** Publishes a year and takes out what has the name. */
async function withdraw(folder: string, edition: Edition, name: string) {
  await appendRelease(folder, edition)
  const plan = await planWithdrawal(folder, `${CONTRACT.id}/${name}`, { contracts, today: '2026-11-20' })
  if (!plan) throw new Error('no such name')
  await writeRelease(folder, plan, {
    date: '2026-11-20',
    note: () => toWords('撤下'),
    reason: toWords('误'),
    tool: 'mingge',
  })
  return plan.taken.map(({ period }) => period)
}

test('a table that is withdrawn whole stays out, though its later months have no sum any more', () =>
  runInFolder(async (folder) => {
    expect(await withdraw(folder, editionOf(YEAR), 't')).toEqual(['2026-01', '2026-02', '2026-03'])
    expect(await planLines(folder, editionOf(YEAR))).toEqual([])
  }))

test('a month that is withdrawn stays out, though an earlier month that is corrected changes its sum', () =>
  runInFolder(async (folder) => {
    expect(await withdraw(folder, editionOf(YEAR), 't/2026-03')).toEqual(['2026-03'])
    const corrected = editionOf({ ...YEAR, '2026-01': 15 })
    expect(await planLines(folder, corrected)).toEqual([
      '2026-01.2 2026-01,yes,15,revised,13,revised,17,revised,final',
      '2026-02.2 2026-02,yes,20,final,31,revised,39,revised,provisional',
    ])
    // Its own correction is published.
    expect(await planLines(folder, editionOf({ ...YEAR, '2026-03': 35 }))).toEqual([
      '2026-03.2 2026-03,yes,35,final,59,final,71,final,final',
    ])
  }))

test('without January there is no sum, and no month goes with another', () =>
  runInFolder(async (folder) => {
    const { '2026-01': _, ...later } = YEAR
    expect(await withdraw(folder, editionOf(later), 't/2026-02')).toEqual(['2026-02'])
    expect(await planLines(folder, editionOf(later))).toEqual([])
  }))
