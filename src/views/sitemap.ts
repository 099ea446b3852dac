import { formatPeriod } from '../text/format.ts'
import type { Words } from '../text/local-text.ts'
import { both, ui } from '../text/ui.ts'
import { datasets } from './dataset-page.ts'
import { importFrame } from './import-page.ts'
import { permits, registerLists } from './permit-page.ts'
import { reportMonths, reportPath } from './report-page.ts'
import { placesWithPages, type Site } from './site.ts'
import { topicPath } from './topic-page.ts'

export interface SiteMapGroup {
  label: Words
  path: string
  pages: { label: Words; path: string }[]
}

/** Every room of the site and what is in it; permits by their lists, for they are too many to stand here. */
export function siteMap(site: Site): SiteMapGroup[] {
  const groups: SiteMapGroup[] = []
  const word = (key: Parameters<typeof ui>[1]) => both((lang) => ui(lang, key))
  if (site.settings.city !== undefined) {
    const months = reportMonths(site).toReversed()
    groups.push({
      label: word('reports'),
      path: '/reports/',
      pages: months.map((month) => ({ label: both((lang) => formatPeriod(month, lang)), path: reportPath(month) })),
    })
  }
  if (site.topics.length > 0) {
    groups.push({
      label: word('topics'),
      path: '/topics/',
      pages: site.topics.map((topic) => ({ label: topic.title, path: topicPath(topic.id) })),
    })
  }
  if (site.settings.city !== undefined) {
    groups.push({
      label: word('places'),
      path: '/places/',
      pages: placesWithPages(site).map((place) => ({ label: place.names, path: `/places/${place.code}/` })),
    })
  }
  if (permits(site).length > 0) {
    groups.push({
      label: word('permits'),
      path: '/permits/',
      pages: registerLists(site).map((list) => ({ label: list.label, path: `/permits/${list.path}` })),
    })
  }
  groups.push({
    label: word('data'),
    path: '/data/',
    pages: datasets(site).map((contract) => ({ label: contract.title, path: `/data/${contract.id}/` })),
  })
  groups.push({
    label: word('about'),
    path: '/about/',
    pages: [
      ...(['methods', 'about', 'check', 'search'] as const).map((key) => ({ label: word(key), path: `/${key}/` })),
      { label: importFrame().title, path: importFrame().path },
    ],
  })
  return groups
}
