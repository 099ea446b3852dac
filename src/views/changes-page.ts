import type { Site } from '../compose/site.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Release } from '../store/published-tables.ts'
import { formatDay } from '../text/format.ts'
import type { Lang, LocalText } from '../text/local-text.ts'
import { localise, t } from '../text/ui.ts'
import { type HistoryEntry, listHistory } from './dataset-history.ts'
import type { Frame } from './page-frame.ts'
import { sayProtection } from './release-audit.ts'
import { listRevisedPeriods, revisionsPathOf } from './revisions.ts'

/** What a release did to one dataset. */
interface DatasetChange extends Pick<HistoryEntry, 'added' | 'corrected' | 'withdrawn' | 'lapsed'> {
  contract: Contract
  /** Null where nothing of it is left to show. */
  path: string | null
  /** Titles of its tables that were corrected or taken out: the figures affected. */
  tables: LocalText | null
  /** Page that shows old and new side by side; null where nothing was changed. */
  revisions: string | null
}

/** A release in words. */
export interface ReleaseEntry {
  release: Release
  /** `r8` */
  anchor: string
  title: LocalText
  /** Its note and, where something was changed, the reason: whole sentences. */
  says: LocalText
  datasets: DatasetChange[]
  /** What was hidden in it, proven, and attacked; null where nothing is about people. */
  protection: LocalText | null
  isCorrection: boolean
}

export function buildChangesFrame(site: Site): Frame {
  return {
    path: '/changes/',
    title: localise((lang) => t(lang, 'changes')),
    description: {
      zh: `${site.settings.title.zh}的每次发布、更正和撤下：何时，改了什么，为什么。`,
      en: `Every release, correction and withdrawal of ${site.settings.title.en}: when, what, and why.`,
    },
    crumbs: [{ label: localise((lang) => t(lang, 'data')), path: '/data/' }],
    room: 'data',
    search: { kind: 'page', authority: true },
  }
}

/** Every release that changed something that the site shows, the newest first. */
export function listReleases(site: Site): ReleaseEntry[] {
  const contracts = [...site.contracts.values()]
  return site.published.releases.toReversed().flatMap((release): ReleaseEntry[] => {
    const datasets = contracts.flatMap((contract) => describeChange(site, contract, release))
    if (datasets.length === 0) return []
    return [
      {
        release,
        anchor: `r${release.release}`,
        title: localise((lang) => t(lang, 'releaseTitle', { n: release.release, date: formatDay(release.date, lang) })),
        says: localise((lang) => sayRelease(release, lang)),
        datasets,
        protection: sayProtection(release),
        isCorrection: datasets.some(({ corrected, withdrawn }) => corrected !== null || withdrawn !== null),
      },
    ]
  })
}

function sayRelease({ note, reason }: Release, lang: Lang): string {
  const [colon, stop, gap] = lang === 'zh' ? ['：', '。', ''] : [': ', '.', ' ']
  const close = (text: string) => (/[。！？.!?]$/.test(text) ? text : `${text}${stop}`)
  const why = reason ? `${gap}${close(`${t(lang, 'changeReason')}${colon}${reason[lang]}`)}` : ''
  return `${close(note[lang])}${why}`
}

function describeChange(site: Site, contract: Contract, release: Release): DatasetChange[] {
  const entry = listHistory(site, contract.id).find((entry) => entry.release.release === release.release)
  if (!entry) return []
  const { added, corrected, withdrawn, lapsed } = entry
  const isShown = site.published.contracts.has(contract.id)
  const isChanged = corrected !== null || withdrawn !== null || lapsed !== null
  return [
    {
      contract,
      path: isShown ? `/data/${contract.id}/` : null,
      added,
      corrected,
      withdrawn,
      lapsed,
      tables: isChanged ? nameTables(contract, release) : null,
      revisions:
        isShown && isChanged && listRevisedPeriods(site, contract.id).length > 0 ? revisionsPathOf(contract.id) : null,
    },
  ]
}

/** Tables that a release corrected or took out, in the order of the contract. */
function nameTables(contract: Contract, { files, withdrawn = [] }: Release): LocalText | null {
  const corrected = files.filter(({ dataset, revision }) => dataset === contract.id && revision > 1)
  const ids = new Set([
    ...corrected.map(({ table }) => table),
    ...withdrawn
      .map(({ path }) => path.split('/'))
      .flatMap(([dataset, table = '']) => (dataset === contract.id ? [table] : [])),
  ])
  const titles = Object.entries(contract.tables).flatMap(([id, { title }]) => (ids.has(id) ? [title] : []))
  if (titles.length === 0) return null
  return localise((lang) => titles.map((title) => title[lang]).join(lang === 'zh' ? '、' : '; '))
}
