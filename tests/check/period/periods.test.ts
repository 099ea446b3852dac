import { describe, expect, test } from 'vitest'
import { dataDayOf } from '../../../src/calendar/period.ts'
import { checkJumps } from '../../../src/check/period/jumps.ts'
import { missingPeriods, sameFiles } from '../../../src/check/period/periods.ts'
import type { Contract } from '../../../src/contracts/contract.ts'
import type { Table } from '../../../src/contracts/table.ts'
import { checkText, column, contractOf } from '../small.ts'

const monthly = contractOf({ x: column({ kind: 'text' }, '甲') }, { dueDays: 10 })
const file = (period: string, sha256 = period, digest: string | null = null) => ({
  path: `raw/small/${period}.csv`,
  period,
  sha256,
  digest,
})
const told = (contract: Contract, periods: string[], dataDay = dataDayOf(periods)) =>
  missingPeriods(contract, periods, dataDay).map(({ rule, expected }) => `${rule} ${expected}`)

describe('periods', () => {
  test.each([
    ['none is missing', ['2025-11', '2025-12', '2026-01'], []],
    ['one is', ['2025-12', '2026-02'], ['period-missing 2026-01']],
    ['two, in no order', ['2026-03', '2025-12'], ['period-missing 2026-01', 'period-missing 2026-02']],
    ['a long gap is one finding', ['2020-01', '2026-01'], ['period-missing 2020-02 … 2025-12']],
  ])('%s', (_name, periods, expected) => expect(told(monthly, periods)).toEqual(expected))

  test('a year between years, and no gap where files come as they come', () => {
    expect(told({ ...monthly, frequency: 'year' }, ['2020', '2022'])).toEqual(['period-missing 2021'])
    expect(told({ ...monthly, frequency: 'occasional' }, ['2020', '2022'])).toEqual([])
  })

  test('a file is owed by the day that the contract says, as far as the data of others go', () => {
    expect(told(monthly, ['2026-08'], '2026-10-10')).toEqual([])
    expect(told(monthly, ['2026-08'], '2026-10-11')).toEqual(['period-overdue 2026-09'])
    const { dueDays: _, ...never } = monthly
    expect(told(never, ['2026-08'], '2026-12-31')).toEqual([])
  })
})

describe('one file for two periods', () => {
  const twins = (a: ReturnType<typeof file>, b: ReturnType<typeof file>) =>
    sameFiles(monthly, [a, b]).map(({ rule, file: path, params }) => [rule, path, params['other']])

  test('the same bytes', () => {
    expect(twins(file('2026-09', 'x'), file('2026-10', 'x'))).toEqual([
      ['file-same-bytes', 'raw/small/2026-10.csv', 'raw/small/2026-09.csv'],
    ])
  })

  test('the same rows in another order, headed with another month', () => {
    const contract = contractOf({ month: column({ kind: 'month' }, '月份'), x: column({ kind: 'text' }, '甲') })
    const text = (month: string, rows: string) => `月份,甲\n${[...rows].map((row) => `${month},${row}`).join('\n')}\n`
    const digest = (month: string, rows: string) => checkText(contract, text(month, rows), month).digest
    expect(digest('2026-10', 'abcde')).toBe(digest('2026-09', 'edcba'))
    expect(digest('2026-10', 'abcde')).not.toBe(digest('2026-09', 'abcdd'))
    expect(digest('2026-10', 'abcd')).toBeNull()
    expect(twins(file('2026-09', 'x', 'same'), file('2026-10', 'y', 'same'))[0]?.[0]).toBe('file-same-rows')
  })
})

