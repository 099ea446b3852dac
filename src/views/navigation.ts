import { has, type Site } from '../compose/site.ts'
import type { UiKey } from '../text/local-text.ts'
import { listReportMonths } from './report-page.ts'
import { listTopics } from './topics.ts'

/** Rooms of the site in the order of the header; a portal without a dataset has no room for it. */
export function buildNavigation(site: Site): { key: UiKey; path: string }[] {
  const hasPlaces = site.settings.city !== undefined
  return [
    ...(listReportMonths(site).length > 0 ? [{ key: 'reports' as const, path: '/reports/' }] : []),
    ...(listTopics(site).length > 0 || site.systems ? [{ key: 'topics' as const, path: '/topics/' }] : []),
    ...(hasPlaces ? [{ key: 'places' as const, path: '/places/' }] : []),
    ...(has(site, 'permits', 'register') ? [{ key: 'permits' as const, path: '/permits/' }] : []),
    { key: 'data', path: '/data/' },
    { key: 'methods', path: '/methods/' },
    { key: 'about', path: '/about/' },
  ]
}
