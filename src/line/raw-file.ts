import type { Departments } from '../codes/departments.ts'
import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import { maskPath } from '../personal/mask-personal.ts'
import { createProblemAtLevel } from '../problems/problem.ts'
import type { SafeColumns } from '../protect/index.ts'
import { FILE_BYTES_MAX } from '../read/limits.ts'
import { groupPeople, type PeopleOfFile } from '../withhold/people-groups.ts'
import { checkBytes, type FileResult } from './check-reading.ts'
import type { LineEffects } from './effects.ts'
import type { RawFile } from './plan-files.ts'
import { openRaw, type RawBytes } from './raw-bytes.ts'

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
  /** Of a dataset about people, how many there are of each kind: what nobody may know, by which the proof is made. */
  people: PeopleOfFile | null
}

/** What files of one dataset are checked against. */
export interface FileBench {
  contract: Contract
  places: Places
  departments: Departments
  /** Cells of this file whose personal data a person has accepted. */
  acceptedCells: ReadonlySet<string>
  effects: LineEffects
}

/** One file through the line: read, check, protect, tabulate. Its rows are let go before the next file is opened. */
export async function checkFile(file: RawFile, bench: FileBench): Promise<CheckedFile> {
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
      people: null,
    }
  }
  const { hash, memory, watch } = bench.effects
  const kept = watch ? undefined : memory
  const keyOf = (sha256: string) => hash(JSON.stringify([kept?.salt, path, sha256, ...listDependencies(bench)]))
  // The text was kept by the lines below, by the same version of the program: the salt is the hash of its source.
  const recall = async (sha256: string) =>
    JSON.parse((await kept?.recall(keyOf(sha256))) ?? 'null') as CheckedFile | null
  const unchanged = await kept?.recallHash?.(path)
  const known = unchanged ? await recall(unchanged) : null
  if (known) return known
  const raw = await openRaw(file, bench.effects)
  try {
    if (kept?.mayKnow?.(path) ?? kept) {
      const sha256 = raw.hash()
      await kept?.keepHash?.(path, sha256)
      const before = await recall(sha256)
      if (before) return before
    }
    const checked = reportOn(file, raw, report, bench)
    await kept?.keepHash?.(path, checked.report.sha256)
    await kept?.keep(keyOf(checked.report.sha256), JSON.stringify(checked))
    return checked
  } finally {
    raw.close()
  }
}

/** All of a portal that the result of a file depends on. */
function listDependencies({ contract, places, departments, acceptedCells }: FileBench): readonly unknown[] {
  return [contract, places.all, [...departments.phones], [...acceptedCells]]
}

function reportOn(file: RawFile, raw: RawBytes, report: FileReport, bench: FileBench): CheckedFile {
  const { contract, places, departments, acceptedCells } = bench
  const { period } = file
  const witness = bench.effects.watch?.(file)
  const context = { period, places, phones: departments.phones, acceptedCells, witness }
  let people: PeopleOfFile | null = null
  const onColumns = (columns: SafeColumns) => {
    people = groupPeople(contract, columns, period)
  }
  const result = checkBytes(contract, raw, { file: file.path, context, onColumns })
  report.sheets = result.sheets.map((sheet) => maskPath(sheet))
  const { sha256, encoding, problems, rowsRead, rowsUsed, rowsRefused, tables, digest, shape } = result
  const read = { ...report, sha256, encoding, rowsRead, rowsUsed, rowsRefused }
  return { report: read, period, problems, tables, digest, shape, people }
}
