import Papa from 'papaparse'
import type { Contract, TableSpec } from '../contracts/contract.ts'
import type { Table } from '../contracts/table.ts'
import type { LocalText } from '../text/local-text.ts'
import { findWithdrawn } from './log.ts'
import { parsePublishedCsv } from './published-csv.ts'
import type { PublishedFile, Release } from './published-tables.ts'

/*
 * Tables that a contract declares `currentOnly` have entries that lapse (credit lists, personal entries): past its last day
 * an entry is in no stored revision. Ends are `YYYY-MM-DD`, or a time of that day; a blank end never comes.
 */

/** Why a file was taken out that held such an entry. */
export const LAPSED_REASON: LocalText = { zh: '有条目期满，不再公开', en: 'Entries in it had lapsed' }

function isLapsed(end: string, day: string): boolean {
  return end !== '' && end.slice(0, 10) < day
}

/** The table without the entries that had lapsed by a day; any other table as it is. */
export function takeCurrent(table: Table, { currentOnly }: TableSpec, day: string): Table {
  if (!currentOnly) return table
  const { until } = currentOnly
  const rows = table.rows.filter(({ key, text }) => !isLapsed(key[until] ?? text[until] ?? '', day))
  return rows.length === table.rows.length ? table : { ...table, rows }
}

/** A published text without such entries, and how many rows are left. */
interface CurrentText {
  text: string
  rows: number
}

/** The same of a published text, read by its own header: the contract may have changed since. Null where none had lapsed. */
export function takeCurrentLines(text: string, { currentOnly }: TableSpec, day: string): CurrentText | null {
  if (!currentOnly) return null
  const { headings, lines } = parsePublishedCsv(text)
  const at = headings.indexOf(currentOnly.until)
  const current = at < 0 ? lines : lines.filter((line) => !isLapsed(line[at] ?? '', day))
  if (current.length === lines.length) return null
  return { text: `${Papa.unparse([headings, ...current], { newline: '\n' })}\n`, rows: current.length }
}

/** A stored file with an entry that had lapsed. */
interface LapsedFile extends CurrentText {
  file: PublishedFile
  contract: Contract
}

/** Every stored file, superseded files too, with an entry that had lapsed by a day. */
export function findLapsedFiles(
  { releases, texts }: { releases: readonly Release[]; texts: ReadonlyMap<string, string> },
  contracts: ReadonlyMap<string, Contract>,
  day: string,
): LapsedFile[] {
  const withdrawn = findWithdrawn(releases)
  return releases.flatMap(({ files }) =>
    files.flatMap((file): LapsedFile[] => {
      const contract = contracts.get(file.dataset)
      const spec = contract?.tables[file.table]
      if (!contract || !spec?.currentOnly || withdrawn.has(file.path)) return []
      const current = takeCurrentLines(texts.get(file.path) ?? '', spec, day)
      return current ? [{ file, contract, ...current }] : []
    }),
  )
}

/** Why a file was taken out by a release. */
export function reasonOfWithdrawal({ withdrawn = [], reason, note }: Release, path: string): LocalText {
  return withdrawn.some((gone) => gone.path === path && gone.lapsed) ? LAPSED_REASON : (reason ?? note)
}
