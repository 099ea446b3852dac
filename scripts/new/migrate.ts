import { constants, existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Contract } from '../../src/contracts/contract.ts'
import { openContent } from '../../src/portal/content.ts'
import { CONTRACTS_FOLDER, listContractFiles } from '../../src/portal/contract-files.ts'
import { openPortal, problemsOfPortal } from '../../src/portal/portal.ts'
import { printProblems } from '../../src/problems/print-problems.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { readPublished } from '../../src/store/read-published.ts'
import { ReleaseError } from '../../src/store/release-error.ts'
import type { Lang, LocalText } from '../../src/text/local-text.ts'
import { PROJECT } from '../command/options.ts'
import { InputError } from '../command/run-command.ts'
import { nameWordsByHash } from './migrate-exceptions.ts'

/** One change of form between versions of the program. What it changes means the same before and after. */
interface Step {
  what: LocalText
  /** Rewrites what is in the old form below the data folder, and returns the paths of what it has changed. */
  run(dataDir: string): Promise<string[]>
}

const STEPS: readonly Step[] = [
  {
    what: { zh: '数据约定：dueDays 改写为 due', en: 'contracts: dueDays is now due' },
    run: (dataDir) => rewriteContracts(dataDir, replaceDueDays),
  },
  {
    what: {
      zh: '数据约定：计数单位写明中英文，英文照旧，请核对是否贴切',
      en: 'contracts: counters have English words, those printed before; check that they fit',
    },
    run: (dataDir) => rewriteContracts(dataDir, replaceCounters),
  },
  {
    what: {
      zh: '文献台账的数据约定改由网站自带，已写入',
      en: 'the contract of the document ledger now belongs to the portal, and was written',
    },
    run: addLedger,
  },
  {
    what: {
      zh: '例外清单：文字中的个人信息改以校验值指明，不再用遮盖后的文字',
      en: 'exceptions: personal data in words is named by its hash, no longer by its masked text',
    },
    run: nameWordsByHash,
  },
]

/**
 * Brings the files of a portal into today's form and returns what was done, file by file, then what a person must still do;
 * a second run changes nothing. Published files are never rewritten: the log holds their sums, and may only grow. Throws
 * InputError where the folder holds no portal.
 */
export async function migratePortal(
  [given]: readonly [string, ...string[]],
  { lang }: { lang: Lang },
): Promise<string> {
  const folder = resolve(given)
  const dataDir = existsSync(join(folder, 'data')) ? join(folder, 'data') : folder
  if (!['raw', 'contracts', 'places.csv', 'published'].some((name) => existsSync(join(dataDir, name)))) {
    throw new InputError({
      zh: `${folder} 里没有 data/，也没有 raw/、contracts/ 或 places.csv。`,
      en: `${folder} holds neither data/ nor raw/, contracts/ or places.csv.`,
    })
  }
  const lines: string[] = []
  for (const { what, run } of STEPS) {
    const changed = await run(dataDir)
    if (changed.length > 0) lines.push(`✓ ${what.zh} ${what.en}`, ...changed.map((path) => `  ${path}`))
  }
  const left = await listLeft(dataDir, join(folder, 'content'), lang)
  if (lines.length === 0 && left.length === 0)
    return `${folder}\n已是当前的写法，没有改动。 It is already in the current form; nothing was changed.\n`
  if (lines.length === 0) lines.push('没有可以代改的。 There was nothing that could be rewritten.')
  return `${[...lines, ...left].join('\n')}\n`
}

/** What no program can decide: faults of the portal's own files, and published files of an older form. */
async function listLeft(dataDir: string, contentDir: string, lang: Lang): Promise<string[]> {
  const portal = await openPortal(dataDir)
  const own = problemsOfPortal(portal)
  const words = existsSync(contentDir) ? await openContent(contentDir, portal.names) : null
  const problems = [...own, ...(words?.problems ?? [])].filter(({ level }) => level !== 'note')
  const published = await findOldPublished(join(dataDir, 'published'), portal.contracts)
  if (published?.rule === 'published-header-old') {
    const at = published.file ?? 'published/'
    return [...describeFaults(problems, lang), ...PUBLISH_AGAIN.map((line) => line.replace('{file}', at))]
  }
  return describeFaults([...problems, ...(published ? [published] : [])], lang)
}

