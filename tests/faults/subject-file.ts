import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Random } from '../../scripts/demo/random.ts'
import { matchHeaders } from '../../src/check/header/match-headers.ts'
import type { Places } from '../../src/codes/places.ts'
import type { Contract } from '../../src/contracts/contract.ts'
import { read } from '../../src/read/index.ts'
import type { Grid } from './grid.ts'

/** One column of the file. */
export interface GridColumn {
  index: number
  /** Column of the contract; of a wide table the column that its cells are values of; null for a column that is not read. */
  id: string
  kind: string
  /** A column of a wide table. */
  isWide: boolean
  isKey: boolean
  isOptional: boolean
  /** Its values are published as they are. */
  isPublished: boolean
  /** Names the same place as another column, and is only compared with it. */
  isTwin: boolean
}

/** The file that faults are put into: the last of a dataset. */
export interface Subject {
  contract: Contract
  places: Places
  period: string
  /** Path below the data folder, without its extension. */
  path: string
  bytes: Uint8Array
  grid: Grid
  columns: readonly GridColumn[]
  /** Bytes of the same dataset's earlier files, the latest first. */
  earlier: readonly Uint8Array[]
}

const DATA = resolve(import.meta.dirname, '../../data')

/** The file's table without its title and its row of sums, so that nothing but the data itself helps. */
export function openSubject(
  contract: Contract,
  places: Places,
  files: readonly { path: string; period: string }[],
): Subject {
  const last = files.at(-1)
  if (!last) throw new Error(`no file of ${contract.id}`)
  const bytes = readFileSync(join(DATA, last.path))
  const { sheets } = read(bytes, last.path)
  const [sheet] = sheets
  if (!sheet) throw new Error(`no sheet in ${last.path}`)
  const rows = sheet.rows.map(({ cells }) => cells).filter(([first]) => first !== '合计')
  const earlier = files
    .slice(0, -1)
    .slice(-3)
    .map(({ path }) => readFileSync(join(DATA, path)))
  return {
    contract,
    places,
    period: last.period,
    path: last.path.replace(/\.\w+$/, ''),
    bytes,
    grid: { headers: sheet.headers, rows },
    columns: columnsOf(contract, sheet),
    earlier: earlier.reverse(),
  }
}

function columnsOf(contract: Contract, sheet: Parameters<typeof matchHeaders>[1]): GridColumn[] {
  const { bindings, wide, twins } = matchHeaders(contract, sheet)
  const value = contract.profile?.wide?.value ?? ''
  const bound = [
    ...bindings.map(({ index, id }) => ({ index, id, isWide: false, isTwin: false })),
    ...wide.map(({ index }) => ({ index, id: value, isWide: true, isTwin: false })),
    ...twins.map(({ index, id }) => ({ index, id, isWide: false, isTwin: true })),
  ]
  return bound
    .map(({ index, id, isWide, isTwin }) => {
      const column = contract.columns[id]
      return {
        index,
        id,
        isWide,
        isTwin,
        kind: column?.type.kind ?? '',
        isKey: contract.key.includes(id) && !isTwin,
        isOptional: column?.optional === true,
        isPublished: column?.privacy === 'public' || column?.privacy === 'dimension',
      }
    })
    .sort((a, b) => a.index - b.index)
}

export const NUMBERS: ReadonlySet<string> = new Set(['integer', 'number', 'percent'])
export const DATES: ReadonlySet<string> = new Set(['date', 'datetime'])
export const TIMES: ReadonlySet<string> = new Set(['date', 'datetime', 'month', 'year'])
export const CODES: ReadonlySet<string> = new Set(['credit-code', 'permit-number', 'grid-code'])

export interface Picked {
  row: number
  column: GridColumn
  text: string
}

/** A filled cell at random, of those that fit; null where there is none. */
export function pickCell(
  { grid, columns }: Subject,
  random: Random,
  fits: (column: GridColumn, text: string, row: number) => boolean,
): Picked | null {
  const all = columns.flatMap((column) =>
    grid.rows.flatMap((cells, row) => {
      const text = cells[column.index] ?? ''
      return text !== '' && fits(column, text, row) ? [{ row, column, text }] : []
    }),
  )
  return pick(all, random)
}

export function pickColumn({ columns }: Subject, random: Random, fits: (column: GridColumn) => boolean) {
  return pick(columns.filter(fits), random)
}

export function pick<T>(entries: readonly T[], random: Random): T | null {
  return entries[random.drawBetween(0, entries.length - 1)] ?? null
}

/** The row of the file that holds a row of the grid: below the header, counted from 1. */
export function toRow(row: number): number {
  return row + 2
}
