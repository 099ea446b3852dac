import { describe, expect, test } from 'vitest'
import { WorkCalendar } from '../../src/calendar/working-days.ts'
import type { Contract } from '../../src/contracts/contract.ts'
import { formatDeliveries, parseDeliveries } from '../../src/deliveries/deliveries-csv.ts'
import { type Delivery, listDeliveries } from '../../src/deliveries/delivery.ts'
import type { Receipt } from '../../src/deliveries/receipt.ts'
import type { Release } from '../../src/store/published-tables.ts'
import { contractOf, makeColumn } from '../check/small.ts'

/** Due on the tenth day after its month. */
const contract: Contract = {
  ...contractOf({ n: makeColumn({ kind: 'integer' }, '件数') }),
  keeper: 'civil-affairs',
  due: { daysAfterEnd: 10 },
  dueDays: undefined,
  dueFrom: '2026-05',
}
const holidays = new WorkCalendar([{ date: '2026-01-01', kind: 'rest', name: '元旦' }])

/** `2026-06-30 2026-05 a refused number-format` → a receipt. */
function receiptOf(line: string): Receipt {
  const [day = '', period = '', bytes = '', verdict, rule] = line.split(' ')
  return {
    path: `raw/small/${period}.csv`,
    dataset: 'small',
    period,
    sha256: bytes.repeat(64),
    day,
    verdict: verdict === 'refused' ? 'refused' : 'accepted',
    errors: verdict === 'refused' && rule ? { [rule]: 3 } : {},
    repairs: verdict !== 'refused' && rule ? { [rule]: 12 } : {},
  }
}

/** `2026-07-20 2026-05.1 2026-06.1` → a release of these periods and revisions. */
function releaseOf(line: string, index: number): Release {
  const [date = '', ...files] = line.split(' ')
  return {
    release: index + 1,
    date,
    note: { zh: '', en: '' },
    repairs: [],
    previous: null,
    files: files.map((name) => {
      const [period = '', revision] = name.split('.')
      const path = `small/t/${name}.csv`
      const rest = { sha256: '', bytes: 0, rows: 0, sources: [] }
      return { path, dataset: 'small', table: 't', period, revision: Number(revision), ...rest }
    }),
  }
}

function list(
  receipts: string[],
  today: string,
  { releases = [], ...more }: Partial<Contract> & { releases?: string[] } = {},
): Delivery[] {
  return listDeliveries({
    contracts: [{ ...contract, ...more }],
    holidays,
    receipts: receipts.map(receiptOf),
    releases: releases.map(releaseOf),
    today,
  })
}

/** `2026-05 late 3`, the days where there are any. */
const statesOf = (deliveries: Delivery[]) =>
  deliveries.map(({ period, state, daysLate }) => `${period} ${state}${daysLate > 0 ? ` ${daysLate}` : ''}`)

