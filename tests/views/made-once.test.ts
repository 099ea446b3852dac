import { expect, test, vi } from 'vitest'
import { memoisePerSite } from '../../src/compose/once.ts'
import { buildReport, buildReportFrame } from '../../src/views/report-page.ts'
import { CITY, makeCity } from './city.ts'

test('a thing is made once for each site and each key, also where it is undefined', () => {
  const make = vi.fn((_site: typeof CITY, key: string) => (key === 'none' ? undefined : { key }))
  const once = memoisePerSite(make)
  expect(once(CITY, 'a')).toBe(once(CITY, 'a'))
  once(CITY, 'none')
  once(CITY, 'none')
  once(CITY, 'b')
  once(makeCity(['cases']), 'a')
  expect(make.mock.calls.map(([, key]) => key)).toEqual(['a', 'none', 'b', 'a'])
})

test('the lead of a bulletin is written once for its two languages, whichever page or frame asks', () => {
  const site = makeCity(['cases', 'satisfaction', 'permits'])
  const chain = vi.spyOn(site.published.tables, 'get')
  const countCost = () => {
    const before = chain.mock.calls.length
    buildReportFrame(site, '2026-10')
    buildReport(site, '2026-10')
    return chain.mock.calls.length - before
  }
  const first = countCost()
  expect(first).toBeGreaterThan(0)
  expect(countCost()).toBe(0)
  expect(buildReport(site, '2026-10').lead).toBe(buildReport(site, '2026-10').lead)
  chain.mockRestore()
})
