import { copyFile, link, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Site } from '../../src/compose/site.ts'
import { readIfThere } from '../../src/store/disk.ts'
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
  const listed = manifest.parse(JSON.parse(await readFile(join(derived, MANIFEST), 'utf8')))
  for (const { path } of listed) {
    await mkdir(dirname(join(target, path)), { recursive: true })
    await rename(join(derived, path), join(target, path))
  }
  const repeat = async (path: string, as: string) => {
    await linkOrCopy(join(target, path), join(target, as))
    count += 1
  }
  for (const table of site.published.tables.values()) {
    const { id } = table.contract
    // Addresses of before: a table was named by its folder alone.
    for (const end of ['csv', 'json']) await repeat(`${id}/${id}-${table.id}.${end}`, `${id}/${table.id}.${end}`)
    const newest = table.files.get(table.periods.at(-1) ?? '')
    // An address that always means the newest period; the file of that period has its own beside it.
    if (newest) await repeat(newest.path, `${id}/${table.id}/latest.csv`)
  }
  return count + listed.length
}

/** The same bytes under a second address: on the disk they are there once, where it can hold a file under two names. */
async function linkOrCopy(path: string, as: string): Promise<void> {
  await mkdir(dirname(as), { recursive: true })
  try {
    await link(path, as)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && UNLINKABLE.has(String(error.code)))) throw error
    await copyFile(path, as)
  }
}

/** What file systems without hard links answer. */
const UNLINKABLE = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])
