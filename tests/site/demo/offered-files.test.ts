import { expect, test } from 'vitest'
import { openSite } from '../../../src/compose/open-site.ts'
import { buildDatasetFiles } from '../../../src/downloads/dataset-files.ts'
import { listPeriodTable } from '../../../src/downloads/offered-files.ts'
import { tablesOf } from '../../../src/views/dataset-page.ts'

const site = await openSite({ data: 'data', published: 'data/published', content: 'content' })

test.each([
  ['satisfaction', ['CSV', 'CSV (Excel)', 'XLSX', 'JSON', 'Parquet', 'JSON-stat']],
  // A register is no cube.
  ['ledger', ['CSV', 'CSV (Excel)', 'XLSX', 'JSON', 'Parquet']],
])('%s: a page offers each period in each of its formats, with the size of the file', (id, labels) => {
  const contract = site.published.contracts.get(id)
  if (!contract) throw new Error('nothing published')
  const manifest = buildDatasetFiles(site, contract, '/').map(({ path, content }) => ({
    path: `${id}/${path}`,
    bytes: content.length,
    sha256: '',
  }))
  const sizes = new Map(manifest.map(({ path, bytes }) => [`/data/${path}`, bytes]))
  for (const table of tablesOf(site, id)) {
    const { formats, rows } = listPeriodTable(table, manifest)
    expect(formats).toEqual(labels)
    expect(rows.map(({ period }) => period)).toEqual(table.periods)
    for (const { file, offers } of rows) {
      const [csv, ...derived] = offers
      expect([csv?.path, csv?.bytes]).toEqual([`/data/${file.path}`, file.bytes])
      expect(derived.map((offer) => offer?.bytes)).toEqual(derived.map((offer) => sizes.get(offer?.path ?? '')))
      expect(new Set(derived.map((offer) => offer?.path)).size).toBe(labels.length - 1)
    }
  }
})
