import { describe, expect, test } from 'vitest'
import { toDayNumber } from '../../../src/calendar/days.ts'
import { listMachineFiles } from '../../../src/catalogue/machine-files.ts'
import { renderFeeds } from '../../../src/catalogue/release-feeds.ts'
import { describeForSearchEngines } from '../../../src/catalogue/schema-org.ts'
import { openSite } from '../../../src/compose/open-site.ts'
import { listPlacesWithPages } from '../../../src/compose/site.ts'
import { describeDataset } from '../../../src/downloads/dataset-facts.ts'
import { buildDatasetFiles } from '../../../src/downloads/dataset-files.ts'
import { sha256 } from '../../../src/store/disk.ts'
import { listDatasets } from '../../../src/views/dataset-page.ts'
import { findBadDays, findCroissantFaults, findHeadingFaults } from './machine-faults.ts'

const site = await openSite({ data: 'data', published: 'data/published', content: 'content' })
// The smaller datasets, one of them with a correction and a withdrawal.
const DATASETS = ['satisfaction', 'life-expectancy', 'ledger']
const built = listDatasets(site)
  .filter(({ id }) => DATASETS.includes(id))
  .flatMap((contract) =>
    buildDatasetFiles(site, contract, '/city/').map(({ path, content }) => ({
      path: `${contract.id}/${path}`,
      content,
    })),
  )
const manifest = built.map(({ path, content }) => ({ path, bytes: content.length, sha256: sha256(content) }))
const contentOf = (path: string) => new TextDecoder().decode(built.find((file) => file.path === path)?.content)
const files = new Map(listMachineFiles(site, '/city/', manifest).map(({ path, text }) => [path, text]))
const textOf = (path: string) => files.get(path) ?? ''
const ROOT = 'https://mingge.example/city/'

test('without a public address nothing names one', () => {
  const { url: _, ...settings } = site.settings
  const nameless = { ...site, settings }
  expect(listMachineFiles(nameless, '/', manifest)).toEqual([])
  const contract = listDatasets(site)[0]
  if (!contract) throw new Error('nothing published')
  expect(describeForSearchEngines(nameless, contract, { base: '/', files: manifest, lang: 'zh' })).toBeNull()
})

