import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

export const PROJECT = resolve(import.meta.dirname, '../..')

/** Paths from the project, with `/`, ascending. */
export function listFilesBelow(folder: string, name: RegExp): string[] {
  if (!existsSync(join(PROJECT, folder))) return []
  return readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => relative(PROJECT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted()
}

/** What is committed or would be: tracked files, and new files that git does not ignore. */
export function listProjectFiles(): string[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: PROJECT })
  return list
    .toString('utf8')
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(PROJECT, file)))
}

export function readProject(file: string): string {
  return readFileSync(join(PROJECT, file), 'utf8')
}

/** The text of a source without comments, strings and regular expressions kept; good enough to look for words. */
export function removeComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[\s;{}(,])\/\/.*$/gm, '$1')
}
