import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../command/run-command.ts'

/** The files that the paths name, those of folders in the order of their names. Links are not followed. */
export async function listFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const path of paths) {
    const found = await stat(path).catch(() => null)
    if (found === null) {
      throw new UsageError({ zh: `没有这个文件或文件夹：${path}。`, en: `There is no file or folder ${path}.` })
    }
    if (!found.isDirectory()) {
      files.push(path)
      continue
    }
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    files.push(
      ...entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort(),
    )
  }
  return files
}
