import { type Frequency, getLastDay, kindOf, periodOf } from '../calendar/period.ts'
import { measureOf } from '../compose/describe-figure.ts'
import { memoisePerSite } from '../compose/once.ts'
import { type Rich, toPlainText } from '../compose/rich.ts'
import { joinSentences, type Report, type Section } from '../compose/section.ts'
import { cityOf, type Site } from '../compose/site.ts'
import { findCell } from '../measure/select.ts'
import { listSubjects } from '../subjects/index.ts'
import type { KeyFigure, Subject } from '../subjects/subject.ts'
import { nameOfNumber } from '../text/chinese.ts'
import { formatPeriod, formatValue } from '../text/format.ts'
import type { Lang, LocalText } from '../text/local-text.ts'
import { describeMissing } from '../text/status.ts'
import { localise } from '../text/ui.ts'
import { keepOnePerRelease, listNoticesOf, listTablesOf } from './notices.ts'
import type { Frame } from './page-frame.ts'
import { buildNotes, composeCorrections, composeDeliveries } from './report-notes.ts'
import { listRevisedPeriods, noticeOf, type RevisionNotice } from './revisions.ts'

/** True for what comes once a month or more often. */
function isInMonths(frequency: Frequency): boolean {
  return frequency === 'month' || frequency === 'half-month' || frequency === 'week'
}

/** The month in which a period ends. */
function monthOf(period: string): string {
  return periodOf(getLastDay(period), 'month')
}

/**
 * Months that have a bulletin: every month that anything monthly, or more frequent, was published for, ascending.
 * None where the portal has no city to report on.
 */
