import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** What writing a release does to the disk, step by step. */
export interface StoreEffects {
  /** Writes a file beside the place where it belongs. */
  write(path: string, text: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
}

export const DISK: StoreEffects = {
  async write(path, text) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  },
  rename,
  remove: (path) => rm(path, { force: true }),
}
