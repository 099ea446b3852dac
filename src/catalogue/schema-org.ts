import { comparePeriods, getFirstDay, getLastDay } from '../calendar/period.ts'
import type { Site } from '../compose/site.ts'
import type { Contract } from '../contracts/contract.ts'
import { describeDataset } from '../downloads/dataset-facts.ts'
import type { Manifest } from '../store/manifest.ts'
import type { Lang } from '../text/local-text.ts'
import { describeUnit } from '../text/units.ts'
import { listDatasets, tablesOf } from '../views/dataset-page.ts'
import { addressesOf } from './addresses.ts'
import { joinDescription } from './dcat.ts'
import { findFormat, listDistributions } from './distributions.ts'

/** A dataset for search engines (schema.org/Dataset), as JSON for a page in one language. Null without a public address. */
export function describeForSearchEngines(
  site: Site,
  contract: Contract,
  { base, files, lang }: { base: string; files: Manifest; lang: Lang },
): string | null {
  if (site.settings.url === undefined) return null
  const facts = describeDataset(site, contract, base)
  const to = addressesOf(site, base)
  const tables = tablesOf(site, contract.id)
  const periods = tables.flatMap((table) => table.periods).toSorted(comparePeriods)
  const organisation = {
    '@type': 'Organization',
    name: facts.publisher[lang],
    url: to.resolvePage('/about/', lang),
  }
  const measures = new Map(tables.flatMap(({ spec }) => Object.entries(spec.measures)))
  return escapeScript({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': `${to.resolvePage(`/data/${contract.id}/`, 'zh')}#dataset`,
    name: facts.title[lang],
    alternateName: facts.title[lang === 'zh' ? 'en' : 'zh'],
    description: joinDescription(facts)[lang],
    inLanguage: ['zh-Hans', 'en'],
    url: to.resolvePage(`/data/${contract.id}/`, lang),
    identifier: contract.id,
    ...(facts.licence.url ? { license: facts.licence.url } : {}),
    isAccessibleForFree: true,
    creator: organisation,
    publisher: organisation,
    datePublished: facts.issued,
    dateModified: facts.released,
    ...(periods.length > 0
      ? { temporalCoverage: `${getFirstDay(periods[0] ?? '')}/${getLastDay(periods.at(-1) ?? '')}` }
      : {}),
    ...(contract.synonyms ? { keywords: contract.synonyms } : {}),
    variableMeasured: [...measures].map(([name, measure]) => ({
      '@type': 'PropertyValue',
      name,
      description: measure.names[lang],
      unitText: describeUnit(measure.unit)[lang],
    })),
    includedInDataCatalog: {
      '@type': 'DataCatalog',
      '@id': to.resolveFile('/#catalog'),
      name: site.settings.title[lang],
    },
    distribution: listDistributions(contract.id, files).map(({ path, bytes, sha256 }) => ({
      '@type': 'DataDownload',
      name: path.slice(path.indexOf('/') + 1),
      encodingFormat: findFormat(path).mediaType,
      contentUrl: to.resolveFile(`/data/${path}`),
      contentSize: `${bytes} B`,
      sha256,
    })),
  })
}

/** The catalogue for search engines (schema.org/DataCatalog). Null without a public address. */
export function describeCatalogue(site: Site, base: string, lang: Lang): string | null {
  if (site.settings.url === undefined) return null
  const to = addressesOf(site, base)
  return escapeScript({
    '@context': 'https://schema.org/',
    '@type': 'DataCatalog',
    '@id': to.resolveFile('/#catalog'),
    name: site.settings.title[lang],
    description: site.settings.description[lang],
    url: to.resolvePage('/data/', lang),
    license: site.settings.licence.url,
    publisher: { '@type': 'Organization', name: site.settings.publisher[lang] },
    dataset: listDatasets(site).map(({ id, title }) => ({
      '@type': 'Dataset',
      '@id': `${to.resolvePage(`/data/${id}/`, 'zh')}#dataset`,
      name: title[lang],
      url: to.resolvePage(`/data/${id}/`, lang),
    })),
  })
}

/** JSON for a `<script>`: no text of it can end the element. */
function escapeScript(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
