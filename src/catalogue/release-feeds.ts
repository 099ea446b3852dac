import { memoisePerSite } from '../compose/once.ts'
import { listPlacesWithPages, type Site } from '../compose/site.ts'
import type { RevisionChanges } from '../store/compare-revisions.ts'
import { escapeXml } from '../text/escape-xml.ts'
import type { Lang } from '../text/local-text.ts'
import { listReleases, type ReleaseEntry } from '../views/changes-page.ts'
import { listDatasets } from '../views/dataset-page.ts'
import { CORRECTIONS_FEED, feedOfDataset, feedOfPlace, RELEASES_FEED } from '../views/feed-paths.ts'
import { listChangedCells, listPairs, listRevisedPeriods } from '../views/revisions.ts'
import { addressesOf } from './addresses.ts'
import { listReleasesOf } from './place-releases.ts'

/** Cells of a correction that an entry lists; the page of revisions has all of them. */
const CELLS_MAX = 50

/** A feed: its path below the site without the ending, its title, its releases, the newest first. */
interface Feed {
  path: string
  title: string
  /** Page of the site that it belongs to. */
  home: string
  entries: readonly ReleaseEntry[]
  /** Code of the place that it is about: of a correction it lists the cells of that place alone. */
  place?: string
}

/**
 * Atom (RFC 4287) and JSON Feed 1.1 of all releases, of those of each dataset and place, and of corrections alone, in both
 * languages.
 * A release has the same id in every feed of a language.
 */
export function renderFeeds(site: Site, base: string): { path: string; text: string }[] {
  return (['zh', 'en'] as const).flatMap((lang) =>
    listFeeds(site, lang).flatMap((feed) => [
      { path: `${feed.path}.atom`, text: renderAtom(feed, { site, base, lang }) },
      { path: `${feed.path}.json`, text: renderJsonFeed(feed, { site, base, lang }) },
    ]),
  )
}

interface FeedContext {
  site: Site
  base: string
  lang: Lang
}

function listFeeds(site: Site, lang: Lang): Feed[] {
  const releases = listReleases(site)
  const name = (part: string) => `${site.settings.title[lang]}${lang === 'zh' ? '：' : ': '}${part}`
  const localisePath = (path: string) => `${lang === 'zh' ? '' : 'en/'}${path}`
  return [
    { path: localisePath(RELEASES_FEED), title: site.settings.title[lang], home: '/changes/', entries: releases },
    {
      path: localisePath(CORRECTIONS_FEED),
      title: name(lang === 'zh' ? '更正与撤下' : 'corrections and withdrawals'),
      home: '/changes/',
      entries: releases.filter(({ isCorrection }) => isCorrection),
    },
    ...listDatasets(site).map(({ id, title }) => ({
      path: localisePath(feedOfDataset(id)),
      title: name(title[lang]),
      home: `/data/${id}/`,
      entries: releases.filter(({ datasets }) => datasets.some(({ contract }) => contract.id === id)),
    })),
    ...listPlacesWithPages(site).map((place) => ({
      path: localisePath(feedOfPlace(place.code)),
      title: name(place.names[lang]),
      home: `/places/${place.code}/`,
      entries: listReleasesOf(site, releases, place),
      place: place.code,
    })),
  ]
}

