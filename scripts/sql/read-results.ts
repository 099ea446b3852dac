import { basename, join } from 'node:path'
import type { Contract } from '../../src/contracts/contract.ts'
import { finishByEngine, type ReaderPart } from '../../src/line/check-by-engine.ts'
import type { CheckedFile } from '../../src/line/raw-file.ts'
import type { GivenFiles } from '../../src/line/run-line.ts'
import type { Portal } from '../../src/portal/portal.ts'
import { printProblems } from '../../src/problems/print-problems.ts'
import { compileContract } from '../../src/sql/compile-contract.ts'
import { type EngineResults, FAULT_COLUMNS, HANDED_FILES } from '../../src/sql/handed-manifest.ts'
import { type EngineRow, TableFault } from '../../src/sql/read-tables.ts'
import { describeRefused } from '../../src/sql/refused-words.ts'
import type { Lang } from '../../src/text/local-text.ts'
import { pluralise } from '../../src/text/plural.ts'
import { checkHash, readHashedText, refuse } from './handed-folder.ts'
import { hashContract } from './hash-contract.ts'
import { type HandedFolder, listHanded } from './list-handed.ts'
import { type HandedRun, listRuns } from './list-runs.ts'
import { readRefused } from './read-refused.ts'
import { readResultFile } from './read-result-file.ts'

/**
 * The tables that engines have made of handed rows, as files of the line: those of the folder, or of all folders in it. Several
 * readers may have handed over rows of the same periods, whose folders were run together. Every file must have the hash that is
 * stated, the rows must be of this contract, no row may break a rule, and each table must have its columns and agree with
 * itself. Throws InputError with the file and the remedy.
 */
export function giveResults(folder: string, lang: Lang): (portal: Portal) => Promise<GivenFiles> {
  return async (portal) => {
    const given = new Map<string, CheckedFile[]>()
    for (const run of await listRuns(await listHanded(folder))) {
      const { dataset, files } = await readResults(run, portal, lang)
      const others = given.get(dataset) ?? []
      const twice = files.find((file) => others.some(({ period }) => period === file.period))
      if (twice) refuseTwice(dataset, twice.period, RUN_APART)
      given.set(
        dataset,
        [...others, ...files].sort((a, b) => (a.report.path < b.report.path ? -1 : 1)),
      )
    }
    return given
  }
}

const RUN_APART = { zh: '请把这些文件夹一起运行', en: 'run these folders together' }
const PART_UNNAMED = {
  zh: '请让各读取方以--reader写明自己的名字后重新交出',
  en: 'have each reader hand over again under a name of its own, --reader',
}

function refuseTwice(dataset: string, period: string, remedy: { zh: string; en: string }): never {
  refuse(HANDED_FILES.manifest, {
    zh: `“${dataset}”${period}的行在两个文件夹里，${remedy.zh}`,
    en: `the rows of ${dataset} for ${period} are in two folders: ${remedy.en}`,
  })
}

async function readResults(
  { folder, folders, results }: HandedRun,
  portal: Portal,
  lang: Lang,
): Promise<{ dataset: string; files: CheckedFile[] }> {
  const dataset = folders[0]?.manifest.dataset ?? ''
  const contract = portal.profiles.get(dataset)?.contract ?? portal.contracts.get(dataset)
  if (!contract) refuse(HANDED_FILES.manifest, { zh: `没有数据集“${dataset}”`, en: `there is no dataset ${dataset}` })
  const parts: ReaderPart[] = []
  for (const handed of folders) parts.push(...(await openParts(handed, contract, results.sql)))
  requireApart(folders)
  await refuseFaults(folder, results, { contract, portal, folders, lang })
  const tables = await readAllTables(folder, results, { contract, portal })
  try {
    return { dataset, files: finishByEngine(parts, tables, { contract, places: portal.places }) }
  } catch (error) {
    if (!(error instanceof TableFault)) throw error
    return refuse(HANDED_FILES.results, {
      zh: `表自相矛盾：${error.message}`,
      en: `a table contradicts itself: ${error.message}`,
    })
  }
}

