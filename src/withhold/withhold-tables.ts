import type { Places } from '../codes/places.ts'
import type { Contract, TableSpec } from '../contracts/contract.ts'
import { protectionOf, smallCountsOf } from '../contracts/count-protection.ts'
import type { Cell, Table } from '../contracts/table.ts'
import { checkWitnesses, rangeOfCell, type Witness } from './check-proof.ts'
import { type CoarseTable, coarsen } from './coarsen.ts'
import { buildLedgerSystem } from './ledger-system.ts'
import type { PeopleOfFile } from './people-groups.ts'
import { makePrinter, printTable } from './print-table.ts'
import { prove } from './prove.ts'
import type { LedgerFile, ReleasedCell, SharedMargin } from './released-cells.ts'
import { type FindAlternative, hideBeside } from './suppress.ts'

/** A cell that cannot be published safely on any step of the ladder of its table. */
export type UnsafeCell = Omit<ReleasedCell, 'value'>

/** What was proven of a dataset, and by what. */
export interface DatasetProof {
  /** Steps of the ladders, by table, from 0. */
  steps: Record<string, number>
  /** How many cells are hidden. */
  hidden: number
  witnesses: Witness[]
  /** Files that are public beside the tables and that the witnesses publish alike too. */
  earlier: number
  /** Of tables that are printed exactly: the cells that are hidden. */
  suppressed?: UnsafeCell[]
}

/** The tables of a dataset as the public gets them. */
export interface WithheldTables {
  tables: CoarseTable[]
  unsafe: UnsafeCell[]
  /** Null where nothing is hidden by the rule of a cell: things, and exact counts. */
  proof: DatasetProof | null
}

/** What the tables are made and judged by. */
interface Withholding {
  places: Places
  /** The people of each file; where they are left out, nothing is proven. */
  people?: readonly PeopleOfFile[]
  /** Files that are public beside the tables, with the people that they were made of. */
  ledger?: readonly LedgerFile[]
  /** Sums of these tables that other datasets state. */
  shared?: readonly SharedMargin[]
  /** What was proven before of the same people and the same contract. */
  known?: DatasetProof | null
  /** By what small counts are hidden among exact counts, where no ladder is left; they are refused where it is left out. */
  findAlternative?: FindAlternative
}

/**
 * The tables of all files of a dataset, made coarse, hidden and rounded as its class says. A table on which a cell is not safe
 * goes up its ladder, and where that ends, its cells are named. Those of things come back as they are.
 */
export function withholdTables(contract: Contract, tables: readonly Table[], of: Withholding): WithheldTables {
  if (contract.class === 'O') {
    return { tables: tables.map((table) => ({ table, from: [table.period] })), unsafe: [], proof: null }
  }
  const steps = new Map(Object.keys(contract.tables).map((id) => [id, of.known?.steps[id] ?? 0]))
  for (;;) {
    const coarse = coarsenAll(contract, tables, { steps, places: of.places })
    const { unsafe, proof } = of.known
      ? { unsafe: [], proof: of.known }
      : checkSteps(contract, coarse, { ...of, steps })
    const stuck = unsafe.filter(({ table }) => !climb(contract, steps, table))
    if (unsafe.length > 0 && stuck.length === 0) continue
    // What is public beside exact tables may hide counts that these would give back, though they have no small count.
    const open = stuck.length > 0 || proof !== null || protectionOf(contract) ? stuck : listHidden(of.ledger ?? [])
    const made = open.length > 0 ? hideSmallExact(contract, coarse, { ...of, steps }) : { unsafe, proof }
    if (made.proof === null && open.length > 0) return { tables: [], unsafe: made.unsafe ?? open, proof: null }
    return { tables: printAll(contract, hideCells(coarse, made.proof)), unsafe: [], proof: made.proof }
  }
}

/** Of each table the first count that its files in the ledger hide. */
export function listHidden(ledger: readonly LedgerFile[]): UnsafeCell[] {
  return firstOfTables(
    ledger.flatMap(({ table, period, rows }) =>
      rows.flatMap(({ key, cells }) =>
        Object.entries(cells).flatMap(([measure, { status }]) =>
          status === 'withheld' ? [{ table, period, key: Object.values(key), measure }] : [],
        ),
      ),
    ),
  )
}

