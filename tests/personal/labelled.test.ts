import { expect, test } from 'vitest'
import { measureScan } from '../../scripts/bench/measure-scan.ts'
import { makeLabelledStrings, toLabelledCsv } from './labelled/labelled-strings.ts'

const WRITTEN = new URL('labelled/written.csv', import.meta.url).pathname
const STRINGS = new URL('labelled/strings.csv', import.meta.url).pathname

test('the labelled strings are those written by hand and those made from the seed', async () => {
  await expect(toLabelledCsv(makeLabelledStrings())).toMatchFileSnapshot(STRINGS)
})

// Written before the scanner saw them, 851 strings were found with recall .872 and precision .977, 107 more with .745 and
// .927 (names behind words that no list had). What was missed led to rules for any word for a person. 319 more, of other forms
// (numbers in odd groups, accounts of further services, names in Pinyin), were found with .766 and 1.000 before their kinds were
// mended; 174 more (numbers as spreadsheets write them, mail without its sign, accounts of more services) with .717 and .986;
// 60 more (people as callers and case workers name them, sections of estates) with .758 and 1.000, then another 40 with .813 and 1.000. All but a few hold now.
test('the scanner finds what the strings hold, and little else', async () => {
  const { strings, positive, sets } = await measureScan([WRITTEN, STRINGS])
  expect(strings).toBeGreaterThanOrEqual(2550)
  expect(positive / strings).toBeGreaterThan(0.45)
  expect(positive / strings).toBeLessThan(0.55)
  expect(Object.keys(sets)).toEqual(['written', 'tune', 'hold'])
  for (const { found, missed, wrong } of Object.values(sets)) {
    expect(found / (found + missed)).toBeGreaterThanOrEqual(0.98)
    expect(found / (found + wrong)).toBeGreaterThanOrEqual(0.99)
  }
})
