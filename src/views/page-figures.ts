import type { FigureSpec } from '../charts/figure.ts'
import { memoisePerSite } from '../compose/once.ts'
import { drawAll } from '../compose/section.ts'
import { listPlacesWithPages } from '../compose/site.ts'
import type { LocalText } from '../text/local-text.ts'
import { buildHome, buildHomeFrame } from './home-page.ts'
import { buildPlaceReport } from './place-page.ts'
import { buildReport, buildReportFrame, listReportMonths, reportPathOf } from './report-page.ts'
import { buildSystemPage, systemPathOf } from './systems-page.ts'
import { buildTopicReport, topicPathOf } from './topic-page.ts'
import { listTopics } from './topics.ts'

/** The figures of one page, whose downloads lie beside it. */
export interface PageFigures {
  path: string
  title: LocalText
  figures: FigureSpec[]
}

/** Every page that holds figures. Made once a site, because the picture and the data of each are files of their own. */
export const listPageFigures = memoisePerSite((site): readonly PageFigures[] => {
  const front = buildHome(site)
  const pages: PageFigures[] = [
    {
      path: '/',
      title: buildHomeFrame(site).title,
      figures: [...drawAll([front.second, front.front]), ...front.figures],
    },
    ...listTopics(site).map((topic) => ({
      path: topicPathOf(topic.id),
      title: topic.title,
      figures: buildTopicReport(site, topic).sections.flatMap((section) => section.figures),
    })),
  ]
  for (const system of site.systems?.systems ?? []) {
    pages.push({ path: systemPathOf(system.id), title: system.names, figures: buildSystemPage(site, system).figures })
  }
  for (const month of listReportMonths(site)) {
    pages.push({
      path: reportPathOf(month),
      title: buildReportFrame(site, month).title,
      figures: buildReport(site, month).sections.flatMap((section) => section.figures),
    })
  }
  if (site.settings.city !== undefined) {
    for (const place of listPlacesWithPages(site)) {
      pages.push({
        path: `/places/${place.code}/`,
        title: place.names,
        figures: buildPlaceReport(site, place.code).sections.flatMap((section) => section.figures),
      })
    }
  }
  return pages.filter((page) => page.figures.length > 0)
})
