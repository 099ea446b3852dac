import type { Contract } from '../contracts/contract.ts'
import type { PublishedFile } from '../store/published-tables.ts'
import { isBase } from '../tabulate/row-measures.ts'
import { joinPeople, type PeopleOfFile } from '../withhold/people-groups.ts'
import { parsePublicRows } from '../withhold/public-rows.ts'
import type { LedgerFile } from '../withhold/released-cells.ts'
import type { Ledger } from './effects.ts'
import type { CheckedFile } from './raw-file.ts'

/** Files that are public of a dataset with their people, and how many are without, since nobody kept their raw files. */
interface OpenedLedger {
  files: LedgerFile[]
  apart: number
}

export async function openLedger(
  { id, tables }: Contract,
  results: readonly CheckedFile[],
  ledger: Ledger | undefined,
): Promise<OpenedLedger> {
  const opened: OpenedLedger = { files: [], apart: 0 }
  for (const { file, text } of (await ledger?.list(id)) ?? []) {
    const spec = tables[file.table]
    const people = ledger && spec ? await findPeople(file, results, ledger) : null
    if (!spec || !people) {
      opened.apart += 1
      continue
    }
    const dimensions = spec.dimensions.map(({ column }) => column)
    const counts = Object.keys(spec.measures).filter((measure) => isBase(spec.measures[measure]))
    const { table, period, revision } = file
    const rows = parsePublicRows(text, { dimensions, counts, totals: [] })
    opened.files.push({ table, period, revision, isOfNow: isOfNow(file, results), rows, people })
  }
  return opened
}

/** The people of all raw files of a published file; null where some were not kept, or a raw file is gone. */
async function findPeople(
  { sources }: PublishedFile,
  results: readonly CheckedFile[],
  ledger: Ledger,
): Promise<PeopleOfFile[] | null> {
  if (sources.length === 0) return null
  const found: PeopleOfFile[] = []
  for (const { path, sha256 } of sources) {
    const now = results.find(({ report }) => report.path === path)
    const people = now?.report.sha256 === sha256 ? now.people : await ledger.recallPeople(sha256)
    if (!now || !people) return null
    found.push(people)
  }
  return joinPeople(found)
}

function isOfNow({ sources }: PublishedFile, results: readonly CheckedFile[]): boolean {
  const now = new Map(results.map(({ report }) => [report.path, report.sha256]))
  return sources.every(({ path, sha256 }) => now.get(path) === sha256)
}
