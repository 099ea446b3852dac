import { describe, expect, test } from 'vitest'
import { findLeadingLabel, simplifyLabel, sumLabelOf } from '../../src/read/sum-label.ts'

const report = (text: string, own: string[] = []) => {
  const label = sumLabelOf(text, new Set(own.map(simplifyLabel)))
  return label && `${label.of} ${label.name}${label.isPlain ? '' : '?'}`.trim()
}

describe('labels of sums', () => {
  test.each([
    ['合 计', 'all'],
    ['合　计：', 'all'],
    ['合计（8区）', 'all'],
    ['合计(个)', 'all'],
    ['全市总计', 'all'],
    ['市合计', 'all'],
    ['總計', 'all'],
    ['共计', 'all'],
    ['总数', 'all ?'],
    ['累计', 'all ?'],
    ['Grand Total', 'all ?'],
    ['TOTAL:', 'all ?'],
    ['小计', 'group'],
    ['全区小计', 'group'],
    ['锦北区小计', 'group 锦北区'],
    ['锦北区合计', 'group 锦北区'],
    ['本页小计', 'page'],
    ['本页合计：', 'page'],
    ['其中', 'part'],
    ['其 中：公办', 'part 公办'],
    ['其中公办', 'part 公办?'],
  ])('%s', (text, expected) => expect(report(text)).toBe(expected))

  test.each([
    ...[
      '总计 Total',
      'Total 总计',
      '合计/Total',
      'Total/合计',
      '合计(Total)',
      'Total（合计）',
      '合计 Sum',
      '总计|TOTAL',
    ],
    ...['計', '计', '合計', '總計', '總 計 TOTAL', '全 国 Total', 'National Total 全国', '全市 Total', '全國 Total'],
    ...['【合计】', '（合计）', '〔总计〕', '「合计」', '《合计》', '[合计]', '*合计*', '——合计——', '#合计', '>合计'],
    ...[
      '一、合计',
      '1.合计',
      '（一）总计',
      '以上合计',
      '各区合计',
      '本期合计',
      '总合计',
      '合共',
      '总共',
      '求和',
      '∑',
      'Σ合计',
    ],
  ])('%s, in whatever language, order and brackets', (text) => expect(report(text)).toBe('all'))

  test.each([
    ['小计 Subtotal', 'group'],
    ['Sub-total 小计', 'group'],
    ['【小計】', 'group'],
    ['锦北区 Total', 'group 锦北区'],
    ['Sum', 'all ?'],
    ['Overall', 'all ?'],
    ['总和', 'all ?'],
    ['Of which: public', 'part public'],
  ])('%s', (text, expected) => expect(report(text)).toBe(expected))

  test.each([
    '会计',
    '公共服务',
    '总医院',
    '和平街道',
    'Total Population',
    'Total station',
    'Summit',
    '总人数',
    '某某计',
  ])('%s is a name', (text) => expect(report(text)).toBeNull())

  test.each(['审计', '本月累计', '常住人口总数', '合计收费的项目', '全市', '统计局', 'Totally', ''])(
    '%s is none',
    (text) => {
      expect(report(text)).toBeNull()
    },
  )

  test('a profile has its own', () => expect(report('全 市', ['全市'])).toBe('all'))

  test('the first word of a row is its label', () => {
    expect(findLeadingLabel(['', '12', '合计', '3'])?.of).toBe('all')
    expect(findLeadingLabel(['12', '甲院', '合计'])).toBeNull()
  })
})
