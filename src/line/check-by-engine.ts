import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Value } from '../contracts/row.ts'
import { maskPath } from '../personal/mask-personal.ts'
import { columnsOfRows, protect } from '../protect/index.ts'
import { read } from '../read/index.ts'
import type { Engine } from '../sql/engine.ts'
import { type HandedFile, handOver } from '../sql/hand-over.ts'
import { type EngineRow, readTables } from '../sql/read-tables.ts'
import { sum } from '../text/sum.ts'
import { groupPeople, type PeopleOfFile } from '../withhold/people-groups.ts'
import type { LineEffects } from './effects.ts'
import { isStopped } from './file-result.ts'
import { checkPartsCoverage, findShortOfCovered, listCovered, nameWithoutReader } from './join-parts.ts'
import type { ReadingEffects } from './raw-bytes.ts'
import { type CheckedFile, checkFile, type FileEffects, type FileTask, refuseLarge } from './raw-file.ts'

/** So many rows are given to an engine at once; memory holds no more of them. */
const ROWS_AT_ONCE = 200_000

/** A file whose cells the reader has taken, and what is kept of it beside its rows. */
interface FileForEngine {
  /** Of the file, below the name of its reader where it has one. */
  path: string
  task: FileTask
  handed: HandedFile
  sha256: string
  encoding: string | null
  sheets: string[]
  people: PeopleOfFile | null
}

/**
 * Files of one dataset with the rules of their rows, their keys and their tables left to an engine. A file in which the
 * reader or the engine refuses anything is put to the line, whose words count. Throws where the line finds nothing in a
 * file of which the engine has refused a row: then one of the two is wrong.
 */
export async function checkByEngine(
  tasks: readonly FileTask[],
  engine: Engine,
  effects: FileEffects & Pick<LineEffects, 'reportProgress'>,
): Promise<CheckedFile[]> {
  const checked: CheckedFile[] = []
  let batch: FileForEngine[] = []
  const run = async () => {
    checked.push(...(await runBatch(batch, engine, effects)))
    batch = []
  }
  for (const [index, task] of tasks.entries()) {
    effects.reportProgress?.(task.file.path, index, tasks.length)
    const opened = await openForEngine(task, effects)
    if (opened === null) {
      checked.push(refuseLarge(task) ?? (await checkFile(task, effects)))
      continue
    }
    batch.push(opened)
    if (sum(batch.map(({ handed }) => handed.handed.length)) >= ROWS_AT_ONCE) await run()
  }
  await run()
  return checked.toSorted((a, b) => (a.report.path < b.report.path ? -1 : 1))
}

/**
 * The reader's part of one file; null where it refuses the file or a row of it. A reader that has a part of each period gives
 * its name to its files.
 */
export async function openForEngine(
  task: FileTask,
  effects: ReadingEffects,
  reader?: string,
): Promise<FileForEngine | null> {
  const { file, contract, places, departments, acceptedCells } = task
  if (refuseLarge(task)) return null
  const bytes = await effects.read(file.path)
  const path = reader === undefined ? file.path : `${reader}/${file.path}`
  const reading = read(bytes, path, contract.profile)
  const isPart = reader !== undefined
  const context = { period: file.period, places, phones: departments.phones, acceptedCells, isPart }
  const handed = handOver(contract, reading.sheets, context)
  if (isStopped(reading.problems) || isStopped(handed.problems)) return null
  const columns = columnsOfRows(protect(contract, handed.rows), contract)
  return {
    ...{ path, task },
    handed: {
      ...handed,
      problems: [...reading.problems.map((problem) => ({ ...problem, dataset: contract.id })), ...handed.problems],
    },
    sha256: effects.hash(bytes),
    encoding: reading.sheets[0]?.encoding ?? null,
    sheets: reading.sheets.flatMap(({ sheet }) => (sheet === null ? [] : maskPath(sheet))),
    people: groupPeople(contract, columns, file.period),
  }
}

async function runBatch(batch: readonly FileForEngine[], engine: Engine, effects: FileEffects): Promise<CheckedFile[]> {
  const [first] = batch
  if (!first) return []
  const { contract, places } = first.task
  const rows = batch.map(({ path, handed }) => ({ ...handed, file: path }))
  const { faults, tables } = await engine.run(contract, places, rows)
  const refused = new Set(faults.map(({ file }) => file))
  const parts = batch.map(describeReading)
  const made = finishByEngine(parts, tables, { contract, places })
  const known = new Map(batch.map(({ path, task }) => [path, task]))
  return Promise.all(
    made.map(async (checked) => {
      const task = known.get(checked.report.path)
      return task && refused.has(task.file.path) ? checkRefused(task, effects) : checked
    }),
  )
}

/** What the reader found in a file, without its rows: what the checks after the tables need. */
export interface ReaderPart extends Omit<CheckedFile, 'tables'> {
  /** True where other readers may have more rows of the period. */
  isPart: boolean
  /** Its values by which it is judged whether rows are missing. */
  covered: Record<string, Value>[]
}

/** What is kept of a file beside its rows. */
export function describeReading({ path, task, handed, people, ...of }: FileForEngine): ReaderPart {
  const { contract, file } = task
  const { rowsRead, rowsUsed, rowsRefused, problems, digest, shape } = handed
  const { encoding, sheets, sha256 } = of
  const isPart = path !== file.path
  return {
    report: { path, dataset: contract.id, encoding, sheets, sha256, rowsRead, rowsUsed, rowsRefused },
    period: file.period,
    ...{ problems, digest, people, isPart },
    // A reader's serial numbers are not those of the readers together.
    shape: isPart ? { ...shape, numbers: [] } : shape,
    covered: listCovered(contract, handed.rows),
  }
}

/**
 * The files of a dataset with the tables that an engine has made of their rows. Of several files of a period the first has the
 * tables, and the problems of rows that all of them lack.
 */
export function finishByEngine(
  parts: readonly ReaderPart[],
  tables: ReadonlyMap<string, readonly EngineRow[]>,
  { contract, places }: { contract: Contract; places: Places },
): CheckedFile[] {
  const periods = Map.groupBy(parts, ({ period }) => period)
  const listCoveredIn = (period: string) => (periods.get(period) ?? []).flatMap(({ covered }) => covered)
  const shortOf = (period: string) => findShortOfCovered(listCoveredIn(period), { contract, places, period })
  const made = [...tables].flatMap(([id, found]) => readTables(id, found, { contract, places, shortOf }))
  const byName = new Map(made.map((table) => [`${table.table}/${table.period}`, table]))
  return parts.map(({ covered: _, isPart, ...part }) => {
    const { period, problems } = part
    const own = periods.get(period) ?? []
    if (own[0]?.report.path !== part.report.path) return { ...part, tables: [] }
    const path = nameWithoutReader(own.map(({ report }) => report))
    const lacking = !isPart ? [] : checkPartsCoverage(listCoveredIn(period), { contract, places, period }, path)
    const given = Object.keys(contract.tables).map(
      (table) => byName.get(`${table}/${period}`) ?? { dataset: contract.id, table, period, rows: [] },
    )
    return { ...part, problems: [...problems, ...lacking], tables: given }
  })
}

/** The words of the line for a file of which the engine has refused rows. */
async function checkRefused(task: FileTask, effects: FileEffects): Promise<CheckedFile> {
  const checked = await checkFile(task, effects)
  if (!isStopped(checked.problems))
    throw new Error(`sql: the engine refuses rows of ${task.file.path} that the line takes`)
  return checked
}
