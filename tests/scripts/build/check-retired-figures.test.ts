import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkRetiredFigures, describeUnexplained } from '../../../scripts/build/check-retired-figures.ts'
import { Places } from '../../../src/codes/places.ts'
import type { Site } from '../../../src/compose/site.ts'
import { CITY } from '../../views/city.ts'

let folder: string
let before: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingge-frames-'))
  before = join(folder, 'before')
  await writeFrame('topics-cases-cases-hours', '<svg viewBox="0 0 1 1"></svg>')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function writeFrame(id: string, picture: string): Promise<void> {
  await mkdir(join(folder, 'embed', id), { recursive: true })
  await writeFile(join(folder, 'embed', id, 'index.html'), `<figure>${picture}</figure>`)
}

const GONE = { id: 'topics-cases-cases-radar', on: '2026-11-23', title: { zh: '雷达图', en: 'Radar chart' } }
const withRetired = (...retiredFigures: NonNullable<Site['settings']['retiredFigures']>): Site => ({
  ...CITY,
  settings: { ...CITY.settings, retiredFigures },
})

test('a figure that is gone is named until site.yaml explains it', async () => {
  expect(checkRetiredFigures(CITY, folder, before)).toEqual([])
  await writeFrame(GONE.id, '')
  expect(checkRetiredFigures(CITY, folder, before)).toEqual([GONE.id])
  expect(checkRetiredFigures(withRetired(GONE), folder, before)).toEqual([])
})

test('a figure of the site before, which no release gives by its new name, is named until site.yaml explains it', async () => {
  await mkdir(join(before, 'embed', GONE.id), { recursive: true })
  await mkdir(join(before, 'embed', 'topics-cases-cases-hours'))
  expect(checkRetiredFigures(CITY, folder, before)).toEqual([GONE.id])
  expect(checkRetiredFigures(withRetired(GONE), folder, before)).toEqual([])
})

test('figures of an abolished place explain themselves', async () => {
  await writeFrame('places-990102-cases-on-time', '')
  expect(checkRetiredFigures(CITY, folder, before)).toEqual(['places-990102-cases-on-time'])
  const all = CITY.places.all.map((place) => (place.code === '990102' ? { ...place, to: '2026-09-30' } : place))
  expect(checkRetiredFigures({ ...CITY, places: new Places(all) }, folder, before)).toEqual([])
})

test('a figure that is still drawn is not retired, and what took its place is drawn', () => {
  const drawn = { ...GONE, id: 'topics-cases-cases-hours' }
  expect(() => checkRetiredFigures(withRetired(drawn), folder, before)).toThrow(
    /topics-cases-cases-hours is still made/,
  )
  expect(() => checkRetiredFigures(withRetired({ ...GONE, to: 'topics-cases-none' }), folder, before)).toThrow(
    /leads to the figure topics-cases-none/,
  )
  expect(checkRetiredFigures(withRetired({ ...GONE, to: drawn.id }), folder, before)).toEqual([])
})

test('a site without figures has none that are gone', async () => {
  await rm(join(folder, 'embed'), { recursive: true })
  expect(checkRetiredFigures(CITY, folder, before)).toEqual([])
})

test('the build names five of them at most', () => {
  expect(describeUnexplained([])).toEqual({ zh: '', en: '' })
  expect(describeUnexplained(['a'])).toEqual({
    zh: '；有1张图不再制作，content/site.yaml的retiredFigures没有说明：a',
    en: '; 1 figure no longer made and not explained in retiredFigures of content/site.yaml: a',
  })
  expect(describeUnexplained(['a', 'b', 'c', 'd', 'e', 'f'])).toEqual({
    zh: '；有6张图不再制作，content/site.yaml的retiredFigures没有说明：a、b、c、d、e等',
    en: '; 6 figures no longer made and not explained in retiredFigures of content/site.yaml: a, b, c, d, e and others',
  })
})
