import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Contract } from '../../src/contracts/contract.ts'
import type { Table } from '../../src/contracts/table.ts'
import { appendRelease, type Edition, writeRelease } from '../../src/store/append-release.ts'
import { openFolder } from '../../src/store/file-reader.ts'
import { takeCurrentLines } from '../../src/store/lapsed.ts'
import { planRelease } from '../../src/store/plan-release.ts'
import { planWithdrawal } from '../../src/store/plan-withdrawal.ts'
import { readPublished } from '../../src/store/read-published.ts'
import { verifySite } from '../../src/store/verify-site.ts'
import { toWords } from '../tabulate/two-districts.ts'
import { runInFolder } from './edition.ts'
import { LISTED, LISTED_CONTRACTS, listOn, listTable, OCTOBER } from './listed.ts'

async function textsOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(join(folder, 'listed/entries')).catch(() => [])).toSorted()
  const texts = await Promise.all(names.map((name) => readFile(join(folder, 'listed/entries', name), 'utf8')))
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']))
}

describe('an entry that has lapsed', () => {
  test('counts on its last day, and from the next day on is in no revision; the others stay', () =>
    runInFolder(async (folder) => {
      await appendRelease(folder, listOn('2026-11-20', OCTOBER))
      await appendRelease(
        folder,
        listOn('2026-11-21', listTable('2026-10', ['甲', '2026-11-30'], ['乙', '2027-12-31'], ['丙', ''])),
      )
      expect(
        await appendRelease(
          folder,
          listOn('2026-11-30', listTable('2026-10', ['甲', '2026-11-30'], ['乙', '2027-12-31'], ['丙', ''])),
        ),
      ).toBeNull()
      const release = await appendRelease(
        folder,
        listOn('2026-12-01', listTable('2026-10', ['甲', '2026-11-30'], ['乙', '2027-12-31'], ['丙', ''])),
      )
      expect(release).toMatchObject({
        reason: { zh: '有条目期满，不再公开', en: 'Entries in it had lapsed' },
        files: [{ path: 'listed/entries/2026-10.3.csv', rows: 2, currentOn: '2026-12-01', onlyLapsed: true }],
        withdrawn: [
          { path: 'listed/entries/2026-10.1.csv', lapsed: true },
          { path: 'listed/entries/2026-10.2.csv', lapsed: true },
        ],
      })
      expect(await textsOf(folder)).toEqual({
        '2026-10.3.csv': 'period,name,until,entries,status\n2026-10,乙,2027-12-31,1,final\n2026-10,丙,,1,final\n',
      })
      expect(await readFile(join(folder, 'releases.jsonl'), 'utf8')).not.toContain('甲')
      const verified = await verifySite({ kind: 'store', read: openFolder(folder) })
      expect([verified.problems, verified.withdrawn]).toEqual([[], 2])
      const published = await readPublished(folder, LISTED_CONTRACTS)
      expect(
        published.tables
          .get('listed/entries')
          ?.readRows('2026-10')
          .map(({ key }) => key['name']),
      ).toEqual(['乙', '丙'])
    }))

  test('is taken out though its raw file is gone, and then again is nothing new', () =>
    runInFolder(async (folder) => {
      await appendRelease(folder, listOn('2026-11-20', OCTOBER))
      const release = await appendRelease(folder, listOn('2027-11-01'))
      expect(release?.files.map(({ path, rows, sources }) => [path, rows, sources.length])).toEqual([
        ['listed/entries/2026-10.2.csv', 1, 1],
      ])
      expect(await textsOf(folder)).toEqual({
        '2026-10.2.csv': 'period,name,until,entries,status\n2026-10,丙,,1,final\n',
      })
      expect(await appendRelease(folder, listOn('2027-11-02'))).toBeNull()
      expect(await appendRelease(folder, listOn('2027-11-02', OCTOBER))).toBeNull()
    }))

  test('never gets in: a first release leaves it out, and the last to lapse leaves an empty table', () =>
    runInFolder(async (folder) => {
      await appendRelease(
        folder,
        listOn('2026-12-01', listTable('2026-10', ['甲', '2026-11-30'], ['乙', '2027-10-31'])),
      )
      expect(Object.keys(await textsOf(folder))).toEqual(['2026-10.1.csv'])
      await appendRelease(
        folder,
        listOn('2027-11-01', listTable('2026-10', ['甲', '2026-11-30'], ['乙', '2027-10-31'])),
      )
      expect(await textsOf(folder)).toEqual({ '2026-10.2.csv': 'period,name,until,entries,status\n' })
      expect((await readPublished(folder, LISTED_CONTRACTS)).tables.get('listed/entries')?.readRows('2026-10')).toEqual(
        [],
      )
    }))

  test('beside a correction: the correction is shown without it, and is one', () =>
    runInFolder(async (folder) => {
      await appendRelease(folder, listOn('2026-11-20', OCTOBER))
      const changed = listTable('2026-10', ['甲', '2026-11-30'], ['乙', '2028-10-31'], ['丙', ''])
      const plan = await planRelease(folder, listOn('2026-12-01', changed))
      expect(plan.files.map(({ file, changes }) => [file.onlyLapsed, changes?.cells])).toEqual([
        [undefined, [{ key: { name: '乙' }, column: 'until', before: '2027-10-31', after: '2028-10-31' }]],
      ])
      expect(plan.lapsed.map(({ path }) => path)).toEqual(['listed/entries/2026-10.1.csv'])
    }))
})

