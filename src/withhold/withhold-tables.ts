import type { Places } from '../codes/places.ts'
import type { Contract, TableSpec } from '../contracts/contract.ts'
import { protectionOf, smallCountsOf } from '../contracts/count-protection.ts'
import type { Table } from '../contracts/table.ts'
import { type CoarseTable, coarsen } from './coarsen.ts'
import { makePrinter, printTable } from './print-table.ts'

/** A cell that cannot be published safely on any step of the ladder of its table. */
export interface UnsafeCell {
  table: string
  period: string
  /** Values of the dimensions, in the order of the table. */
  key: string[]
  measure: string
}

/** The tables of a dataset as the public gets them. */
interface WithheldTables {
  tables: CoarseTable[]
  unsafe: UnsafeCell[]
}

/**
 * The tables of all files of a dataset, made coarse, hidden and rounded as its class says. Those of things come back as they
 * are.
 */
export function withholdTables(contract: Contract, tables: readonly Table[], places: Places): WithheldTables {
  if (contract.class === 'O') {
    return { tables: tables.map((table) => ({ table, from: [table.period] })), unsafe: [] }
  }
  const all = Object.entries(contract.tables).map(([id, spec]) => {
    const own = tables.filter(({ table }) => table === id)
    return climb({ contract, spec, places }, own)
  })
  return { tables: all.flatMap((one) => one.tables), unsafe: all.flatMap((one) => one.unsafe) }
}

/** The finest step of a table's ladder that is safe. */
function climb(of: { contract: Contract; spec: TableSpec; places: Places }, tables: readonly Table[]): WithheldTables {
  const { contract, spec } = of
  const printer = makePrinter(contract)
  let unsafe: UnsafeCell[] = []
  for (const step of spec.ladder ?? []) {
    const coarse = coarsen(tables, { ...of, step })
    unsafe = protectionOf(contract) ? [] : coarse.flatMap(({ table }) => findSmall(contract, table))
    if (unsafe.length > 0) continue
    return { tables: coarse.map(({ table, from }) => ({ table: printTable(table, spec, printer), from })), unsafe }
  }
  return { tables: [], unsafe }
}

/** Counts that must not be printed exactly. */
function findSmall(contract: Contract, { table, period, rows }: Table): UnsafeCell[] {
  const n = smallCountsOf(contract)?.n ?? 0
  return rows.flatMap(({ key, cells }) =>
    Object.entries(cells).flatMap(([measure, { value }]) =>
      value !== null && value > 0 && value < n ? [{ table, period, key: Object.values(key), measure }] : [],
    ),
  )
}
