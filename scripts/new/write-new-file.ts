import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { InputError } from '../command/run-command.ts'

/** Writes a file that must not be there yet: the flag refuses to write over a file, even one that appeared a moment ago. */
export async function writeNewFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  try {
    await writeFile(path, text, { flag: 'wx' })
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'EEXIST' ? createTaken(path) : error
  }
}

/** Throws InputError where a file is there already, before anything is made for it. */
export function requireAbsent(path: string): void {
  if (existsSync(path)) throw createTaken(path)
}

function createTaken(path: string): InputError {
  return new InputError({ zh: `${path} 已存在，没有改动。`, en: `${path} exists already and was left as it is.` })
}
