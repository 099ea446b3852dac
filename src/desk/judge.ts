import { crc32 } from '../annotate/zip.ts'
import { isAcceptable } from '../check/exceptions.ts'
import { check } from '../check/index.ts'
import { checkPeriods, dataDayOf } from '../check/periods.ts'
import { checkTables } from '../check/tables.ts'
import { Places } from '../codes/places.ts'
import type { Contract } from '../datasets/contract.ts'
import type { Table } from '../datasets/table.ts'
import { hasErrors, type Problem } from '../problems/problem.ts'
import { raise } from '../problems/raise.ts'
import { protect } from '../protect/index.ts'
import { read } from '../read/index.ts'
import type { Reading, Sheet } from '../read/sheet.ts'
import { tabulate } from '../tabulate/index.ts'
import { guessDatasets, scoreOf } from './dataset.ts'
import { guessPeriod, PERIOD_SHAPES } from './period.ts'
import type { DeskPortal } from './portal.ts'

/** A file on the desk as bytes, with what the clerk said of it. */
export interface Given {
  name: string
  bytes: Uint8Array
  dataset: string | null
  period: string | null
}

/** What became of a file. It was checked where dataset and period are known and its reading has no error. */
export interface Judged {
  name: string
  dataset: string | null
  candidates: string[]
  period: string | null
  isGuessed: { dataset: boolean; period: boolean }
  sheets: Sheet[]
  problems: Problem[]
  rowsRead: number
  rowsUsed: number
  rowsRefused: number
  tables: Table[]
  /** Of the bytes: equal for the same file under two names. */
  fingerprint: string
  /** Of the rows, as `check` gives it. */
  digest: string | null
}

/** Told now and then: rows judged so far, and how many there are. */
export type Progress = (done: number, total: number) => void

/** Reads a file, finds out what it is, and checks it: the same steps as on the command line. */
export function judge(given: Given, portal: DeskPortal, progress: Progress): Judged {
  const { contract, candidates, reading } = recognise(given, portal)
  const period = given.period ?? (contract && reading.sheets[0] ? guessPeriod(contract, reading.sheets[0]) : null)
  const dataset = contract?.id ?? null
  const judged: Judged = {
    name: given.name,
    dataset,
    candidates,
    period,
    isGuessed: { dataset: given.dataset === null, period: given.period === null },
    sheets: reading.sheets,
    problems: reading.problems.map((one) => ({ ...one, dataset })),
    rowsRead: 0,
    rowsUsed: 0,
    rowsRefused: 0,
    tables: [],
    fingerprint: `${given.bytes.length}-${crc32(given.bytes)}`,
    digest: null,
  }
  if (!contract || hasErrors(judged.problems) || !isPeriod(period, contract)) return judged
  const context = { period, places: new Places(portal.places) }
  const checked = check(contract, reading.sheets, { ...context, progress })
  const { rowsRead, rowsUsed, rowsRefused, digest } = checked
  const problems = [...judged.problems, ...checked.problems]
  const isStopped = hasErrors(problems.filter((one) => !isAcceptable(one.rule)))
  const tables = isStopped ? [] : tabulate(contract, protect(contract, checked.rows), context)
  return { ...judged, problems, rowsRead, rowsUsed, rowsRefused, digest, tables }
}

export function isPeriod(period: string | null, contract: Contract): period is string {
  return period !== null && PERIOD_SHAPES[contract.frequency].pattern.test(period)
}

interface Recognised {
  contract: Contract | null
  candidates: string[]
  reading: Reading
}

/** The contract that the clerk chose, or the one that fits, and the file read as its profile says. */
function recognise({ name, bytes, dataset }: Given, { contracts }: DeskPortal): Recognised {
  const chosen = contracts.find((one) => one.id === dataset)
  if (chosen) return { contract: chosen, candidates: [], reading: read(bytes, name, chosen.profile) }
  const plain = read(bytes, name)
  const [first, ...others] = guessDatasets(contracts, plain.sheets, name)
  const guessed = contracts.find((one) => one.id === first)
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

/** What the files on the desk say of each other; each finding goes to the file that it names, or to that of its period. */
export function judgeTogether(judged: readonly Judged[], portal: DeskPortal): Map<Judged, Problem[]> {
  const found = new Map<Judged, Problem[]>()
  const give = (file: Judged, problem: Problem) => found.set(file, [...(found.get(file) ?? []), problem])
  const places = new Places(portal.places)
  const first = judged.filter((one) => firstOfPeriod(one, judged) === one)
  const others = Map.groupBy(
    first.flatMap((one) => one.tables),
    (table) => `${table.dataset}/${table.table}`,
  )
  for (const contract of portal.contracts) {
    const files = first.filter((one) => one.dataset === contract.id && one.period !== null)
    const tables = files.flatMap((one) => one.tables)
    for (const problem of [...sameFiles(contract, files), ...checkTables(contract, tables, others, places)]) {
      const named = files.find((one) => one.name === problem.file)
      const file = named ?? files.find((one) => one.period === problem.params['period']) ?? files[0]
      if (file) give(file, { ...problem, file: file.name })
    }
  }
  for (const one of judged) {
    const other = firstOfPeriod(one, judged)
    if (other === one) continue
    const at = { dataset: one.dataset, file: one.name }
    give(one, raise('raw-period-twice', at, { found: one.period, params: { other: other.name } }))
  }
  return found
}

/** Nobody can say which of two files of one period counts, so the first is taken to look for other faults. */
function firstOfPeriod(one: Judged, judged: readonly Judged[]): Judged {
  if (one.dataset === null || one.period === null) return one
  return judged.find((other) => other.dataset === one.dataset && other.period === one.period) ?? one
}

/** The same file for two periods. Periods that are left out are no fault of a desk that holds a few files. */
function sameFiles(contract: Contract, files: readonly Judged[]): Problem[] {
  const periods = files.flatMap(({ name, period, fingerprint, digest }) =>
    period === null ? [] : [{ path: name, period, sha256: fingerprint, digest }],
  )
  return checkPeriods(contract, periods, dataDayOf(periods.map((one) => one.period))).filter((one) => one.file !== null)
}
