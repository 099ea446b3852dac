import { expect, test } from 'vitest'
import { anchorOf } from '../../../src/compose/register-table.ts'
import { buildSearchRecords } from '../../../src/views/search-records.ts'
import { SITE } from './pages.ts'

const entries = buildSearchRecords(SITE).filter((searchRecord) => searchRecord.kind === 'entry')

test.each([
  ['zh', '/data/ledger/#entry-f046', '三个阶段涉及被征地人员'],
  ['en', '/en/data/ledger/#entry-f046', 'Land-expropriated people'],
] as const)('35289 is in search, at the row of the ledger that holds it: %s', (lang, url, words) => {
  const found = entries.filter((entry) => entry.lang === lang && entry.content.includes('35289'))
  expect(found.map((searchRecord) => searchRecord.url)).toEqual([url])
  expect(found[0]?.content).toContain(words)
})

test('every entry has an anchor of its own', () => {
  expect(entries.length).toBe(2 * 377)
  expect(new Set(entries.map((entry) => entry.url)).size).toBe(entries.length)
  expect(anchorOf('F046')).toBe('entry-f046')
})
