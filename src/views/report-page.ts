import { monthsUntil } from '../calendar/months.ts'
import { findTable } from '../measure/select.ts'
import { formatPeriod } from '../text/format.ts'
import type { LocalText } from '../text/local-text.ts'
import { inBoth } from '../text/ui.ts'
import { hoursTiles, onTimeLine } from './figures/case-figures.ts'
import { itemsOf } from './figures/describe-figure.ts'
import { PERMIT_CLASSES, PERMIT_FLOW_SHOWN } from './figures/permit-figures.ts'
import { topTwoIntervals } from './figures/satisfaction-figures.ts'
import { composeAskedSentence, monthLead } from './lead.ts'
import { oncePerSite } from './once.ts'
import { drawAll, type Frame, type Report, type Section } from './page-frame.ts'
import { buildCasesTable, buildMeasuresTable } from './report-tables.ts'
import { toPlainText } from './rich.ts'
import { cityOf, has, listDistricts, type Site } from './site.ts'

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

export function reportFrame(site: Site, month: string): Frame {
  const { area } = site.settings
  const title = inBoth((lang) =>
    lang === 'zh'
      ? `${formatPeriod(month, lang)}${area.zh}城市运行公报`
      : `${area.en} city bulletin, ${formatPeriod(month, lang)}`,
  )
  return {
    path: reportPathOf(month),
    title,
    description: inBoth((lang) => toPlainText(monthLead(site, cityOf(site).code, month)[lang])),
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

export const buildReport = oncePerSite((site, month: string): Report => {
  const city = cityOf(site)
  return {
    lead: monthLead(site, city.code, month),
    sections: [
      buildCasesSection(site, month),
      buildSatisfactionSection(site, month),
      buildPermitsSection(site, month),
    ].filter((section) => section !== null),
  }
})

function buildCasesSection(site: Site, month: string): Section | null {
  if (!has(site, 'cases', 'flow')) return null
  const city = cityOf(site)
  const contract = site.published.contracts.get('cases')
  const places = [city, ...listDistricts(site, month)]
  const tables = [
    {
      caption: { zh: '各区网格事件办理', en: 'Cases by district' },
      data: buildCasesTable(site, month, places),
    },
  ]
  if (contract && has(site, 'cases', 'level')) {
    tables.push({
      caption: { zh: '网格事件在哪一级办结', en: 'Where cases were solved' },
      data: buildMeasuresTable(site, {
        dataset: 'cases',
        table: 'level',
        period: month,
        measures: ['closed', 'closed_share', 'hours_median'],
        rowHeading: { zh: '层级', en: 'Level' },
        rows: itemsOf(contract, 'level').map((item) => ({
          label: describeSection(item),
          where: { place: city.code, level: item.code },
        })),
      }),
    })
  }
  return {
    id: 'cases',
    heading: { zh: '网格事件', en: 'Grid cases' },
    figures: drawAll([hoursTiles(site, month), onTimeLine(site, city.code, month)]),
    tables,
  }
}

function buildSatisfactionSection(site: Site, month: string): Section | null {
  if (!has(site, 'satisfaction', 'ratings')) return null
  const city = cityOf(site)
  return {
    id: 'satisfaction',
    heading: { zh: '回访满意度', en: 'Satisfaction' },
    say: {
      zh: composeAskedSentence(site, city.code, month, 'zh'),
      en: composeAskedSentence(site, city.code, month, 'en'),
    },
    figures: drawAll([topTwoIntervals(site, month)]),
  }
}

function buildPermitsSection(site: Site, month: string): Section | null {
  const contract = site.published.contracts.get('permits')
  if (!contract || !findTable(site.published, 'permits', 'flow')?.periods.includes(month)) return null
  const rows = itemsOf(contract, 'class').map((item) => ({
    label: describeSection(item),
    where: { place: cityOf(site).code, class: item.code },
  }))
  const isPermit = (row: { where: { class: string } }) => PERMIT_CLASSES.some((code) => code === row.where.class)
  const table = (caption: LocalText, chosen: typeof rows) => ({
    caption,
    data: buildMeasuresTable(site, {
      dataset: 'permits',
      table: 'flow',
      period: month,
      measures: [...PERMIT_FLOW_SHOWN, 'changed'],
      rowHeading: { zh: '管理类别', en: 'Class' },
      rows: chosen,
    }),
  })
  return {
    id: 'permits',
    heading: { zh: '排污许可', en: 'Discharge permits' },
    figures: [],
    tables: [
      table({ zh: '排污许可证，张', en: 'Discharge permits' }, rows.filter(isPermit)),
      table(
        {
          zh: '排污登记（登记不是许可证，不与上表相加）',
          en: 'Registrations (not permits; never added to the table above)',
        },
        rows.filter((row) => !isPermit(row)),
      ),
    ],
  }
}

function describeSection(item: LocalText): LocalText {
  return { zh: item.zh, en: item.en }
}

/** Twelve months up to one, for figures that show a year. */
export function yearUntil(month: string): string[] {
  return monthsUntil(month, 12)
}
