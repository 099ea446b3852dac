import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { openPortal } from '../../src/portal/portal.ts'
import { printProblems } from '../../src/problems/print-problems.ts'
import { read } from '../../src/read/index.ts'
import { FILE_BYTES_MAX } from '../../src/read/limits.ts'
import { isMissing } from '../../src/store/disk.ts'
import { buildContractDraft } from '../../src/suggest/contract-draft.ts'
import { draftContract } from '../../src/suggest/draft-contract.ts'
import { suggest } from '../../src/suggest/index.ts'
import { buildProfileYaml } from '../../src/suggest/profile-yaml.ts'
import type { Lang } from '../../src/text/local-text.ts'
import { InputError, UsageError } from '../command/run-command.ts'

/** A draft for a file that nobody has seen before: a profile for the dataset that it fits, or a contract of its own. */
export async function suggestFor(given: string, dataDir: string, lang: Lang): Promise<string> {
  const path = resolve(given)
  const file = basename(path)
  const bytes = await readGivenFile(path)
  const { contracts, places } = await openPortal(dataDir)
  const suggestion = suggest(bytes, file, { contracts: contracts.values(), places })
  if (suggestion) return buildProfileYaml(suggestion, file, lang)
  const draft = draftContract(bytes, file, { places })
  if (draft) return buildContractDraft(draft, file, lang)
  throw new InputError(printProblems(read(bytes, file).problems, lang))
}

/** The bytes of a file that the command line names. Throws InputError where it is missing or too large. */
export async function readGivenFile(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path)
    if (!found.isFile()) throw new UsageError(describeNoFile(path))
    if (found.size <= FILE_BYTES_MAX) return await readFile(path)
  } catch (error) {
    if (!isMissing(error)) throw error
    throw new InputError({ zh: `没有文件 ${path}。`, en: `There is no file ${path}.` })
  }
  throw new InputError({
    zh: `${path} 超过 ${FILE_BYTES_MAX} 字节。`,
    en: `${path} is larger than ${FILE_BYTES_MAX} bytes.`,
  })
}

const describeNoFile = (path: string) => ({
  zh: `此处应是一个文件；${path} 不是文件。`,
  en: `--suggest takes one file; ${path} is not a file.`,
})
