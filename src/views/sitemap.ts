import { listPlacesWithPages, type Site } from '../compose/site.ts'
import { formatPeriod } from '../text/format.ts'
import type { LocalText } from '../text/local-text.ts'
import { localise, t } from '../text/ui.ts'
import { buildCalendarFrame } from './calendar-page.ts'
import { buildChangesFrame } from './changes-page.ts'
import { COMPARE_PATH, COMPARE_TITLE, hasComparisons } from './compare/compare-index.ts'
import { buildCompareFrame } from './compare/compare-page.ts'
import { listPairs } from './compare/compared-sides.ts'
import { listDatasets } from './dataset-page.ts'
import { buildFreshnessFrame } from './freshness-page.ts'
import { buildGlossaryFrame } from './glossary/glossary-page.ts'
import { buildHelpFrame } from './help/help-page.ts'
import { buildImportFrame } from './import-page.ts'
import type { Frame } from './page-frame.ts'
import { listPermits, listRegisterLists } from './permit-page.ts'
import { buildPrivacyFrame } from './privacy-page.ts'
import { buildQualityFrame } from './quality-page.ts'
import { buildReferenceFrame } from './reference-page.ts'
import { listReportMonths, reportPathOf } from './report-page.ts'
import { systemPathOf } from './systems-page.ts'
import { topicPathOf } from './topic-page.ts'
import { listTopics } from './topics.ts'

interface SiteMapGroup {
  label: LocalText
  path: string
  pages: { label: LocalText; path: string }[]
}

export function buildSiteMapFrame(): Frame {
  return {
    path: '/sitemap/',
    title: localise((lang) => t(lang, 'sitemap')),
    description: { zh: '本站全部页面的目录。', en: 'A list of every page of this site.' },
    crumbs: [],
    room: 'sitemap',
    search: null,
  }
}

/** One page for both languages: a server knows only one 404.html. */
export function buildNotFoundFrame(): Frame {
  return {
    path: '/404.html',
    title: localise((lang) => t(lang, 'notFound')),
    description: localise((lang) => t(lang, 'notFoundText')),
    crumbs: [],
    room: null,
    search: null,
  }
}

/** Every room of the site and what is in it; permits by their lists, for they are too many to be listed here. */
export function buildSiteMap(site: Site): SiteMapGroup[] {
  const groups: SiteMapGroup[] = []
  const wordOf = (key: Parameters<typeof t>[1]) => localise((lang) => t(lang, key))
  const months = listReportMonths(site).toReversed()
  if (months.length > 0) {
    groups.push({
      label: wordOf('reports'),
      path: '/reports/',
      pages: months.map((month) => ({
        label: localise((lang) => formatPeriod(month, lang)),
        path: reportPathOf(month),
      })),
    })
  }
  if (listTopics(site).length > 0) {
    groups.push({
      label: wordOf('topics'),
      path: '/topics/',
      pages: listTopics(site).map((topic) => ({ label: topic.title, path: topicPathOf(topic.id) })),
    })
  }
  if (site.settings.city !== undefined) {
    groups.push({
      label: wordOf('places'),
      path: '/places/',
      pages: listPlacesWithPages(site).map((place) => ({ label: place.names, path: `/places/${place.code}/` })),
    })
  }
  if (hasComparisons(site)) {
    groups.push({
      label: COMPARE_TITLE,
      path: COMPARE_PATH,
      pages: listPairs(site).map((pair) => {
        const { crumb, path, title } = buildCompareFrame(pair)
        return { label: crumb ?? title, path }
      }),
    })
  }
  if (listPermits(site).length > 0) {
    groups.push({
      label: wordOf('permits'),
      path: '/permits/',
      pages: listRegisterLists(site).map((list) => ({ label: list.label, path: `/permits/${list.path}` })),
    })
  }
  if (site.systems) {
    groups.push({
      label: wordOf('systems'),
      path: '/systems/',
      pages: [
        ...(site.duties ? [{ label: wordOf('duties'), path: '/duties/' }] : []),
        ...site.systems.systems.map(({ id, names }) => ({ label: names, path: systemPathOf(id) })),
      ],
    })
  }
  groups.push({
    label: wordOf('data'),
    path: '/data/',
    pages: [
      ...[buildChangesFrame(site), buildCalendarFrame(site), buildQualityFrame(site), buildFreshnessFrame(site)].map(
        ({ title, path }) => ({
          label: title,
          path,
        }),
      ),
      ...listDatasets(site).map((contract) => ({ label: contract.title, path: `/data/${contract.id}/` })),
    ],
  })
  groups.push({
    label: wordOf('about'),
    path: '/about/',
    pages: [
      ...(['methods', 'about', 'check', 'search'] as const).map((key) => ({ label: wordOf(key), path: `/${key}/` })),
      ...[buildHelpFrame(), buildGlossaryFrame(), buildImportFrame(), buildPrivacyFrame(), buildReferenceFrame()].map(
        ({ title, path }) => ({
          label: title,
          path,
        }),
      ),
    ],
  })
  return groups
}