/** What the reader of a folder found, once all in the folder is seen to be what its manifest says. */
async function openParts({ folder, manifest }: HandedFolder, contract: Contract, sql: string): Promise<ReaderPart[]> {
  const { dataset } = manifest
  if (manifest.contract !== hashContract(contract)) {
    refuse(HANDED_FILES.manifest, {
      zh: `交出文件夹${basename(folder)}的行时“${dataset}”的约定与现在不同，请重新交出并运行`,
      en: `the contract of ${dataset} has changed since the rows of ${basename(folder)} were handed over: hand over again and run again`,
    })
  }
  await checkHash(folder, HANDED_FILES.statements, manifest.sql)
  for (const { file, sha256 } of manifest.raw) await checkHash(folder, file, sha256)
  if (sql !== manifest.sql) {
    refuse(HANDED_FILES.results, {
      zh: '所运行的不是所交出的SQL',
      en: 'what was run is not the SQL that was handed over',
    })
  }
  // Written by `--hand-over`, and unchanged by its hash.
  return JSON.parse(await readHashedText(folder, HANDED_FILES.reader, manifest.reader)) as ReaderPart[]
}

/** Rows of a period come from one folder, or from readers that each have a name. */
function requireApart(folders: readonly HandedFolder[]): void {
  const known = new Map<string, (string | null)[]>()
  for (const { manifest } of folders) {
    for (const { period } of manifest.files) {
      const others = known.get(period) ?? []
      const isApart = manifest.part !== null && !others.includes(null) && !others.includes(manifest.part)
      if (others.length > 0 && !isApart) refuseTwice(manifest.dataset, period, PART_UNNAMED)
      known.set(period, [...others, manifest.part])
    }
  }
}

async function readAllTables(
  folder: string,
  results: EngineResults,
  { contract, portal }: { contract: Contract; portal: Portal },
): Promise<Map<string, EngineRow[]>> {
  const compiled = compileContract(contract, { places: portal.places, dialect: 'duckdb' })
  const tables = new Map<string, EngineRow[]>()
  for (const { id, columns } of compiled.tables) {
    const given = results.tables.find(({ table }) => table === id)
    if (!given) refuse(HANDED_FILES.results, { zh: `缺少表“${id}”`, en: `the table ${id} is missing` })
    const { rows } = await readResultFile(folder, given, columns)
    if (rows.length !== given.rows) {
      refuse(given.file, {
        zh: `有${rows.length}行，而results.json写${given.rows}行`,
        en: `it has ${rows.length} rows, and results.json says ${given.rows}`,
      })
    }
    tables.set(id, rows)
  }
  return tables
}

const SHOWN_MAX = 20

/** Throws InputError with what our own checks say of each row that an engine refuses. */
async function refuseFaults(
  folder: string,
  { faults }: EngineResults,
  {
    contract,
    portal,
    folders,
    lang,
  }: { contract: Contract; portal: Portal; folders: readonly HandedFolder[]; lang: Lang },
): Promise<void> {
  const { rows } = await readResultFile(folder, faults, FAULT_COLUMNS)
  if (rows.length === 0) return
  const raw = folders.flatMap(({ folder, manifest }) => manifest.raw.map(({ file }) => join(folder, file)))
  const refused = await readRefused(raw, rows.slice(0, SHOWN_MAX), contract)
  process.stderr.write(`${printProblems(describeRefused(refused, contract, portal.places), lang)}\n`)
  const files = new Set(rows.map(({ file }) => file)).size
  const isAll = rows.length <= SHOWN_MAX
  refuse(faults.file, {
    zh: `引擎拒收了${rows.length}行（${files}个文件）${isAll ? '' : `，以上为前${SHOWN_MAX}行`}`,
    en: `the engine refused ${pluralise(rows.length, 'row')} of ${pluralise(files, 'file')}${isAll ? '' : `; the first ${SHOWN_MAX} are above`}`,
  })
}
