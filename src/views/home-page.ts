import type { FigureSpec } from '../charts/figure.ts'
import type { Lang } from '../text/local-text.ts'
import { buildShareLine } from './figures/ageing-figures.ts'
import { buildHoursTiles, buildOnTimeLine } from './figures/case-figures.ts'
import { buildTopTwoLine } from './figures/satisfaction-figures.ts'
import { composeMonthLead } from './lead.ts'
import { drawAll, type Frame } from './page-frame.ts'
import { listReportMonths } from './report-page.ts'
import { type Rich, toPlainText } from './rich.ts'
import { cityOf, listMonthsShown, type Site } from './site.ts'
import { buildTopicReport } from './topic-page.ts'

/** The front page: the newest bulletin's statement, the city as tiles, a figure from each topic. */
export interface Home {
  /** Null for a portal without monthly figures or without places. */
  month: string | null
  lead: Record<Lang, Rich>
  /** Beside the statement. */
  front: FigureSpec | null
  /** Below the statement. */
  second: FigureSpec | null
  figures: FigureSpec[]
  /** Leading sentence of each topic. */
  topics: Record<string, Record<Lang, Rich>>
}

export function buildHomeFrame(site: Site): Frame {
  return {
    path: '/',
    title: site.settings.title,
    description: site.settings.description,
    crumbs: [],
    room: null,
    search: { kind: 'page' },
  }
}

export function buildHome(site: Site): Home {
  const month = site.settings.city === undefined ? null : (listReportMonths(site).at(-1) ?? null)
  if (month === null) return { month, lead: { zh: [], en: [] }, front: null, second: null, figures: [], topics: {} }
  const city = cityOf(site)
  const leads = site.topics.map((topic) => [topic.id, buildTopicReport(site, topic.id, topic.figures).lead] as const)
  return {
    month,
    lead: composeMonthLead(site, city.code, month),
    front: buildHoursTiles(site, month),
    second: buildOnTimeLine(site, city.code, month),
    figures: drawAll([
      buildTopTwoLine(site, city.code, listMonthsShown(site, 'satisfaction', 'ratings')),
      buildShareLine(site, city.code),
    ]),
    topics: Object.fromEntries(leads.filter(([, lead]) => toPlainText(lead.zh) !== '')),
  }
}
