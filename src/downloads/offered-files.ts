import type { Site } from '../compose/site.ts'
import type { Manifest, ManifestFile } from '../store/manifest.ts'
import type { PublishedTable, Release } from '../store/published-tables.ts'
import { formatNumber } from '../text/format.ts'
import type { LocalText } from '../text/local-text.ts'
import { makeFileAddress } from '../views/address.ts'
import { tablesOf } from '../views/dataset-page.ts'
import { listDownloadColumns } from './download-columns.ts'
import { PERIOD_FORMATS } from './period-files.ts'
import { listReleaseBundles, listReleasePackages } from './release-packages.ts'
import { listSnippets, type Snippet } from './snippets.ts'
import { WHOLE_BUNDLE } from './whole-bundle.ts'

/** A file as a page offers it. */
interface OfferedFile {
  label: string
  /** Site path: `/data/cases/cases-flow.parquet`. */
  path: string
  bytes: number
}

/** The same of one period, with the name under which it is saved: `cases-flow-2026-10.1.xlsx`. */
interface PeriodOffer extends OfferedFile {
  saved: string
}

/** Files of a dataset: a row a table with the formats that it has, and those that hold all of its tables. */
interface OfferedFiles {
  formats: readonly string[]
  tables: { id: string; title: LocalText; files: (OfferedFile | null)[] }[]
  whole: OfferedFile[]
}

/** Names of formats, by the end of the file's name. */
const LABELS = {
  csv: 'CSV',
  'excel.csv': 'CSV (Excel)',
  xlsx: 'XLSX',
  json: 'JSON',
  parquet: 'Parquet',
  'jsonstat.json': 'JSON-stat',
} as const

/** Formats of a file that holds one table; a workbook holds every table of a dataset, or one period. */
const TABLE_FORMATS = ['csv', 'excel.csv', 'json', 'parquet', 'jsonstat.json'] as const

/** Null where this build has derived no files of the dataset: the pages are then being written by hand. */
export function listOfferedFiles(site: Site, dataset: string, files: Manifest): OfferedFiles | null {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const offer = (label: string, name: string): OfferedFile | null => {
    const found = byPath.get(`${dataset}/${name}`)
    return found ? buildOffer(label, found) : null
  }
  const whole = [
    offer('XLSX', `${dataset}.xlsx`),
    offer('ZIP', `${dataset}.zip`),
    offer('datapackage.json', 'datapackage.json'),
    offer('csv-metadata.json', 'csv-metadata.json'),
    offer('README', 'README.md'),
  ].filter((file) => file !== null)
  if (whole.length === 0) return null
  return {
    formats: TABLE_FORMATS.map((end) => LABELS[end]),
    tables: tablesOf(site, dataset).map(({ id, spec }) => ({
      id,
      title: spec.title,
      files: TABLE_FORMATS.map((end) => offer(LABELS[end], `${dataset}-${id}.${end}`)),
    })),
    whole,
  }
}

/** A period's file and the same in the formats that this build has: `/data/cases/flow/2026-10.1.csv`, `….xlsx`. */
export function listPeriodOffers(
  { path, bytes }: Pick<ManifestFile, 'path' | 'bytes'>,
  files: Manifest,
): PeriodOffer[] {
  const known = mapSizes(files)
  const stem = path.replace(/\.csv$/, '')
  const offer = (end: keyof typeof LABELS, size: number | undefined): PeriodOffer[] => {
    if (size === undefined) return []
    return [
      { label: LABELS[end], path: `/data/${stem}.${end}`, bytes: size, saved: `${stem.replaceAll('/', '-')}.${end}` },
    ]
  }
  return [...offer('csv', bytes), ...PERIOD_FORMATS.flatMap((end) => offer(end, known.get(`${stem}.${end}`)))]
}

