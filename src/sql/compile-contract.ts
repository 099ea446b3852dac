import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import { compilePlaces } from './compile-lists.ts'
import { compileRows } from './compile-rows.ts'
import type { LeftOut } from './compile-rules.ts'
import { type CompiledTable, compileTable } from './compile-tables.ts'
import { collectFlags } from './flags.ts'
import { listHandedColumns } from './handed-columns.ts'
import { type Dialect, DUCKDB_PRELUDE, nameCell } from './sql-text.ts'

/** A contract as SQL over `raw`, the rows that are handed over (see `hand-over.ts`). */
export interface CompiledContract {
  /** To be run in this order; the last makes `base`, the good rows, of which tables are made. */
  statements: string[]
  /** Rows that break a rule: period, file, line, rules. */
  faultsQuery: string
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
  const tables = Object.entries(contract.tables).map(([id, spec]) => compileTable(id, spec, { contract, flags, ...of }))
  return {
    statements: [
      ...(of.dialect === 'duckdb' ? DUCKDB_PRELUDE : []),
      ...compilePlaces(of.places, of.dialect),
      keepRows('checked', rows.query, of.dialect),
      ...compileKeys(contract, of.dialect),
    ],
    faultsQuery: `select period, file, line, faults from judged where faults <> '' order by period, file, line, faults`,
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

/** Checks that no row by itself can be put to. */
const LEFT_TO_THE_LINE: readonly LeftOut[] = [
  {
    what: 'forms of cells, sums in the file, coverage, odd columns, personal data in texts',
    why: 'the reader finds them before it hands over',
  },
  { what: 'identities, carries, jumps, small cells', why: 'they are checked on the tables when they come back' },
]

/** Rows that several queries read are written out before: to plan their view for each query costs more than the data. */
function keepRows(name: string, query: string, dialect: Dialect): string {
  return dialect === 'duckdb'
    ? `create or replace temporary table ${name} as\n${query}`
    : `cache table ${name} as\n${query}`
}

/**
 * Of good rows with the same key the first counts, as in the line. Only keys that are there twice are kept, with the cells of
 * their first row, so that no window sorts all rows.
 */
function compileKeys(contract: Contract, dialect: Dialect): string[] {
  const keys = ['period', 'file', ...contract.key.map(nameCell)]
  if (contract.key.length === 0) {
    return [
      'create or replace temporary view judged as\nselect * from checked',
      "create or replace temporary view base as\nselect * from judged where faults = ''",
    ]
  }
  const twice = `select ${keys.join(', ')}, min(ordinal) as ordinal\n  from checked where faults = ''\n  group by ${keys.join(', ')}\n  having count(*) > 1`
  const doubled = `select c.* from checked as c join (\n  ${twice}\n) as t on ${match(keys, 't', 'c')} and t.ordinal = c.ordinal`
  const same = listHandedColumns(contract).map(
    ([id]) => `coalesce(c.${nameCell(id)}, '') = coalesce(d.${nameCell(id)}, '')`,
  )
  const column = contract.key[0] ?? ''
  const found = `case when ${same.join(' and ')} then 'row-duplicate:${column}' else 'key-duplicate:${column}' end`
  const repeats = `${match(keys, 'd', 'c')} and c.faults = '' and c.ordinal > d.ordinal`
  return [
    keepRows('doubled', doubled, dialect),
    `create or replace temporary view judged as
select c.period, c.file, c.line, c.ordinal, case when d.ordinal is null then c.faults else ${found} end as faults
from checked as c left join doubled as d on ${repeats}`,
    `create or replace temporary view base as
select c.* from checked as c left join doubled as d on ${repeats}
where c.faults = '' and d.ordinal is null`,
  ]
}

function match(keys: readonly string[], a: string, b: string): string {
  return keys.map((key) => `${a}.${key} = ${b}.${key}`).join(' and ')
}
