import { readdir } from 'node:fs/promises'
import { isMissing } from '../../src/store/disk.ts'
import { InputError } from './run-command.ts'

/** Throws InputError where there is a file of this name, or a folder that holds anything. */
export async function requireEmpty(folder: string): Promise<void> {
  let names: string[]
  try {
    names = await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOTDIR')) throw error
    throw new InputError({ zh: `${folder} 是文件，不是文件夹。`, en: `${folder} is a file, not a folder.` })
  }
  if (names.length === 0) return
  throw new InputError({
    zh: `${folder} 不是空文件夹（有 ${names[0]}），什么也没有写。请另给一个新文件夹。`,
    en: `${folder} is not empty (it holds ${names[0]}); nothing was written. Name a new folder.`,
  })
}
