import { addDays } from '../calendar/days.ts'
import { getLastDay } from '../calendar/period.ts'
import type { Place } from '../codes/places.ts'
import { findNewestPeriod, listPlacesWithPages, type Site } from '../compose/site.ts'
import { describeWholeWithdrawal } from '../compose/withdrawal-words.ts'
import { formatDay, formatPeriod } from '../text/format.ts'
import type { LocalText } from '../text/local-text.ts'
import { localise, t } from '../text/ui.ts'
import { figurePathOf } from './figure-id.ts'
import type { Frame } from './page-frame.ts'
import { describeRegister } from './permit-page.ts'
import { buildReportFrame, listReportMonths, reportPathOf } from './report-page.ts'
import { listRetiredFigures } from './retired-figures.ts'

/** An address without a page of its own: an address that once had a page, or a name for whatever is newest. */
interface MovedPage {
  frame: Frame
  /** What came of it. */
  says: LocalText
  /** Where its reader goes on; the first is what took its place. */
  links: { label: LocalText; path: string }[]
  /** The reader is led on without a click: the address is only a name for another. */
  atOnce: boolean
}

/** Every such address of the site, by path: abolished places, what the portal says has moved, and the newest of a kind. */
export function listMovedPages(site: Site): MovedPage[] {
  return [
    ...listAbolishedPlaces(site),
    ...listRenamed(site),
    ...listWithdrawn(site),
    ...listLatest(site),
    ...listFiguresNoLongerMade(site),
  ].toSorted((a, b) => (a.frame.path < b.frame.path ? -1 : 1))
}

/** Places that had ended by the newest day that anything is published for. Old documents may hold their addresses. */
function listAbolishedPlaces(site: Site): MovedPage[] {
  if (site.settings.city === undefined) return []
  const day = getLastDay(findNewestPeriod(site))
  const withPages = new Set(listPlacesWithPages(site).map((place) => place.code))
  return site.places.all
    .filter((place) => place.to !== null && place.to < day && !withPages.has(place.code))
    .map((place) => describeAbolished(site, place, withPages))
}

function describeAbolished(site: Site, place: Place, withPages: ReadonlySet<string>): MovedPage {
  const successor = findSuccessor(site, place, withPages)
  const ended = addDays(place.to ?? '', 1)
  const joined = successor
    ? {
        zh: `，并入${successor.names.zh}（${successor.code}）`,
        en: ` and became part of ${successor.names.en} (${successor.code})`,
      }
    : { zh: '', en: '' }
  const places = { label: localise((lang) => t(lang, 'places')), path: '/places/' }
  return {
    frame: {
      path: placePathOf(place.code),
      title: { zh: `${place.names.zh}（已撤销）`, en: `${place.names.en} (abolished)` },
      description: {
        zh: `${place.names.zh}（${place.code}）已于${formatDay(ended, 'zh')}撤销${joined.zh}。`,
        en: `${place.names.en} (${place.code}) was abolished on ${formatDay(ended, 'en')}${joined.en}.`,
      },
      crumbs: [places],
      room: 'places',
      search: { kind: 'place' },
    },
    says: {
      zh: '撤销前的文件若列有它，仍用当时的代码；已发布的文件不因区划调整而改写。',
      en: 'Files from before that list it keep its code; nothing published is rewritten when boundaries change.',
    },
    links: [...(successor ? [{ label: successor.names, path: placePathOf(successor.code) }] : []), places],
    atOnce: false,
  }
}

/** The place that has a page today, whatever lay between: a successor may have been merged in its turn. */
function findSuccessor(site: Site, place: Place, withPages: ReadonlySet<string>): Place | null {
  const seen = new Set<string>()
  for (
    let next: Place | undefined = place;
    next && !seen.has(next.code);
    next = site.places.get(next.successor ?? '')
  ) {
    if (withPages.has(next.code)) return next
    seen.add(next.code)
  }
  return null
}

function placePathOf(code: string): string {
  return `/places/${code}/`
}

