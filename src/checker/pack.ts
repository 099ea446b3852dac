import { comparePeriods, getPeriodAfter, getPeriodBefore, getYearBefore } from '../calendar/period.ts'
import type { WorkCalendar } from '../calendar/working-days.ts'
import type { Departments } from '../codes/departments.ts'
import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Accepted } from '../portal/exceptions.ts'
import type { Layout } from '../portal/read-profile.ts'
import type { Settings } from '../portal/settings.ts'
import type { Published, PublishedFile, PublishedTable } from '../store/published-tables.ts'
import type { CheckerPack, PublishedDataset } from './checker-portal.ts'

/** A portal as the site knows it when it is built. */
interface PackSource {
  contracts: Iterable<Contract>
  places: Places
  departments: Departments
  holidays: WorkCalendar
  exceptions: Accepted
  profiles: ReadonlyMap<string, Layout>
  settings: Pick<Settings, 'today'>
  published: Published
}

/**
 * The data that the checker page carries: contracts as the profiles among the raw files leave them, where these are
 * present.
 */
export function packPortal(source: PackSource): CheckerPack {
  const { contracts, places, departments, holidays, exceptions, profiles, settings, published } = source
  return {
    contracts: Array.from(contracts, (contract) => profiles.get(contract.id)?.contract ?? contract),
    places: [...places.all],
    phones: [...departments.phones],
    holidays: [...holidays.all],
    // A line with a fault accepts nothing here either; the command line reports what is wrong with it.
    exceptions: exceptions.exceptions,
    today: settings.today ?? null,
    published: [...published.contracts.keys()].map((dataset) => packDataset(dataset, published)),
  }
}

function packDataset(dataset: string, published: Published): PublishedDataset {
  const tables = [...published.tables.values()].filter((table) => table.contract.id === dataset)
  const periods = [...new Set(tables.flatMap((table) => table.periods))].sort(comparePeriods)
  const files = tables.flatMap(listFilesAsked)
  return {
    dataset,
    periods,
    files: files.map((file) => ({ table: file.table, period: file.period, text: published.textOf(file) })),
  }
}

/**
 * What the next period and the newest period, sent again, are compared with: each with the period before it and that of the year
 * before.
 */
function listFilesAsked({ spec, contract, periods, files }: PublishedTable): PublishedFile[] {
  const last = periods.at(-1)
  if (spec.kind !== 'figures' || contract.frequency === 'occasional' || last === undefined) return []
  const asked = [getYearBefore(last), getYearBefore(getPeriodAfter(last)), getPeriodBefore(last), last]
  return [...new Set(asked)].flatMap((period) => (period === null ? [] : (files.get(period) ?? [])))
}
