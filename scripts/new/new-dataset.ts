import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { check } from '../../src/check/index.ts'
import type { Places } from '../../src/codes/places.ts'
import type { Contract } from '../../src/contracts/contract.ts'
import { id as idShape } from '../../src/contracts/fields.ts'
import { CONTRACTS_FOLDER } from '../../src/portal/contract-files.ts'
import { openPortal } from '../../src/portal/portal.ts'
import { printProblems } from '../../src/problems/print-problems.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { read } from '../../src/read/index.ts'
import { buildContractDraft } from '../../src/suggest/contract-draft.ts'
import { draftContract } from '../../src/suggest/draft-contract.ts'
import { guessPeriod, periodOfName } from '../../src/suggest/guess-period.ts'
import type { Lang } from '../../src/text/local-text.ts'
import { PROJECT } from '../command/options.ts'
import { InputError, UsageError } from '../command/run-command.ts'
import { readGivenFile } from '../suggest/suggest-for-file.ts'
import { writeNewFile } from './write-new-file.ts'

const SKELETON = join(PROJECT, 'scripts', 'new', 'skeleton', 'contract-skeleton.ts')

/**
 * Writes `contracts/ID.ts` below the data folder: a draft made from a file, or a skeleton without a file. Returns what was
 * written, and what the file comes to under the draft. Throws InputError where the id is taken.
 */
export async function draftDataset(
  [id, given]: readonly [string, ...string[]],
  { data, lang }: { data: string; lang: Lang },
): Promise<string> {
  requireId(id)
  const { contracts, places } = await openPortal(data)
  if (contracts.has(id)) {
    throw new InputError({ zh: `已有名为 ${id} 的数据集。`, en: `There is a dataset ${id} already.` })
  }
  const path = join(data, CONTRACTS_FOLDER, `${id}.ts`)
  const source = given === undefined ? null : { file: basename(given), bytes: await readGivenFile(resolve(given)) }
  const text = source === null ? await buildSkeleton(id) : draftFrom(source, { id, places, lang })
  await writeNewFile(path, text)
  const written = { zh: `已写好 ${path}。`, en: `Written: ${path}.` }[lang]
  if (source === null) return `${written}\n${WORDS[lang].next}\n`
  return `${written}\n${await tryDraft(source, { id, data, places, lang })}\n${WORDS[lang].next}\n`
}

interface Source {
  file: string
  bytes: Uint8Array
}

function requireId(id: string): void {
  if (idShape.safeParse(id).success) return
  throw new UsageError({
    zh: `数据集编号只能用小写字母、数字和连字符，以字母开头，如 elder-care；不能是 ${id}。`,
    en: `The id of a dataset is lower-case ASCII and starts with a letter, such as elder-care, not ${id}.`,
  })
}

async function buildSkeleton(id: string): Promise<string> {
  return (await readFile(SKELETON, 'utf8')).replace("'dataset-id'", `'${id}'`)
}

function draftFrom({ file, bytes }: Source, more: { id: string; places: Places; lang: Lang }): string {
  const draft = draftContract(bytes, file, { places: more.places, id: more.id })
  if (draft) return buildContractDraft(draft, file, more.lang)
  throw new InputError(printProblems(read(bytes, file).problems, more.lang))
}

/** The file under the draft as it was written, opened the way every later run opens it. */
async function tryDraft(
  source: Source,
  { id, data, places, lang }: { id: string; data: string; places: Places; lang: Lang },
): Promise<string> {
  const portal = await openPortal(data)
  const contract = portal.contracts.get(id)
  if (!contract) return printProblems(portal.problems, lang)
  const { sheets, problems } = read(source.bytes, source.file, contract.profile)
  const period = findPeriod(contract, { file: source.file, sheets })
  if (period === null) return WORDS[lang].noPeriod
  const checked = check(contract, sheets, { period, places })
  const errors = [...problems, ...checked.problems].filter((problem) => problem.level === 'error')
  return errors.length === 0 ? WORDS[lang].passes(source.file, checked.rowsUsed) : describeErrors(errors, lang)
}

function findPeriod(
  contract: Contract,
  { file, sheets }: { file: string; sheets: ReturnType<typeof read>['sheets'] },
): string | null {
  const [sheet] = sheets
  return periodOfName(file, contract.frequency) ?? (sheet ? guessPeriod(contract, sheet) : null)
}

function describeErrors(errors: readonly Problem[], lang: Lang): string {
  return `${WORDS[lang].fails}\n\n${printProblems(errors, lang)}\n`
}

const WORDS = {
  zh: {
    passes: (file: string, rows: number) => `${file} 的${rows}行全部符合这份草稿。`,
    fails: '草稿还不能收下这个文件：',
    noPeriod: '看不出文件属于哪一期，没有试核；文件名写成 2026-10.csv 这样即可。',
    next: '请逐项核对草稿：英文名、类别、主键、每列的privacy和要公布的表。之后运行 npm run check。',
  },
  en: {
    passes: (file: string, rows: number) => `All ${rows} rows of ${file} pass under the draft.`,
    fails: 'The draft does not take this file yet:',
    noPeriod: 'The period of the file is not known, so it was not tried; name it like 2026-10.csv.',
    next: 'Check the draft item by item: English names, class, key, privacy of each column, tables to publish. Then run npm run check.',
  },
} as const
