import { gatherTimes, listTimes, pickQuantiles, type Times } from './compile-quantiles.ts'
import { listAdded, listCarried } from './pass-columns.ts'
import { compileKnown, compileSpread, listKeys } from './spread-rows.ts'
import { type Dialect, keepRows, nameQuery } from './sql-text.ts'
import type { TableParts } from './table-parts.ts'

/** Tables that are added up together. */
export interface Pass {
  nth: number
  /** The groups of all its tables, which `of_table` names; what is another table's is null. */
  view: string
  tables: readonly TableParts[]
  times: readonly Times[]
}

/**
 * The passes over `base` that tables need: one for all that count for places of the same column. A table that keeps values or
 * texts of rows has columns that no other has, and a pass of its own.
 */
export function planPasses(all: readonly TableParts[]): Pass[] {
  const passes = new Map<string, TableParts[]>()
  for (const parts of all) {
    const rolled = parts.dimensions.filter(({ levels }) => levels).map(({ name }) => name)
    const isAlone = parts.takes || (parts.spec.attributes ?? []).length > 0
    const key = JSON.stringify([rolled, isAlone ? parts.id : null])
    passes.set(key, [...(passes.get(key) ?? []), parts])
  }
  return [...passes.values()].map((tables, index) => ({
    nth: index + 1,
    view: `added_${index + 1}`,
    tables,
    times: listTimes(tables),
  }))
}

/**
 * Adds up all groups of a pass. Each row is spread to the groups that it counts for (`spread_1`), and the groups that a period
 * knows (`known_1`) come in without a row, so that one grouping (`gathered_1`) makes all tables.
 */
export function compilePass({ nth, view, tables, times }: Pass, dialect: Dialect): string[] {
  const [spread, shown, counted] = [`spread_${nth}`, `known_${nth}`, `counted_${nth}`]
  const gathered = `gathered_${nth}`
  const keys = listKeys(tables)
  const group = ['of_table', 'period', ...keys].join(', ')
  const carried = listCarried(tables, times)
  const known = tables.filter(({ isFilled }) => isFilled).map((parts) => compileKnown(parts, keys, spread))
  const empty = [group, '0 as is_row', ...carried.map(({ name, empty }) => `${empty} as ${name}`)].join(', ')
  const added = listAdded(tables)
  const columns = [group, ...added.map(({ name, value }) => `${value} as ${name}`), ...times.flatMap(gatherTimes)]
  const given = [group, ...added.map(({ name }) => name), ...times.flatMap(pickQuantiles)]
  return [
    nameQuery(spread, compileSpread(tables, { keys, carried })),
    ...(known.length === 0
      ? []
      : [
          nameQuery(shown, known.join('\nunion all\n')),
          nameQuery(counted, `select * from ${spread}\nunion all\nselect ${empty}\nfrom ${shown}`),
        ]),
    nameQuery(
      gathered,
      `select ${columns.join(',\n  ')}\nfrom ${known.length === 0 ? spread : counted}\ngroup by ${group}`,
    ),
    keepRows(view, `select ${given.join(',\n  ')}\nfrom ${gathered}`, dialect),
  ]
}
