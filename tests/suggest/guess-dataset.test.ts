import { describe, expect, test } from 'vitest'
import { answerOf, shareOf } from '../../src/check/header/answer.ts'
import { read } from '../../src/read/index.ts'
import { guessDatasets, scoreOf } from '../../src/suggest/guess-dataset.ts'
import { suggest } from '../../src/suggest/index.ts'
import { contractOf, makeColumn, PLACES } from '../check/small.ts'

const columns = {
  place: makeColumn({ kind: 'place' }, '地区', { privacy: 'dimension' }),
  year: makeColumn({ kind: 'year' }, '年份'),
  persons: makeColumn({ kind: 'integer' }, '人口', { privacy: 'count', unit: '人' }),
}
const counted = contractOf(columns, { id: 'counted', title: { zh: '普查人口', en: 'Census' }, frequency: 'year' })
const forecast = contractOf(columns, { id: 'forecast', title: { zh: '人口预测', en: 'Projection' }, frequency: 'year' })
const contracts = [counted, forecast]
const encodeText = (text: string) => new TextEncoder().encode(text)
const sheetsOf = (text: string) => read(encodeText(text), 'x.csv').sheets

describe('how a header answers to a contract', () => {
  test.each([
    ['地区,年份,人口', 3, 0, 0, 1],
    ['地区,年份', 2, 1, 0, 2 / 3],
    ['地区,年份,人口,面积', 3, 0, 1, 3 / 4],
    ['甲,乙', 0, 3, 2, 0],
  ])('%s', (header, matched, missing, unknown, share) => {
    const [sheet] = sheetsOf(`${header}\n${header.replace(/[^,]+/g, '1')}\n`)
    if (!sheet) throw new Error('no sheet')
    const answer = answerOf(counted, sheet)
    expect(answer).toEqual({ matched, missing, unknown })
    expect(shareOf(answer)).toBe(share)
  })

  test('a guess counts half', () => {
    expect(shareOf({ matched: 2, missing: 1, unknown: 0 }, 1)).toBe(2.5 / 4)
  })

  test('fewer than two columns in common, or less than two in five, is not a dataset', () => {
    expect(scoreOf(counted, sheetsOf('人口\n1\n'))).toBe(0)
    expect(scoreOf(counted, sheetsOf('地区,年份,a,b,c\n锦北区,2012,1,1,1\n'))).toBe(0)
    expect(scoreOf(counted, sheetsOf('地区,年份,a\n锦北区,2012,1\n'))).toBe(0.5)
  })
})

describe('two datasets of the same columns', () => {
  const text = '地区,年份,人口\n锦北区,2012,1\n'
  test.each([
    ['x.csv', ['counted', 'forecast'], 'counted'],
    ['2012年人口预测.csv', ['forecast'], 'forecast'],
    ['2012年普查人口.csv', ['counted'], 'counted'],
  ])('%s: the draft is for one that the page would take', (file, guessed, drafted) => {
    expect(guessDatasets(contracts, sheetsOf(text), file)).toEqual(guessed)
    expect(suggest(encodeText(text), file, { contracts, places: PLACES })?.contract.id).toBe(drafted)
  })
})

test('the draft is tried in the period that its rows tell, where no name and no title tells it', () => {
  const monthly = contractOf(
    { ...columns, year: makeColumn({ kind: 'month' }, '月份') },
    { rules: [{ kind: 'is-period', column: 'year' }] },
  )
  const draft = suggest(encodeText('地区,月份,人口\n锦北区,2026-09,1\n'), 'x.csv', {
    contracts: [monthly],
    places: PLACES,
  })
  expect(draft?.trial).toMatchObject({ period: '2026-09', rowsUsed: 1, problems: 0 })
})
