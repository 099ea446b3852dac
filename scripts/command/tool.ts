import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PROJECT } from './options.ts'

/** Name and version of this program, as the log of releases records it: `mingge 0.1.0`. */
export async function nameTool(): Promise<string> {
  // Our own package.json, whose name and version npm requires.
  const { name, version } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')) as {
    name: string
    version: string
  }
  return `${name} ${version}`
}