describe('the state of a file', () => {
  test.each([
    [
      'in time on its due day, late a day after',
      ['2026-06-10 2026-05 a', '2026-07-11 2026-06 b'],
      '2026-07-20',
      ['2026-05 on-time', '2026-06 late 1', '2026-07 not-due'],
    ],
    [
      'not reported from the day after its due day on',
      ['2026-06-10 2026-05 a'],
      '2026-07-11',
      ['2026-05 on-time', '2026-06 not-reported 1', '2026-07 not-due'],
    ],
    [
      'not yet due on that day itself',
      ['2026-06-10 2026-05 a'],
      '2026-07-10',
      ['2026-05 on-time', '2026-06 not-due', '2026-07 not-due'],
    ],
    [
      'there when the record began: nobody knows since when',
      ['2026-07-20 2026-05 a', '2026-07-20 2026-06 b'],
      '2026-07-20',
      ['2026-05 before-record', '2026-06 before-record', '2026-07 not-due'],
    ],
    [
      'not there when the record began, and sent in since',
      ['2026-07-20 2026-06 b', '2026-07-25 2026-05 a'],
      '2026-07-31',
      ['2026-05 late 45', '2026-06 before-record', '2026-07 not-due'],
    ],
    [
      'refused and not mended',
      ['2026-06-09 2026-05 a refused number-format'],
      '2026-06-30',
      ['2026-05 refused', '2026-06 not-due'],
    ],
    [
      'refused in time and mended: the file came in time',
      ['2026-06-09 2026-05 a refused number-format', '2026-06-12 2026-05 b'],
      '2026-06-30',
      ['2026-05 on-time', '2026-06 not-due'],
    ],
  ])('%s', (_, receipts, today, expected) => expect(statesOf(list(receipts, today))).toEqual(expected))

  test('a due day that nobody can tell is not judged', () => {
    const rule = { due: { workingDaysAfterEnd: 5 }, dueFrom: '2026-12' }
    expect(list(['2027-01-20 2026-12 a'], '2027-01-25', rule)[0]).toMatchObject({
      state: 'unjudged',
      due: { unpublished: 2027 },
    })
  })

  test('without a rule, files that came are listed and none is required', () => {
    expect(statesOf(list(['2026-07-20 2026-05 a'], '2026-12-31', { due: undefined }))).toEqual(['2026-05 no-date'])
  })

  test('nothing is required before the first period that came, nor before the first that is required', () => {
    expect(statesOf(list(['2026-08-05 2026-07 a'], '2026-08-20'))).toEqual(['2026-07 on-time', '2026-08 not-due'])
    expect(
      list(['2026-05-05 2026-04 a', '2026-06-05 2026-05 b'], '2026-06-20').map(({ period, due }) => [period, due]),
    ).toEqual([
      ['2026-04', null],
      ['2026-05', { day: '2026-06-10' }],
      ['2026-06', { day: '2026-07-10' }],
    ])
  })

  test('of a dataset without any file nothing is required', () => expect(list([], '2026-12-31')).toEqual([]))

  test('what was published before a record was kept is known as published', () => {
    expect(list([], '2026-06-30', { releases: ['2026-06-22 2026-05.1'] })[0]).toMatchObject({
      state: 'before-record',
      received: null,
      released: '2026-06-22',
    })
  })
})

test('what became of a file: refusals by rule and file, repairs, release and corrections', () => {
  const receipts = [
    '2026-06-08 2026-05 a refused number-format',
    // The same bytes, refused again for another rule too: one file.
    '2026-06-09 2026-05 a refused value-unlisted',
    '2026-06-10 2026-05 b refused number-format',
    '2026-06-12 2026-05 c accepted text-width',
    '2026-07-25 2026-05 d accepted digits-width',
  ]
  const releases = ['2026-06-22 2026-05.1', '2026-07-20 2026-06.1', '2026-07-28 2026-05.2']
  expect(list(receipts, '2026-07-31', { releases })[0]).toEqual({
    dataset: 'small',
    department: 'civil-affairs',
    period: '2026-05',
    due: { day: '2026-06-10' },
    state: 'on-time',
    received: '2026-06-08',
    refusals: 2,
    errors: { 'number-format': 2, 'value-unlisted': 1 },
    accepted: '2026-06-12',
    repairs: ['digits-width'],
    released: '2026-06-22',
    release: 1,
    daysLate: 0,
    corrections: 1,
    corrected: '2026-07-28',
    withdrawals: 0,
    withdrawn: null,
    tables: 1,
  })
})

