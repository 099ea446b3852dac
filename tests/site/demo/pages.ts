import type { Lang } from '../../../src/text/local-text.ts'
import { home } from '../../../src/views/home-page.ts'
import { openSite } from '../../../src/views/open-site.ts'
import { pageFigures } from '../../../src/views/page-figures.ts'
import type { Report } from '../../../src/views/page-frame.ts'
import { placeReport } from '../../../src/views/place-page.ts'
import { report, reportMonths, reportPath } from '../../../src/views/report-page.ts'
import type { Rich } from '../../../src/views/rich.ts'
import { placesWithPages } from '../../../src/views/site.ts'
import { topicPath, topicReport } from '../../../src/views/topic-page.ts'

/** The demonstration portal as its build opens it. */
export const SITE = await openSite({ data: 'data', published: 'data/published', content: 'content' })

/** Every page that says something in numbers, by its path. */
export const PAGES: ReadonlyMap<string, Report> = new Map([
  ...reportMonths(SITE).map((month) => [reportPath(month), report(SITE, month)] as const),
  ...SITE.topics.map((topic) => [topicPath(topic.id), topicReport(SITE, topic.id, topic.figures)] as const),
  ...placesWithPages(SITE).map((place) => [`/places/${place.code}/`, placeReport(SITE, place)] as const),
])

export const HOME = home(SITE)
export const FIGURES = pageFigures(SITE)

/** Every sentence of a page, in one language. */
export function sentencesOf(page: Report, lang: Lang): Rich[] {
  return [page.lead[lang], ...page.sections.flatMap((section) => (section.say ? [section.say[lang]] : []))]
}

/** Every sentence of the portal, in one language, with the page it stands on. */
export function allSentences(lang: Lang): { path: string; sentence: Rich }[] {
  const front = [HOME.lead[lang], ...Object.values(HOME.topics).map((lead) => lead[lang])]
  return [
    ...front.map((sentence) => ({ path: '/', sentence })),
    ...[...PAGES].flatMap(([path, page]) => sentencesOf(page, lang).map((sentence) => ({ path, sentence }))),
  ]
}
