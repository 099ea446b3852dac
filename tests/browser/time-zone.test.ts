import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { filesOf } from './built-pages.ts'
import { buildSite } from './short-portal.ts'
import { BELOW, EAST, SHORT } from './site-build.ts'

// A site that was built elsewhere may be of other files.
const isGiven = process.env['MINGGE_TEST_SITE_BELOW'] !== undefined

test.skipIf(isGiven)('two builds of the same input are byte-equal, whatever the time zone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingge-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const west = hashFiles(inject('siteBelow'))
  const east = hashFiles(await buildSite(folder, { ...SHORT, base: BELOW, zone: EAST }))
  expect(Object.keys(east).length).toBeGreaterThan(50)
  expect(Object.keys(east).filter((file) => east[file] !== west[file])).toEqual([])
  expect(Object.keys(west)).toEqual(Object.keys(east))
})

function hashFiles(site: string): Record<string, string> {
  const named = filesOf(site).map((file) => [
    file,
    createHash('sha256')
      .update(readFileSync(join(site, file)))
      .digest('hex'),
  ])
  return Object.fromEntries(named)
}
