import { readdir, stat } from 'node:fs/promises'
import { isMissing } from '../../src/store/disk.ts'
import { SUMS } from '../../src/store/site-sums.ts'
import { InputError } from '../command/run-command.ts'

/**
 * Throws InputError where a site that takes the place of `out` would delete something else than a built site: the folder is
 * replaced whole, and what was in it is gone.
 */
export async function requireReplaceable(out: string): Promise<void> {
  const found = await stat(out).catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
  if (found === null) return
  if (!found.isDirectory()) {
    throw new InputError({
      zh: `--out ${out} 不是文件夹，没有生成网站。请写一个新的或空的文件夹。`,
      en: `--out ${out} is not a folder, and no site was built. Name a new or empty folder.`,
    })
  }
  const names = await readdir(out)
  if (names.length === 0 || names.includes(SUMS)) return
  throw new InputError({
    zh: `--out ${out} 里有别的文件（如 ${names[0]}），不是生成的网站，没有替换。请写一个新的或空的文件夹。`,
    en: `--out ${out} holds other files, such as ${names[0]}, and is not a built site: it was not replaced. Name a new or empty folder.`,
  })
}
