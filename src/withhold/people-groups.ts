import { type Columns, valueAt } from '../contracts/columns.ts'
import type { Contract, TableSpec, Where } from '../contracts/contract.ts'
import { Masks } from '../tabulate/masks.ts'

/** People of one file whom no table holds apart: they have the same codes and meet the same conditions. */
export interface PeopleGroup {
  /** Values of the columns by which tables group, in the order of `listGroupColumns`. */
  codes: string[]
  /** A digit a condition of `listConditions`: 1 where it holds. */
  mask: string
  /** The number of rows, then the sum of each column of `listSums`. */
  amounts: number[]
}

/** The people of one file, group by group. */
export interface PeopleOfFile {
  period: string
  groups: PeopleGroup[]
}

/** Columns by which any table of the contract groups. */
export function listGroupColumns({ tables }: Contract): string[] {
  return [...new Set(Object.values(tables).flatMap(({ dimensions }) => dimensions.map(({ column }) => column)))]
}

/** Conditions of all tables and measures, each once, by their texts. */
export function listConditions({ tables }: Contract): Map<string, Where> {
  const wheres = Object.values(tables).flatMap(({ where, measures }) => [
    where,
    ...Object.values(measures).map((measure) => ('where' in measure ? measure.where : undefined)),
  ])
  return new Map(wheres.flatMap((where) => (where ? [[JSON.stringify(where), where] as const] : [])))
}

/** Columns that measures add up. */
export function listSums({ tables }: Contract): string[] {
  const measures = Object.values(tables).flatMap((spec: TableSpec) => Object.values(spec.measures))
  return [...new Set(measures.flatMap((measure) => ('sum' in measure ? [measure.sum] : [])))]
}

/** The people of a file in groups; null for a dataset about things. Never published. */
export function groupPeople(contract: Contract, columns: Columns, period: string): PeopleOfFile | null {
  if (contract.class === 'O') return null
  const masks = new Masks(columns, period)
  const conditions = [...listConditions(contract).values()].map((where) => masks.maskOf(where))
  const coded = listGroupColumns(contract).map((id) => columns.getCoded(id))
  const sums = listSums(contract).map((id) => columns.get(id))
  const groups = new Map<string, PeopleGroup>()
  for (let row = 0; row < columns.rows; row += 1) {
    const codes = coded.map((column) => String(valueAt(column, row) ?? ''))
    const mask = conditions.map((condition) => (condition === null ? 1 : (condition[row] ?? 0))).join('')
    const name = JSON.stringify([codes, mask])
    const group = groups.get(name) ?? { codes, mask, amounts: [0, ...sums.map(() => 0)] }
    groups.set(name, group)
    group.amounts[0] = (group.amounts[0] ?? 0) + 1
    for (const [at, column] of sums.entries()) {
      const value = valueAt(column, row)
      if (typeof value === 'number') group.amounts[at + 1] = (group.amounts[at + 1] ?? 0) + value
    }
  }
  return { period, groups: [...groups.values()] }
}

/** The people of each period together, where several files have those of one. */
export function joinPeople(files: readonly PeopleOfFile[]): PeopleOfFile[] {
  return [...Map.groupBy(files, ({ period }) => period)].flatMap(([period, own]) => {
    if (own.length < 2) return own
    const groups = new Map<string, PeopleGroup>()
    for (const { codes, mask, amounts } of own.flatMap((file) => file.groups)) {
      const name = JSON.stringify([codes, mask])
      const known = groups.get(name)?.amounts ?? amounts.map(() => 0)
      groups.set(name, { codes, mask, amounts: amounts.map((amount, at) => amount + (known[at] ?? 0)) })
    }
    return { period, groups: [...groups.values()] }
  })
}
