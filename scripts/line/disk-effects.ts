import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { LineEffects, Memory } from '../../src/line/effects.ts'
import type { RawEntry } from '../../src/line/plan-files.ts'
import type { OpenedFile, ReadingEffects } from '../../src/line/raw-bytes.ts'
import { isMissing, sha256 } from '../../src/store/disk.ts'
import { isSettled, readKept, type Stamp, stampFile, writeKept } from '../../src/store/file-stamp.ts'

/** The real thing: a portal's data folder on disk, on a day. */
export function buildDiskEffects(dataDir: string, today: string): LineEffects {
  return {
    ...buildReadingEffects(dataDir),
    list: () => listRaw(dataDir),
    getToday: () => today,
    loadAlternativeFinder: async () => (await import('../../src/withhold/find-alternative.ts')).loadAlternativeFinder(),
  }
}

export function buildReadingEffects(dataDir: string): ReadingEffects {
  return {
    read: (path) => readFile(join(dataDir, path)),
    open: (path) => openFile(join(dataDir, path)),
    hash: sha256,
  }
}

/** From so many bytes on a file that is read whole may fill 300 MB. */
const THRIFTY_BYTES_MIN = 8_000_000

/** A file that is read where it lies. */
function openFile(path: string): OpenedFile {
  const descriptor = openSync(path, 'r')
  return {
    read: (target, position) => readSync(descriptor, target, 0, target.length, position),
    close: () => closeSync(descriptor),
    prepareWhole(bytes) {
      // Garbage would lie until there is as much of it as of what is used: collected earlier, it costs a third more time.
      if (bytes >= THRIFTY_BYTES_MIN) setFlagsFromString('--heap-growing-percent=12')
    },
    startHash() {
      const hash = createHash('sha256')
      return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') }
    },
  }
}

/** Memory as files in a folder that may be deleted at any time. With `files`, raw files are recognised by size and times. */
export function createDiskMemory(folder: string, salt: string, files?: RawStamps): Memory {
  const pathOf = (key: string) => join(folder, `${key}.json`)
  const used = new Set<string>()
  return {
    salt,
    ...(files ? { mayKnow: files.mayKnow, recallHash: files.recallHash, keepHash: files.keepHash } : {}),
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
      used.add(`${key}.json`)
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

/** Hashes of raw files of earlier runs, each with the stamp that the file had before it was read. */
interface RawStamps {
  mayKnow(path: string): boolean
  recallHash(path: string): Promise<string | null>
  keepHash(path: string, hash: string): Promise<void>
  /** Writes what this run has seen, and forgets the rest. */
  save(): Promise<void>
}

/** Opens the hashes that `file` holds for the data folder, at a time in milliseconds since 1970. */
export async function openRawStamps(file: string, dataDir: string, now: number): Promise<RawStamps> {
  // Only `save` writes here.
  const known = (await readKept(file)) as Record<string, { stamp: string; hash: string }> | null
  const seen: Record<string, { stamp: string; hash: string }> = {}
  const before = new Map<string, Stamp>()
  return {
    mayKnow: (path) => known?.[path] !== undefined,
    async recallHash(path) {
      const stamp = stampFile(join(dataDir, path))
      before.set(path, stamp)
      const entry = known?.[path]
      if (entry?.stamp !== stamp.text) return null
      seen[path] = entry
      return entry.hash
    },
    async keepHash(path, hash) {
      const stamp = before.get(path)
      if (stamp && isSettled(stamp, now)) seen[path] = { stamp: stamp.text, hash }
    },
    save: () => writeKept(file, seen),
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
