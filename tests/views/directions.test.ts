import { describe, expect, test } from 'vitest'
import { toPlainText } from '../../src/compose/rich.ts'
import { contract as contractSchema } from '../../src/contracts/contract.ts'
import { buildPlaceReport } from '../../src/views/place-page.ts'
import { cityOfTrees, sayOfTrees, TREES } from './trees.ts'

describe('a direction that is better or worse', () => {
  type Better = 'higher' | 'lower' | 'neither'
  const withBetter = (measure: string, better: Better) =>
    contractSchema.parse({ ...TREES, presentation: { headline: [{ table: 'trees', measure, better }] } })
  /** Watered share from 25 % of 80 to so many of 80. */
  const shareOf = (hits: number, better: Better) =>
    cityOfTrees(
      {
        '2026-Q2': [
          [10, 40],
          [10, 40],
        ],
        '2026-Q3': [
          [hits, 40],
          [hits, 40],
        ],
      },
      withBetter('watered_rate', better),
    )
  /** Trees of the city from one number to another. */
  const countOf = (before: number, now: number, better: Better) =>
    cityOfTrees(
      {
        '2026-Q2': [
          [0, before],
          [0, 0],
        ],
        '2026-Q3': [
          [0, now],
          [0, 0],
        ],
      },
      withBetter('trees', better),
    )

  test.each([
    [
      'a rate beyond its intervals',
      shareOf(37, 'higher'),
      '，比上季度高67.5个百分点，有所改善。',
      '67.5 points above the quarter before, an improvement.',
    ],
    [
      'the same where lower is better',
      shareOf(37, 'lower'),
      '，比上季度高67.5个百分点，有所转差。',
      '67.5 points above the quarter before, a deterioration.',
    ],
    [
      'the same where neither is',
      shareOf(37, 'neither'),
      '，比上季度高67.5个百分点。',
      '67.5 points above the quarter before.',
    ],
    [
      'a rate within its intervals',
      shareOf(12, 'higher'),
      '，与上季度没有明显差别。',
      'not clearly different from the quarter before.',
    ],
    [
      'a count that fell far',
      countOf(800, 600, 'lower'),
      '，比上季度减少25.0%，有所改善。',
      'down 25.0% on the quarter before, an improvement.',
    ],
    [
      'a count that rose where less is better',
      countOf(600, 800, 'lower'),
      '，比上季度增加33.3%，有所转差。',
      'up 33.3% on the quarter before, a deterioration.',
    ],
    [
      'a count that moved within chance',
      countOf(400, 410, 'higher'),
      '，比上季度增加2.5%。',
      'up 2.5% on the quarter before.',
    ],
    ['a small count', countOf(20, 60, 'higher'), '，比上季度增加40株。', 'up 40 on the quarter before.'],
  ])('%s', (_, site, zh, en) => {
    expect(sayOfTrees(site, 'zh')).toContain(zh)
    expect(sayOfTrees(site, 'en')).toContain(en)
  })

  test('a place beside its city, beyond chance', () => {
    const quarter: Parameters<typeof cityOfTrees>[0] = {
      '2026-Q3': [
        [390, 400],
        [100, 400],
      ],
    }
    const readSaid = (better: Better, code: string, lang: 'zh' | 'en') => {
      const site = cityOfTrees(quarter, withBetter('watered_rate', better))
      return toPlainText(buildPlaceReport(site, code).lead[lang])
    }
    expect(readSaid('higher', '990101', 'zh')).toContain('，明显高于全市（61.3%），情况较好。')
    expect(readSaid('higher', '990102', 'en')).toContain('clearly below the city as a whole (61.3%), which is worse.')
    expect(readSaid('neither', '990102', 'en')).toContain('clearly below the city as a whole (61.3%).')
  })
})