/** The periods of a table as a page lists them: the formats that any of them has, and a file a format, or null. */
export function listPeriodTable(table: PublishedTable, files: Manifest) {
  const periods = table.periods.flatMap((period) => {
    const file = table.files.get(period)
    return file ? [{ period, file, offers: listPeriodOffers(file, files) }] : []
  })
  const formats = [...new Set(periods.flatMap(({ offers }) => offers.map(({ label }) => label)))]
  const rows = periods.map(({ offers, ...rest }) => ({
    ...rest,
    offers: formats.map((format) => offers.find(({ label }) => label === format) ?? null),
  }))
  return { formats, rows }
}

/** Sizes of the files of a manifest, gathered once: a page asks for each of its periods. */
function mapSizes(files: Manifest): ReadonlyMap<string, number> {
  const before = SIZES.get(files)
  if (before) return before
  const sizes = new Map(files.map(({ path, bytes }) => [path, bytes]))
  SIZES.set(files, sizes)
  return sizes
}

const SIZES = new WeakMap<Manifest, ReadonlyMap<string, number>>()

/** The lines for a published table as the page of its dataset prints them. */
export function listTableSnippets(site: Site, { contract, id, spec }: PublishedTable, base: string): Snippet[] {
  const file = `${contract.id}-${id}.csv`
  const path = makeFileAddress(base, `/data/${contract.id}/${file}`)
  const { url } = site.settings
  return listSnippets(file, listDownloadColumns(contract, spec), url === undefined ? path : new URL(path, url).href)
}

/** The package of everything; null where none was made. */
export function findWholeBundle(files: Manifest): OfferedFile | null {
  const found = files.find(({ path }) => path === WHOLE_BUNDLE)
  return found ? buildOffer('ZIP', found) : null
}

/** All of a dataset as it was after each release that touched it, by the number of the release. */
export function mapReleaseOffers(site: Site, dataset: string, files: Manifest): ReadonlyMap<number, ReleaseOffer> {
  const packages = listReleasePackages(site.published, dataset)
  const offers = packages.map((pack) => ({ ...pack, path: `${dataset}/${pack.name}`, isLess: pack.without !== null }))
  return new Map(listMade(offers, files).map((offer) => [offer.release.release, offer]))
}

/** Everything as it was after each release, the newest first. */
export function listBundleOffers(site: Site, files: Manifest): ReleaseOffer[] {
  const bundles = listReleaseBundles(site.published).toReversed()
  return listMade(
    bundles.map(({ release, name }) => ({ release, path: name, isLess: name.includes('.without-') })),
    files,
  )
}

/** A package of one release, whose bytes never change. */
interface ReleaseOffer extends OfferedFile {
  release: Release
  /** True where something that belonged to it has been taken out since. */
  isLess: boolean
}

function listMade(
  offers: readonly Pick<ReleaseOffer, 'release' | 'path' | 'isLess'>[],
  files: Manifest,
): ReleaseOffer[] {
  const sizes = mapSizes(files)
  return offers.flatMap(({ release, path, isLess }) => {
    const bytes = sizes.get(path)
    return bytes === undefined ? [] : [{ ...buildOffer('ZIP', { path, bytes }), release, isLess }]
  })
}

/** How such a package is named beside its release. */
export const RELEASE_OFFER_WORDS = {
  one: { zh: '当时的全部数据', en: 'All data as of this release' },
  all: { zh: '历次发布时的数据', en: 'Data as of each release' },
  note: {
    zh: '以下各压缩包是某次发布之后的全部数据，内容和地址不再改变。',
    en: 'Each archive holds all data as of one release; neither its content nor its address changes.',
  },
  less: { zh: '后来撤下的除外', en: 'without what was withdrawn since' },
} as const

function buildOffer(label: string, { path, bytes }: Pick<ManifestFile, 'path' | 'bytes'>): OfferedFile {
  return { label, path: `/data/${path}`, bytes }
}

/** `217 kB`, `1.3 MB`: units of a thousand, as browsers show them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  if (bytes < 999_500) return `${formatNumber(bytes / 1_000, 0)} kB`
  return `${formatNumber(bytes / 1_000_000, 1)} MB`
}
