import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Frequency } from '../../../src/calendar/period.ts'
import { WorkCalendar } from '../../../src/calendar/working-days.ts'
import { findMissingPeriods, findSameFiles } from '../../../src/check/period/check-periods.ts'
import { checkJumps } from '../../../src/check/period/jumps.ts'
import type { Contract } from '../../../src/contracts/contract.ts'
import type { Table } from '../../../src/contracts/table.ts'
import { describeProblem } from '../../../src/problems/describe-problem.ts'
import { holidaysOf } from '../../portal/list-texts.ts'
import { checkText, contractOf, makeColumn } from '../small.ts'

const { holidays } = holidaysOf(readFileSync('data/holidays.csv', 'utf8'))
const monthly = contractOf({ x: makeColumn({ kind: 'text' }, '甲') }, { dueDays: 10 })
const makeFile = (period: string, sha256 = period, digest: string | null = null) => ({
  path: `raw/small/${period}.csv`,
  period,
  sha256,
  digest,
})
const report = (contract: Contract, periods: string[], today = '') =>
  findMissingPeriods(contract, periods, { today, holidays }).map(({ rule, expected }) => `${rule} ${expected}`)

describe('periods', () => {
  test.each([
    ['none is missing', ['2025-11', '2025-12', '2026-01'], []],
    ['one is', ['2025-12', '2026-02'], ['period-missing 2026-01']],
    ['two, in no order', ['2026-03', '2025-12'], ['period-missing 2026-01', 'period-missing 2026-02']],
    ['a long gap is one finding', ['2020-01', '2026-01'], ['period-missing 2020-02 … 2025-12']],
  ])('%s', (_name, periods, expected) => expect(report(monthly, periods)).toEqual(expected))

  test('a year between years, and no gap where files come as they come', () => {
    expect(report({ ...monthly, frequency: 'year' }, ['2020', '2022'])).toEqual(['period-missing 2021'])
    expect(report({ ...monthly, frequency: 'occasional' }, ['2020', '2022'])).toEqual([])
  })

  test('a file is overdue on the day after its due day, and never without a rule', () => {
    expect(report(monthly, ['2026-08'], '2026-10-10')).toEqual([])
    expect(report(monthly, ['2026-08'], '2026-10-11')).toEqual(['period-overdue 2026-09'])
    const { dueDays: _, ...never } = monthly
    expect(report(never, ['2026-08'], '2026-12-31')).toEqual([])
  })

  test('a gap and lateness of weeks, half-months and half-years', () => {
    const makeContract = (frequency: Frequency) => ({ ...monthly, frequency, due: { daysAfterEnd: 3 } })
    expect(report(makeContract('week'), ['2025-W51', '2026-W02'], '2026-01-21')).toEqual([
      'period-missing 2025-W52',
      'period-missing 2026-W01',
    ])
    expect(report(makeContract('week'), ['2026-W02'], '2026-01-22')).toEqual(['period-overdue 2026-W03'])
    expect(report(makeContract('half-month'), ['2026-09-H1', '2026-10-H1'], '2026-10-31')).toEqual([
      'period-missing 2026-09-H2',
    ])
    expect(report(makeContract('half-year'), ['2025-H2'], '2026-07-04')).toEqual(['period-overdue 2026-H1'])
  })
})

describe('due by working days', () => {
  const { dueDays: _, ...rest } = monthly
  const due = { ...rest, due: { workingDaysAfterEnd: 5 } }

  test.each([
    ['on the due day, after the National Day holidays', '2026-08', '2026-10-13', []],
    ['a day later', '2026-08', '2026-10-14', ['period-overdue 2026-09']],
    // Its due day lies in 2027, of which nothing is known yet.
    ['December, before it ends', '2026-11', '2026-12-31', []],
    ['December, once others have data of 2027', '2026-11', '2027-03-31', ['period-due-unpublished 2026-12']],
    ['a year before the list', '2022-09', '2022-12-31', []],
    // The file of December 2022 is due on 9 January 2023.
    ['a year before the list, and one of it', '2022-10', '2023-01-31', ['period-overdue 2022-12']],
  ])('%s', (_name, last, today, expected) => expect(report(due, [last], today)).toEqual(expected))

  test('where there is no list, it is said once that nothing is judged', () => {
    const listRules = (today: string) =>
      findMissingPeriods(due, ['2026-08'], { today, holidays: new WorkCalendar([]) }).map(
        (missingPeriod) => missingPeriod.rule,
      )
    expect(listRules('2026-12-31')).toEqual(['holidays-missing'])
    // September has not ended: nothing could be late.
    expect(listRules('2026-09-30')).toEqual([])
  })

  test('nothing is required before the first period of a contract', () => {
    const from = { ...due, dueFrom: '2026-07' }
    expect(report(from, ['2026-04', '2026-08'], '2026-08-31')).toEqual(['period-missing 2026-07'])
    expect(report(from, ['2026-04'], '2026-08-20')).toEqual(['period-overdue 2026-07'])
  })

  test('the finding names the day and the rule', () => {
    const [late] = findMissingPeriods(due, ['2026-08'], { today: '2026-10-31', holidays })
    const words = late && describeProblem(late)
    expect(words?.remedy.zh).toContain('报送期限为2026-10-13（期末后5个工作日内），到2026-10-31仍未收到')
    expect(words?.remedy.en).toContain(
      'It was due on 2026-10-13 (within 5 working days after the period ends) and had not arrived by 2026-10-31',
    )
  })
})

