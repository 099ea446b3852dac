import { drawAll, joinSentences, type Report } from '../compose/report.ts'
import type { Site } from '../compose/site.ts'
import type { Topic } from '../portal/content.ts'
import type { DeclaredFigure } from '../portal/settings.ts'
import { buildDeclaredFigure } from '../subjects/figures/declared-figure.ts'
import { listSubjects } from '../subjects/index.ts'
import type { LocalText } from '../text/local-text.ts'
import { t } from '../text/ui.ts'
import type { Frame } from './page-frame.ts'

export function topicPathOf(id: string): string {
  return `/topics/${id}/`
}

export function buildTopicFrame(topic: Topic, summary: LocalText): Frame {
  return {
    path: topicPathOf(topic.id),
    title: topic.title,
    description: summary,
    crumbs: [{ label: { zh: t('zh', 'topics'), en: t('en', 'topics') }, path: '/topics/' }],
    room: 'topics',
    search: { kind: 'topic', topic: topic.id, authority: true },
  }
}

/** What each subject says on the page of a topic, then the figures that its own words declare. */
export function buildTopicReport(site: Site, id: string, declared: readonly DeclaredFigure[]): Report {
  const reports = listSubjects(site).flatMap((subject) => subject.topic?.(site, id) ?? [])
  const own = drawAll(declared.map((figure) => buildDeclaredFigure(site, figure)))
  const sections = reports.flatMap((report) => report.sections)
  if (declared.length > 0) sections.push({ id: 'figures', heading: { zh: '图', en: 'Figures' }, figures: own })
  return { lead: joinSentences(reports.map((report) => report.lead)), sections }
}