describe('a withdrawal', () => {
  const take = async (folder: string, name: string, today: string) => {
    const plan = await planWithdrawal(folder, name, { contracts: LISTED_CONTRACTS, today })
    if (!plan) throw new Error('no such name')
    const said = { date: today, note: () => toWords('撤下'), reason: toWords('误'), tool: 'mingge' }
    return writeRelease(folder, plan, said)
  }

  test('takes lapsed entries out as well, and publishes the rest again where it was not meant', () =>
    runInFolder(async (folder) => {
      await appendRelease(folder, listOn('2026-11-20', listTable('2026-09', ['丁', '']), OCTOBER))
      const release = await take(folder, 'listed/entries/2026-09', '2026-12-01')
      expect(release.withdrawn).toMatchObject([
        { path: 'listed/entries/2026-09.1.csv' },
        { path: 'listed/entries/2026-10.1.csv', lapsed: true },
      ])
      expect(Object.keys(await textsOf(folder))).toEqual(['2026-10.2.csv'])
    }))

  test('of a table with lapsed entries holds: no day brings it back', () =>
    runInFolder(async (folder) => {
      await appendRelease(folder, listOn('2026-11-20', OCTOBER))
      await take(folder, 'listed/entries', '2026-11-21')
      for (const day of ['2026-11-22', '2026-12-01', '2027-11-01']) {
        const plan = await planRelease(folder, listOn(day, OCTOBER))
        expect([plan.files, plan.leftOut.length, plan.withdrawn]).toEqual([[], 1, []])
      }
    }))
})

test('a store is refused where an entry had lapsed on the day of its last release, superseded revisions too', () =>
  runInFolder(async (folder) => {
    const withoutEnds: Contract = {
      ...LISTED,
      tables: { entries: { ...LISTED.tables['entries'], currentOnly: undefined } as never },
    }
    const makePlain = (day: string, ...tables: Table[]): Edition => {
      const made = listOn(day, ...tables)
      return {
        ...made,
        contracts: new Map(),
        tables: made.tables.map((sourced) => ({ ...sourced, contract: withoutEnds })),
      }
    }
    await appendRelease(folder, makePlain('2026-11-20', OCTOBER))
    await appendRelease(folder, makePlain('2026-11-30', listTable('2026-10', ['乙', '2027-10-31'])))
    expect((await readPublished(folder, LISTED_CONTRACTS)).releases).toHaveLength(2)
    await appendRelease(folder, makePlain('2026-12-01', listTable('2026-11', ['乙', '2027-10-31'])))
    await expect(readPublished(folder, LISTED_CONTRACTS)).rejects.toMatchObject({
      problem: {
        rule: 'published-entry-lapsed',
        file: 'published/listed/entries/2026-10.1.csv',
        params: { date: '2026-12-01' },
      },
    })
    await appendRelease(folder, listOn('2026-12-02'))
    expect((await readPublished(folder, LISTED_CONTRACTS)).releases).toHaveLength(4)
    expect(Object.keys(await textsOf(folder))).toEqual(['2026-10.2.csv', '2026-11.1.csv'])
  }))

test.each([
  ['a day', '2026-11-30', '2026-11-30', true],
  ['the day after', '2026-11-30', '2026-12-01', false],
  ['a time of the day', '2026-11-30 08:00', '2026-11-30', true],
  ['no end', '', '2099-01-01', true],
])('%s', (_, end, day, stays) => {
  const spec = LISTED.tables['entries']
  if (!spec) throw new Error('no table')
  const text = `period,name,until,entries,status\n2026-10,"甲,乙",${end},1,final\n`
  expect(takeCurrentLines(text, spec, day)).toEqual(
    stays ? null : { text: 'period,name,until,entries,status\n', rows: 0 },
  )
})
