import { acceptPart, type ScanElsewhere, type ScannedPart } from '../accept/index.ts'
import type { CheckContext } from '../check/context.ts'
import type { Witness } from '../check/witness.ts'
import type { Departments } from '../codes/departments.ts'
import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import { maskPath } from '../personal/mask-personal.ts'
import { createProblemAtLevel } from '../problems/problem.ts'
import type { SafeColumns } from '../protect/index.ts'
import { FILE_BYTES_MAX } from '../read/limits.ts'
import { groupPeople, type PeopleOfFile } from '../withhold/people-groups.ts'
import { checkBytes } from './check-reading.ts'
import type { FileResult } from './file-result.ts'
import type { RawFile } from './plan-files.ts'
import { openRaw, type ReadingEffects } from './raw-bytes.ts'

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

/** A raw file and all that it is checked against. */
export interface FileTask {
  file: RawFile
  contract: Contract
  places: Places
  departments: Departments
  /** Cells of this file whose personal data a person has accepted. */
  acceptedCells: ReadonlySet<string>
}

/** What is needed from outside for one file. */
export interface FileEffects extends ReadingEffects {
  /** Gives whoever is notified of all that is tried in a file; then every file is checked again. */
  watch?(file: RawFile): Witness
  /** Has another thread scan a part of a file; null where that would cost more than it saves. */
  scanElsewhere?(task: FileTask): ScanElsewhere | null
}

/** A file that is too large is refused unopened; null for any other. */
export function refuseLarge({ file: { path, dataset, period, bytes } }: FileTask): CheckedFile | null {
  if (bytes <= FILE_BYTES_MAX) return null
  const more = { found: String(bytes), expected: `≤ ${FILE_BYTES_MAX}` }
  const problems = [createProblemAtLevel('file-too-large', 'error', { dataset, file: path }, more)]
  const none = { rowsRead: 0, rowsUsed: 0, rowsRefused: 0 }
  const report = { path, dataset, encoding: null, sheets: [], sha256: '', ...none }
  return { report, period, problems, tables: [], digest: null, shape: null, people: null }
}

/** The records of a file from a byte on, which another thread scans beside those before; `onBytes` is called with their bytes. */
export async function scanPartOfFile(
  task: FileTask,
  { from, onBytes }: { from: number; onBytes: (bytes: Uint8Array) => void },
  effects: ReadingEffects,
): Promise<ScannedPart | null> {
  const raw = await openRaw(task.file, effects)
  try {
    return acceptPart(task.contract, { ...raw, file: task.file.path, context: buildContext(task), onBytes }, from)
  } finally {
    raw.close()
  }
}

function buildContext({ file: { period }, places, departments, acceptedCells }: FileTask): CheckContext {
  return { period, places, phones: departments.phones, acceptedCells }
}

/** One file through the line: read, check, protect, tabulate. Its rows are let go before the next file is opened. */
export async function checkFile(task: FileTask, effects: FileEffects): Promise<CheckedFile> {
  const { file, contract } = task
  const { path, dataset, period } = file
  const raw = await openRaw(file, effects)
  try {
    const witness = effects.watch?.(file)
    const context = { ...buildContext(task), witness }
    let people: PeopleOfFile | null = null
    const onColumns = (columns: SafeColumns) => {
      people = groupPeople(contract, columns, period)
    }
    const scanElsewhere = effects.scanElsewhere?.(task) ?? undefined
    const result = await checkBytes(contract, raw, { file: path, context, onColumns, scanElsewhere })
    const { sha256, encoding, rowsRead, rowsUsed, rowsRefused, problems, tables, digest, shape } = result
    const sheets = result.sheets.map((sheet) => maskPath(sheet))
    const report = { path, dataset, encoding, sheets, sha256, rowsRead, rowsUsed, rowsRefused }
    return { report, period, problems, tables, digest, shape, people }
  } finally {
    raw.close()
  }
}
