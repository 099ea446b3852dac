import { oncePerSite } from '../compose/once.ts'
import { joinSentences, type Report } from '../compose/report.ts'
import { toPlainText } from '../compose/rich.ts'
import type { Site } from '../compose/site.ts'
import { listSubjects } from '../subjects/index.ts'
import { formatPeriod } from '../text/format.ts'
import { inBoth } from '../text/ui.ts'
import type { Frame } from './page-frame.ts'

/** Months that have a bulletin: every month that a monthly dataset has published anything for, ascending. */
export const listReportMonths = oncePerSite((site): readonly string[] => {
  const months = new Set<string>()
  for (const table of site.published.tables.values()) {
    if (table.contract.frequency === 'month') for (const period of table.periods) months.add(period)
  }
  return [...months].toSorted()
})

/** The bulletin's number counts from the first month published: 第36期. */
export function issueNumberOf(site: Site, month: string): number {
  return listReportMonths(site).indexOf(month) + 1
}

export function reportPathOf(month: string): string {
  return `/reports/${month}/`
}

export function buildReportFrame(site: Site, month: string): Frame {
  const { area } = site.settings
  const title = inBoth((lang) =>
    lang === 'zh'
      ? `${formatPeriod(month, lang)}${area.zh}城市运行公报`
      : `${area.en} city bulletin, ${formatPeriod(month, lang)}`,
  )
  return {
    path: reportPathOf(month),
    title,
    description: inBoth((lang) => toPlainText(composeMonthLead(site, month)[lang])),
    crumbs: [{ label: { zh: '公报', en: 'Bulletins' }, path: '/reports/' }],
    room: 'reports',
    search: { kind: 'report', month },
  }
}

export function buildReportsFrame(site: Site): Frame {
  const { area } = site.settings
  return {
    path: '/reports/',
    title: { zh: '历期公报', en: 'All bulletins' },
    description: {
      zh: `${area.zh}城市运行公报每月一期，地址长期不变，可以直接引用。格内是当月网格事件的按期办结率。`,
      en: `The ${area.en} city bulletin is published once a month. Its addresses do not change and can be cited. Each cell shows the month’s on-time rate of grid cases.`,
    },
    crumbs: [],
    room: 'reports',
    search: { kind: 'page', authority: true },
  }
}

/** Day on which the newest revision of anything in this bulletin was published. */
export function findReleaseDay(site: Site, month: string): string {
  const days = site.published.releases
    .filter((release) => release.files.some((file) => file.period === month))
    .map((release) => release.date)
    .toSorted()
  const last = days.at(-1)
  if (last === undefined) throw new Error(`views: no release holds ${month}`)
  return last
}

export const buildReport = oncePerSite(
  (site, month: string): Report => ({
    lead: composeMonthLead(site, month),
    sections: listSubjects(site).flatMap((subject) => subject.bulletin?.(site, month) ?? []),
  }),
)

/** The month in sentences, each subject's own; a department that has not reported is named. */
export const composeMonthLead = oncePerSite((site, month: string): Report['lead'] =>
  joinSentences(listSubjects(site).flatMap((subject) => subject.lead?.(site, month) ?? [])),
)