/** Hides small counts among exact counts, with others beside them; names what cannot be hidden. */
function hideSmallExact(
  contract: Contract,
  coarse: readonly CoarseTable[],
  { steps, places, people, ledger = [], shared = [], findAlternative }: Steps & Withholding,
): { unsafe?: UnsafeCell[]; proof: DatasetProof | null } {
  const printing = protectionOf(contract) === null ? smallCountsOf(contract) : null
  if (printing === null || !people || !findAlternative) return { proof: null }
  const { system, earlier } = buildLedgerSystem(contract, people, { tables: coarse, places, ledger, shared })
  const { hidden, witnesses, unsafe } = hideBeside(system, printing, findAlternative)
  if (unsafe.length > 0) return { unsafe: firstOfTables(unsafe), proof: null }
  const suppressed = hidden.map(({ table, period, key, measure }) => ({ table, period, key, measure }))
  return { proof: { steps: Object.fromEntries(steps), hidden: hidden.length, witnesses, earlier, suppressed } }
}

function hideCells(coarse: readonly CoarseTable[], proof: DatasetProof | null): readonly CoarseTable[] {
  if (!proof?.suppressed) return coarse
  const hidden = new Set(proof.suppressed.map(nameCell))
  return coarse.map(({ table, from }) => {
    const rows = table.rows.map((row) => {
      const cells = Object.entries(row.cells).map(([measure, cell]): [string, Cell] => {
        const at = { table: table.table, period: table.period, key: Object.values(row.key), measure }
        return [measure, hidden.has(nameCell(at)) ? { value: null, status: 'withheld' } : cell]
      })
      return { ...row, cells: Object.fromEntries(cells) }
    })
    return { table: { ...table, rows }, from }
  })
}

function nameCell({ table, period, key, measure }: UnsafeCell): string {
  return JSON.stringify([table, period, key, measure])
}

interface Steps {
  steps: Map<string, number>
  places: Places
}

function coarsenAll(contract: Contract, tables: readonly Table[], { steps, places }: Steps): CoarseTable[] {
  return Object.entries(contract.tables).flatMap(([id, spec]) => {
    const step = spec.ladder?.[steps.get(id) ?? 0]
    const own = tables.filter(({ table }) => table === id)
    return step ? coarsen(own, { contract, spec, step, places }) : []
  })
}

function printAll(contract: Contract, coarse: readonly CoarseTable[]): CoarseTable[] {
  const printer = makePrinter(contract)
  return coarse.map(({ table, from }) => {
    const spec = contract.tables[table.table] as TableSpec // Coarse tables are made of the tables of the contract.
    return { table: printTable(table, spec, printer), from }
  })
}

/** Puts a table on the next step, once a round; false where there is none. Mutates `steps`. */
function climb(contract: Contract, steps: Map<string, number>, table: string): boolean {
  const next = (steps.get(table) ?? 0) + 1
  if (next >= (contract.tables[table]?.ladder?.length ?? 0)) return false
  steps.set(table, next)
  return true
}

/** What is not safe on these steps, of each table the first cell; and the proof of all the others. */
function checkSteps(
  contract: Contract,
  coarse: readonly CoarseTable[],
  { steps, places, people, ledger = [], shared = [] }: Steps & Withholding,
): Pick<WithheldTables, 'unsafe' | 'proof'> {
  const protection = protectionOf(contract)
  if (protection === null) return { unsafe: firstOfTables(listSmall(contract, coarse)), proof: null }
  if (!people) return { unsafe: [], proof: null }
  const { system, earlier } = buildLedgerSystem(contract, people, { tables: coarse, places, ledger, shared })
  const { witnesses } = prove(system, protection)
  const unproven = checkWitnesses(system, witnesses, protection)
  const hidden = system.cells.filter((cell) => rangeOfCell(cell, protection).isHidden).length
  return {
    unsafe: firstOfTables(unproven.flatMap((cell) => system.cells[cell] ?? [])),
    proof: { steps: Object.fromEntries(steps), hidden, witnesses, earlier },
  }
}

function firstOfTables(cells: readonly UnsafeCell[]): UnsafeCell[] {
  const seen = new Map<string, UnsafeCell>()
  for (const { table, period, key, measure } of cells) {
    if (!seen.has(table)) seen.set(table, { table, period, key, measure })
  }
  return [...seen.values()]
}

/** Counts that must not be printed exactly. */
function listSmall(contract: Contract, coarse: readonly CoarseTable[]): ReleasedCell[] {
  const n = smallCountsOf(contract)?.n ?? 0
  return coarse.flatMap(({ table: { table, period, rows } }) =>
    rows.flatMap(({ key, cells }) =>
      Object.entries(cells).flatMap(([measure, { value }]) =>
        value !== null && value > 0 && value < n ? [{ table, period, key: Object.values(key), measure, value }] : [],
      ),
    ),
  )
}
