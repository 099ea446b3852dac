import Papa from 'papaparse'
import type { Contract } from '../../src/contracts/contract.ts'
import { finishByEngine, type ReaderPart } from '../../src/line/check-by-engine.ts'
import type { GivenFiles } from '../../src/line/run-line.ts'
import type { Portal } from '../../src/portal/portal.ts'
import { compileContract } from '../../src/sql/compile-contract.ts'
import { type EngineResults, engineResults, HANDED_FILES, handedManifest } from '../../src/sql/handed-manifest.ts'
import { type EngineRow, TableFault } from '../../src/sql/read-tables.ts'
import { readHashed, readJson, refuse } from './handed-folder.ts'
import { hashContract } from './hash-contract.ts'

/**
 * The tables that an engine has made of handed rows, as files of the line. Every file must have the hash that is stated, the
 * rows must be of this contract, no row may break a rule, and each table must have its columns and agree with itself. Throws
 * InputError with the file and the remedy.
 */
export function giveResults(folder: string): (portal: Portal) => Promise<GivenFiles> {
  return async (portal) => {
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
    await readHashed(folder, HANDED_FILES.statements, manifest.sql)
    for (const { file, sha256 } of manifest.raw) await readHashed(folder, file, sha256)
    if (results.sql !== manifest.sql) {
      refuse(HANDED_FILES.results, {
        zh: '所运行的不是所交出的SQL',
        en: 'what was run is not the SQL that was handed over',
      })
    }
    // Written by `--hand-over`, and unchanged by its hash.
    const parts = JSON.parse(await readHashed(folder, HANDED_FILES.reader, manifest.reader)) as ReaderPart[]
    await refuseFaults(folder, results)
    const tables = await readAllTables(folder, results, { contract, portal })
    try {
      return new Map([[dataset, finishByEngine(parts, tables, { contract, places: portal.places })]])
    } catch (error) {
      if (!(error instanceof TableFault)) throw error
      return refuse(HANDED_FILES.results, {
        zh: `表自相矛盾：${error.message}`,
        en: `a table contradicts itself: ${error.message}`,
      })
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
    const { head, rows } = parseCsv(given.file, await readHashed(folder, given.file, given.sha256))
    const missing = columns.filter((column) => !head.includes(column))
    if (missing.length > 0) {
      refuse(given.file, { zh: `缺少列${missing.join('、')}`, en: `columns are missing: ${missing.join(', ')}` })
    }
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

async function refuseFaults(folder: string, { faults }: EngineResults): Promise<void> {
  const { rows } = parseCsv(faults.file, await readHashed(folder, faults.file, faults.sha256))
  if (rows.length === 0) return
  const shown = rows.slice(0, SHOWN_MAX).map(({ file, line, faults }) => `  ${file} ${line}: ${faults}`)
  const files = [...new Set(rows.map(({ file }) => file))].length
  refuse(faults.file, {
    zh: `引擎拒收了${rows.length}行（${files}个文件）。npm run check会说明各行错在哪里、怎样改：\n${shown.join('\n')}`,
    en: `the engine refused ${rows.length} rows of ${files} files; npm run check says what is wrong in each and what to do:\n${shown.join('\n')}`,
  })
}

function parseCsv(file: string, text: string): { head: string[]; rows: EngineRow[] } {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  const [error] = errors
  if (error && error.code !== 'UndetectableDelimiter') {
    refuse(file, {
      zh: `第${(error.row ?? 0) + 2}行不成表：${error.message}`,
      en: `line ${(error.row ?? 0) + 2}: ${error.message}`,
    })
  }
  const rows = data.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, cell === '' ? null : cell])),
  )
  return { head: meta.fields ?? [], rows }
}
