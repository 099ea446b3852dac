import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Contract } from '../../src/contracts/contract.ts'
import { appendRelease, type Edition } from '../../src/store/append-release.ts'
import { compareRevisions } from '../../src/store/compare-revisions.ts'
import { planRelease } from '../../src/store/plan-release.ts'
import { CONTRACT, makeEdition, makeRow, makeTable, runInFolder } from './edition.ts'

const HEAD = 'period,place,place_name,name,closed,rate,rate_status,status'

test.each<[string, string[], string[], unknown[]]>([
  ['the same bytes', ['2026-10,1,甲区,甲,2,50,final,final'], ['2026-10,1,甲区,甲,2,50,final,final'], []],
  [
    'a value, and the mark that follows from it',
    ['2026-10,1,甲区,甲,2,50,final,final'],
    ['2026-10,1,甲区,甲,3,50,final,revised'],
    [{ key: { place: '1' }, column: 'closed', before: '2', after: '3' }],
  ],
  [
    'a value that is there now, with why it was not',
    ['2026-10,1,甲区,甲,2,,not-reported,final'],
    ['2026-10,1,甲区,甲,2,50,final,final'],
    [
      { key: { place: '1' }, column: 'rate', before: '', after: '50' },
      { key: { place: '1' }, column: 'rate_status', before: 'not-reported', after: 'final' },
    ],
  ],
  [
    'a provisional row that has become final',
    ['2026-10,1,甲区,甲,2,50,final,provisional'],
    ['2026-10,1,甲区,甲,2,50,final,final'],
    [{ key: { place: '1' }, column: 'status', before: 'provisional', after: 'final' }],
  ],
  [
    'a text',
    ['2026-10,1,甲区,甲,2,50,final,final'],
    ['2026-10,1,甲区,"乙,丙",2,50,final,final'],
    [{ key: { place: '1' }, column: 'name', before: '甲', after: '乙,丙' }],
  ],
  [
    'a row more and a row less: their values, not what stands beside a code',
    ['2026-10,1,甲区,甲,2,50,final,final'],
    ['2026-10,2,乙区,甲,0,,not-applicable,final'],
    [
      { key: { place: '2' }, column: 'name', before: null, after: '甲' },
      { key: { place: '2' }, column: 'closed', before: null, after: '0' },
      { key: { place: '1' }, column: 'name', before: '甲', after: null },
      { key: { place: '1' }, column: 'closed', before: '2', after: null },
      { key: { place: '1' }, column: 'rate', before: '50', after: null },
    ],
  ],
])('two revisions: %s', (_, before, after, expected) => {
  const joinLines = (lines: string[]) => `${[HEAD, ...lines].join('\n')}\n`
  expect(compareRevisions(joinLines(before), joinLines(after), ['place'])).toEqual({
    cells: expected,
    columnsAdded: [],
    columnsRemoved: [],
  })
})

test('columns that came and went are named, and the others are compared', () => {
  const [before, after] = ['place,a,b\n1,2,3\n', 'place,b,c\n1,4,5\n']
  expect(compareRevisions(before, after, ['place'])).toEqual({
    cells: [{ key: { place: '1' }, column: 'b', before: '3', after: '4' }],
    columnsAdded: ['c'],
    columnsRemoved: ['a'],
  })
})

test('a value once corrected stays marked, and publishing it again is nothing new', () =>
  runInFolder(async (folder) => {
    for (const closed of [1, 2]) await appendRelease(folder, makeEdition(makeTable('2026-10', makeRow('甲', closed))))
    expect(await appendRelease(folder, makeEdition(makeTable('2026-10', makeRow('甲', 2))))).toBeNull()
    await appendRelease(folder, makeEdition(makeTable('2026-10', makeRow('甲', 2, 90))))
    const text = await readFile(join(folder, 'cases/flow/2026-10.3.csv'), 'utf8')
    expect(text.split('\n')[1]).toBe('2026-10,9901,乙区,district,甲,2,90,revised,revised')
  }))

test('of things, the values that changed are marked; of people, all, and the log has no numbers of rows', () =>
  runInFolder(async (folder) => {
    const people: Contract = { ...CONTRACT, class: 'P' }
    const makeEditionOf = (contract: Contract, ...given: Parameters<typeof makeEdition>): Edition => {
      const { tables, ...rest } = makeEdition(...given)
      const repairs = [{ dataset: 'cases', file: 'raw/cases/2026-10.csv', rule: 'full-width', count: 2 }]
      const contracts = new Map([[contract.id, contract]])
      return { ...rest, repairs, contracts, tables: tables.map((sourced) => ({ ...sourced, contract })) }
    }
    await appendRelease(folder, makeEditionOf(people, makeTable('2026-10', makeRow('甲', 1))))
    await appendRelease(folder, makeEditionOf(people, makeTable('2026-10', makeRow('甲', 1, 90))))
    const text = await readFile(join(folder, 'cases/flow/2026-10.2.csv'), 'utf8')
    expect(text.split('\n')[1]).toBe('2026-10,9901,乙区,district,甲,1,revised,90,revised,final')
    const log = await readFile(join(folder, 'releases.jsonl'), 'utf8')
    expect(log).not.toContain('rowsRead')
    expect(log.match(/"repairs":\[\{[^}]*\}/g)).toEqual([
      '"repairs":[{"dataset":"cases","file":"raw/cases/2026-10.csv","rule":"full-width"}',
      '"repairs":[{"dataset":"cases","file":"raw/cases/2026-10.csv","rule":"full-width"}',
    ])
    await appendRelease(folder, makeEditionOf(CONTRACT, makeTable('2026-11', makeRow('甲', 1))))
    expect(await readFile(join(folder, 'releases.jsonl'), 'utf8')).toContain('"rowsRead":3')
  }))

test('what a release would change is known before anything is written', () =>
  runInFolder(async (folder) => {
    await appendRelease(folder, makeEdition(makeTable('2026-10', makeRow('甲', 1))))
    const before = await readFile(join(folder, 'releases.jsonl'), 'utf8')
    const plan = await planRelease(
      folder,
      makeEdition(makeTable('2026-10', makeRow('甲', 2)), makeTable('2026-11', makeRow('甲', 5))),
    )
    expect(plan.files.map(({ file, changes }) => [file.path, changes?.cells ?? null])).toEqual([
      ['cases/flow/2026-10.2.csv', [{ key: { place: '9901' }, column: 'closed', before: '1', after: '2' }]],
      ['cases/flow/2026-11.1.csv', null],
    ])
    expect(await readFile(join(folder, 'releases.jsonl'), 'utf8')).toBe(before)
  }))