function describeFaults(problems: readonly Problem[], lang: Lang): string[] {
  return problems.length === 0 ? [] : ['✗ 还须手改 Still to be done by hand:', printProblems(problems, lang).trimEnd()]
}

const PUBLISH_AGAIN: readonly string[] = [
  '✗ 已发布的文件仍是旧的列（{file} 等）；发布记录只能追加，所以不代改。请运行：',
  '  Published files have the previous columns ({file} and possibly others); the log may only grow, so they are not rewritten. Run:',
  '  npm run publish -- --note-zh 改用新的列 --note-en "New columns"',
  '  每张表成为新的一版，旧版照留。 Every table becomes a new revision; the old revisions stay.',
]

/** The fault of the published folder, if it has any; null where nothing is published. */
async function findOldPublished(folder: string, contracts: ReadonlyMap<string, Contract>): Promise<Problem | null> {
  if (!existsSync(join(folder, 'releases.jsonl'))) return null
  try {
    await readPublished(folder, contracts)
    return null
  } catch (error) {
    if (error instanceof ReleaseError) return error.problem
    throw error
  }
}

async function rewriteContracts(dataDir: string, rewrite: (text: string) => string): Promise<string[]> {
  const changed: string[] = []
  for (const file of await listContractFiles(dataDir)) {
    const path = join(dataDir, file)
    const text = await readFile(path, 'utf8')
    const rewritten = rewrite(text)
    if (rewritten === text) continue
    const part = `${path}.part`
    await writeFile(part, rewritten)
    await rename(part, path)
    changed.push(file)
  }
  return changed
}

/** English of counters as every page printed it before contracts brought their own words. */
const COUNTERS: Readonly<Record<string, readonly [one: string, other: string]>> = {
  '女=100': ['women = 100', 'women = 100'],
  人次: ['callback', 'callbacks'],
  '张/千人': ['bed per 1,000', 'beds per 1,000'],
  '处/万人': ['site per 10,000', 'sites per 10,000'],
  '个/万人': ['site per 10,000', 'sites per 10,000'],
  户: ['household', 'households'],
  件: ['case', 'cases'],
  张: ['permit', 'permits'],
  家: ['organisation', 'organisations'],
  所: ['institution', 'institutions'],
  处: ['site', 'sites'],
  个: ['item', 'items'],
  项: ['item', 'items'],
  次: ['time', 'times'],
  条: ['record', 'records'],
  份: ['reply', 'replies'],
  床: ['bed', 'beds'],
  张床位: ['bed', 'beds'],
}

/** `unit: '件'` → `unit: { zh: '件', en: { one: 'case', other: 'cases' } }`, comments left as they are. */
function replaceCounters(text: string): string {
  return text.replaceAll(
    /(\/\/[^\n]*|\/\*[\s\S]*?\*\/)|\bunit(\s*:\s*)(['"])([^'"\n]+)\3/g,
    (whole: string, comment: string | undefined, colon: string, _quote: string, name: string) => {
      const words = comment === undefined ? COUNTERS[name] : undefined
      return words ? `unit${colon}{ zh: '${name}', en: { one: '${words[0]}', other: '${words[1]}' } }` : whole
    },
  )
}

/** Folders of a dataset that the program no longer has a contract for. */
async function addLedger(dataDir: string): Promise<string[]> {
  const hasLedger = ['raw', 'published'].some((name) => existsSync(join(dataDir, name, 'ledger')))
  if (!hasLedger) return []
  for (const file of await listContractFiles(dataDir)) {
    if (/\bid\s*:\s*(['"])ledger\1/.test(await readFile(join(dataDir, file), 'utf8'))) return []
  }
  const file = `${CONTRACTS_FOLDER}/ledger.ts`
  await mkdir(join(dataDir, CONTRACTS_FOLDER), { recursive: true })
  await copyFile(join(PROJECT, 'data', file), join(dataDir, file), constants.COPYFILE_EXCL)
  return [file]
}

/** `dueDays: 15` → `due: { daysAfterEnd: 15 }`, comments left as they are. A number that is worked out is left to its author. */
function replaceDueDays(text: string): string {
  return text.replaceAll(
    /(\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(['"]?)\bdueDays\2(\s*:\s*)(\d+)(?=\s*[,}\n])/g,
    (whole: string, comment: string | undefined, _quote: string, colon: string, days: string) =>
      comment === undefined ? `due${colon}{ daysAfterEnd: ${days} }` : whole,
  )
}
