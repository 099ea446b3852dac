import { basename, join } from 'node:path'
import type { Contract } from '../../src/contracts/contract.ts'
import { finishByEngine, type ReaderPart } from '../../src/line/check-by-engine.ts'
import type { CheckedFile } from '../../src/line/raw-file.ts'
import type { GivenFiles } from '../../src/line/run-line.ts'
import type { Portal } from '../../src/portal/portal.ts'
import { printProblems } from '../../src/problems/print-problems.ts'
import { compileContract } from '../../src/sql/compile-contract.ts'
import {
  type EngineResults,
  engineResults,
  FAULT_COLUMNS,
  HANDED_FILES,
  handedManifest,
} from '../../src/sql/handed-manifest.ts'
import { type EngineRow, TableFault } from '../../src/sql/read-tables.ts'
import { describeRefused } from '../../src/sql/refused-words.ts'
import type { Lang } from '../../src/text/local-text.ts'
import { pluralise } from '../../src/text/plural.ts'
import { checkHash, readHashedText, readJson, refuse } from './handed-folder.ts'
import { hashContract } from './hash-contract.ts'
import { listHanded } from './list-handed.ts'
import { readRefused } from './read-refused.ts'
import { readResultFile } from './read-result-file.ts'

/**
 * The tables that engines have made of handed rows, as files of the line: those of the folder, or of each folder in it. Folders
 * of one dataset hold different periods, of which each has one file as in `raw/`. Every file must have the hash that is stated,
 * the rows must be of this contract, no row may break a rule, and each table must have its columns and agree with itself.
 * Throws InputError with the file and the remedy.
 */
export function giveResults(folder: string, lang: Lang): (portal: Portal) => Promise<GivenFiles> {
  return async (portal) => {
    const given = new Map<string, CheckedFile[]>()
    for (const own of await listHanded(folder)) {
      const { dataset, files } = await readResults(own, portal, lang)
      const others = given.get(dataset) ?? []
      const twice = files.find((file) => others.some(({ period }) => period === file.period))
      if (twice) {
        refuse(join(basename(own), HANDED_FILES.manifest), {
          zh: `“${dataset}”${twice.period}的行在两个文件夹里，请把同一期的行放在一个文件里交出`,
          en: `the rows of ${dataset} for ${twice.period} are in two folders: hand over all rows of a period as one file`,
        })
      }
      given.set(
        dataset,
        [...others, ...files].sort((a, b) => (a.report.path < b.report.path ? -1 : 1)),
      )
    }
    return given
  }
}

async function readResults(
  folder: string,
  portal: Portal,
  lang: Lang,
): Promise<{ dataset: string; files: CheckedFile[] }> {
  const manifest = await readJson(folder, HANDED_FILES.manifest, handedManifest)
  const results = await readJson(folder, HANDED_FILES.results, engineResults)
  const { dataset } = manifest
  const contract = portal.profiles.get(dataset)?.contract ?? portal.contracts.get(dataset)
  if (!contract) refuse(HANDED_FILES.manifest, { zh: `没有数据集“${dataset}”`, en: `there is no dataset ${dataset}` })
  if (manifest.contract !== hashContract(contract)) {
    refuse(HANDED_FILES.manifest, {
      zh: `交出这些行时“${dataset}”的约定与现在不同，请重新交出并运行`,
      en: `the contract of ${dataset} has changed since these rows were handed over: hand over again and run again`,
    })
  }
  await checkHash(folder, HANDED_FILES.statements, manifest.sql)
  for (const { file, sha256 } of manifest.raw) await checkHash(folder, file, sha256)
  if (results.sql !== manifest.sql) {
    refuse(HANDED_FILES.results, {
      zh: '所运行的不是所交出的SQL',
      en: 'what was run is not the SQL that was handed over',
    })
  }
  // Written by `--hand-over`, and unchanged by its hash.
  const parts = JSON.parse(await readHashedText(folder, HANDED_FILES.reader, manifest.reader)) as ReaderPart[]
  await refuseFaults(folder, results, { contract, portal, raw: manifest.raw.map(({ file }) => file), lang })
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
  { contract, portal, raw, lang }: { contract: Contract; portal: Portal; raw: readonly string[]; lang: Lang },
): Promise<void> {
  const { rows } = await readResultFile(folder, faults, FAULT_COLUMNS)
  if (rows.length === 0) return
  const refused = await readRefused(folder, rows.slice(0, SHOWN_MAX), { contract, raw })
  process.stderr.write(`${printProblems(describeRefused(refused, contract, portal.places), lang)}\n`)
  const files = new Set(rows.map(({ file }) => file)).size
  const isAll = rows.length <= SHOWN_MAX
  refuse(faults.file, {
    zh: `引擎拒收了${rows.length}行（${files}个文件）${isAll ? '' : `，以上为前${SHOWN_MAX}行`}`,
    en: `the engine refused ${pluralise(rows.length, 'row')} of ${pluralise(files, 'file')}${isAll ? '' : `; the first ${SHOWN_MAX} are above`}`,
  })
}
