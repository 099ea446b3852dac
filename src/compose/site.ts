import { listMonthsBetween, listMonthsUntil } from '../calendar/months.ts'
import { comparePeriods, getLastDay } from '../calendar/period.ts'
import type { Place } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Delivery } from '../deliveries/delivery.ts'
import { findTable } from '../measure/select.ts'
import type { Annotation, SourceRef } from '../measure/series.ts'
import type { Content } from '../portal/content.ts'
import type { Portal } from '../portal/portal.ts'
import type { Published, PublishedTable } from '../store/published-tables.ts'
import type { LocalText } from '../text/local-text.ts'

/** Everything a page can be made of. Of many contracts of a portal, nothing may be published. */
export interface Site
  extends Pick<Portal, 'contracts' | 'places' | 'departments' | 'holidays' | 'exceptions' | 'profiles'>,
    Content {
  published: Published
  deliveries: DeliveryTable
}

/** Who was late, as the newest release stored it. */
export interface DeliveryTable {
  /** The day by which it judges; null where no release has stored a table. */
  day: string | null
  rows: readonly Delivery[]
  /** Its file below `/data/`: `deliveries.8.csv`. */
  path: string | null
}

export function isDemonstration(site: Site, dataset: string): boolean {
  return site.settings.demonstration !== undefined && site.settings.datasets?.[dataset]?.real !== true
}

export function publisherOf(site: Site, dataset: string): LocalText {
  return site.settings.datasets?.[dataset]?.publisher ?? site.settings.publisher
}

/** Name of the department that keeps a dataset's register. */
export function keeperOf(site: Site, contract: Contract): LocalText {
  return site.departments.nameOf(contract.keeper)
}

export function has(site: Site, dataset: string, table: string): boolean {
  return findTable(site.published, dataset, table) !== null
}

/** Where the numbers of a figure come from; throws where the table is not published. */
export function sourceOf(site: Site, dataset: string, table: string, periods: readonly string[]): SourceRef {
  const found = findTable(site.published, dataset, table)
  const [from, to] = [periods[0], periods.at(-1)]
  if (!found || from === undefined || to === undefined)
    throw new Error(`views: nothing of ${dataset}/${table} is published`)
  return { dataset, table, title: found.contract.title, from, to, demonstration: isDemonstration(site, dataset) }
}

/** The newest period that any table of the dataset has, or null. */
export function findLastPeriod(site: Site, dataset: string, table: string): string | null {
  return findTable(site.published, dataset, table)?.periods.at(-1) ?? null
}

/** Every month from the first to the last published, so that a month nobody reported is a gap and not skipped. */
export function listMonthsShown(site: Site, dataset: string, table: string): string[] {
  const periods = findTable(site.published, dataset, table)?.periods ?? []
  const [first, last] = [periods[0], periods.at(-1)]
  return first === undefined || last === undefined ? [] : listMonthsBetween(first, last)
}

/** Twelve months up to a given month, for figures that show a year. */
export function listYearUntil(month: string): string[] {
  return listMonthsUntil(month, 12)
}

/** The top place of the site; throws for a portal without places, whose pages never ask. */
export function cityOf(site: Site): Place {
  const city = site.settings.city === undefined ? undefined : site.places.get(site.settings.city)
  if (!city) throw new Error('views: content/site.yaml names no city of places.csv')
  return city
}

/** Districts of the city on the last day of a period, in the order of their codes. */
export function listDistricts(site: Site, period: string): Place[] {
  return site.places.listChildren(cityOf(site).code, getLastDay(period))
}

/** Events of a dataset within a span, for a place: those of the place itself and of all it lies in. */
export function listAnnotations(
  site: Site,
  query: { dataset: string; place?: string; periods: readonly string[] },
): Annotation[] {
  const around = query.place === undefined ? [] : site.places.listChain(query.place).map((place) => place.code)
  return site.events
    .filter((event) => event.datasets.includes(query.dataset) && query.periods.includes(event.period))
    .filter((event) => event.places === undefined || event.places.some((code) => around.includes(code)))
    .map(({ period, label, kind }) => ({ x: period, label, kind }))
}

/** Every place that has a page: valid on the newest day that anything is published for, and what came before by merger. */
export function listPlacesWithPages(site: Site): Place[] {
  if (site.settings.city === undefined) return []
  const day = getLastDay(findNewestPeriod(site))
  return site.places.all.filter((place) => site.places.isValid(place, day) && (place.from ?? '') <= day)
}

/** The newest period of anything that is published at even times, else of what comes occasionally: `2026-10`. */
export function findNewestPeriod(site: Site): string {
  const tables = [...site.published.tables.values()]
  const even = tables.filter((table) => table.contract.frequency !== 'occasional')
  const newestOf = (among: readonly PublishedTable[]) =>
    among
      .flatMap(({ periods }) => periods.at(-1) ?? [])
      .toSorted(comparePeriods)
      .at(-1)
  const newest = newestOf(even) ?? newestOf(tables)
  if (newest === undefined) throw new Error('views: nothing is published')
  return newest
}
