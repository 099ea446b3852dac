import type { Site } from '../../src/compose/site.ts'
import type { PublishedRow } from '../../src/store/published-tables.ts'

/** A site with the rows of one table changed, or left out where `change` gives null. */
export function changeTable(site: Site, name: string, change: (row: PublishedRow) => PublishedRow | null): Site {
  const table = site.published.tables.get(name)
  if (!table) throw new Error(`${name} is not published`)
  const listRows = (period: string) => table.readRows(period).flatMap((row) => change(row) ?? [])
  const tables = new Map([...site.published.tables, [name, { ...table, readRows: listRows }]])
  return { ...site, published: { ...site.published, tables } }
}

/** The row with one value set. */
export function withValue(row: PublishedRow, measure: string, value: number | null): PublishedRow {
  const status = value === null ? 'not-applicable' : 'final'
  return { ...row, cells: { ...row.cells, [measure]: { value, status } } }
}
