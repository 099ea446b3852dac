import type { Identity } from '../contracts/contract.ts'
import { type CountPrinting, rangeOfPrinted } from '../contracts/count-protection.ts'
import type { RunningTotal } from '../contracts/running-total.ts'
import type { Status } from '../contracts/table.ts'
import type { Protection } from './protection.ts'
import type { Equation, System } from './system.ts'

/** One table of a site as the public has it. */
export interface PublicTable {
  dataset: string
  table: string
  printing: CountPrinting
  dimensions: readonly string[]
  /** Measures that count people; all others are computed from printed counts. */
  counts: readonly string[]
  /** 累计 of them, by the measures that print the ends of its range. */
  totals: readonly RunningTotal[]
  identities: readonly Identity[]
  rows: readonly PublicRow[]
  /** An earlier revision is a table of its own. */
  isSuperseded: boolean
  /** By period: the release that brought this version, where the log is at hand. */
  releases?: Readonly<Record<string, number>>
}

export interface PublicRow {
  period: string
  /** The version of its table that it is of, where versions are mixed: `ratings.1`. */
  version?: string
  key: Readonly<Record<string, string>>
  cells: Readonly<Record<string, { value: number | null; status: Status }>>
}

/** All that is printed of people on one site, as one system; `names` by cell, '' for what is neither printed nor hidden. */
export interface PublicSystem {
  /** Counts that are printed or hidden, and how many of them are hidden. */
  cells: number
  hidden: number
  system: System
  promised: Map<number, Protection>
  guess: number[]
  names: string[]
}

type Cells = Readonly<Record<string, number>>

/** A table with the indices of its cells, row by row. */
export interface Placed {
  table: PublicTable
  cells: readonly Cells[]
}

/** Cells and equations of a system as they are found. */
export class SystemBuilder {
  readonly result: PublicSystem & { system: { equations: Equation[] } } = {
    cells: 0,
    hidden: 0,
    system: { lower: [], upper: [], equations: [] },
    promised: new Map(),
    guess: [],
    names: [],
  }

  addTable({ dataset, table, printing, dimensions, counts, rows }: PublicTable): Cells[] {
    return rows.map(({ period, key, cells, version = table }) => {
      const places: Record<string, number> = {}
      for (const measure of counts) {
        const { value, status } = cells[measure] ?? { value: null, status: 'not-reported' }
        // A count in thousands with decimals is no count of single people.
        if (value === null ? status !== 'withheld' : !Number.isSafeInteger(value)) continue
        const name = [dataset, version, dimensions.map((id) => key[id] ?? '').join(','), period, measure].join('/')
        const cell = this.addCell(name, rangeOfPrinted(value, printing), value ?? Math.floor(printing.n / 2))
        places[measure] = cell
        this.result.cells += 1
        // A small count that is printed is worked back already.
        if (value === null || isSmall(rangeOfPrinted(value, printing), printing)) {
          this.result.promised.set(cell, { values: printing.valuesMin })
          this.result.hidden += 1
        }
      }
      return places
    })
  }

  addCell(name: string, [lower, upper]: readonly [number, number], guess: number): number {
    const { system, names, guess: guesses } = this.result
    system.lower.push(lower)
    system.upper.push(upper)
    guesses.push(guess)
    return names.push(name) - 1
  }

  /** What one count has beyond another is a count too, though it is not printed: of 60 to 64, behind 60+ and 65+. */
  addDifference(more: number, less: number, { printing: { n, valuesMin, isExact } }: PublicTable): void {
    const { names, promised } = this.result
    const name = `${names[more]} - ${names[less]?.split('/').at(-1)}`
    const difference = this.addCell(name, [0, Number.POSITIVE_INFINITY], 0)
    this.addEquation(more, [less, difference])
    if (isExact) promised.set(difference, { values: valuesMin, below: n })
  }

  /** Nothing where a part is not known to be in the system: an equation with a gap says nothing. */
  addEquation(parent: number | undefined, children: readonly (number | undefined)[]): void {
    const known = children.filter((child) => child !== undefined)
    if (parent === undefined || known.length !== children.length || known.length === 0) return
    this.result.system.equations.push({ parent, children: known })
  }

  /** Two sums that are equal, by a cell that is printed nowhere. */
  addEqualSums(a: readonly (number | undefined)[], b: readonly (number | undefined)[]): void {
    if ([...a, ...b].includes(undefined) || a.length === 0 || b.length === 0) return
    const sum = this.addCell('', [0, Number.POSITIVE_INFINITY], guessOf(this.result.guess, a))
    this.addEquation(sum, a)
    this.addEquation(sum, b)
  }
}

function isSmall([from, to]: readonly [number, number], { n, hidesZero }: CountPrinting): boolean {
  return to < n && (from > 0 || hidesZero)
}

function guessOf(guess: readonly number[], cells: readonly (number | undefined)[]): number {
  let sum = 0
  for (const cell of cells) sum += guess[cell ?? -1] ?? 0
  return sum
}
