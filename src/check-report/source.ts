import { comparePeriods } from '../calendar/period.ts'
import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Table } from '../contracts/table.ts'
import type { Problem } from '../problems/problem.ts'
import type { FileEvidence } from './evidence.ts'

/** What a report is made of. */
export interface ReportSource {
  /** `YYYY-MM-DD` */
  today: string
  places: Places
  /** Of all datasets, also of those of which there is no file: rules may name their tables. */
  contracts: readonly Contract[]
  datasets: readonly ReportDataset[]
  /** Problems of no dataset: of the portal's own files. */
  problems: readonly Problem[]
}

/** One dataset whose files were checked. */
export interface ReportDataset {
  contract: Contract
  /** In the order of their periods; the report is about the last. */
  files: readonly ReportFile[]
  problems: readonly Problem[]
  /** Published tables of periods of which there is no file. */
  known: readonly Table[]
}

export interface ReportFile {
  path: string
  period: string
  encoding: string | null
  sha256: string | null
  rowsRead: number
  rowsUsed: number
  rowsRefused: number
  /** Null where nothing of it could be checked: it is too large, or the program failed over it. */
  evidence: FileEvidence | null
}

/** Files of one dataset in the order of their periods. */
export function sortByPeriod<T extends { period: string }>(files: readonly T[]): T[] {
  return files.toSorted((a, b) => comparePeriods(a.period, b.period))
}
