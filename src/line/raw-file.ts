import type { Departments } from '../codes/departments.ts'
import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import { createProblemAtLevel } from '../problems/problem.ts'
import { FILE_BYTES_MAX } from '../read/limits.ts'
import { checkBytes, type FileResult } from './check-reading.ts'
import type { LineEffects } from './effects.ts'
import type { RawFile } from './plan-files.ts'

/** What became of one raw file. */
export interface FileReport {
  path: string
  dataset: string
  /** Null where the bytes could not be read as a table. */
  encoding: string | null
  /** Names of the worksheets that were read; [] for a CSV. */
  sheets: string[]
  sha256: string
  rowsRead: number
  rowsUsed: number
  rowsRefused: number
}

export interface CheckedFile extends Pick<FileResult, 'problems' | 'tables' | 'digest' | 'shape'> {
  report: FileReport
  period: string
}

/** What files of one dataset are judged by. */
export interface Bench {
  contract: Contract
  places: Places
  departments: Departments
  effects: LineEffects
}

/** One file through the line: read, check, protect, tabulate. Its rows are let go before the next file is opened. */
export async function checkFile(file: RawFile, bench: Bench): Promise<CheckedFile> {
  const { path, dataset } = file
  const none = { rowsRead: 0, rowsUsed: 0, rowsRefused: 0 }
  const report: FileReport = { path, dataset, encoding: null, sheets: [], sha256: '', ...none }
  if (file.bytes > FILE_BYTES_MAX) {
    const more = { found: String(file.bytes), expected: `≤ ${FILE_BYTES_MAX}` }
    return {
      report,
      period: file.period,
      problems: [createProblemAtLevel('file-too-large', 'error', { dataset, file: path }, more)],
      tables: [],
      digest: null,
      shape: null,
    }
  }
  const bytes = await bench.effects.read(path)
  const { hash, memory, watch } = bench.effects
  report.sha256 = hash(bytes)
  if (!memory || watch) return reportOn(file, bytes, report, bench)
  const { contract, places, departments } = bench
  const key = hash(JSON.stringify([memory.salt, path, report.sha256, contract, places.all, [...departments.phones]]))
  const known = await memory.recall(key)
  // The text was kept by the lines below, by the same version of the program: the salt is the hash of its source.
  if (known !== null) return JSON.parse(known) as CheckedFile
  const checked = reportOn(file, bytes, report, bench)
  await memory.keep(key, JSON.stringify(checked))
  return checked
}

function reportOn(file: RawFile, bytes: Uint8Array, report: FileReport, bench: Bench): CheckedFile {
  const { contract, places, departments } = bench
  const { period } = file
  const context = { period, places, phones: departments.phones, witness: bench.effects.watch?.(file) }
  const result = checkBytes(contract, bytes, { file: file.path, context })
  report.sheets = result.sheets
  const { encoding, problems, rowsRead, rowsUsed, rowsRefused, tables, digest, shape } = result
  return { report: { ...report, encoding, rowsRead, rowsUsed, rowsRefused }, period, problems, tables, digest, shape }
}
