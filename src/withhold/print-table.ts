import type { Contract, TableSpec } from '../contracts/contract.ts'
import { type Protection, protectionOf, smallCountsOf } from '../contracts/count-protection.ts'
import type { Cell, Status, Table, TableRow } from '../contracts/table.ts'
import { EXACT_RATES, makeDerivedMeasures, type RateRule } from '../tabulate/derived-measures.ts'
import { isBase, SETTLED } from '../tabulate/row-measures.ts'
import { withShares } from '../tabulate/shares.ts'
import { makePrintedRates, printCount } from './cell-rule.ts'

/** How a count and a rate of people are printed. */
interface Printer {
  count(value: number): Cell
  rates: RateRule
}

/** How a dataset about people is printed: hidden and rounded, or exactly. */
export function makePrinter(contract: Contract): Printer {
  const protection = protectionOf(contract)
  if (protection) return { count: (value) => printCount(value, protection), rates: makePrintedRates(protection) }
  const small = smallCountsOf(contract)
  return { count: (value) => ({ value, status: 'final' }), rates: small ? removeFew(small) : EXACT_RATES }
}

function removeFew({ denominatorMin }: Protection): RateRule {
  const withheld: Cell = { value: null, status: 'withheld' }
  return {
    rate: (above, below, asked) => (below < denominatorMin ? withheld : EXACT_RATES.rate(above, below, asked)),
    bound: (above, below, asked) => (below < denominatorMin ? withheld : EXACT_RATES.bound(above, below, asked)),
  }
}

/** The table as the public gets it: counts one by one, and all else made of those printed counts alone. */
export function printTable(table: Table, spec: TableSpec, { count, rates }: Printer): Table {
  const derived = makeDerivedMeasures(spec, rates)
  const rows = table.rows.map((row): TableRow => {
    const made: Record<string, Cell> = {}
    for (const [id, measure] of Object.entries(spec.measures)) {
      if (isBase(measure)) made[id] = printCell(row.cells[id], count)
    }
    const status = findLeastSettled(Object.values(row.cells))
    for (const { id, derive } of derived) {
      const own = derive(made)
      made[id] = own.status === 'final' ? { value: own.value, status } : own
    }
    const cells: Record<string, Cell> = {}
    for (const id of Object.keys(spec.measures)) {
      const cell = made[id]
      if (cell) cells[id] = cell
    }
    return { key: row.key, text: {}, cells }
  })
  return { ...table, rows: withShares(spec, rows, rates) }
}

/** A hidden count has no other status; a value that is not the last word keeps its own. */
function printCell(cell: Cell | undefined, count: Printer['count']): Cell {
  if (!cell || cell.value === null) return cell ?? { value: null, status: 'not-reported' }
  const printed = count(cell.value)
  return printed.value === null ? printed : { value: printed.value, status: cell.status }
}

function findLeastSettled(cells: readonly Cell[]): Status {
  const ranks = cells.filter(({ value }) => value !== null).map(({ status }) => SETTLED.indexOf(status))
  return SETTLED[Math.max(0, ...ranks)] ?? 'final'
}
