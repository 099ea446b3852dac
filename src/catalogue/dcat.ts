import type { Frequency } from '../calendar/period.ts'
import { comparePeriods, getFirstDay, getLastDay } from '../calendar/period.ts'
import type { Site } from '../compose/site.ts'
import type { Contract } from '../contracts/contract.ts'
import { type DatasetFacts, describeDataset } from '../downloads/dataset-facts.ts'
import type { Manifest, ManifestFile } from '../store/manifest.ts'
import type { LocalText } from '../text/local-text.ts'
import { listDatasets, tablesOf } from '../views/dataset-page.ts'
import { addressesOf } from './addresses.ts'
import { findFormat, listDistributions } from './distributions.ts'

/**
 * `catalog.jsonld`: DCAT 3 as DCAT-AP 3 wants it. The context is inline, so that nothing is fetched; what a class is asked of
 * (publisher, contact, licence, theme) states it here, since shapes look at this file alone.
 */
export function renderCatalog(site: Site, base: string, files: Manifest): string {
  const to = addressesOf(site, base)
  const { settings, published } = site
  const last = published.releases.at(-1)?.date ?? ''
  const first = published.releases[0]?.date ?? last
  const publisher = agentOf(to.resolveFile('/#publisher'), settings.publisher)
  return `${JSON.stringify(
    {
      '@context': CONTEXT,
      '@id': to.resolveFile('/#catalog'),
      '@type': 'dcat:Catalog',
      'dct:title': toLanguageStrings(settings.title),
      'dct:description': toLanguageStrings(settings.description),
      'dct:publisher': publisher,
      'dct:language': LANGUAGES,
      'dct:license': licenceOf(settings.licence.url),
      'foaf:homepage': { '@id': to.resolveFile('/'), '@type': 'foaf:Document' },
      'dct:issued': dayOf(first),
      'dct:modified': dayOf(last),
      'dcat:themeTaxonomy': THEMES,
      'dcat:dataset': listDatasets(site).map((contract) => buildDataset(site, contract, { base, files, publisher })),
    },
    null,
    1,
  )}\n`
}

function buildDataset(
  site: Site,
  contract: Contract,
  { base, files, publisher }: { base: string; files: Manifest; publisher: object },
) {
  const facts = describeDataset(site, contract, base)
  const to = addressesOf(site, base)
  const page = to.resolvePage(`/data/${contract.id}/`, 'zh')
  const periods = tablesOf(site, contract.id)
    .flatMap((table) => table.periods)
    .toSorted(comparePeriods)
  const own = site.settings.datasets?.[contract.id]?.publisher
  return {
    '@id': `${page}#dataset`,
    '@type': 'dcat:Dataset',
    'dct:title': toLanguageStrings(facts.title),
    'dct:description': toLanguageStrings(joinDescription(facts)),
    'dct:identifier': contract.id,
    ...(contract.synonyms
      ? { 'dcat:keyword': contract.synonyms.map((word) => ({ '@value': word, '@language': 'zh' })) }
      : {}),
    'dct:publisher': own ? agentOf(`${page}#publisher`, own) : publisher,
    'dcat:contactPoint': {
      '@id': to.resolveFile('/#contact'),
      '@type': ['vcard:Organization', 'vcard:Kind'],
      'vcard:fn': site.settings.publisher.zh,
      'vcard:hasURL': { '@id': to.resolvePage('/about/', 'zh') },
    },
    'dct:language': LANGUAGES,
    'dct:issued': dayOf(facts.issued),
    'dct:modified': dayOf(facts.released),
    ...(FREQUENCIES[contract.frequency]
      ? { 'dct:accrualPeriodicity': buildAuthority('frequency', FREQUENCIES[contract.frequency], 'dct:Frequency') }
      : {}),
    ...(periods.length > 0
      ? {
          'dct:temporal': {
            '@type': 'dct:PeriodOfTime',
            'dcat:startDate': dayOf(getFirstDay(periods[0] ?? '')),
            'dcat:endDate': dayOf(getLastDay(periods.at(-1) ?? '')),
          },
        }
      : {}),
    'dcat:theme': THEME,
    'dct:accessRights': buildAuthority('access-right', 'PUBLIC', 'dct:RightsStatement'),
    'dcat:landingPage': { '@id': page, '@type': 'foaf:Document' },
    'dcat:distribution': listDistributions(contract.id, files).map((file) =>
      buildDistribution(file, facts, to.resolveFile),
    ),
  }
}

