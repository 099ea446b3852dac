import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import { compileKeys } from './compile-keys.ts'
import { compilePlaces } from './compile-lists.ts'
import { compilePass, planPasses } from './compile-pass.ts'
import { compileRows } from './compile-rows.ts'
import type { LeftOut } from './compile-rules.ts'
import { type CompiledTable, compileTable } from './compile-tables.ts'
import { collectFlags } from './flags.ts'
import { type Dialect, DUCKDB_PRELUDE, keepRows, nameCell } from './sql-text.ts'
import { listTableParts } from './table-parts.ts'

/** A contract as SQL over `raw`, the rows that are handed over (see `hand-over.ts`). */
export interface CompiledContract {
  /** To be run in this order; the last makes `base`, the good rows. */
  statements: string[]
  /** Rows that break a rule: `FAULT_COLUMNS`. */
  faultsQuery: string
  /** To be run before the queries of tables: they add up the good rows for all of them. */
  passes: string[]
  tables: CompiledTable[]
  /** What the contract says and SQL does not, by name. */
  leftOut: LeftOut[]
}

/**
 * Compiles a contract: its cells, its rules between columns and its keys as one pass that names what each row breaks, its
 * tables as queries. One text for both engines. What needs a whole file (sums, coverage, odd keys), other periods (jumps,
 * carries) or the printed form of a number stays with the line, and is listed.
 */
export function compileContract(contract: Contract, of: { places: Places; dialect: Dialect }): CompiledContract {
  const flags = collectFlags(contract)
  const rows = compileRows({ contract, ...of }, flags)
  const passes = planPasses(listTableParts({ contract, flags, ...of }))
  const tables = passes.flatMap((pass) => pass.tables.map((parts) => compileTable(parts, pass)))
  return {
    statements: [
      ...(of.dialect === 'duckdb' ? DUCKDB_PRELUDE : []),
      ...compilePlaces(of.places, of.dialect),
      keepRows('checked', rows.query, of.dialect),
      ...compileKeys(contract, of.dialect),
    ],
    faultsQuery: writeFaultsQuery(contract),
    passes: [
      keepRows('periods', 'select distinct period, last_day from raw', of.dialect),
      ...passes.flatMap((pass) => compilePass(pass, of.dialect)),
    ],
    tables,
    leftOut: [
      ...rows.leftOut,
      ...tables.flatMap(({ id, leftOut }) =>
        leftOut.map((measure) => ({
          what: `${id}/${measure}`,
          why: 'made of the others by the product: no whole numbers',
        })),
      ),
      ...LEFT_TO_THE_LINE,
    ],
  }
}

function writeFaultsQuery({ key }: Contract): string {
  const name = key.length === 0 ? "''" : `concat_ws(' | ', ${key.map(nameCell).join(', ')})`
  return `select period, file, line, ${name} as key, faults\nfrom judged where faults <> ''\norder by period, file, line, faults`
}

/** Checks that no row by itself can be put to. */
const LEFT_TO_THE_LINE: readonly LeftOut[] = [
  {
    what: 'forms of cells, sums in the file, coverage, odd columns, personal data in texts',
    why: 'the reader finds them before it hands over',
  },
  { what: 'identities, carries, jumps, small cells', why: 'they are checked on the tables when they come back' },
]