describe('one file for two periods', () => {
  const checkTwins = (a: ReturnType<typeof makeFile>, b: ReturnType<typeof makeFile>) =>
    findSameFiles(monthly, [a, b]).map(({ rule, file: path, params }) => [rule, path, params['other']])

  test('the same bytes', () => {
    expect(checkTwins(makeFile('2026-09', 'x'), makeFile('2026-10', 'x'))).toEqual([
      ['file-same-bytes', 'raw/small/2026-10.csv', 'raw/small/2026-09.csv'],
    ])
  })

  test('the same rows in another order, headed with another month', () => {
    const contract = contractOf({ month: makeColumn({ kind: 'month' }, '月份'), x: makeColumn({ kind: 'text' }, '甲') })
    const composeCsv = (month: string, rows: string) =>
      `月份,甲\n${[...rows].map((row) => `${month},${row}`).join('\n')}\n`
    const digestFile = (month: string, rows: string) => checkText(contract, composeCsv(month, rows), month).digest
    expect(digestFile('2026-10', 'abcde')).toBe(digestFile('2026-09', 'edcba'))
    expect(digestFile('2026-10', 'abcde')).not.toBe(digestFile('2026-09', 'abcdd'))
    expect(digestFile('2026-10', 'abcd')).toBeNull()
    expect(checkTwins(makeFile('2026-09', 'x', 'same'), makeFile('2026-10', 'y', 'same'))[0]?.[0]).toBe(
      'file-same-rows',
    )
  })
})

describe('sudden jumps', () => {
  const contract = contractOf(
    { place: makeColumn({ kind: 'place' }, '地区', { privacy: 'dimension' }) },
    {
      tables: {
        flow: {
          title: { zh: '收', en: 'In' },
          kind: 'figures',
          dimensions: [{ column: 'place' }],
          measures: { in: { names: { zh: '受理', en: 'In' }, unit: '件', count: 'rows' } },
        },
      },
    },
  )
  const makeTable = (period: string, value: number | null): Table => ({
    dataset: 'small',
    table: 'flow',
    period,
    rows: [{ key: { place: '990101' }, text: {}, cells: { in: { value, status: 'final' } } }],
  })
  const listJumps = (figures: Record<string, number | null>) =>
    checkJumps(
      contract,
      Object.entries(figures).map(([period, value]) => makeTable(period, value)),
    ).map(({ rule, params }) => `${rule} ${params['period']} ${params['times']}${params['unit']}`)

  test.each([
    ['tenfold', { '2026-09': 40, '2026-10': 400 }, ['figure-jump 2026-10 10']],
    ['a tenth', { '2026-09': 400, '2026-10': 40 }, ['figure-jump 2026-10 10']],
    ['almost tenfold', { '2026-09': 41, '2026-10': 400 }, []],
    ['small numbers', { '2026-09': 5, '2026-10': 99 }, []],
    ['a season that was there a year ago too', { '2025-10': 390, '2026-09': 30, '2026-10': 400 }, []],
    ['none the year before', { '2025-10': 30, '2026-09': 30, '2026-10': 400 }, ['figure-jump 2026-10 13.3']],
    ['persons as ten thousands', { '2026-09': 41000, '2026-10': 4.1 }, ['figure-unit-slip 2026-10 10000万']],
    ['from nothing', { '2026-09': 0, '2026-10': 400 }, []],
    ['a withheld figure', { '2026-09': null, '2026-10': 400 }, []],
    ['months that do not adjoin', { '2026-07': 4, '2026-10': 400 }, []],
  ])('%s', (_name, figures, expected) => expect(listJumps(figures)).toEqual(expected))
})
