import type { FigureSpec } from '../charts/figure.ts'
import { toPlainText } from '../compose/rich.ts'
import type { Report } from '../compose/section.ts'
import type { Site } from '../compose/site.ts'
import { listSubjects } from '../subjects/index.ts'
import { keepOnePerRelease, listReportNotices } from './notices.ts'
import type { Frame } from './page-frame.ts'
import { composeMonthLead, listMonthNotices, listReportMonths } from './report-page.ts'
import type { RevisionNotice } from './revisions.ts'
import { buildTopicReport } from './topic-page.ts'
import { listTopics } from './topics.ts'

/** The front page: the newest bulletin's statement, the city as tiles, a figure from each topic. */
interface Home {
  /** Null for a portal without monthly figures or without places. */
  month: string | null
  lead: Report['lead']
  /** Beside the statement. */
  front: FigureSpec | null
  /** Below the statement. */
  second: FigureSpec | null
  figures: FigureSpec[]
  /** Leading sentence of each topic. */
  topics: Record<string, Report['lead']>
}

/** Figures of the front page; all are on the pages of their topics. */
const FIGURES_MAX = 8

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
  const month = listReportMonths(site).at(-1) ?? null
  const leads = listTopics(site).map((topic) => [topic.id, buildTopicReport(site, topic).lead] as const)
  const hasCity = site.settings.city !== undefined
  const figures = listSubjects(site)
    .flatMap((subject) => (hasCity ? (subject.home?.(site, month) ?? []) : []))
    .slice(0, FIGURES_MAX)
  if (month === null) {
    return { month, lead: { zh: [], en: [] }, front: null, second: null, figures, topics: chooseTopicLeads(leads) }
  }
  const front = figures.find((figure) => figure.kind === 'tiles') ?? figures[1] ?? null
  const [second = null, ...others] = figures.filter((figure) => figure !== front)
  return {
    month,
    lead: composeMonthLead(site, month),
    front,
    second,
    figures: others,
    topics: chooseTopicLeads(leads),
  }
}

/** Of the bulletin that the page opens with, and of the numbers in the sentences of topics. */
export function listHomeNotices(site: Site): RevisionNotice[] {
  const { month, topics } = buildHome(site)
  const ofTopics = Object.values(topics).flatMap((lead) => listReportNotices(site, { lead, sections: [] }))
  return keepOnePerRelease([...(month === null ? [] : listMonthNotices(site, month)), ...ofTopics])
}

function chooseTopicLeads(leads: readonly (readonly [string, Report['lead']])[]): Home['topics'] {
  return Object.fromEntries(leads.filter(([, lead]) => toPlainText(lead.zh) !== ''))
}
