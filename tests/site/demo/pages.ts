import { openSite } from '../../../src/compose/open-site.ts'
import type { Rich } from '../../../src/compose/rich.ts'
import { listParagraphs, type Report } from '../../../src/compose/section.ts'
import { listPlacesWithPages } from '../../../src/compose/site.ts'
import type { Lang } from '../../../src/text/local-text.ts'
import { buildHome } from '../../../src/views/home-page.ts'
import { listPageFigures } from '../../../src/views/page-figures.ts'
import { buildPlaceReport } from '../../../src/views/place-page.ts'
import { buildReport, listReportMonths, reportPathOf } from '../../../src/views/report-page.ts'
import { buildTopicReport, topicPathOf } from '../../../src/views/topic-page.ts'

/** The demonstration portal as its build opens it. */
export const SITE = await openSite({ data: 'data', published: 'data/published', content: 'content' })

/** Every page that says something in numbers, by its path. */
export const PAGES: ReadonlyMap<string, Report> = new Map([
  ...listReportMonths(SITE).map((month) => [reportPathOf(month), buildReport(SITE, month)] as const),
  ...SITE.topics.map((topic) => [topicPathOf(topic.id), buildTopicReport(SITE, topic)] as const),
  ...listPlacesWithPages(SITE).map((place) => [`/places/${place.code}/`, buildPlaceReport(SITE, place.code)] as const),
])

export const HOME = buildHome(SITE)
export const FIGURES = listPageFigures(SITE)

/** Every sentence of a page, in one language. */
export function sentencesOf(page: Report, lang: Lang): Rich[] {
  return [page.lead[lang], ...page.sections.flatMap(listParagraphs).map((words) => words[lang])]
}

/** Every sentence of the portal, in one language, with the page it is on. */
export function listSentences(lang: Lang): { path: string; sentence: Rich }[] {
  const front = [HOME.lead[lang], ...Object.values(HOME.topics).map((lead) => lead[lang])]
  return [
    ...front.map((sentence) => ({ path: '/', sentence })),
    ...[...PAGES].flatMap(([path, page]) => sentencesOf(page, lang).map((sentence) => ({ path, sentence }))),
  ]
}
