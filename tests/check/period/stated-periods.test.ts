import { describe, expect, test } from 'vitest'
import type { Frequency } from '../../../src/calendar/period.ts'
import { checkText, contractOf, makeColumn } from '../small.ts'

describe('a file whose content belongs to another month', () => {
  const dated = contractOf(
    { month: makeColumn({ kind: 'month' }, '月份'), x: makeColumn({ kind: 'text' }, '甲') },
    { rules: [{ kind: 'is-period', column: 'month' }] },
  )
  const listRules = (text: string) => checkText(dated, text).problems.map(({ rule, found }) => `${rule} ${found}`)

  test('all rows are of September', () => {
    expect(listRules('月份,甲\n2026-09,a\n2026-09,b\n')).toContain('file-other-period 2026-09')
  })

  test('a row that breaks several rules of time counts once', () => {
    const spans = contractOf(
      { from: makeColumn({ kind: 'date' }, '起'), to: makeColumn({ kind: 'date' }, '止') },
      {
        rules: [
          { kind: 'not-after-period', columns: ['from'] },
          { kind: 'not-after-period', columns: ['to'] },
        ],
      },
    )
    const { problems } = checkText(spans, '起,止\n2026-11-01,2026-11-02\n2026-11-03,2026-11-04\n')
    const other = problems.find((problem) => problem.rule === 'file-other-period')
    expect(other?.params).toEqual({ count: 2, rows: 2, period: '2026-10' })
  })

  test('one row is', () => {
    expect(listRules('月份,甲\n2026-09,a\n2026-10,b\n2026-10,c\n')).toEqual(['is-period 2026-09'])
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
    const all = listRules(`${title},,\n月份,甲,\n2026-10,a,\n`)
    expect(all).toContain(`preamble-left-out ${title}`)
    expect(all.filter((candidate) => candidate.startsWith('title-'))).toEqual(expected)
  })
})

describe('what the title of a file of another kind of period says', () => {
  const report = (frequency: Frequency, period: string, title: string) => {
    const contract = contractOf(
      { x: makeColumn({ kind: 'text' }, '甲'), y: makeColumn({ kind: 'text' }, '乙') },
      { frequency },
    )
    const { problems } = checkText(contract, `${title},\n甲,乙\na,b\n`, period)
    return problems.filter((problem) => problem.rule === 'title-other-period').map((problem) => problem.found)
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
  ])('2025: %s', (title, found) => expect(report('year', '2025', title)).toEqual(found))

  test.each([
    ['2026年第二季度', ['2026-Q2']],
    ['2026年前三季度', []],
    ['截至2026年6月30日', ['2026-Q2']],
    ['2026Q2', ['2026-Q2']],
  ])('2026-Q3: %s', (title, found) => expect(report('quarter', '2026-Q3', title)).toEqual(found))

  test.each([
    ['2026年第39周周报', ['2026-W39']],
    ['2026年第40周（9月28日—10月4日）', []],
    ['2026年第39—40周', []],
    ['2026年第四十周', []],
    ['第39周情况', ['2026-W39']],
    ['2026-W39', ['2026-W39']],
    ['2026年9月21日—27日', ['2026-W39']],
    ['2026年9月28日—10月4日', []],
    ['截至2026年9月27日', ['2026-W39']],
    // A Wednesday closes no week: on it the table was made.
    ['2026年9月23日', []],
    ['2026年9月30日', []],
    ['2026年周边环境', []],
    ['2025年第53周', []],
  ])('2026-W40: %s', (title, found) => expect(report('week', '2026-W40', title)).toEqual(found))

  test.each([
    ['2026年9月下半月', ['2026-09-H2']],
    ['2026年10月上半月', []],
    ['10月下半月情况', ['2026-10-H2']],
    ['2026-09-H2', ['2026-09-H2']],
    ['2026年9月16日至30日', ['2026-09-H2']],
    ['2026年10月1日—15日', []],
    ['截至2026年9月30日', ['2026-09-H2']],
    ['2026年10月情况', []],
  ])('2026-10-H1: %s', (title, found) => expect(report('half-month', '2026-10-H1', title)).toEqual(found))

  test.each([
    ['2026年上半年', ['2026-H1']],
    ['2026年下半年', []],
    ['2026年1—6月', ['2026-H1']],
    ['2026年7月—12月', []],
    ['2026H1', ['2026-H1']],
    ['截至2026年6月30日', ['2026-H1']],
    ['2026年11—12月', []],
  ])('2026-H2: %s', (title, found) => expect(report('half-year', '2026-H2', title)).toEqual(found))
})

test('the title of a projection names the years of its rows, and not that of its file', () => {
  const columns = { year: makeColumn({ kind: 'year' }, '年份'), x: makeColumn({ kind: 'text' }, '甲') }
  const title = '2026—2040年预测,\n年份,甲\n2026,a\n'
  const report = (frequency: 'occasional' | 'year') =>
    checkText(contractOf(columns, { frequency, key: ['year'] }), title, '2025').problems.map((problem) => problem.rule)
  expect(report('occasional')).not.toContain('title-other-period')
  expect(report('year')).toContain('title-other-period')
})

test('a month without its year takes the year of the file, where the column names the file’s month', () => {
  const dated = contractOf(
    { month: makeColumn({ kind: 'month' }, '月份'), x: makeColumn({ kind: 'text' }, '甲') },
    { rules: [{ kind: 'is-period', column: 'month' }] },
  )
  const { rows, problems } = checkText(dated, '月份,甲\n10月,a\n本月,b\n10月份,c\n')
  expect(rows.map(({ values }) => values['month'])).toEqual(['2026-10', '2026-10', '2026-10'])
  expect(problems).toMatchObject([{ rule: 'month-by-period', level: 'note', params: { count: 3 } }])
  expect(checkText(dated, '月份,甲\n9月,a\n上半年,b\n').problems.map((problem) => problem.rule)).toEqual(
    expect.arrayContaining(['is-period', 'month-format']),
  )
})
