import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Site } from '../../src/compose/site.ts'
import { readIfThere } from '../../src/store/disk.ts'
import { renderTableCsv } from '../../src/store/download.ts'
import { HEADS } from '../../src/store/heads.ts'
import { LOG } from '../../src/store/log.ts'
import { MANIFEST, manifest } from '../../src/store/manifest.ts'

/**
 * Puts into the site the log, the published files byte for byte, each table whole, and the files that were derived; returns
 * how many.
 */
export async function copyDownloads(
  site: Site,
  { published, derived, next }: { published: string; derived: string; next: string },
): Promise<number> {
  const target = join(next, 'data')
  let count = 0
  const write = async (path: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(target, path)), { recursive: true })
    await writeFile(join(target, path), content)
    count += 1
  }
  for (const name of [LOG, HEADS]) {
    const bytes = await readIfThere(join(published, name))
    if (bytes !== null) await write(name, bytes)
  }
  for (const release of site.published.releases) {
    const tables = release.files.filter(({ path }) => !site.published.withdrawn.has(path))
    for (const file of [...tables, ...(release.deliveries ? [release.deliveries] : [])]) {
      await write(file.path, site.published.textOf(file))
    }
  }
  for (const table of site.published.tables.values()) {
    const path = `${table.contract.id}/${table.id}`
    await write(`${path}.csv`, renderTableCsv(table, site.published))
    const newest = table.files.get(table.periods.at(-1) ?? '')
    // An address that always means the newest period; the file of that period has its own beside it.
    if (newest) await write(`${path}/latest.csv`, site.published.textOf(newest))
    const json = await readIfThere(join(derived, table.contract.id, `${table.contract.id}-${table.id}.json`))
    if (json === null) throw new Error(`build: ${path}.json was not derived`)
    await write(`${path}.json`, json)
  }
  const listed = manifest.parse(JSON.parse(await readFile(join(derived, MANIFEST), 'utf8')))
  for (const { path } of listed) await cp(join(derived, path), join(target, path))
  return count + listed.length
}
