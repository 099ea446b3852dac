import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { DATASETS } from '../../src/datasets/index.ts'
import { placesOf } from '../portal/list-texts.ts'

const { places, problems } = placesOf(readFileSync('data/places.csv', 'utf8'))

test('the city has eight districts and 40 subdistricts', () => {
  expect(problems).toEqual([])
  expect(
    places.listPlaces('district', '2026-10-31').map((place) => `${place.code} ${place.names.zh} ${place.names.en}`),
  ).toEqual([
    '990101 锦中区 Jinzhong District',
    '990102 栖云区 Qiyun District',
    '990104 梭桥区 Suoqiao District',
    '990105 锦朔区 Jinshuo District',
    '990106 经纶区 Jinglun District',
    '990108 霞浣区 Xiahuan District',
    '990109 素汀区 Suting District',
    '990110 绫湾区 Lingwan District',
  ])
  expect(places.listPlaces('subdistrict', '2026-10-31')).toHaveLength(40)
})

test('two districts became one on 1 January 2014, with their subdistricts', () => {
  const before = places.listPlaces('district', '2013-12-31')
  expect(before).toHaveLength(9)
  expect(before.filter((place) => place.successor === '990110').map((place) => place.names.zh)).toEqual([
    '绫东区',
    '绮湾区',
  ])
  expect(places.listPlaces('subdistrict', '2013-12-31')).toHaveLength(40)
  for (const place of places.all) {
    if (place.successor) expect(places.get(place.successor)?.from).toBe('2014-01-01')
  }
})

test('every place valid today has a name of its own', () => {
  const today = places.all.filter((place) => places.isValid(place, '2026-10-31'))
  for (const lang of ['zh', 'en'] as const) {
    expect(new Set(today.map((place) => place.names[lang])).size).toBe(today.length)
  }
})

test('the districts fill eight cells of a 3 × 3 grid', () => {
  const tiles = places.listPlaces('district', '2026-10-31').map((place) => place.tile)
  expect(new Set(tiles.map((tile) => `${tile?.column},${tile?.row}`)).size).toBe(8)
  for (const tile of tiles) for (const at of [tile?.column, tile?.row]) expect([0, 1, 2]).toContain(at)
})

test('events name datasets, places and periods that exist', () => {
  const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
  const event = z.strictObject({
    period: z.string().regex(/^\d{4}(-\d{2})?$/),
    datasets: z.array(z.enum(DATASETS.map((dataset) => dataset.id))).min(1),
    places: z.array(z.string().refine((code) => places.get(code) !== undefined)).optional(),
    kind: z.enum(['event', 'break']),
    label: words,
  })
  const events = z.array(event).parse(parse(readFileSync('content/events.yaml', 'utf8')))
  for (const { period, datasets } of events) {
    const frequencies = DATASETS.filter((dataset) => datasets.includes(dataset.id)).map((dataset) => dataset.frequency)
    // The ledger is one file that speaks of many years.
    const expected = period.length === 4 ? ['year', 'occasional'] : ['month']
    expect(frequencies.filter((frequency) => !expected.includes(frequency))).toEqual([])
  }
})
