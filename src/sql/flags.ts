import type { Contract, Where } from '../contracts/contract.ts'

/** What the pass over the rows works out once for all tables. */
export interface Flags {
  /** Each distinct `where`, as a column of 0 and 1. */
  wheres: { name: string; where: Where }[]
  /** Columns of times whose minutes are needed. */
  times: string[]
  /** Columns that are asked for as texts, by keys, dimensions, attributes and taken values, in the order of the contract. */
  cells: string[]
  /** Columns of numbers that are added up. */
  sums: string[]
}

/** All conditions and times that the tables of a contract ask for. */
export function collectFlags({ tables, key, columns }: Contract): Flags {
  const wheres = new Map<string, { name: string; where: Where }>()
  const times = new Set<string>()
  const cells = new Set(key)
  const sums = new Set<string>()
  const add = (where: Where | undefined) => {
    if (where === undefined) return
    const key = JSON.stringify(where)
    if (!wheres.has(key)) wheres.set(key, { name: `f${wheres.size + 1}`, where })
  }
  for (const spec of Object.values(tables)) {
    add(spec.where)
    for (const { column } of spec.dimensions) cells.add(column)
    for (const column of spec.attributes ?? []) cells.add(column)
    for (const measure of Object.values(spec.measures)) {
      if ('where' in measure) add(measure.where)
      if ('take' in measure) cells.add(measure.take)
      if ('sum' in measure) sums.add(measure.sum)
      if ('between' in measure) for (const column of [measure.between.from, measure.between.to]) times.add(column)
    }
  }
  const sortColumns = (set: ReadonlySet<string>) => Object.keys(columns).filter((column) => set.has(column))
  return { wheres: [...wheres.values()], times: [...times], cells: sortColumns(cells), sums: sortColumns(sums) }
}

/** The column of a condition; null where there is none. */
export function nameFlag({ wheres }: Flags, where: Where | undefined): string | null {
  if (where === undefined) return null
  const key = JSON.stringify(where)
  const flag = wheres.find((flag) => JSON.stringify(flag.where) === key)
  if (!flag) throw new Error(`sql: a condition was not collected: ${key}`)
  return flag.name
}
