import { toDayNumber } from '../calendar/days.ts'
import type { Frequency } from '../calendar/period.ts'
import type { Site } from '../compose/site.ts'
import { formatDay } from '../text/format.ts'
import type { LocalText } from '../text/local-text.ts'
import { pluralise } from '../text/plural.ts'
import { localise, t } from '../text/ui.ts'
import { listDatasets, listReleasesOfDataset } from './dataset-page.ts'
import type { Frame } from './page-frame.ts'
import { findReleaseDay, listReportMonths } from './report-page.ts'

/**
 * After how long inspections of government sites call a part stale (self-check of a bureau, fourth quarter of 2022): the home
 * page after two weeks, columns of notices and documents after six months.
 */
const FRESHNESS_LIMITS = { homeDays: 14, noticeDays: 183 } as const

const { homeDays, noticeDays } = FRESHNESS_LIMITS

export const FRESHNESS_HEADS: readonly [LocalText, ...LocalText[]] = [
  { zh: '栏目', en: 'Part' },
  { zh: '最近更新', en: 'Last updated' },
  { zh: '到该日', en: 'Age on that day' },
  { zh: '期限', en: 'Limit' },
  { zh: '结果', en: 'Result' },
]

export const FRESHNESS_RULE: LocalText = {
  zh: `期限取政府网站检查所用的：首页${homeDays}天内应有更新，通知、文件一类的栏目6个月（按${noticeDays}天计）内应有更新。公报和数据按后一种计；按年或不定期发布的数据集不适用，应在哪天报送见报送日历。`,
  en: `The limits are those of inspections of government sites: a home page is to be updated within ${homeDays} days, columns of notices and documents within 6 months (taken as ${noticeDays} days). Bulletins and data count as the latter; datasets published yearly or at no fixed time have no such limit, and the list of due dates says when they are due.`,
}

/** A part of the site, when it was last published, and how that compares. */
interface FreshnessRow {
  name: LocalText
  path: string
  last: LocalText
  /** Days from the last publication to the day that is judged by. */
  age: LocalText
  limit: LocalText
  state: LocalText
}

interface FreshnessPage {
  lead: LocalText
  rows: FreshnessRow[]
}

export function buildFreshnessFrame(site: Site): Frame {
  return {
    path: '/freshness/',
    title: { zh: '更新情况', en: 'How current this site is' },
    description: {
      zh: `${site.settings.area.zh}各栏目和数据集最近一次更新是哪天，对照政府网站检查的期限。`,
      en: `When each part of the site of ${site.settings.area.en} was last updated, against the limits of inspections of government sites.`,
    },
    crumbs: [{ label: localise((lang) => t(lang, 'data')), path: '/data/' }],
    room: 'data',
    search: { kind: 'page', authority: true },
  }
}

/** The day that the newest release judged by: a reader's clock says nothing of whether a publisher was in time. */
function findJudgedDay(site: Site): string {
  return site.deliveries.day ?? site.published.releases.at(-1)?.date ?? ''
}

export function buildFreshness(site: Site): FreshnessPage {
  const day = findJudgedDay(site)
  const newest = site.published.releases.at(-1)?.date ?? ''
  const month = listReportMonths(site).at(-1)
  const rows = [
    comparePart({ name: localise((lang) => t(lang, 'home')), path: '/', last: newest, limit: homeDays }, day),
    ...(month === undefined
      ? []
      : [
          comparePart(
            {
              name: localise((lang) => t(lang, 'reports')),
              path: '/reports/',
              last: findReleaseDay(site, month),
              limit: noticeDays,
            },
            day,
          ),
        ]),
    ...listDatasets(site).map(({ id, title, frequency }) =>
      comparePart(
        {
          name: title,
          path: `/data/${id}/`,
          last: listReleasesOfDataset(site, id).at(-1)?.date ?? '',
          limit: isRare(frequency) ? null : noticeDays,
        },
        day,
      ),
    ),
  ]
  const stale = rows.filter(({ isStale }) => isStale).length
  return {
    lead: localise((lang) =>
      lang === 'zh'
        ? `按最近一次发布之日（${formatDay(day, lang)}）计算，与您打开本页的日期无关。${stale === 0 ? '没有超过期限的栏目。' : `超过期限的栏目有${stale}个。`}`
        : `Judged by ${formatDay(day, lang)}, the day of the newest release, whenever you open this page. ${stale === 0 ? 'No part is beyond its limit.' : `Beyond its limit: ${pluralise(stale, 'part')}.`}`,
    ),
    rows,
  }
}

/** What comes once a year or at no fixed time is no column that inspections expect something of every half-year. */
function isRare(frequency: Frequency): boolean {
  return frequency === 'year' || frequency === 'occasional'
}

interface Part {
  name: LocalText
  path: string
  last: string
  /** In days; null where no limit applies. */
  limit: number | null
}

function comparePart({ name, path, last, limit }: Part, day: string): FreshnessRow & { isStale: boolean } {
  const age = (toDayNumber(day) ?? 0) - (toDayNumber(last) ?? 0)
  const isStale = limit !== null && age > limit
  return {
    name,
    path,
    last: localise((lang) => formatDay(last, lang)),
    age: sayDays(age),
    limit: limit === null ? { zh: '不适用：按年或不定期', en: 'none: yearly or at no fixed time' } : sayDays(limit),
    state: nameState(limit, isStale),
    isStale,
  }
}

function nameState(limit: number | null, isStale: boolean): LocalText {
  if (limit === null) return { zh: '不判断', en: 'not judged' }
  return isStale ? { zh: '超过期限', en: 'beyond the limit' } : { zh: '期限内', en: 'within the limit' }
}

function sayDays(days: number): LocalText {
  return { zh: `${days}天`, en: pluralise(days, 'day') }
}
