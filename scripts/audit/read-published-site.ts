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
  const releases = await readReleases(join(data, 'releases.jsonl'))
  const tables: PublicTable[] = []
  for (const dataset of (await readdir(data, { withFileTypes: true })).filter((entry) => entry.isDirectory())) {
    const names = (await readdir(join(data, dataset.name))).filter((name) => name.endsWith('.json')).sort()
    for (const name of names) {
      const path = join(data, dataset.name, name)
      const newest = parseTable(await readFile(path, 'utf8'), path)
      // A table may be there under two names.
      if (!newest || tables.some(({ dataset, table }) => dataset === newest.dataset && table === newest.table)) continue
      tables.push(...(await readVersions(newest, join(data, newest.dataset, newest.table), releases)))
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

/** The table with the releases that brought its periods, and its earlier revisions, each a table of its own. */
async function readVersions(table: PublicTable, folder: string, releases: Releases): Promise<PublicTable[]> {
  const names = existsSync(folder) ? await readdir(folder) : []
  const files = names.flatMap((name) => {
    const [, period, revision] = /^(.+)\.(\d+)\.csv$/.exec(name) ?? []
    if (period === undefined) return []
    const release = releases.get(`${table.dataset}/${table.table}/${name}`)
    return [{ name, period, revision: Number(revision), known: release === undefined ? {} : { [period]: release } }]
  })
  const earlier: PublicTable[] = []
  const ofNewest: Record<string, number> = {}
  for (const ofPeriod of Map.groupBy(files, ({ period }) => period).values()) {
    const sorted = ofPeriod.toSorted((a, b) => a.revision - b.revision)
    // The last is in the whole table already.
    Object.assign(ofNewest, sorted.at(-1)?.known)
    for (const { name, revision, known } of sorted.slice(0, -1)) {
      const rows = parsePublicRows(await readFile(join(folder, name), 'utf8'), table)
      earlier.push({ ...table, table: `${table.table}.${revision}`, rows, isSuperseded: true, releases: known })
    }
  }
  return [{ ...table, releases: ofNewest }, ...earlier]
}

/** By path of a file below `data/`, the release that brought it; empty where a site has no log. */
type Releases = ReadonlyMap<string, number>

const RELEASE = z.object({ release: z.int(), files: z.array(z.object({ path: z.string() })) })

async function readReleases(path: string): Promise<Releases> {
  const releases = new Map<string, number>()
  if (!existsSync(path)) return releases
  for (const line of (await readFile(path, 'utf8')).split('\n').filter(Boolean)) {
    const { release, files } = parseRelease(line, path)
    for (const file of files) releases.set(file.path, release)
  }
  return releases
}

function parseRelease(line: string, path: string): z.infer<typeof RELEASE> {
  try {
    return RELEASE.parse(JSON.parse(line))
  } catch {
    throw new InputError({
      zh: `${path}不是本站的发布记录：${line.slice(0, 40)}`,
      en: `${path} is not a log of such a site: ${line.slice(0, 40)}`,
    })
  }
}
