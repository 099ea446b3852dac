import { describe, expect, test } from 'vitest'
import { composeCasesSentence } from '../../src/subjects/cases/case-sentence.ts'
import { composeSatisfactionSentence } from '../../src/subjects/satisfaction/satisfaction-sentence.ts'
import { composeMonthLead } from '../../src/views/report-page.ts'
import { changeTable, withValue } from './changed.ts'
import { CITY, makeCity, PLACES } from './city.ts'
import { printSentence } from './printed-report.ts'

const city = PLACES.get('990100')
const qiyun = PLACES.get('990102')
if (!city || !qiyun) throw new Error('the small city has both places')

describe('cases in words', () => {
  test.each([
    ['the first month, with nothing before', '2026-04'],
    ['as many cases, a better rate', '2026-05'],
    ['more cases, the rate up for two months', '2026-06'],
    ['a month without a report', '2026-07'],
    ['the month after a gap', '2026-08'],
    ['fewer cases, a lower rate', '2026-09'],
    ['level, the rate down for two months', '2026-10'],
  ])('%s', async (_, month) => {
    const reported = `${printSentence(composeCasesSentence(CITY, city, month, 'zh'))}\n${printSentence(composeCasesSentence(CITY, city, month, 'en'))}\n`
    await expect(reported).toMatchFileSnapshot(`output/cases-${month}.txt`)
  })
})

describe('satisfaction in words', () => {
  test.each([
    ['the first month', '2026-04'],
    ['a difference within the interval', '2026-05'],
    ['clearly lower', '2026-07'],
    ['clearly higher', '2026-08'],
    ['a month without a report', '2026-09'],
    ['the month after a gap', '2026-10'],
  ])('%s', async (_, month) => {
    const reported = (['zh', 'en'] as const).map(
      (lang) => `${printSentence(composeSatisfactionSentence(CITY, '990100', month, lang))}\n`,
    )
    await expect(reported.join('')).toMatchFileSnapshot(`output/satisfaction-${month}.txt`)
  })
})

describe('without a rate, the reason is given', () => {
  test.each([
    ['not-reported', '2026年第二季度回访满意度数据未报。', 'Satisfaction for Q2 2026 has not been reported.'],
    ['not-applicable', '2026年第二季度回访没有收到有效评价。', 'No callback received a rating in Q2 2026.'],
    [
      'withheld',
      '2026年第二季度有效评价过少，为保护个人隐私，不公开满意率。',
      'Too few callbacks were rated in Q2 2026 to publish a rate without exposing people.',
    ],
  ] as const)('%s', (status, ...words) => {
    const site = changeTable(CITY, 'satisfaction/districts', (row) => ({
      ...row,
      cells: { ...row.cells, top2_rate: { value: null, status } },
    }))
    const said = (['zh', 'en'] as const).map((lang) =>
      printSentence(composeSatisfactionSentence(site, qiyun.code, '2026-Q2', lang)),
    )
    expect(said).toEqual(words)
  })
})

test('a rate without the bounds of its interval is stated without an interval, and compared with none', () => {
  const site = changeTable(CITY, 'satisfaction/ratings', (row) =>
    withValue(withValue(row, 'top2_low', null), 'top2_high', null),
  )
  expect(printSentence(composeSatisfactionSentence(site, '990100', '2026-10', 'zh'))).toBe(
    '回访收到有效评价⟦80人次⟧，其中满意和非常满意占⟦88%⟧。',
  )
  expect(printSentence(composeSatisfactionSentence(site, '990100', '2026-08', 'en'))).toBe(
    'Of ⟦160 callbacks⟧ with a rating, ⟦88%⟧ were satisfied or very satisfied.',
  )
})

test('a change too small for its decimal is not called none', () => {
  const countMany = (month: string) => (month === '2026-10' ? 100_001 : 100_000)
  const site = changeTable(CITY, 'cases/flow', (row) => withValue(row, 'accepted', countMany(row.period)))
  expect(printSentence(composeCasesSentence(site, city, '2026-10', 'zh'))).toContain('⟦100,001件⟧，与上月大致持平')
  expect(printSentence(composeCasesSentence(site, city, '2026-10', 'en'))).toContain(
    ', about as many as the month before.',
  )
  expect(printSentence(composeCasesSentence(site, city, '2026-09', 'zh'))).toContain('⟦100,000件⟧')
})

test('a portal without cases says nothing of them', () => {
  const site = makeCity(['satisfaction'])
  expect(printSentence(composeMonthLead(site, '2026-10').zh)).toBe(
    printSentence(composeSatisfactionSentence(site, '990100', '2026-10', 'zh')),
  )
  expect(composeMonthLead(makeCity(['population']), '2026-10').en).toEqual([])
})

test('every number in a sentence names the cell that it is', () => {
  const cells = composeCasesSentence(CITY, city, '2026-09', 'zh').flatMap((part) =>
    typeof part === 'string' ? [] : [[part.text, part.cell, part.role]],
  )
  expect(cells).toEqual([
    ['18件', 'cases/flow/2026-09?place=990100#accepted', 'now'],
    ['20件', undefined, 'reference'],
    ['18件', 'cases/flow/2026-09?place=990100#due', 'now'],
    ['15件', 'cases/flow/2026-09?place=990100#closed_on_time', 'now'],
    ['83.3%', 'cases/flow/2026-09?place=990100#on_time_rate', 'now'],
  ])
})
