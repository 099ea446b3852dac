import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { identity } from '../../src/contracts/contract.ts'
import type { PublicTable } from '../../src/withhold/public-cells.ts'
import { buildPublicRow, parsePublicRows } from '../../src/withhold/public-rows.ts'
import { InputError, UsageError } from '../command/run-command.ts'

/**
 * The tables about people of a published site, from nothing but its files: `data/<dataset>/<table>.json`, and earlier
 * revisions from `data/<dataset>/<table>/<period>.<revision>.csv`. Throws UsageError where there is no site.
 */
export async function readPublishedSite(folder: string): Promise<PublicTable[]> {
  const data = join(folder, 'data')
  if (!existsSync(data)) {
    throw new UsageError({
      zh: `${folder}不是已生成的网站：没有data。`,
      en: `${folder} is not a built site: it has no data/.`,
    })
  }
  const tables: PublicTable[] = []
  for (const dataset of (await readdir(data, { withFileTypes: true })).filter((entry) => entry.isDirectory())) {
    const names = (await readdir(join(data, dataset.name))).filter((name) => name.endsWith('.json')).sort()
    for (const name of names) {
      const path = join(data, dataset.name, name)
      const newest = parseTable(await readFile(path, 'utf8'), path)
      // A table may be there under two names.
      if (!newest || tables.some(({ dataset, table }) => dataset === newest.dataset && table === newest.table)) continue
      tables.push(newest, ...(await readEarlier(newest, join(data, newest.dataset, newest.table))))
    }
  }
  return tables
}

const TABLE = z.object({
  dataset: z.string(),
  table: z.string(),
  protection: z.object({
    n: z.int(),
    base: z.int(),
    hidesZero: z.boolean(),
    valuesMin: z.int(),
    isExact: z.boolean().default(false),
    dimensions: z.array(z.string()),
    counts: z.array(z.string()),
    totals: z.array(z.object({ of: z.string(), low: z.string(), high: z.string() })).default([]),
    identities: z.array(identity),
  }),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
})

/** Null for a table about things. */
function parseTable(text: string, path: string): PublicTable | null {
  const json: unknown = JSON.parse(text)
  if (typeof json !== 'object' || json === null || !('protection' in json)) return null
  const parsed = TABLE.safeParse(json)
  if (!parsed.success) {
    const reason = parsed.error.issues[0]?.path.join('.') ?? ''
    throw new InputError({
      zh: `${path}不是本站的数据表：${reason}`,
      en: `${path} is not a table of such a site: ${reason}`,
    })
  }
  const { dataset, table, protection, rows } = parsed.data
  const { dimensions, counts, totals, identities, ...printing } = protection
  const made = rows.map((row) => buildPublicRow(row, { dimensions, counts, totals }))
  return { dataset, table, printing, dimensions, counts, totals, identities, rows: made, isSuperseded: false }
}

/** Earlier revisions, each a table of its own; the last of each period is in the whole table already. */
async function readEarlier(table: PublicTable, folder: string): Promise<PublicTable[]> {
  const names = existsSync(folder) ? await readdir(folder) : []
  const files = names.flatMap((name) => {
    const [, period, revision] = /^(.+)\.(\d+)\.csv$/.exec(name) ?? []
    return period === undefined ? [] : [{ name, period, revision: Number(revision) }]
  })
  const earlier: PublicTable[] = []
  for (const ofPeriod of Map.groupBy(files, ({ period }) => period).values()) {
    for (const { name, revision } of ofPeriod.toSorted((a, b) => a.revision - b.revision).slice(0, -1)) {
      const rows = parsePublicRows(await readFile(join(folder, name), 'utf8'), table)
      earlier.push({ ...table, table: `${table.table}.${revision}`, rows, isSuperseded: true })
    }
  }
  return earlier
}
