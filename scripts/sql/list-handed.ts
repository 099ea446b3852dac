import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { HANDED_FILES } from '../../src/sql/handed-manifest.ts'
import { isMissing } from '../../src/store/disk.ts'

/** A folder of handed rows, or the folders of several datasets in it, in the order of their names. */
export async function listHanded(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  if (folders.length === 0 || entries.some(({ name }) => name === HANDED_FILES.manifest)) return [folder]
  return folders.sort().map((name) => join(folder, name))
}
