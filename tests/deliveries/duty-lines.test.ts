import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type DutyEntry, listDutyLines, listUnasked } from '../../src/deliveries/duty-lines.ts'
import type { Duty } from '../../src/portal/systems-schema.ts'
import { holidaysOf } from '../portal/list-texts.ts'

const { holidays: calendar } = holidaysOf(readFileSync('data/holidays.csv', 'utf8'))

function createDuty(clock: Pick<Duty, 'every'> & Partial<Pick<Duty, 'due'>>): Duty {
  const words = { zh: '报送', en: 'Report' }
  return { id: 'D29', kind: 'report', who: words, what: words, clock: '每月', systems: ['S08'], ...clock }
}

function createEntry(cycle: string, day: string, section = '就业科'): DutyEntry {
  return { duty: 'D29', place: '990100', section, cycle, day }
}

function stateLines(duty: Duty, entries: DutyEntry[], day: string): string[] {
  return listDutyLines(duty, { entries, calendar, day }).map(
    ({ section, cells }) =>
      `${section} ${cells.map(({ cycle, state, daysLate }) => `${cycle} ${state} ${daysLate}`).join(', ')}`,
  )
}

test('a report after the day is late by days, a month without one is not reported, each office by itself', () => {
  const duty = createDuty({ every: 'month', due: { dayOfMonth: 25 } })
  const entries = [
    createEntry('2026-07', '2026-07-25'),
    createEntry('2026-08', '2026-08-27'),
    createEntry('2026-09', '2026-09-26', '人才科'),
  ]
  expect(stateLines(duty, entries, '2026-10-24')).toEqual([
    '就业科 2026-07 on-time 0, 2026-08 late 2, 2026-09 not-reported 29, 2026-10 not-due 0',
    '人才科 2026-09 late 1, 2026-10 not-due 0',
  ])
})

test('an answer before its period begins counts as in time, and the due day itself is not late', () => {
  const duty = createDuty({ every: 'quarter', due: { lastWorkingDayOf: 'quarter' } })
  const entries = [createEntry('2026-Q2', '2026-03-31'), createEntry('2026-Q3', '2026-09-30')]
  expect(stateLines(duty, entries, '2026-09-30')).toEqual(['就业科 2026-Q2 on-time 0, 2026-Q3 on-time 0'])
})

test('two clocks make two lines, the shorter first; a due day of an unpublished year is not judged', () => {
  const both = createDuty({ every: ['month', 'quarter'] })
  const entries = [createEntry('2026-Q3', '2026-10-02'), createEntry('2026-09', '2026-09-30')]
  expect(stateLines(both, entries, '2026-09-30')).toEqual(['就业科 2026-09 on-time 0', '就业科 2026-Q3 late 2'])
  const working = createDuty({ every: 'month', due: { lastWorkingDayOf: 'month' } })
  expect(stateLines(working, [createEntry('2027-01', '2027-01-29')], '2027-01-31')).toEqual([
    '就业科 2027-01 unjudged 0',
  ])
})

test('an entry for a period that the clock has not, or for no duty, is found and not counted', () => {
  const duty = createDuty({ every: 'month' })
  const strange = [createEntry('2026-W40', '2026-09-29'), createEntry('十月', '2026-10-09')]
  const unknown = { ...createEntry('2026-09', '2026-09-30'), duty: 'D99' }
  const entries = [createEntry('2026-09', '2026-09-30'), ...strange, unknown]
  expect(listUnasked([duty], entries)).toEqual([...strange, unknown])
  expect(stateLines(duty, [...entries.slice(0, 2)], '2026-09-30')).toEqual(['就业科 2026-09 on-time 0'])
})