describe('a file whose content belongs to another month', () => {
  const dated = contractOf(
    { month: column({ kind: 'month' }, '月份'), x: column({ kind: 'text' }, '甲') },
    { rules: [{ kind: 'is-period', column: 'month' }] },
  )
  const rules = (text: string) => checkText(dated, text).problems.map(({ rule, found }) => `${rule} ${found}`)

  test('all rows are of September', () => {
    expect(rules('月份,甲\n2026-09,a\n2026-09,b\n')).toContain('file-other-period 2026-09')
  })

  test('a row that breaks several rules of time counts once', () => {
    const spans = contractOf(
      { from: column({ kind: 'date' }, '起'), to: column({ kind: 'date' }, '止') },
      {
        rules: [
          { kind: 'not-after-period', columns: ['from'] },
          { kind: 'not-after-period', columns: ['to'] },
        ],
      },
    )
    const { problems } = checkText(spans, '起,止\n2026-11-01,2026-11-02\n2026-11-03,2026-11-04\n')
    const other = problems.find((one) => one.rule === 'file-other-period')
    expect(other?.params).toEqual({ count: 2, rows: 2, period: '2026-10' })
  })

  test('one row is', () => {
    expect(rules('月份,甲\n2026-09,a\n2026-10,b\n2026-10,c\n')).toEqual(['is-period 2026-09'])
  })

  test.each([
    ['2026年9月情况表', ['title-other-period 2026-09']],
    ['2026年10月情况表', []],
    ['2026年1—10月情况表', []],
    ['填表日期：2026年11月3日', []],
    ['情况表', []],
    ['截至2026年9月30日有效许可证', ['title-other-period 2026-09']],
    ['截至2026年10月31日有效许可证', []],
    ['2026年9月1日至30日', ['title-other-period 2026-09']],
    ['2026年9月1日—10月31日', []],
    ['2026-09情况', ['title-other-period 2026-09']],
    ['202609期', ['title-other-period 2026-09']],
    ['2026.9月情况', ['title-other-period 2026-09']],
    ['二〇二六年九月情况', ['title-other-period 2026-09']],
    ['二○二六年十月情况', []],
    ['表2 2026年9月情况', ['title-other-period 2026-09']],
    ['2026年 9 月情况', ['title-other-period 2026-09']],
    ['9月份情况', ['title-other-period 2026-09']],
    ['1—10月情况', []],
    // The day on which it was made.
    ['2026年11月5日', []],
    ['2026年11月30日', []],
    ['《关于2026年9月考核的通知》附表', []],
    ['云发〔2024〕12号附表', []],
    ['2026-09号文件附表', []],
    // What is spoken of is not what the table is of.
    ['自2025年9月起改用新口径', []],
    ['2026年9月30日第9次修订', []],
    ['根据2026年9月30日会议要求', []],
    // The first moment of a day closes the day before.
    ['截至2026年11月1日0时', []],
    ['截至2026年10月1日零时', ['title-other-period 2026-09']],
    // The number of a hotline is no day.
    ['2026年10月12345热线（与2026年9月比较）', []],
    ['2026年9月12345热线', ['title-other-period 2026-09']],
  ])('the title says %s', (title, expected) => {
    const all = rules(`${title},,\n月份,甲,\n2026-10,a,\n`)
    expect(all).toContain(`preamble-left-out ${title}`)
    expect(all.filter((one) => one.startsWith('title-'))).toEqual(expected)
  })
})

describe('what the title of a year or a quarter says', () => {
  const told = (frequency: 'year' | 'quarter', period: string, title: string) => {
    const contract = contractOf({ x: column({ kind: 'text' }, '甲'), y: column({ kind: 'text' }, '乙') }, { frequency })
    const { problems } = checkText(contract, `${title},\n甲,乙\na,b\n`, period)
    return problems.filter((one) => one.rule === 'title-other-period').map((one) => one.found)
  }
  test.each([
    ['截至2024年12月31日设施', ['2024']],
    ['2024年底设施', ['2024']],
    ['2024年12月设施', ['2024']],
    ['二〇二四年设施', ['2024']],
    ['2024设施', ['2024']],
    ['2025年末设施', []],
    ['截至2025年12月31日设施', []],
    ['2026年1月20日', []],
    ['2024年与2025年对比', []],
    ['截至2026年1月1日0时', []],
    ['截至2026年1月1日', ['2026']],
    ['2024年版分类', []],
    ['2025年12345热线（2024年为对比）', []],
    ['依据《2024年养老机构管理办法》编制', []],
  ])('2025: %s', (title, found) => expect(told('year', '2025', title)).toEqual(found))

  test.each([
    ['2026年第二季度', ['2026-Q2']],
    ['2026年前三季度', []],
    ['截至2026年6月30日', ['2026-Q2']],
    ['2026Q2', ['2026-Q2']],
  ])('2026-Q3: %s', (title, found) => expect(told('quarter', '2026-Q3', title)).toEqual(found))
})

test('the title of a projection names the years of its rows, and not that of its file', () => {
  const columns = { year: column({ kind: 'year' }, '年份'), x: column({ kind: 'text' }, '甲') }
  const title = '2026—2040年预测,\n年份,甲\n2026,a\n'
  const told = (frequency: 'occasional' | 'year') =>
    checkText(contractOf(columns, { frequency, key: ['year'] }), title, '2025').problems.map((one) => one.rule)
  expect(told('occasional')).not.toContain('title-other-period')
  expect(told('year')).toContain('title-other-period')
})

test('a month without its year takes the year of the file, where the column names the file’s month', () => {
  const dated = contractOf(
    { month: column({ kind: 'month' }, '月份'), x: column({ kind: 'text' }, '甲') },
    { rules: [{ kind: 'is-period', column: 'month' }] },
  )
  const { rows, problems } = checkText(dated, '月份,甲\n10月,a\n本月,b\n10月份,c\n')
  expect(rows.map(({ values }) => values['month'])).toEqual(['2026-10', '2026-10', '2026-10'])
  expect(problems).toMatchObject([{ rule: 'month-by-period', level: 'note', params: { count: 3 } }])
  expect(checkText(dated, '月份,甲\n9月,a\n上半年,b\n').problems.map((one) => one.rule)).toEqual(
    expect.arrayContaining(['is-period', 'month-format']),
  )
})

describe('sudden jumps', () => {
  const contract = contractOf(
    { place: column({ kind: 'place' }, '地区', { privacy: 'dimension' }) },
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
  const table = (period: string, value: number | null): Table => ({
    dataset: 'small',
    table: 'flow',
    period,
    rows: [{ key: { place: '990101' }, text: {}, cells: { in: { value, status: 'final' } } }],
  })
  const jumps = (figures: Record<string, number | null>) =>
    checkJumps(
      contract,
      Object.entries(figures).map(([period, value]) => table(period, value)),
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
  ])('%s', (_name, figures, expected) => expect(jumps(figures)).toEqual(expected))
})
