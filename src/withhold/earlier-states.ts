import { getFirstDay, getLastDay } from '../calendar/period.ts'
import type { PublicRow, PublicTable } from './public-cells.ts'

/** One version of one table for one period. */
interface Version {
  table: PublicTable
  /** Dataset and table, the same for every version. */
  base: string
  period: string
  /** The release that brought it. */
  release: number
  rows: readonly PublicRow[]
}

/**
 * What was public at the same time after each earlier release, as far as a version has been replaced since: sums that tables
 * have in common (`same-as`) held between the files of that day, too. Each state is a system of its own, since a count that is
 * printed as before may have changed. Tables of which no log says when they came are in none.
 */
export function listEarlierStates(tables: readonly PublicTable[]): PublicTable[][] {
  const versions = tables.flatMap(listVersions)
  const partners = listPartners(tables)
  const states = new Map<string, PublicTable[]>()
  for (const release of new Set(versions.map((version) => version.release))) {
    const shown = listShown(versions, release)
    const chosen = chooseJoined(shown, partners)
    if (new Set(chosen.map(({ base }) => base)).size < 2) continue
    const name = chosen
      .map(({ table, period }) => `${table.dataset}/${table.table}/${period}`)
      .sort()
      .join()
    if (!states.has(name)) states.set(name, buildState(chosen, tables))
  }
  return [...states.values()]
}

function listVersions(table: PublicTable): Version[] {
  return [...Map.groupBy(table.rows, (row) => row.period)].flatMap(([period, rows]) => {
    const release = table.releases?.[period]
    return release === undefined ? [] : [{ table, base: nameBase(table), period, release, rows }]
  })
}

/** `ratings.1` is a revision of `ratings`. */
function nameBase({ dataset, table }: PublicTable): string {
  return `${dataset}/${table.replace(/\.\d+$/, '')}`
}

/** By table: those that have a sum in common with it, whichever of the two declares it. */
function listPartners(tables: readonly PublicTable[]): Map<string, Set<string>> {
  const partners = new Map<string, Set<string>>()
  const add = (a: string, b: string) => partners.set(a, (partners.get(a) ?? new Set()).add(b))
  for (const table of tables) {
    for (const identity of table.identities) {
      if (identity.kind !== 'same-as') continue
      const [a, b] = [nameBase(table), `${identity.dataset ?? table.dataset}/${identity.table}`]
      add(a, b)
      add(b, a)
    }
  }
  return partners
}

/** The version of each table and period that a release left. */
function listShown(versions: readonly Version[], release: number): Version[] {
  const known = versions.filter((version) => version.release <= release)
  return [...Map.groupBy(known, ({ base, period }) => `${base} ${period}`).values()].flatMap(
    (own) => own.toSorted((a, b) => b.release - a.release)[0] ?? [],
  )
}

/** Versions that have been replaced since, and all that was summed with them then. */
function chooseJoined(shown: readonly Version[], partners: ReadonlyMap<string, ReadonlySet<string>>): Version[] {
  const chosen = new Set(shown.filter(({ table, base }) => table.isSuperseded && partners.has(base)))
  const isJoined = (a: Version, b: Version) =>
    partners.get(a.base)?.has(b.base) ? isOverlapping(a.period, b.period) : a.base === b.base && isSummedUp(a, b)
  for (let before = 0; before < chosen.size; ) {
    before = chosen.size
    const reached = [...chosen]
    for (const version of shown) {
      if (!chosen.has(version) && reached.some((other) => isJoined(other, version))) chosen.add(version)
    }
  }
  return [...chosen]
}

function isOverlapping(a: string, b: string): boolean {
  return getFirstDay(a) <= getLastDay(b) && getFirstDay(b) <= getLastDay(a)
}

/** True for periods of one year of a table with 累计. */
function isSummedUp({ table, period }: Version, other: Version): boolean {
  return (
    period.slice(0, 4) === other.period.slice(0, 4) &&
    table.identities.some((identity) => identity.kind === 'cumulative')
  )
}

/** Tables with the rows of the chosen versions, whose cells keep the names of their versions. */
function buildState(chosen: readonly Version[], tables: readonly PublicTable[]): PublicTable[] {
  return [...Map.groupBy(chosen, ({ base }) => base)].flatMap(([base, own]) => {
    const head = tables.find((table) => !table.isSuperseded && nameBase(table) === base)
    if (!head) return []
    const rows = own.flatMap(({ table, rows }) => rows.map((row) => ({ ...row, version: table.table })))
    return [{ ...head, rows }]
  })
}
