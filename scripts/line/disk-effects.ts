import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LineEffects, Memory } from '../../src/line/effects.ts'
import type { RawEntry } from '../../src/line/plan-files.ts'
import { isMissing, sha256 } from '../../src/store/disk.ts'

/** The real thing: a portal's data folder on disk, on a day. */
export function buildDiskEffects(dataDir: string, today: string): LineEffects {
  return {
    list: () => listRaw(dataDir),
    read: (path) => readFile(join(dataDir, path)),
    hash: sha256,
    today: () => today,
  }
}

/** Memory as files in a folder that may be deleted at any time. */
export function diskMemory(folder: string, salt: string): Memory {
  const pathOf = (key: string) => join(folder, `${key}.json`)
  const used = new Set<string>()
  return {
    salt,
    async recall(key) {
      used.add(`${key}.json`)
      try {
        return await readFile(pathOf(key), 'utf8')
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    async keep(key, text) {
      await mkdir(folder, { recursive: true })
      const part = `${pathOf(key)}.${process.pid}.part`
      await writeFile(part, text)
      await rename(part, pathOf(key))
    },
    async forgetRest() {
      await mkdir(folder, { recursive: true })
      for (const name of await readdir(folder)) {
        if (!used.has(name)) await rm(join(folder, name), { force: true })
      }
    },
  }
}

async function listRaw(dataDir: string): Promise<RawEntry[] | null> {
  let top: RawEntry[]
  try {
    if ((await lstat(join(dataDir, 'raw'))).isSymbolicLink()) return [{ path: 'raw', kind: 'link', bytes: 0 }]
    top = await listFolder(dataDir, 'raw')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
  const entries = [...top]
  for (const { path, kind } of top) {
    if (kind === 'folder') entries.push(...(await listFolder(dataDir, path)))
  }
  return entries
}

/** Links are named and never followed, so that no path leads out of the data folder or into a cycle. */
async function listFolder(dataDir: string, folder: string): Promise<RawEntry[]> {
  const entries: RawEntry[] = []
  for (const name of (await readdir(join(dataDir, folder))).sort()) {
    const path = `${folder}/${name}`
    const stats = await lstat(join(dataDir, path))
    if (stats.isSymbolicLink()) entries.push({ path, kind: 'link', bytes: 0 })
    else if (stats.isDirectory()) entries.push({ path, kind: 'folder', bytes: 0 })
    else entries.push({ path, kind: stats.isFile() ? 'file' : 'other', bytes: stats.size })
  }
  return entries
}