describe('what no outside program checks', () => {
  test('every download of the catalogue is a file of this build, with its size and hash; days are days', () => {
    const catalogue = JSON.parse(textOf('catalog.jsonld'))
    const datasets: Record<string, never>[] = catalogue['dcat:dataset']
    expect(datasets.length).toBe(listDatasets(site).length)
    const offered = datasets.flatMap(
      (dataset): Record<string, Record<string, string>>[] => dataset['dcat:distribution'] ?? [],
    )
    expect(offered.length).toBeGreaterThan(10)
    const named = offered.map((file) => [
      file['dcat:downloadURL']?.['@id']?.replace(`${ROOT}data/`, ''),
      file['dcat:byteSize']?.['@value'],
      (file['spdx:checksum'] as unknown as Record<string, { '@value': string }>)['spdx:checksumValue']?.['@value'],
    ])
    const known = manifest.map(({ path, bytes, sha256: hash }) => [path, String(bytes), hash])
    expect(known).toEqual(expect.arrayContaining(named))
    const catalogueText = textOf('catalog.jsonld')
    expect(findBadDays(catalogueText)).toEqual([])
    const days = [...catalogueText.matchAll(/"@value": "(\d[^"]*)",\s*"@type": "xsd:date"/g)]
    expect(days.length).toBeGreaterThan(10)
    const [typed = '', day = ''] = days[0] ?? []
    expect(findBadDays(catalogueText.replace(typed, typed.replace(day, '2026-11-31')))).toEqual(['no day: 2026-11-31'])
    expect(findBadDays(catalogueText.replace(typed, `"x": "${day}"`))).toEqual([`plain text: ${day}`])
  })

  test.each(DATASETS)('%s: CSVW, Data Package and CSV name the same columns, and say the sizes and hashes', (id) => {
    const csvw = contentOf(`${id}/csv-metadata.json`)
    const pack = contentOf(`${id}/datapackage.json`)
    const find = (changed: { csvw?: string; pack?: string }) =>
      findHeadingFaults(changed.csvw ?? csvw, changed.pack ?? pack, (path) => contentOf(`${id}/${path}`))
    expect(find({})).toEqual([])
    // A swapped column and a wrong one, which csvw and frictionless may call valid.
    const table = JSON.parse(csvw)
    const { columns } = table.tables[0].tableSchema
    columns.splice(0, 2, columns[1], columns[0])
    expect(find({ csvw: JSON.stringify(table) })).toHaveLength(1)
    expect(find({ pack: pack.replace('"name": "status"', '"name": "standing"') })).toHaveLength(1)
    expect(find({ pack: pack.replace(/sha256:[0-9a-f]/, 'sha256:x') })).toHaveLength(1)
  })

  test('hashes, columns and keys of Croissant are those of its files', () => {
    const croissant = textOf('croissant.json')
    const find = (text: string) =>
      findCroissantFaults(text, (name) => {
        const file = built.find(({ path }) => path.endsWith(`/${name}`))
        return file ? new TextDecoder().decode(file.content) : null
      })
    expect(find(croissant)).toEqual([])
    const { recordSet, distribution } = JSON.parse(croissant)
    const isBuilt = ({ '@id': id }: { '@id': string }) => built.some(({ path }) => path.endsWith(`/${id}.csv`))
    expect(recordSet.filter(isBuilt).length).toBeGreaterThan(1)
    const known = recordSet.findIndex(isBuilt)
    const records = recordSet[known]
    const change = (part: object) =>
      find(JSON.stringify({ distribution, recordSet: recordSet.with(known, { ...records, ...part }) }))
    expect(change({ key: records.key.slice(0, 1) })).toEqual([`${records['@id']}: a key is there twice`])
    expect(change({ key: [{ '@id': `${records['@id']}/none` }] })).toContain(`${records['@id']}: a blank in a key`)
    expect(change({ field: records.field.toReversed() })).toEqual([`${records['@id']}: fields`])
    const file = distribution.find(({ name }: { name: string }) => name === `${records['@id']}.csv`)
    expect(find(croissant.replace(file.sha256, '0'.repeat(64)))).toEqual([`${file.name}: hash`])
  })

  test('Croissant says how to cite all of it', () => {
    const { citeAs } = JSON.parse(textOf('croissant.json'))
    expect(citeAs).toMatch(
      /^@misc\{minggeexample\d+, title = \{[^{}]+\}, author = \{\{[^{}]+\}\}, year = \{20\d\d\}, url = \{https:[^{}]+\}\}$/,
    )
  })

  test('the map of the site has both languages of each page, and a day', () => {
    const urls = [...textOf('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc><lastmod>([^<]*)<\/lastmod>/g)]
    const pages = new Set(urls.map(([, page = '']) => page))
    expect(pages.size).toBe(urls.length)
    expect(pages.has(`${ROOT}data/satisfaction/`) && pages.has(`${ROOT}en/data/satisfaction/`)).toBe(true)
    expect(urls.map(([, , day = '']) => day).filter((day) => toDayNumber(day) === null)).toEqual([])
    const dayOf = new Map(urls.map(([, page = '', day]) => [page, day]))
    const released = listDatasets(site).map((contract) => [
      contract.id,
      describeDataset(site, contract, '/city/').released,
    ])
    expect(new Set(released.map(([, day]) => day)).size).toBeGreaterThan(1)
    expect(listDatasets(site).map(({ id }) => [id, dayOf.get(`${ROOT}data/${id}/`)])).toEqual(released)
    expect(textOf('robots.txt')).toContain(`Sitemap: ${ROOT}sitemap.xml`)
  })
})

test('lists for programs name pages and files that there are', () => {
  const pages = [...textOf('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, page = '']) => page)
  const known = new Set([...pages, ...[...files.keys(), 'data/releases.jsonl'].map((path) => `${ROOT}${path}`)])
  // Every dataset has a package, of which three are made here.
  const packages = listDatasets(site).map(({ id }) => `${ROOT}data/${id}/datapackage.json`)
  const named = ['llms.txt', 'robots.txt', 'opensearch.xml'].map((path) =>
    [...textOf(path).matchAll(/https:\/\/mingge\.example[^\s)"?]*/g)].map(([address]) => address),
  )
  expect(named.map(({ length }) => length)).toEqual([packages.length + 3, 1, 1])
  expect(named.flat().filter((address) => !known.has(address) && !packages.includes(address))).toEqual([])
  expect(textOf('opensearch.xml')).toContain(`template="${ROOT}search/?q={searchTerms}"`)
})

describe('feeds', () => {
  const readFeed = (path: string) =>
    JSON.parse(textOf(path)) as {
      items: { id: string; content_text: string; date_published: string; date_modified: string }[]
    }

  test('a correction has one id wherever it is, and its old and new values in it', () => {
    const all = readFeed('feeds/releases.json').items
    const corrections = readFeed('feeds/corrections.json').items
    expect(corrections.length).toBeGreaterThan(1)
    expect(corrections.length).toBeLessThan(all.length)
    for (const correction of corrections) expect(all).toContainEqual(correction)
    expect(corrections.filter(({ content_text: text }) => / → /.test(text)).length).toBeGreaterThan(0)
    expect(readFeed('feeds/satisfaction.json').items.every((item) => all.some(({ id }) => id === item.id))).toBe(true)
  })

  test('a place has the releases with its figures, and of a correction its own cells alone', () => {
    const all = readFeed('feeds/releases.json').items
    const places = listPlacesWithPages(site).map(({ code }) => ({
      code,
      items: readFeed(`feeds/places/${code}.json`).items,
    }))
    for (const { items } of places) {
      expect(items.length).toBeGreaterThan(0)
      expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(items.map(({ id }) => id)))
    }
    expect(places.filter(({ items }) => items.length < all.length).length).toBeGreaterThan(0)
  })

  test('a correction is in the feed of a place with its own cells alone', () => {
    const corrected = correctOneDistrict()
    const made = new Map(renderFeeds(corrected, '/').map(({ path, text }) => [path, text]))
    const linesOf = (path: string) =>
      (JSON.parse(made.get(path) ?? '') as { items: { content_text: string }[] }).items
        .flatMap(({ content_text: text }) => text.split('\n'))
        .filter((line) => line.startsWith('cases/flow/') && line.includes(' → '))
    expect(linesOf('feeds/places/990102.json').map((line) => line.split(' ')[0])).toEqual([
      'cases/flow/990102/2026-10/accepted',
    ])
    expect(linesOf('feeds/cases.json')).toEqual(linesOf('feeds/places/990102.json'))
    expect(linesOf('feeds/places/990101.json')).toEqual([])
  })

  test('every entry says when it was published and updated', () => {
    const atoms = [...files].filter(([path]) => path.endsWith('.atom'))
    expect(atoms.length).toBe((listDatasets(site).length + listPlacesWithPages(site).length + 2) * 2)
    for (const [, atom] of atoms) {
      const entries = atom.split('<entry>').slice(1)
      expect(entries.filter((entry) => !/<published>\d{4}-.*<\/published>\s*<updated>\d{4}-/.test(entry))).toEqual([])
    }
  })
})

/** The demonstration after one more release, in which one number of one district is another. */
function correctOneDistrict(): typeof site {
  const { published } = site
  const file = published.tables.get('cases/flow')?.files.get('2026-10')
  const last = published.releases.at(-1)
  if (!file || !last) throw new Error('nothing published')
  const text = published.textOf(file)
  const at = text.split('\n')[0]?.split(',').indexOf('accepted') ?? -1
  const lines = text.split('\n').map((line) => {
    const cells = line.split(',')
    return cells[1] === '990102' ? cells.with(at, '1').join() : line
  })
  const next = { ...file, revision: 2, path: 'cases/flow/2026-10.2.csv' }
  const release = { ...last, release: last.release + 1, files: [next], withdrawn: [] }
  return {
    ...site,
    published: {
      ...published,
      releases: [...published.releases, release],
      textOf: ({ path }) => (path === next.path ? lines.join('\n') : published.textOf({ path })),
    },
  }
}
