import { beforeAll, describe, expect, inject, test } from 'vitest'
import { SCHEMES } from '../../scripts/conform/look.ts'
import { tourOf } from '../../scripts/conform/tour.ts'
import type { Tab } from '../../scripts/test/reader.ts'
import { FLOOR } from './old-engine.ts'
import { openFileReader } from './page-reader.ts'
import { halfOf } from './sights.ts'

/** The same site in the oldest engine that is fully supported, and in the present engine. */
const site = inject('site')
const engine = inject('oldEngine')

// The setup prints the reason, and so does each test that is skipped.
const reported = 'lacks' in engine ? `: ${engine.lacks}` : ''
describe.skipIf('lacks' in engine)(`as in the present engine, so in Chromium ${FLOOR}${reported}`, () => {
  const present = openFileReader(site)
  const old = openFileReader(site, '/', 'path' in engine ? engine.path : undefined)
  let tabs: { present: Tab; old: Tab }
  beforeAll(async () => {
    tabs = { present: await present.openTab(), old: await old.openTab() }
  })

  // Of the two colours each language has one, the next page the other.
  const tour = tourOf(site, (page, sample) => halfOf(SCHEMES, page, sample))
  test.each(tour)('$name', async ({ compare }) => {
    expect(await compare(tabs.present, tabs.old)).toEqual([])
  })
})