function renderAtom({ path, title, home, entries, place }: Feed, context: FeedContext): string {
  const { site, base, lang } = context
  const to = addressesOf(site, base)
  const tag = lang === 'zh' ? 'zh-Hans' : 'en'
  const self = to.resolveFile(`/${path}.atom`)
  const items = entries.map((entry) => {
    const when = timeOf(entry)
    return `  <entry>
    <id>${idOf(entry, context)}</id>
    <title>${escapeXml(entry.title[lang])}</title>
    <link rel="alternate" type="text/html" hreflang="${tag}" href="${addressOf(entry, context)}"/>
    <published>${when}</published>
    <updated>${when}</updated>
    <content type="text">${escapeXml(describeEntry(entry, context, place))}</content>
  </entry>\n`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${tag}">
  <id>${self}</id>
  <title>${escapeXml(title)}</title>
  <link rel="self" type="application/atom+xml" href="${self}"/>
  <link rel="alternate" type="text/html" hreflang="${tag}" href="${to.resolvePage(home, lang)}"/>
  <author><name>${escapeXml(site.settings.publisher[lang])}</name></author>
  <rights>${escapeXml(site.settings.licence.name)}</rights>
  <updated>${timeOf(entries[0] ?? listReleases(site)[0])}</updated>
${items.join('')}</feed>
`
}

function renderJsonFeed({ path, title, home, entries, place }: Feed, context: FeedContext): string {
  const { site, base, lang } = context
  const to = addressesOf(site, base)
  const tag = lang === 'zh' ? 'zh-Hans' : 'en'
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title,
      home_page_url: to.resolvePage(home, lang),
      feed_url: to.resolveFile(`/${path}.json`),
      language: tag,
      authors: [{ name: site.settings.publisher[lang] }],
      items: entries.map((entry) => ({
        id: idOf(entry, context),
        url: addressOf(entry, context),
        title: entry.title[lang],
        content_text: describeEntry(entry, context, place),
        date_published: timeOf(entry),
        date_modified: timeOf(entry),
        language: tag,
        tags: entry.datasets.map(({ contract }) => contract.title[lang]),
      })),
    },
    null,
    1,
  )}\n`
}

/** A tag (RFC 4151) of the release: it stays the same wherever the site moves to below its host. */
function idOf({ release }: ReleaseEntry, { site, base, lang }: FeedContext): string {
  const year = site.published.releases[0]?.date.slice(0, 4) ?? ''
  return `tag:${addressesOf(site, base).host},${year}:${lang === 'en' ? 'en/' : ''}releases/${release.release}`
}

function addressOf({ anchor }: ReleaseEntry, { site, base, lang }: FeedContext): string {
  return `${addressesOf(site, base).resolvePage('/changes/', lang)}#${anchor}`
}

/** The log knows days, not hours. */
function timeOf(entry: ReleaseEntry | undefined): string {
  return `${entry?.release.date ?? '1970-01-01'}T00:00:00+08:00`
}

/** What the release did, dataset by dataset, and of a correction each cell with its old and its new value. */
function describeEntry(entry: ReleaseEntry, context: FeedContext, place: string | undefined): string {
  const { lang } = context
  const words = WORDS[lang]
  const lines = entry.datasets.flatMap(({ contract, added, corrected, withdrawn }) =>
    (
      [
        [words.added, added],
        [words.corrected, corrected],
        [words.withdrawn, withdrawn],
      ] as const
    ).flatMap(([label, what]) => (what ? [`${contract.title[lang]}${words.colon}${label}${what[lang]}`] : [])),
  )
  const cells = listCorrectedCells(entry, context, place)
  const more = cells.length > CELLS_MAX ? [words.sayMore(cells.length - CELLS_MAX)] : []
  return [entry.says[lang], ...lines, ...cells.slice(0, CELLS_MAX), ...more].join('\n')
}

function listCorrectedCells(
  { release, datasets }: ReleaseEntry,
  { site, lang }: FeedContext,
  place: string | undefined,
): string[] {
  return datasets.flatMap(({ contract, corrected }) =>
    corrected === null
      ? []
      : listChangesOf(site, contract.id, String(release.release)).flatMap(({ revised, changes }) =>
          listChangedCells(site, revised, keepPlace(changes, place)).map(
            ({ name, what, column, before, after }) => `${name} ${what[lang]} ${column[lang]} ${before} → ${after}`,
          ),
        ),
  )
}

/** What a release changed in a dataset, each table and period against the revision before. */
const listChangesOf = memoisePerSite((site, dataset: string, release: string) =>
  listRevisedPeriods(site, dataset).flatMap((revised) =>
    listPairs(site, revised)
      .filter(({ from, to }) => String(to.release.release) === release && from.file.revision === to.file.revision - 1)
      .flatMap(({ changes }) => (changes ? [{ revised, changes }] : [])),
  ),
)

function keepPlace(changes: RevisionChanges, place: string | undefined): RevisionChanges {
  if (place === undefined) return changes
  return { ...changes, cells: changes.cells.filter(({ key }) => Object.values(key).includes(place)) }
}

const WORDS = {
  zh: { colon: '：', added: '新增', corrected: '更正', withdrawn: '撤下', sayMore: (n: number) => `另有${n}处` },
  en: {
    colon: ': ',
    added: 'added ',
    corrected: 'corrected ',
    withdrawn: 'withdrawn ',
    sayMore: (n: number) => `and ${n} more`,
  },
} as const
