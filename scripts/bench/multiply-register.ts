import { cp } from 'node:fs/promises'
import type { Site } from '../../src/compose/site.ts'
import type { Table, TableRow } from '../../src/contracts/table.ts'
import { findTable } from '../../src/measure/select.ts'
import { appendRelease } from '../../src/store/append-release.ts'

/** Both languages have a page for each permit. */
const PAGES_PER_PERMIT = 2

/**
 * A copy of what is published whose newest register has so many permits that the site has about `pages` pages, as one
 * more revision; null where there is no register to multiply. `now` are the pages of the site as it is.
 */
export async function multiplyPublished(
  site: Site,
  published: string,
  target: { folder: string; pages: number; now: number },
): Promise<{ permits: number } | null> {
  const register = findTable(site.published, 'permits', 'register')
  const period = register?.periods.at(-1)
  if (!register || period === undefined) return null
  const rows = register.readRows(period)
  const others = target.now - rows.length * PAGES_PER_PERMIT
  const wanted = Math.max(1, Math.round((target.pages - others) / PAGES_PER_PERMIT))
  await cp(published, target.folder, { recursive: true })
  const table: Table = { dataset: register.contract.id, table: register.id, period, rows: multiplyRows(rows, wanted) }
  await appendRelease(target.folder, {
    tables: [{ contract: register.contract, table, sources: [] }],
    places: site.places,
    contracts: site.contracts,
    today: site.published.releases.at(-1)?.date ?? '',
    date: site.published.releases.at(-1)?.date ?? '',
    repairs: [],
    tool: 'bench',
    note: () => ({ zh: '测速用的登记簿', en: 'A register to measure with' }),
  })
  return { permits: table.rows.length }
}

/** The first `wanted` of the rows, over and over; a further round is a further permit of the same holder. */
export function multiplyRows(rows: readonly TableRow[], wanted: number): TableRow[] {
  const made: TableRow[] = []
  for (let i = 0; i < wanted; i += 1) {
    const row = rows[i % rows.length]
    if (!row) break
    const round = Math.floor(i / rows.length)
    const number = row.key['number'] ?? ''
    made.push(round === 0 ? row : { ...row, key: { ...row.key, number: `${number}-${round}` } })
  }
  return made
}
