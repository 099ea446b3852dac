import { Places } from '../../src/codes/places.ts'
import type { Contract } from '../../src/contracts/contract.ts'
import type { Table } from '../../src/contracts/table.ts'
import { fillAllTotals } from '../../src/store/fill-totals.ts'
import type { Published, PublishedFile, PublishedTable, Release } from '../../src/store/published-tables.ts'
import { csvOf } from '../../src/store/table-csv.ts'

/** Filled tables as if they had been published in one release, on one day; nothing touches a disk. */
export function publishedOf(contracts: readonly Contract[], made: readonly Table[]): Published {
  const published = new Map<string, PublishedTable>()
  const declared = made.map((table) => {
    const contract = contracts.find(({ id }) => id === table.dataset)
    if (!contract) throw new Error(`no contract for ${table.dataset}`)
    return { contract, table }
  })
  const tables = fillAllTotals(declared, () => true).map(({ table }) => table)
  for (const [name, same] of Map.groupBy(tables, (table) => `${table.dataset}/${table.table}`)) {
    const contract = contracts.find((contract) => name.startsWith(`${contract.id}/`))
    const [first] = same
    const spec = first && contract?.tables[first.table]
    if (!first || !contract || !spec) throw new Error(`no contract for ${name}`)
    const rows = new Map(
      same.map((table) => [table.period, table.rows.map((row) => ({ ...row, period: table.period }))]),
    )
    const files = new Map(same.map((table) => [table.period, fileOf(table, contract)]))
    const periods = [...rows.keys()].sort()
    const withdrawn = new Map<string, Release>()
    const shape = { contract, id: first.table, spec, periods, files, withdrawn }
    published.set(name, { ...shape, readRows: (period) => rows.get(period) ?? [] })
  }
  const present = contracts.filter((contract) => [...published.values()].some((table) => table.contract === contract))
  const files = [...published.values()].flatMap((table) => [...table.files.values()])
  return {
    contracts: new Map(present.map((contract) => [contract.id, contract])),
    tables: published,
    releases: [releaseOf(files)],
    head: null,
    withdrawn: new Map(),
    textOf: () => '',
  }
}

function fileOf(table: Table, contract: Contract): PublishedFile {
  const spec = contract.tables[table.table]
  if (!spec) throw new Error(`no table ${table.table}`)
  return {
    path: `${table.dataset}/${table.table}/${table.period}.1.csv`,
    dataset: table.dataset,
    table: table.table,
    period: table.period,
    revision: 1,
    sha256: '0'.repeat(64),
    bytes: csvOf(table, { contract, spec }, new Places([])).length,
    rows: table.rows.length,
    sources: [],
  }
}

function releaseOf(files: PublishedFile[]): Release {
  const note = { zh: '首次发布', en: 'First release' }
  return { release: 1, date: '2026-11-20', note, files, repairs: [], previous: null }
}