function buildDistribution(file: ManifestFile, facts: DatasetFacts, address: (path: string) => string) {
  const { name, mediaType, fileType } = findFormat(file.path)
  const url = address(`/data/${file.path}`)
  return {
    '@id': `${url}#distribution`,
    '@type': 'dcat:Distribution',
    'dct:title': toLanguageStrings({ zh: `${facts.title.zh}：${name}`, en: `${facts.title.en}: ${name}` }),
    'dcat:accessURL': { '@id': facts.address ?? url },
    'dcat:downloadURL': { '@id': url },
    'dct:format': buildAuthority('file-type', fileType, 'dct:MediaTypeOrExtent'),
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaType}`, '@type': 'dct:MediaType' },
    // A number of JSON would be an xsd:integer, which the shapes refuse.
    'dcat:byteSize': { '@value': String(file.bytes), '@type': 'xsd:nonNegativeInteger' },
    ...(facts.licence.url ? { 'dct:license': licenceOf(facts.licence.url) } : {}),
    'dct:language': LANGUAGES,
    'dct:issued': dayOf(facts.released),
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256', '@type': 'spdx:ChecksumAlgorithm' },
      'spdx:checksumValue': { '@value': file.sha256, '@type': 'xsd:hexBinary' },
    },
  }
}

/** The description, and that the figures are invented where they are. */
export function joinDescription({ description, demonstration }: DatasetFacts): LocalText {
  if (!demonstration) return description
  return { zh: `${description.zh}${demonstration.zh}`, en: `${description.en} ${demonstration.en}` }
}

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  spdx: 'http://spdx.org/rdf/terms#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

const AUTHORITY = 'http://publications.europa.eu/resource/authority'

const LANGUAGES = ['ZHO', 'ENG'].map((code) => buildAuthority('language', code, 'dct:LinguisticSystem'))

const THEMES = {
  '@id': `${AUTHORITY}/data-theme`,
  '@type': 'skos:ConceptScheme',
  'dct:title': toLanguageStrings({ zh: '数据主题', en: 'Data theme' }),
}

const THEME = {
  ...buildAuthority('data-theme', 'GOVE', 'skos:Concept'),
  'skos:prefLabel': toLanguageStrings({ zh: '政府与公共部门', en: 'Government and public sector' }),
}

/** Codes of the EU’s list of frequencies: MONTHLY_2 is twice a month, ANNUAL_2 twice a year. */
const FREQUENCIES: Partial<Record<Frequency, string>> = {
  week: 'WEEKLY',
  'half-month': 'MONTHLY_2',
  month: 'MONTHLY',
  quarter: 'QUARTERLY',
  'half-year': 'ANNUAL_2',
  year: 'ANNUAL',
  occasional: 'IRREG',
}

function buildAuthority(list: string, code: string | undefined, type: string) {
  return { '@id': `${AUTHORITY}/${list}/${code}`, '@type': type }
}

function agentOf(id: string, names: LocalText) {
  return { '@id': id, '@type': ['foaf:Agent'], 'foaf:name': toLanguageStrings(names) }
}

function licenceOf(url: string) {
  return { '@id': url, '@type': 'dct:LicenseDocument' }
}

function toLanguageStrings({ zh, en }: LocalText) {
  return [
    { '@value': zh, '@language': 'zh' },
    { '@value': en, '@language': 'en' },
  ]
}

function dayOf(day: string) {
  return { '@value': day, '@type': 'xsd:date' }
}
