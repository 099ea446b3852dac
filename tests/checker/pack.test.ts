import { expect, test } from 'vitest'
import { WorkCalendar } from '../../src/calendar/working-days.ts'
import { openPack } from '../../src/checker/checker-portal.ts'
import { packPortal } from '../../src/checker/pack.ts'
import { Departments } from '../../src/codes/departments.ts'
import { contractOf, makeColumn, PLACES } from '../check/small.ts'

const contract = contractOf({ n: makeColumn({ kind: 'integer' }, '件数') })
const laid = { ...contract, profile: { columns: { n: '受理数' } } }
const NEW_YEAR = { date: '2026-01-01', kind: 'rest', name: '元旦' } as const
const accepted = {
  rule: 'figure-jump',
  dataset: 'small',
  where: '2025-07',
  key: '',
  reason: '特大暴雨',
  until: '2027-12-31',
  owner: '',
  row: 2,
}

test('the page carries contracts under their profiles, what has been accepted, and the holidays', async () => {
  const pack = packPortal({
    contracts: [contract, { ...contract, id: 'other' }],
    places: PLACES,
    departments: new Departments([
      { id: 'health', names: { zh: '卫健委', en: 'Health' }, aliases: [], places: [], phones: ['12320'] },
    ]),
    holidays: new WorkCalendar([NEW_YEAR]),
    exceptions: { exceptions: [accepted], problems: [] },
    profiles: new Map([['small', { contract: laid, problems: [] }]]),
    settings: { today: '2026-11-20' },
    published: {
      contracts: new Map(),
      tables: new Map(),
      releases: [],
      head: null,
      withdrawn: new Map(),
      textOf: () => '',
    },
  })
  expect(pack.contracts.map((contract) => contract.profile?.columns ?? null)).toEqual([{ n: '受理数' }, null])
  expect(pack.exceptions).toEqual([accepted])
  expect(openPack(pack).today).toBe('2026-11-20')
  expect(openPack(pack).phones).toEqual(new Set(['12320']))
  expect(openPack(pack).holidays.isWorkingDay('2026-01-01')).toBe(false)
})
