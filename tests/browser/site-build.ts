import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildPublished, buildSite, copyShortPortal } from './short-portal.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The built site at `/`. */
    site: string
    /** A site of the same pages and fewer months, built to live under `/foo/` in the zone `WEST`. */
    siteBelow: string
  }
}

const PROJECT = resolve(import.meta.dirname, '../..')
const STORE = join(PROJECT, '.mingge')

/** The path that the second site lives under. */
export const BELOW = '/foo/'
/** East and west of the date line: a local day shows itself in one of them at any hour. */
export const [WEST, EAST] = ['America/Los_Angeles', 'Pacific/Kiritimati']
/** The raw files and the words of the site below. */
export const SHORT = { data: join(STORE, 'test-short-data'), content: join(STORE, 'test-short-content') }

/**
 * Builds the site for the browser tests, and a shorter site under `/foo/`. `MINGGE_TEST_SITE` and
 * `MINGGE_TEST_SITE_BELOW` name folders that are built already.
 */
export default async function setup(project: TestProject): Promise<void> {
  const given = { site: process.env['MINGGE_TEST_SITE'], siteBelow: process.env['MINGGE_TEST_SITE_BELOW'] }
  const data = join(PROJECT, 'data')
  // Its raw files publish nothing more, as `tests/site/demo/line.test.ts` holds.
  const content = join(PROJECT, 'content')
  const whole = { data, content, published: join(data, 'published'), base: '/', zone: 'UTC' }
  project.provide('site', given.site ? resolve(given.site) : await buildPublished(join(STORE, 'test-site'), whole))
  copyShortPortal(SHORT)
  const below = { ...SHORT, base: BELOW, zone: WEST }
  project.provide(
    'siteBelow',
    given.siteBelow ? resolve(given.siteBelow) : await buildSite(join(STORE, 'test-site-foo'), below),
  )
}