test('what was taken out is counted, and how many tables are left; entries that lapsed are no withdrawal', () => {
  const releases = ['2026-06-22 2026-05.1', '2026-07-20 2026-06.1 2026-05.2', '2026-07-21', '2026-07-22'].map(releaseOf)
  const take = (...names: string[]) => names.map((name) => ({ path: `small/t/${name}.csv`, sha256: '' }))
  const listRows = (...withdrawn: Release['withdrawn'][]) =>
    listDeliveries({
      contracts: [contract],
      holidays,
      receipts: [],
      releases: releases.map((release, index) => ({ ...release, withdrawn: withdrawn[index - 2] })),
      today: '2026-07-31',
    }).map(({ period, corrections, withdrawals, withdrawn: day, tables }) => [
      period,
      corrections,
      withdrawals,
      day,
      tables,
    ])
  expect(listRows(take('2026-05.1'), take('2026-06.1'))).toEqual([
    ['2026-05', 1, 1, '2026-07-21', 1],
    ['2026-06', 0, 1, '2026-07-22', 0],
    ['2026-07', 0, 0, null, 0],
  ])
  expect(listRows(take('2026-05.1').map((gone) => ({ ...gone, lapsed: true as const })))[0]).toEqual([
    '2026-05',
    1,
    0,
    null,
    1,
  ])
})

test('a table of before withdrawals were counted is read', () => {
  const text =
    'dataset,department,period,due,due_unknown,state,received,refusals,errors,accepted,repairs,released,release,days_late,corrections,corrected\nsmall,,2026-05,,,no-date,2026-06-09,0,,2026-06-09,,2026-06-22,1,0,0,\n'
  expect(parseDeliveries(text)).toMatchObject([{ release: 1, withdrawals: 0, withdrawn: null, tables: 1 }])
})

test('the published text is read back as it was', () => {
  const deliveries = [
    ...list(['2026-06-09 2026-05 a refused number-format', '2026-06-12 2026-05 c accepted text-width'], '2026-08-11'),
    ...list(['2027-01-20 2026-12 a'], '2027-01-25', { due: { workingDaysAfterEnd: 5 }, dueFrom: '2026-12' }),
    ...list(['2025-01-20 2024-12 a'], '2025-01-20', { due: { workingDaysAfterEnd: 5 }, dueFrom: '2024-12' }),
    ...list(['2026-06-09 2026-05 a'], '2026-08-11', { due: undefined, keeper: { zh: '甲', en: 'A' } }),
  ]
  const text = formatDeliveries(deliveries)
  expect(text).toMatchInlineSnapshot(`
    "dataset,department,period,due,due_unknown,state,received,refusals,errors,accepted,repairs,released,release,days_late,corrections,corrected,withdrawals,withdrawn,tables
    small,civil-affairs,2026-05,2026-06-10,,on-time,2026-06-09,1,number-format:1,2026-06-12,text-width,,,0,0,,0,,0
    small,civil-affairs,2026-06,2026-07-10,,not-reported,,0,,,,,,32,0,,0,,0
    small,civil-affairs,2026-07,2026-08-10,,not-reported,,0,,,,,,1,0,,0,,0
    small,civil-affairs,2026-08,2026-09-10,,not-due,,0,,,,,,0,0,,0,,0
    small,civil-affairs,2026-12,,holidays-unpublished:2027,unjudged,2027-01-20,0,,2027-01-20,,,,0,0,,0,,0
    small,civil-affairs,2027-01,,holidays-unpublished:2027,unjudged,,0,,,,,,0,0,,0,,0
    small,civil-affairs,2024-12,,holidays-not-listed:2025,unjudged,2025-01-20,0,,2025-01-20,,,,0,0,,0,,0
    small,civil-affairs,2025-01,,holidays-not-listed:2025,unjudged,,0,,,,,,0,0,,0,,0
    small,,2026-05,,,no-date,2026-06-09,0,,2026-06-09,,,,0,0,,0,,0
    "
  `)
  expect(parseDeliveries(text)).toEqual(deliveries)
  expect(() => parseDeliveries(text.replace('period', 'month'))).toThrow('deliveries: header')
  expect(() => parseDeliveries(text.replace('on-time', 'soon'))).toThrow('deliveries: line 2: state soon')
})
