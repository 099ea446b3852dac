import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { randomOf } from '../../scripts/demo/random.ts'
import { DATASETS } from '../../src/datasets/index.ts'
import { placesOf } from '../portal/list-texts.ts'
import { compareLines } from './compare-lines.ts'
import { EVERY_KIND, PLACES_OF_EVERY_KIND, writeEveryKind } from './every-kind.ts'
import { fuzzLines } from './mutated-files.ts'

const { places } = placesOf(readFileSync('data/places.csv', 'utf8'))

describe('what is accepted from bytes is what the checker makes of the file', () => {
  test('every file of cases and of permits is accepted', async () => {
    for (const id of ['cases', 'permits', 'permit-applications']) {
      const contract = DATASETS.find((dataset) => dataset.id === id)
      if (!contract) throw new Error(`no dataset ${id}`)
      const { isAccepted } = await compareLines(contract, readFileSync(`data/raw/${id}/2026-09.csv`), {
        places,
        period: '2026-09',
      })
      expect({ id, isAccepted }).toEqual({ id, isAccepted: true })
    }
  })

  test('a file with every kind of column is accepted, with its repairs', async () => {
    const bytes = new TextEncoder().encode(writeEveryKind(randomOf(1, 'every kind'), 3_000))
    const compared = await compareLines(EVERY_KIND, bytes, { places: PLACES_OF_EVERY_KIND, period: '2026-10' })
    expect(compared).toMatchObject({ isAccepted: true, difference: null })
  })

  test.each([
    ['keys that differ in case alone', 'n-100007'],
    ['a key that is the period of the file', '2026-10'],
    ['a key that was there before', 'N-100007'],
  ])('%s', async (_, key) => {
    const text = writeEveryKind(randomOf(2, 'keys'), 60).replace('N-100014', key)
    const bytes = new TextEncoder().encode(text)
    expect(
      (await compareLines(EVERY_KIND, bytes, { places: PLACES_OF_EVERY_KIND, period: '2026-10' })).difference,
    ).toBeNull()
  })

  test('mutated rows', async () => {
    const { differences, accepted, files, doubted } = await fuzzLines(ROWS, 2026)
    expect(differences).toEqual([])
    // A run in which all went to the checker as a whole would compare nothing.
    expect(accepted / files).toBeGreaterThan(0.1)
    expect(doubted).toBeGreaterThan(ROWS / 100)
  })
})

/** `npm run bench -- --only fuzz` changes a million. */
const ROWS = 4_000