export const listReportMonths = memoisePerSite((site): readonly string[] => {
  const months = new Set<string>()
  if (site.settings.city === undefined) return []
  for (const table of site.published.tables.values()) {
    if (!isInMonths(table.contract.frequency)) continue
    for (const period of table.periods) months.add(monthOf(period))
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
  const title = localise((lang) =>
    lang === 'zh'
      ? `${formatPeriod(month, lang)}${area.zh}城市运行公报`
      : `${area.en} city bulletin, ${formatPeriod(month, lang)}`,
  )
  return {
    path: reportPathOf(month),
    title,
    description: localise((lang) => toPlainText(composeMonthLead(site, month)[lang])),
    crumbs: [{ label: { zh: '公报', en: 'Bulletins' }, path: '/reports/' }],
    room: 'reports',
    search: { kind: 'report', month },
  }
}

export function buildReportsFrame(site: Site): Frame {
  const { area } = site.settings
  const label = findMonthFigure(site)?.label
  return {
    path: '/reports/',
    title: { zh: '历期公报', en: 'All bulletins' },
    description: {
      zh: `${area.zh}城市运行公报每月一期，地址长期不变，可以直接引用。${label ? `格内是${label.zh}。` : ''}`,
      en: `The ${area.en} city bulletin is published once a month. Its addresses do not change and can be cited.${label ? ` Each cell shows ${label.en}.` : ''}`,
    },
    crumbs: [],
    room: 'reports',
    search: { kind: 'page', authority: true },
  }
}

function findMonthFigure(site: Site): KeyFigure | undefined {
  return listSubjects(site).find((subject) => subject.monthFigure)?.monthFigure
}

/** The number that stands for a month in the list of bulletins; null where no subject gives a number. */
export function describeMonth(site: Site, month: string): LocalText | null {
  const figure = findMonthFigure(site)
  if (!figure) return null
  const pick = figure.pick(cityOf(site).code)
  const { unit, decimals = 0 } = measureOf(site, pick.dataset, pick.table, pick.measure)
  const cell = findCell(site.published, pick, month)
  return localise((lang) =>
    cell.value === null ? describeMissing(cell)[lang] : formatValue(cell, unit, decimals, lang),
  )
}

/** Of the numbers in the list of bulletins. */
export function listReportsNotices(site: Site): RevisionNotice[] {
  const figure = findMonthFigure(site)
  if (!figure) return []
  const { dataset, table } = figure.pick(cityOf(site).code)
  return listNoticesOf(
    site,
    listReportMonths(site).map((period) => ({ dataset, table, period })),
  )
}

/** Day on which the newest revision of anything in this bulletin was published. */
export function findReleaseDay(site: Site, month: string): string {
  return listReleaseDays(site, month)[1]
}

/** Day on which anything of this bulletin was first published. */
export function findFirstReleaseDay(site: Site, month: string): string {
  return listReleaseDays(site, month)[0]
}

function listReleaseDays(site: Site, month: string): [first: string, last: string] {
  const days = site.published.releases
    .filter((release) => release.files.some(({ period }) => isInMonths(kindOf(period)) && monthOf(period) === month))
    .map((release) => release.date)
    .toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) throw new Error(`views: no release holds ${month}`)
  return [first, last]
}

/**
 * What that a bulletin prints was corrected or taken out since it was first published: one notice a dataset, kind and release, with
 * the way to old and new.
 */
export const listMonthNotices = memoisePerSite((site, month: string): readonly RevisionNotice[] => {
  const notices = [...site.published.contracts.values()].flatMap(({ id }) =>
    listRevisedPeriods(site, id)
      .filter(({ period }) => isInMonths(kindOf(period)) && monthOf(period) === month)
      .flatMap((revised) => noticeOf(site, revised) ?? []),
  )
  // The annex has rates of a quarter too.
  const annexed = listAnnexes(site, month)
    .flatMap(({ tables = [] }) => tables.flatMap(({ data }) => listTablesOf(data)))
    .flatMap(({ dataset, table, period }) =>
      listRevisedPeriods(site, dataset)
        .filter((revised) => revised.table === table && revised.period === period)
        .flatMap((revised) => noticeOf(site, revised) ?? []),
    )
  return keepOnePerRelease([...notices, ...annexed])
})

/** What a writer may place in the words of a month: <Note of="deliveries" />. */
export const NOTES = ['deliveries', 'corrections'] as const

/** One of the notes to a month by itself; [] where there is nothing to say of it. */
export function composeMonthNote(site: Site, month: string, of: (typeof NOTES)[number], lang: Lang): Rich {
  return of === 'deliveries'
    ? composeDeliveries(site, month, lang)
    : composeCorrections(listMonthNotices(site, month).length, lang)
}

export const buildReport = memoisePerSite((site, month: string): Report => {
  const [opening, others] = splitLeads(site, month)
  const sections = listSubjects(site).flatMap((subject) => {
    const own = subject.bulletin?.(site, month) ?? []
    const lead = others.find((other) => other.subject === subject)?.lead
    return lead ? withOpening(own, lead) : own
  })
  return {
    lead: joinSentences(opening.map(({ lead }) => lead)),
    sections: [
      ...numberParts([...sections, buildNotes(site, month, listMonthNotices(site, month).length)]),
      ...listAnnexes(site, month),
    ],
  }
})

/** Parts are numbered as in an official report: 一、基本情况 / 1. Overview. */
function numberParts(sections: readonly Section[]): Section[] {
  return sections.map((section, index) => ({
    ...section,
    heading: {
      zh: `${nameOfNumber(index + 1)}、${section.heading.zh}`,
      en: `${index + 1}. ${section.heading.en}`,
    },
  }))
}

function listAnnexes(site: Site, month: string): Section[] {
  const tables = listSubjects(site).flatMap((subject) => subject.append?.(site, month) ?? [])
  return tables.length === 0 ? [] : [{ id: 'annex', heading: { zh: '附表', en: 'Annex' }, figures: [], tables }]
}

interface SubjectLead {
  subject: Subject
  lead: Report['lead']
}

/** Sentences that a bulletin opens with; those of further subjects open their sections. */
const LEADS_MAX = 4

function splitLeads(site: Site, month: string): [SubjectLead[], SubjectLead[]] {
  const leads = listSubjects(site).flatMap((subject) => {
    const lead = subject.lead?.(site, month) ?? null
    return lead === null || lead.zh.length === 0 ? [] : [{ subject, lead }]
  })
  return [leads.slice(0, LEADS_MAX), leads.slice(LEADS_MAX)]
}

function withOpening([first, ...rest]: readonly Section[], lead: Report['lead']): Section[] {
  if (!first) return []
  return [{ ...first, say: joinSentences([lead, ...(first.say ? [first.say] : [])]) }, ...rest]
}

/** The month in sentences, each subject's own; a department that has not reported is named. */
export const composeMonthLead = memoisePerSite((site, month: string): Report['lead'] =>
  joinSentences(splitLeads(site, month)[0].map(({ lead }) => lead)),
)
