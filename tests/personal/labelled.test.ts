import { expect, test } from 'vitest'
import { measureScan } from '../../scripts/bench/measure-scan.ts'
import { makeLabelledStrings, toLabelledCsv } from './labelled/labelled-strings.ts'

const STRINGS = new URL('labelled/strings.csv', import.meta.url).pathname

test('the labelled strings are those written by hand and those made from the seed', async () => {
  await expect(toLabelledCsv(makeLabelledStrings())).toMatchFileSnapshot(STRINGS)
})

test('the scanner finds what they hold, in the half that was held out too', async () => {
  const { strings, halves } = await measureScan(STRINGS)
  expect(strings).toBeGreaterThanOrEqual(800)
  const positive = halves.tune.positive + halves.hold.positive
  expect(positive / strings).toBeGreaterThan(0.45)
  expect(positive / strings).toBeLessThan(0.55)
  for (const { found, missed, wrong } of Object.values(halves)) {
    expect(found / (found + missed)).toBeGreaterThan(0.97)
    expect(found / (found + wrong)).toBeGreaterThan(0.97)
  }
})
