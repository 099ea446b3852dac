import { comparePeriods } from '../calendar/period.ts'
import { memoisePerSite } from '../compose/once.ts'
import { isDemonstration, type Site } from '../compose/site.ts'
import type { Contract } from '../contracts/contract.ts'
import type { PublishedFile, Release } from '../store/published-tables.ts'
import { formatDay, formatPeriod } from '../text/format.ts'
import type { LocalText } from '../text/local-text.ts'
import { localise } from '../text/ui.ts'
import type { Frame } from './page-frame.ts'
import { revisionsPathOf } from './revisions.ts'

/** What one release did to a dataset, in words. */
export interface HistoryEntry {
  release: Release
  day: LocalText
  /** `2026年10月` or `2023年11月—2026年5月（31期）`; null where nothing was added. */
  added: LocalText | null
  corrected: LocalText | null
  withdrawn: LocalText | null
  /** Periods from which entries were taken out that had lapsed. */
  lapsed: LocalText | null
}

/** Every release that has to do with a dataset, the newest first. */
export const listHistory = memoisePerSite((site, dataset: string): readonly HistoryEntry[] => {
  const files = new Map(site.published.releases.flatMap((release) => release.files).map((file) => [file.path, file]))
  return site.published.releases.toReversed().flatMap((release): HistoryEntry[] => {
    const own = release.files.filter((file) => file.dataset === dataset)
    const listTaken = (isLapsed: boolean) =>
      (release.withdrawn ?? [])
        .filter(({ lapsed = false }) => lapsed === isLapsed)
        .flatMap(({ path }) => files.get(path) ?? [])
        .filter((file) => file.dataset === dataset)
    const [withdrawn, lapsed] = [listTaken(false), listTaken(true)]
    if (own.length + withdrawn.length + lapsed.length === 0) return []
    return [
      {
        release,
        day: localise((lang) => formatDay(release.date, lang)),
        added: describePeriods(own.filter(({ revision }) => revision === 1)),
        corrected: describePeriods(own.filter(({ revision, onlyLapsed }) => revision > 1 && !onlyLapsed)),
        withdrawn: describePeriods(withdrawn),
        lapsed: describePeriods(lapsed),
      },
    ]
  })
})

function describePeriods(files: readonly PublishedFile[]): LocalText | null {
  const periods = [...new Set(files.map(({ period }) => period))].toSorted(comparePeriods)
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return null
  if (periods.length < 4) {
    return localise((lang) => periods.map((period) => formatPeriod(period, lang)).join(lang === 'zh' ? '、' : ', '))
  }
  return localise((lang) => {
    const [from, to] = [formatPeriod(first, lang), formatPeriod(last, lang)]
    return lang === 'zh' ? `${from}—${to}（${periods.length}期）` : `${from} – ${to} (${periods.length} periods)`
  })
}

export function buildRevisionsFrame(site: Site, contract: Contract): Frame {
  return {
    path: revisionsPathOf(contract.id),
    title: { zh: `更正与撤下：${contract.title.zh}`, en: `Corrections and withdrawals: ${contract.title.en}` },
    description: {
      zh: `${contract.title.zh}更正和撤下过的各期数字：何时、为何，各版本之间有何不同。`,
      en: `${contract.title.en}: which periods were corrected or withdrawn, when, why, and what differs between versions.`,
    },
    crumbs: [
      { label: { zh: '数据', en: 'Data' }, path: '/data/' },
      { label: contract.title, path: `/data/${contract.id}/` },
    ],
    room: 'data',
    real: !isDemonstration(site, contract.id),
    search: { kind: 'dataset', topic: contract.topic },
  }
}
