import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Place, Places } from '../../src/codes/places.ts'
import type { Contract } from '../../src/contracts/contract.ts'
import type { Table, TableRow } from '../../src/contracts/table.ts'
import type { Edition } from '../../src/store/append-release.ts'
import { toWords } from '../tabulate/two-districts.ts'

const base: Place = {
  code: '9901',
  names: { zh: '乙区', en: 'Yi' },
  level: 'district',
  parent: null,
  from: null,
  to: null,
  successor: null,
  aliases: [],
  tile: null,
}
export const PLACES = new Places([base])

export const CONTRACT: Contract = {
  id: 'cases',
  title: toWords('案件'),
  description: toWords('一行一件。'),
  class: 'O',
  frequency: 'month',
  keeper: toWords('部门'),
  topic: 'cases',
  columns: {
    place: { type: { kind: 'place' }, names: { zh: '地区', en: 'Place' }, privacy: 'dimension' },
    name: { type: { kind: 'text' }, names: { zh: '名称', en: 'Name' }, privacy: 'public' },
  },
  key: ['place'],
  tables: {
    flow: {
      title: { zh: '案件办理', en: 'Cases' },
      kind: 'register',
      dimensions: [{ column: 'place' }],
      attributes: ['name'],
      measures: {
        closed: { names: { zh: '办结', en: 'Closed' }, unit: '件', count: 'rows' },
        rate: {
          names: { zh: '按期率', en: 'On time' },
          unit: '%',
          decimals: 1,
          rate: { numerator: 'closed', denominator: 'closed', times: 100 },
        },
      },
    },
  },
}

export function makeRow(name: string, closed: number | null, rate: number | null = 89.4): TableRow {
  return {
    key: { place: '9901' },
    text: { name },
    cells: {
      closed: { value: closed, status: closed === null ? 'not-reported' : 'final' },
      rate: { value: rate, status: rate === null ? 'not-applicable' : 'final' },
    },
  }
}

export function makeTable(period: string, ...rows: TableRow[]): Table {
  return { dataset: 'cases', table: 'flow', period, rows }
}

export function makeEdition(...tables: Table[]): Edition {
  return {
    tables: tables.map((table) => ({
      contract: CONTRACT,
      table: table,
      sources: [
        { path: `raw/cases/${table.period}.csv`, sha256: '0'.repeat(64), encoding: 'utf-8', rowsRead: 3, rowsUsed: 3 },
      ],
    })),
    places: PLACES,
    contracts: new Map([[CONTRACT.id, CONTRACT]]),
    today: '2026-11-20',
    date: '2026-11-20',
    repairs: [{ dataset: 'cases', file: 'raw/cases/2026-09.csv', rule: 'full-width', count: 2 }],
    tool: 'mingge 0.0.0',
    note: (files) => ({ zh: `发布 ${files.length} 个文件`, en: `${files.length} files` }),
  }
}

/** Runs a case in an empty folder that is gone afterwards. */
export async function runInFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mingge-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
