import type { Published } from '../store/published-tables.ts'

/**
 * What is published, without the datasets that a portal has switched off: no table, no file to download. The log of releases
 * is served whole, because each of its lines holds the hash of the line before.
 */
export function removeDatasets(published: Published, off: ReadonlySet<string>): Published {
  if (off.size === 0) return published
  const since = published.releases.flatMap(({ release, files }) =>
    files.flatMap(({ dataset }) => (off.has(dataset) ? [[dataset, release] as const] : [])),
  )
  return {
    ...published,
    // The first of several entries counts, which a Map would take last.
    switchedOff: new Map(since.toReversed()),
    contracts: new Map([...published.contracts].filter(([id]) => !off.has(id))),
    tables: new Map([...published.tables].filter(([, table]) => !off.has(table.contract.id))),
    releases: published.releases
      .map((release) => ({
        ...release,
        files: release.files.filter(({ dataset }) => !off.has(dataset)),
        ...(release.withdrawn ? { withdrawn: release.withdrawn.filter(({ path }) => !off.has(datasetOf(path))) } : {}),
        repairs: release.repairs.filter(({ dataset }) => !off.has(dataset)),
      }))
      // The table of who was late is served whole with the log, which names it.
      .filter(({ files, withdrawn = [], deliveries }) => files.length + withdrawn.length > 0 || deliveries),
  }
}

/** `cases/flow/2026-10.1.csv` → `cases` */
function datasetOf(path: string): string {
  return path.slice(0, path.indexOf('/'))
}
