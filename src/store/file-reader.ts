import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isLink, isMissing } from './disk.ts'
import { ReleaseError } from './release-error.ts'

/** Bytes of a file of a store or a site by its path with `/`; null where nothing is there. */
export type FileReader = (path: string) => Promise<Uint8Array | null>

/** Reads below a folder. Links are not followed, so that nothing from outside is taken for what was published. */
export function openFolder(folder: string): FileReader {
  return async (path) => {
    try {
      for (const part of listPathsTo(path)) {
        if (await isLink(join(folder, part))) throw new ReleaseError('published-link', part)
      }
      return await readFile(join(folder, path))
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }
}

/** `cases/flow/2026-10.1.csv` with the folders that it lies in. */
function listPathsTo(path: string): string[] {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
