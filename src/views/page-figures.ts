import type { FigureSpec } from '../charts/figure.ts'
import { home } from './home-page.ts'
import { drawn } from './page-frame.ts'
import { placeReport } from './place-page.ts'
import { report, reportMonths, reportPath } from './report-page.ts'
import { placesWithPages, type Site } from './site.ts'
import { topicPath, topicReport } from './topic-page.ts'

/** The figures of one page, whose downloads lie beside it. */
export interface PageFigures {
  path: string
  figures: FigureSpec[]
}

let known: { site: Site; pages: PageFigures[] } | null = null

/** Every page that holds figures. Made once a site, because the picture and the data of each are files of their own. */
export function pageFigures(site: Site): PageFigures[] {
  if (known?.site === site) return known.pages
  const front = home(site)
  const pages: PageFigures[] = [
    { path: '/', figures: [...drawn([front.second, front.front]), ...front.figures] },
    ...site.topics.map((topic) => ({
      path: topicPath(topic.id),
      figures: topicReport(site, topic.id, topic.figures).sections.flatMap((section) => section.figures),
    })),
  ]
  if (site.settings.city !== undefined) {
    for (const month of reportMonths(site)) {
      pages.push({
        path: reportPath(month),
        figures: report(site, month).sections.flatMap((section) => section.figures),
      })
    }
    for (const place of placesWithPages(site)) {
      pages.push({
        path: `/places/${place.code}/`,
        figures: placeReport(site, place).sections.flatMap((section) => section.figures),
      })
    }
  }
  known = { site, pages: pages.filter((page) => page.figures.length > 0) }
  return known.pages
}
