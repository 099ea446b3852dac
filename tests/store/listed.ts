import type { Contract } from '../../src/contracts/contract.ts'
import type { Table } from '../../src/contracts/table.ts'
import type { Edition } from '../../src/store/append-release.ts'
import { toWords } from '../tabulate/two-districts.ts'
import { CONTRACT, makeEdition } from './edition.ts'

/** A list whose entries lapse. */
export const LISTED: Contract = {
  ...CONTRACT,
  id: 'listed',
  title: toWords('名单'),
  columns: {
    name: { type: { kind: 'text' }, names: toWords('名称'), privacy: 'public' },
    until: { type: { kind: 'date' }, names: toWords('公示截止'), privacy: 'public', optional: true },
  },
  key: ['name'],
  tables: {
    entries: {
      title: toWords('名单'),
      kind: 'register',
      dimensions: [{ column: 'name' }],
      attributes: ['until'],
      currentOnly: { until: 'until' },
      measures: { entries: { names: toWords('条数'), unit: '条', count: 'rows' } },
    },
  },
}

export const LISTED_CONTRACTS: ReadonlyMap<string, Contract> = new Map([[LISTED.id, LISTED]])

/** The list of a period: names with the last day of each. */
export function listTable(period: string, ...entries: [name: string, until: string][]): Table {
  return {
    dataset: 'listed',
    table: 'entries',
    period,
    rows: entries.map(([name, until]) => ({
      key: { name },
      text: { until },
      cells: { entries: { value: 1, status: 'final' } },
    })),
  }
}

/** The list as it came for October; the first entry lapses with November. */
export const OCTOBER: Table = listTable('2026-10', ['甲', '2026-11-30'], ['乙', '2027-10-31'], ['丙', ''])

/** What publishing the list on a day is made of. */
export function listOn(day: string, ...tables: Table[]): Edition {
  const { tables: _, ...rest } = makeEdition()
  const sources = [{ path: 'raw/listed/2026-10.csv', sha256: '0'.repeat(64), encoding: 'utf-8' }]
  return {
    ...rest,
    contracts: LISTED_CONTRACTS,
    today: day,
    date: day,
    tables: tables.map((table) => ({ contract: LISTED, table, sources })),
  }
}
