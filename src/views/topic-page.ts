import { joinSentences, type Report } from '../compose/section.ts'
import type { Site } from '../compose/site.ts'
import type { Topic } from '../portal/content.ts'
import { buildDeclaredSection } from '../subjects/figures/declared-section.ts'
import { listSubjects } from '../subjects/index.ts'
import { localise, t } from '../text/ui.ts'
import type { Frame } from './page-frame.ts'
import { listTopics } from './topics.ts'

export function topicPathOf(id: string): string {
  return `/topics/${id}/`
}

export function buildTopicFrame(topic: Topic): Frame {
  return {
    path: topicPathOf(topic.id),
    title: topic.title,
    description: topic.summary,
    crumbs: [{ label: { zh: t('zh', 'topics'), en: t('en', 'topics') }, path: '/topics/' }],
    room: 'topics',
    search: { kind: 'topic', topic: topic.id, authority: true },
  }
}

export function buildTopicsFrame(site: Site): Frame {
  const titles = listTopics(site).map(({ title }) => title)
  return {
    path: '/topics/',
    title: localise((lang) => t(lang, 'topics')),
    description: localise((lang) => titles.map((title) => title[lang]).join(lang === 'zh' ? '、' : ', ')),
    crumbs: [],
    room: 'topics',
    search: null,
  }
}

/** What each subject says on the page of a topic, then what its own words declare: sections, and figures of the topic. */
export function buildTopicReport(
  site: Site,
  { id, figures = [], sections = [] }: Pick<Topic, 'id'> & Partial<Pick<Topic, 'figures' | 'sections'>>,
): Report {
  const reports = listSubjects(site).flatMap((subject) => subject.topic?.(site, id) ?? [])
  const own = { id: 'figures', heading: { zh: '图', en: 'Figures' }, figures }
  const declared = [...sections, ...(figures.length > 0 ? [own] : [])]
  return {
    lead: joinSentences(reports.map((report) => report.lead)),
    sections: [
      ...reports.flatMap((report) => report.sections),
      ...declared.flatMap((section) => buildDeclaredSection(site, section) ?? []),
    ],
  }
}