/** What `moved` of site.yaml says: renamed datasets, pages that went elsewhere. */
function listRenamed(site: Site): MovedPage[] {
  return (site.settings.moved ?? []).map(({ from, to, on, title, because }) => {
    const label = site.contracts.get(/^\/data\/([^/]+)\/$/.exec(to)?.[1] ?? '')?.title ?? title
    return {
      frame: {
        path: from,
        title: { zh: `${title.zh}（已迁移）`, en: `${title.en} (moved)` },
        description: {
          zh: `${title.zh}已于${formatDay(on, 'zh')}迁到新地址。`,
          en: `${title.en} moved to a new address on ${formatDay(on, 'en')}.`,
        },
        crumbs: [],
        room: null,
        search: null,
      },
      says: because ?? { zh: '', en: '' },
      links: [{ label, path: to }],
      atOnce: false,
    }
  })
}

/** Their pictures may be in other people’s pages for years. */
function listFiguresNoLongerMade(site: Site): MovedPage[] {
  return listRetiredFigures(site).map(({ id, title, says, links }) => ({
    frame: {
      path: figurePathOf(id),
      title: { zh: `${title.zh}（不再制作）`, en: `${title.en} (no longer made)` },
      description: { zh: `${says.zh}。`, en: `${says.en}.` },
      crumbs: [],
      room: null,
      search: null,
    },
    says: { zh: '', en: '' },
    links,
    atOnce: false,
  }))
}

/** Datasets of which everything was taken out, and the register of permits: their pages say when and why. */
function listWithdrawn(site: Site): MovedPage[] {
  const ofDatasets = [...site.contracts.values()].flatMap((contract) =>
    describeTakenOut(site, { path: `/data/${contract.id}/`, title: contract.title, dataset: contract.id }),
  )
  const title = describeRegister({ path: '', label: { zh: '', en: '' } })
  return [...ofDatasets, ...describeTakenOut(site, { path: '/permits/', title, dataset: 'permits', table: 'register' })]
}

function describeTakenOut(
  site: Site,
  { path, title, dataset, table }: { path: string; title: LocalText; dataset: string; table?: string },
): MovedPage[] {
  const when = describeWholeWithdrawal(site.published, dataset, table)
  const topic = site.contracts.get(dataset)?.topic
  if (!when || topic === undefined) return []
  const linkTo = (key: 'data' | 'changes', to: string) => ({ label: localise((lang) => t(lang, key)), path: to })
  const data = linkTo('data', '/data/')
  return [
    {
      frame: {
        path,
        title: { zh: `${title.zh}（已撤下）`, en: `${title.en} (withdrawn)` },
        description: { zh: `${title.zh}${when.zh}。`, en: `${title.en} was ${when.en}.` },
        crumbs: [data],
        room: 'data',
        search: { kind: 'dataset', topic },
      },
      says: {
        zh: '文件已从网站和下载中删除；发布记录保留它们的名称和校验值。',
        en: 'The files are gone from the site and its downloads; the log of releases keeps their names and hashes.',
      },
      links: [linkTo('changes', '/changes/'), data],
      atOnce: false,
    },
  ]
}

/** `/reports/latest/`: a link that means whatever is newest. */
function listLatest(site: Site): MovedPage[] {
  const month = listReportMonths(site).at(-1)
  if (month === undefined) return []
  const { title } = buildReportFrame(site, month)
  return [
    {
      frame: {
        path: LATEST_REPORT,
        title: { zh: '最新一期公报', en: 'The newest bulletin' },
        description: {
          zh: `最新一期是${formatPeriod(month, 'zh')}。`,
          en: `The newest bulletin is for ${formatPeriod(month, 'en')}.`,
        },
        crumbs: [{ label: localise((lang) => t(lang, 'reports')), path: '/reports/' }],
        room: 'reports',
        search: null,
      },
      says: {
        zh: '这个地址总是通向最新一期；要引用某一期，请用那一期自己的地址。',
        en: 'This address always leads to the newest issue; to cite an issue, use its own address.',
      },
      links: [{ label: title, path: reportPathOf(month) }],
      atOnce: true,
    },
  ]
}

/** The address that always leads to the newest bulletin. */
const LATEST_REPORT = '/reports/latest/'
