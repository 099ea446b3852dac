import type { Site } from '../compose/site.ts'
import type { CellKind } from '../downloads/download-columns.ts'
import { listDownloadColumns, listStoredColumns } from '../downloads/download-columns.ts'
import type { Manifest } from '../store/manifest.ts'
import { listDatasets, tablesOf } from '../views/dataset-page.ts'
import { addressesOf } from './addresses.ts'

/**
 * `croissant.json` (MLCommons Croissant 1.1): the tables of figures as record sets over their CSV files. Registers and ledgers
 * are left out: rows of documents are no records to learn from.
 */
export function renderCroissant(site: Site, base: string, files: Manifest): string {
  const to = addressesOf(site, base)
  const { settings, published } = site
  const tables = listDatasets(site)
    .flatMap((contract) => tablesOf(site, contract.id))
    .filter(({ spec }) => spec.kind === 'figures')
    .map((table) => ({ table, id: `${table.contract.id}-${table.id}` }))
  const last = published.releases.at(-1)
  const organisation = { '@type': 'sc:Organization', name: settings.publisher.zh, url: to.resolveFile('/') }
  return `${JSON.stringify(
    {
      '@context': CONTEXT,
      '@type': 'sc:Dataset',
      conformsTo: 'http://mlcommons.org/croissant/1.1',
      name: to.host,
      description: `${settings.description.zh}${settings.demonstration?.sentence.zh ?? ''}`,
      license: settings.licence.url,
      // One BibTeX entry, as the specification has it (Croissant 1.1, citeAs).
      citeAs: `@misc{${to.host.replaceAll(/[^a-z0-9]/g, '')}${last?.release ?? 0}, title = {${settings.title.zh}}, author = {{${settings.publisher.zh}}}, year = {${last?.date.slice(0, 4) ?? ''}}, url = {${to.resolvePage('/data/', 'zh')}}}`,
      url: to.resolvePage('/data/', 'zh'),
      version: `${last?.release ?? 0}.0.0`,
      datePublished: last?.date,
      creator: organisation,
      publisher: organisation,
      inLanguage: ['zh'],
      distribution: tables.flatMap(({ table, id }) => {
        const file = files.find(({ path }) => path === `${table.contract.id}/${id}.csv`)
        if (!file) return []
        return [
          {
            '@type': 'cr:FileObject',
            '@id': `${id}.csv`,
            name: `${id}.csv`,
            description: `${table.contract.title.zh}：${table.spec.title.zh}`,
            contentUrl: to.resolveFile(`/data/${file.path}`),
            encodingFormat: 'text/csv',
            sha256: file.sha256,
            contentSize: `${file.bytes} B`,
          },
        ]
      }),
      recordSet: tables.map(({ table, id }) => {
        const columns = listStoredColumns(listDownloadColumns(table.contract, table.spec))
        return {
          '@type': 'cr:RecordSet',
          '@id': id,
          name: id,
          description: `${table.contract.title.zh}：${table.spec.title.zh}`,
          key: columns.filter(({ isKey }) => isKey).map((column) => ({ '@id': `${id}/${column.id}` })),
          field: columns.map(({ id: name, names, unit, kind }) => ({
            '@type': 'cr:Field',
            '@id': `${id}/${name}`,
            name,
            description: `${names.zh}${unit?.zh ? `（${unit.zh}）` : ''}`,
            dataType: TYPES[kind],
            source: { fileObject: { '@id': `${id}.csv` }, extract: { column: name } },
          })),
        }
      }),
    },
    null,
    1,
  )}\n`
}

const TYPES: Record<CellKind, string> = {
  text: 'sc:Text',
  // A column with blanks is read as fractions by the programs there are; whole numbers stay whole in it.
  integer: 'sc:Float',
  decimal: 'sc:Float',
  date: 'sc:Date',
}

const CONTEXT = {
  '@language': 'zh',
  '@vocab': 'https://schema.org/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  equivalentProperty: 'cr:equivalentProperty',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileProperty: 'cr:fileProperty',
  fileObject: 'cr:fileObject',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  samplingRate: 'cr:samplingRate',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
}
