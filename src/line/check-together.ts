import { groupBy } from '../check/group-by.ts'
import { findCellJumps } from '../check/period/cell-jumps.ts'
import { findMissingPeriods, findSameFiles, type Lateness, type PeriodFile } from '../check/period/check-periods.ts'
import { checkJumps } from '../check/period/jumps.ts'
import { findLeftOutNumbers } from '../check/period/left-out-numbers.ts'
import { findStoppedFiles, type ShapedFile } from '../check/period/stopped-files.ts'
import { findYearJumps } from '../check/period/year-jumps.ts'
import { checkTables } from '../check/table/check-tables.ts'
import { findRegisterChanges } from '../check/table/register-changes.ts'
import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Table } from '../contracts/table.ts'
import type { Problem } from '../problems/problem.ts'

/** One dataset and what became of each of its files. A file with an error has no tables. */
export interface DatasetFiles {
  contract: Contract
  files: readonly (PeriodFile & ShapedFile & { tables: readonly Table[] })[]
  /** What is published of it, for whoever does not hold the files of all periods; a file goes before it. */
  known?: Known | undefined
}

export interface Known {
  periods: readonly string[]
  /** Of as many periods as are at hand. */
  tables: readonly Table[]
}

/**
 * What the files of all datasets say of each other: one file for two periods, periods left out, identities between tables,
 * sudden jumps. What is wrong with the known alone is not said again.
 */
export function checkTogether(
  datasets: readonly DatasetFiles[],
  { places, ...lateness }: { places: Places } & Lateness,
): Problem[] {
  const all = datasets.map(removeReplaced)
  const knownAlone = all.map((dataset) => ({ ...dataset, files: [] }))
  const twins = all.flatMap(({ contract, files }) => findSameFiles(contract, files))
  const owing = new Set(all.filter((dataset) => dataset.files.length > 0).map((dataset) => dataset.contract.id))
  const found = [...findGaps(all, owing, lateness), ...findContradictions(all, places)]
  const said = new Set(
    [...findGaps(knownAlone, owing, lateness), ...findContradictions(knownAlone, places)].map(nameOf),
  )
  const compared = all.flatMap(({ contract, files }) => [
    ...findStoppedFiles(contract, files, places),
    ...findCellJumps(contract, files, places),
    ...findYearJumps(contract, files, places),
    ...findLeftOutNumbers(contract, files),
  ])
  return [...twins, ...compared, ...found.filter((problem) => !said.has(nameOf(problem)))]
}

function removeReplaced(dataset: DatasetFiles): DatasetFiles {
  const { files, known } = dataset
  const isOther = (period: string) => files.every((file) => file.period !== period)
  if (!known) return dataset
  const tables = known.tables.filter((table) => isOther(table.period))
  return { ...dataset, known: { periods: known.periods.filter(isOther), tables } }
}

/** Of a dataset that nobody sends a file of, nothing is said. */
function findGaps(datasets: readonly DatasetFiles[], owing: ReadonlySet<string>, lateness: Lateness): Problem[] {
  return datasets
    .filter((dataset) => owing.has(dataset.contract.id))
    .flatMap((dataset) => findMissingPeriods(dataset.contract, periodsOf(dataset), lateness))
}

function findContradictions(datasets: readonly DatasetFiles[], places: Places): Problem[] {
  const byName = groupBy(datasets.flatMap(tablesOf), (table) => `${table.dataset}/${table.table}`)
  const contracts = datasets.map((dataset) => dataset.contract)
  return datasets.flatMap((dataset) => {
    const paths = new Map(dataset.files.map((file) => [file.period, file.path]))
    const pathOf = (period: unknown) => (typeof period === 'string' ? (paths.get(period) ?? null) : null)
    const tables = tablesOf(dataset)
    const broken = [
      ...checkTables(dataset.contract, tables, byName, places, contracts),
      ...findRegisterChanges(dataset.contract, tables),
      ...checkJumps(dataset.contract, tables, { elsewhere: new Set(dataset.known?.periods), places }),
    ]
    return broken.map((problem) => ({ ...problem, file: problem.file ?? pathOf(problem.params['period']) }))
  })
}

function periodsOf({ files, known }: DatasetFiles): string[] {
  return [...(known?.periods ?? []), ...files.map((file) => file.period)]
}

function tablesOf({ files, known }: DatasetFiles): Table[] {
  return [...(known?.tables ?? []), ...files.flatMap((file) => file.tables)]
}

function nameOf({ rule, dataset, found, expected, params }: Problem): string {
  return JSON.stringify([rule, dataset, found, expected, params])
}
