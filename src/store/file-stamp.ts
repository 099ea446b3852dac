import { createHash } from 'node:crypto'
import { lstatSync, readdirSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** By what a file, or all files of some folders, are known to be those of before without reading them. */
export interface Stamp {
  /** Kind, size, number and times of change of each. */
  text: string
  /** When the last of them changed, in milliseconds since 1970. */
  changedMs: number
}

/**
 * Within this time of a change another may leave size and times as they are: some file systems count whole seconds, FAT
 * two.
 */
const GRAIN_MS = 2500

/** True where whatever changes after `now` will show in the stamp. */
export function isSettled({ changedMs }: Stamp, now: number): boolean {
  return changedMs < now - GRAIN_MS
}

/** The stamp of one file; of nothing, where nothing is there. */
export function stampFile(path: string): Stamp {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found) return { text: '-', changedMs: 0 }
  const kind = found.isFile() ? 'file' : 'other'
  const { size, ino, mtimeMs, ctimeMs } = found
  // The time of change of the entry itself cannot be set back, as that of the content can.
  return { text: `${kind} ${size} ${ino} ${mtimeMs} ${ctimeMs}`, changedMs: Math.max(mtimeMs, ctimeMs) }
}

/** One stamp of all files of these folders and files, by their names, `except` those that lie below a path named there. */
export function stampAll(paths: readonly string[], except: ReadonlySet<string> = new Set()): Stamp {
  const hash = createHash('sha256')
  let changedMs = 0
  const add = (path: string) => {
    if (except.has(path)) return
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (found?.isDirectory()) {
      hash.update(`${path}/\0`)
      for (const name of readdirSync(path).sort()) add(join(path, name))
      return
    }
    const stamp = stampFile(path)
    hash.update(`${path}\0${stamp.text}\0`)
    changedMs = Math.max(changedMs, stamp.changedMs)
  }
  for (const path of paths) add(path)
  return { text: hash.digest('hex'), changedMs }
}

/** What was kept under a path; null where there is nothing, or what is no JSON. */
export async function readKept(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Keeps a value under a path, whole or not at all. */
export async function writeKept(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const part = `${path}.${process.pid}.part`
  await writeFile(part, JSON.stringify(value))
  await rename(part, path)
}
