import { type Holiday, WorkCalendar } from '../calendar/working-days.ts'
import { type Place, Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Known } from '../line/check-together.ts'
import type { Exception } from '../portal/exceptions.ts'
import { rowsOf } from '../store/table-csv.ts'

/** What the page carries of a portal: what its files are checked against. Public, as the data pages print it too. */
export interface CheckerPack {
  contracts: Contract[]
  places: Place[]
  /** Public telephone numbers of offices, as digits. */
  phones: string[]
  holidays: Holiday[]
  exceptions: Exception[]
  /** The day that `site.yaml` fixes; null where it is the reader's day. */
  today: string | null
  published: PublishedDataset[]
}

/** What is published of a dataset: all of its periods, and the files that the next period is compared with. */
export interface PublishedDataset {
  dataset: string
  periods: string[]
  files: { table: string; period: string; text: string }[]
}

/** The pack, opened. */
export interface CheckerPortal {
  contracts: readonly Contract[]
  places: Places
  phones: ReadonlySet<string>
  holidays: WorkCalendar
  exceptions: readonly Exception[]
  today: string | null
  /** By dataset. */
  known: ReadonlyMap<string, Known>
}

export function openPack({
  contracts,
  places,
  phones,
  holidays,
  exceptions,
  today,
  published,
}: CheckerPack): CheckerPortal {
  const known = published.flatMap(({ dataset, periods, files }) => {
    const contract = contracts.find((contract) => contract.id === dataset)
    if (!contract) return []
    const tables = files.flatMap(({ table, period, text }) => {
      const spec = contract.tables[table]
      return spec ? [{ dataset, table, period, rows: rowsOf(text, { contract, spec }) }] : []
    })
    return [[dataset, { periods, tables }] as const]
  })
  return {
    contracts,
    places: new Places(places),
    phones: new Set(phones),
    holidays: new WorkCalendar(holidays),
    exceptions,
    today,
    known: new Map(known),
  }
}
