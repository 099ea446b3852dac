import type { PeriodFile } from '../check/period/check-periods.ts'
import { joinShapes } from '../check/period/join-shapes.ts'
import { joinDigests } from '../check/period/rows-digest.ts'
import type { ShapedFile } from '../check/period/stopped-files.ts'
import { checkCoverage, listCoverageColumns } from '../check/row/coverage.ts'
import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Row, Value } from '../contracts/row.ts'
import type { Table } from '../contracts/table.ts'
import type { Problem } from '../problems/problem.ts'
import { findShortOf, type ShortPlaces } from '../tabulate/short.ts'

type ComparedFile = PeriodFile & ShapedFile & { tables: readonly Table[] }

/** Files of a dataset as one a period: those that several readers have of one period are compared with others together. */
export function joinParts(files: readonly ComparedFile[]): ComparedFile[] {
  return [...Map.groupBy(files, ({ period }) => period)].flatMap(([period, own]) => {
    if (own.length < 2) return own
    return {
      period,
      path: nameWithoutReader(own),
      sha256: own.map(({ sha256 }) => sha256).join(' '),
      digest: joinDigests(own.map(({ digest }) => digest)),
      shape: joinShapes(own),
      tables: own.flatMap(({ tables }) => tables),
    }
  })
}

/** A file of a reader is named `READER/raw/cases/2026-10.csv`; what concerns all of them, by what they are a part of. */
export function nameWithoutReader(parts: readonly { path: string }[]): string {
  return (parts[0]?.path ?? '').replace(/^[^/]*\//, '')
}

/** The values of a file by which it is judged whether rows are missing, each combination once. */
export function listCovered(contract: Contract, rows: readonly Row[]): Record<string, Value>[] {
  const columns = listCoverageColumns(contract)
  if (columns.length === 0) return []
  const covered = new Map<string, Record<string, Value>>()
  for (const { values } of rows) {
    const own = columns.map((id) => [id, values[id] ?? null] as const)
    const name = JSON.stringify(own)
    if (!covered.has(name)) covered.set(name, Object.fromEntries(own))
  }
  return [...covered.values()]
}

interface Whole {
  contract: Contract
  places: Places
  period: string
}

/** Rows that all readers of a period together lack; `file` is named in the problems. */
export function checkPartsCoverage(
  covered: readonly Record<string, Value>[],
  { contract, places, period }: Whole,
  file: string,
): Problem[] {
  const rows = covered.map((values) => ({ values, file, sheet: null, row: 0 }))
  return checkCoverage(contract, rows, { period, places }, { dataset: contract.id, file })
}

/** Places whose sums fall short of what all files of a period cover. */
export function findShortOfCovered(
  covered: readonly Record<string, Value>[],
  { contract, places, period }: Whole,
): ShortPlaces {
  return findShortOf(contract, { period, places }, (column) => new Set(covered.map((values) => values[column])))
}
