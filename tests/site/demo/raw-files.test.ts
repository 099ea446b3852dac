import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkTables } from '../../../src/check/table/check-tables.ts'
import type { Places } from '../../../src/codes/places.ts'
import type { Contract } from '../../../src/contracts/contract.ts'
import type { Cell, Table } from '../../../src/contracts/table.ts'
import { DATASETS } from '../../../src/datasets/index.ts'
import { checkReading } from '../../../src/line/check-reading.ts'
import type { Problem } from '../../../src/problems/problem.ts'
import { read } from '../../../src/read/index.ts'
import { type Comparison, compareLines } from '../../accept/compare-lines.ts'
import { placesOf } from '../../portal/list-texts.ts'

/** The committed raw files of the demonstration city, through the whole line. */
interface Outcome {
  rowsRead: number
  rowsUsed: number
  problems: Problem[]
  tables: Table[]
  /** CSV files of which the line that accepts bytes makes something else. */
  differing: { file: string; difference: Comparison['difference'] }[]
}

const outcomes = new Map<string, Outcome>()
const tables = new Map<string, Table[]>()

beforeAll(async () => {
  const { places } = placesOf(readFileSync('data/places.csv', 'utf8'))
  for (const contract of DATASETS) {
    const outcome = await runFiles(contract, places)
    outcomes.set(contract.id, outcome)
    for (const id of Object.keys(contract.tables)) {
      tables.set(
        `${contract.id}/${id}`,
        outcome.tables.filter((table) => table.table === id),
      )
    }
  }
})

describe.each(DATASETS.map((dataset) => [dataset.id, dataset] as const))('%s', (id, contract) => {
  test('reads every row and finds no error', () => {
    const { rowsRead, rowsUsed, problems } = outcomeOf(id)
    expect(problems.filter((problem) => problem.level !== 'note')).toEqual([])
    expect(rowsUsed).toBe(rowsRead)
    expect(rowsRead).toBeGreaterThan(0)
  })

  test('is the same where its files are accepted from their bytes', () => {
    expect(outcomeOf(id).differing).toEqual([])
  })

  test('has tables in which all identities hold', () => {
    expect(checkTables(contract, outcomeOf(id).tables, tables)).toEqual([])
  })
})

test('one figure breaks its identities when it is changed', () => {
  const cases = DATASETS.find((dataset) => dataset.id === 'cases')
  const [first, ...rest] = tables.get('cases/flow') ?? []
  const [row, ...rows] = first?.rows ?? []
  if (!cases || !first || !row) throw new Error('no table of cases')
  const closed = { value: (row.cells['closed']?.value ?? 0) + 1, status: 'final' } satisfies Cell
  const wrong = { ...first, rows: [{ ...row, cells: { ...row.cells, closed } }, ...rows] }
  expect(checkTables(cases, [wrong, ...rest], tables).length).toBeGreaterThan(0)
})

test('栖云区 is the slowest district in every year', () => {
  for (const month of ['2023-11', '2024-10', '2025-10', '2026-10']) {
    const rows = (tables.get('cases/flow') ?? []).find((table) => table.period === month)?.rows ?? []
    const districts = rows.filter((row) => row.key['place']?.length === 6 && row.key['place'] !== '990100')
    const slowest = districts.toSorted((a, b) => hoursOf(b.cells) - hoursOf(a.cells))[0]
    expect(slowest?.key['place']).toBe('990102')
  }
})

test('the projection consists of forecasts and the ledger of no final figure', () => {
  const collectStatuses = (table: string) =>
    new Set(
      (tables.get(table) ?? [])
        .flatMap((table) => table.rows.flatMap((row) => Object.values(row.cells)))
        .map((cell) => cell.status),
    )
  expect([...collectStatuses('population-projection/ageing')]).toEqual(['forecast'])
  expect(collectStatuses('ledger/figures')).not.toContain('final')
})

async function runFiles(contract: Contract, places: Places): Promise<Outcome> {
  const outcome: Outcome = { rowsRead: 0, rowsUsed: 0, problems: [], tables: [], differing: [] }
  for (const file of readdirSync(`data/raw/${contract.id}`).toSorted()) {
    const path = `raw/${contract.id}/${file}`
    const context = { period: file.slice(0, file.indexOf('.')), places }
    const bytes = readFileSync(`data/${path}`)
    const checked = checkReading(contract, read(bytes, path, contract.profile), context)
    outcome.rowsRead += checked.rowsRead
    outcome.rowsUsed += checked.rowsUsed
    outcome.problems.push(...checked.problems)
    outcome.tables.push(...checked.tables)
    if (!file.endsWith('.csv')) continue
    const { difference } = await compareLines(contract, bytes, { ...context, checked })
    if (difference !== null) outcome.differing.push({ file, difference })
  }
  return outcome
}

function outcomeOf(id: string): Outcome {
  const found = outcomes.get(id)
  if (!found) throw new Error(`not run: ${id}`)
  return found
}

function hoursOf(cells: Record<string, Cell>): number {
  return cells['hours_median']?.value ?? 0
}
