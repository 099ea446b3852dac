import type { FileShape } from '../../check/period/file-shape.ts'
import type { Witness } from '../../check/witness.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { Table } from '../../contracts/table.ts'
import { checkReading } from '../../line/check-reading.ts'
import type { Problem } from '../../problems/problem.ts'
import type { Sheet } from '../../read/sheet.ts'
import type { CheckerPortal } from '../checker-portal.ts'
import { crc32 } from './crc32.ts'
import { findLinesAround, type Line } from './lines-around.ts'
import { contextOf, findContract, type Given, type Progress, type Recognised, recognise } from './recognise.ts'

/** What became of a file. It was checked where dataset and period are known and its reading left something to check. */
export interface CheckedFile extends Recognised {
  name: string
  /** Null where it is no table. */
  encoding: Sheet['encoding'] | null
  /** Its sheets, with the rows that previews of problems of these rows are made of, at least. */
  readSheets(rows: readonly number[]): readonly Sheet[]
  /** Where no sheet could be made of a text: the lines around each fault, by its row. */
  lines: ReadonlyMap<number, Line[]>
  problems: Problem[]
  rowsRead: number
  rowsUsed: number
  rowsRefused: number
  tables: Table[]
  /** Of the bytes: equal for the same file under two names. */
  fingerprint: string
  /** Of the rows, as `check` gives it. */
  digest: string | null
  /** What is compared with the files of other periods; null where its rows are not all there. */
  shape: FileShape | null
}

/** Gives whoever is notified of all that is tried in a file of the contract. */
export type Watch = (contract: Contract) => Witness

/**
 * Reads a file, finds out what it is, and checks it: the same steps as on the command line. `progress` is given rows; `watch`
 * gives whoever is notified of all that is tried.
 */
export function checkFile(given: Given, portal: CheckerPortal, progress: Progress, watch?: Watch): CheckedFile {
  const found = findContract(given, portal)
  const { contract, reading } = found
  const recognised = recognise(given, found, reading.sheets[0])
  const { dataset, period } = recognised
  const { bytes, name } = given
  const checked = {
    name,
    ...recognised,
    readSheets: () => reading.sheets,
    lines: reading.sheets.length > 0 ? new Map() : linesOf(bytes, reading.problems),
    fingerprint: fingerprintOf(bytes.length, crc32(bytes)),
  }
  if (contract && period !== null) {
    const watched = { reportProgress: progress, witness: watch?.(contract) }
    const context = { ...contextOf(name, { contract, period }, portal), ...watched }
    return { ...checked, ...checkReading(contract, reading, context) }
  }
  const problems = reading.problems.map((problem) => ({ ...problem, dataset }))
  const encoding = reading.sheets[0]?.encoding ?? null
  const nothing = { rowsRead: 0, rowsUsed: 0, rowsRefused: 0, tables: [], digest: null, shape: null }
  return { ...checked, encoding, problems, ...nothing }
}

/** `27000000-3421780262`: the number of bytes and their checksum. */
export function fingerprintOf(size: number, checksum: number): string {
  return `${size}-${checksum}`
}

function linesOf(bytes: Uint8Array, problems: readonly Problem[]): Map<number, Line[]> {
  const rows = problems.flatMap(({ row }) => row ?? [])
  return new Map(rows.map((row) => [row, findLinesAround(bytes, row)]))
}
