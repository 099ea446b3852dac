import { isPeriod } from '../../calendar/period.ts'
import type { FileShape } from '../../check/period/file-shape.ts'
import type { Witness } from '../../check/witness.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { Table } from '../../contracts/table.ts'
import { checkReading } from '../../line/check-reading.ts'
import { listAcceptedCells } from '../../portal/exceptions.ts'
import type { Problem } from '../../problems/problem.ts'
import { read } from '../../read/index.ts'
import type { Reading, Sheet } from '../../read/sheet.ts'
import { guessDatasets, scoreOf } from '../../suggest/guess-dataset.ts'
import { guessPeriod, parseTypedPeriod } from '../../suggest/guess-period.ts'
import type { CheckerPortal } from '../checker-portal.ts'
import { crc32 } from './crc32.ts'
import { findExceptionsFor } from './exceptions-for.ts'
import { findLinesAround, type Line } from './lines-around.ts'

/** A file on the page as bytes, with what the clerk declared about it. */
export interface Given {
  name: string
  bytes: Uint8Array
  dataset: string | null
  period: string | null
}

/** What became of a file. It was checked where dataset and period are known and its reading left something to check. */
export interface CheckedFile {
  name: string
  dataset: string | null
  candidates: string[]
  period: string | null
  /** What the clerk gave as the period and is none of the dataset's. */
  typed: string | null
  isGuessed: { dataset: boolean; period: boolean }
  sheets: Sheet[]
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

/** Called now and then: rows checked so far, and how many there are. */
export type Progress = (done: number, total: number) => void

/**
 * Reads a file, finds out what it is, and checks it: the same steps as on the command line. `watch` gives whoever is notified
 * of all that is tried.
 */
export function checkFile(given: Given, portal: CheckerPortal, progress: Progress, watch?: Watch): CheckedFile {
  const { contract, candidates, reading } = recognise(given, portal)
  const period = contract ? periodOf(given, contract, reading.sheets[0]) : null
  const dataset = contract?.id ?? null
  const checked = {
    name: given.name,
    dataset,
    candidates,
    period,
    typed: period === null ? given.period : null,
    isGuessed: { dataset: given.dataset === null, period: given.period === null },
    sheets: reading.sheets,
    lines: reading.sheets.length > 0 ? new Map() : linesOf(given.bytes, reading.problems),
    fingerprint: `${given.bytes.length}-${crc32(given.bytes)}`,
  }
  if (contract && period !== null) {
    const { places, phones } = portal
    const own = findExceptionsFor({ name: given.name, dataset, period }, portal.exceptions)
    // The day is not asked here: what `checkFilesTogether` does not accept any more is an error, whatever the cell holds.
    const acceptedCells = listAcceptedCells(own, { dataset: contract.id, file: given.name, period, today: '' })
    const context = { period, places, phones, acceptedCells, reportProgress: progress, witness: watch?.(contract) }
    return { ...checked, ...checkReading(contract, reading, context) }
  }
  const problems = reading.problems.map((problem) => ({ ...problem, dataset }))
  return { ...checked, problems, rowsRead: 0, rowsUsed: 0, rowsRefused: 0, tables: [], digest: null, shape: null }
}

/** Anything else than a period would be compared with those that are, and lead nowhere. */
function periodOf({ period }: Given, contract: Contract, sheet: Sheet | undefined): string | null {
  if (period !== null) return parseTypedPeriod(period, contract)
  const guessed = sheet ? guessPeriod(contract, sheet) : null
  return isPeriod(guessed, contract) ? guessed : null
}

function linesOf(bytes: Uint8Array, problems: readonly Problem[]): Map<number, Line[]> {
  const rows = problems.flatMap(({ row }) => row ?? [])
  return new Map(rows.map((row) => [row, findLinesAround(bytes, row)]))
}

interface Recognised {
  contract: Contract | null
  candidates: string[]
  reading: Reading
}

/** The contract that the clerk chose, or the contract that fits, and the file read as its profile says. */
function recognise({ name, bytes, dataset }: Given, { contracts }: CheckerPortal): Recognised {
  const chosen = contracts.find((contract) => contract.id === dataset)
  if (chosen) return { contract: chosen, candidates: [], reading: read(bytes, name, chosen.profile) }
  const plain = read(bytes, name)
  const [first, ...others] = guessDatasets(contracts, plain.sheets, name)
  const guessed = contracts.find((contract) => contract.id === first)
  // A department's own layout may hide the header from a plain reading; then each profile is tried.
  if (!guessed || scoreOf(guessed, plain.sheets) < 1) {
    for (const contract of contracts) {
      if (contract.profile === undefined) continue
      const reading = read(bytes, name, contract.profile)
      if (scoreOf(contract, reading.sheets) === 1) return { contract, candidates: [], reading }
    }
  }
  if (!guessed) return { contract: null, candidates: [], reading: plain }
  if (others.length > 0) return { contract: null, candidates: [guessed.id, ...others], reading: plain }
  const reading = guessed.profile === undefined ? plain : read(bytes, name, guessed.profile)
  return { contract: guessed, candidates: [], reading }
}
