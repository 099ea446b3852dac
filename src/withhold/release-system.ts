import type { Places } from '../codes/places.ts'
import { testOfAll } from '../contracts/conditions.ts'
import type { Contract, Measure, TableSpec } from '../contracts/contract.ts'
import { dimensionsOf } from '../tabulate/dimensions.ts'
import { combine } from '../tabulate/groups.ts'
import { isBase } from '../tabulate/row-measures.ts'
import type { CoarseTable } from './coarsen.ts'
import { joinVariants, nameGroup } from './join-variants.ts'
import { KindPlaces } from './kind-places.ts'
import { listConditions, listGroupColumns, listSums, type PeopleGroup, type PeopleOfFile } from './people-groups.ts'
import {
  type LedgerFile,
  type ListedCells,
  listReleasedCells,
  nameRow,
  type ReleasedCell,
  type SharedMargin,
} from './released-cells.ts'

/** People who count in the same cells. */
interface PeopleKind extends Omit<PeopleGroup, 'amounts'> {
  /** Period of the file. */
  period: string
  /** Which of the amounts of their group. */
  amount: number
}

/**
 * All that is published of one dataset as one system: how many people there are of each kind, kinds that nobody has included,
 * and in which cells each kind counts. Another choice of these numbers is another set of raw files.
 */
export interface ReleaseSystem {
  cells: ReleasedCell[]
  kinds: PeopleKind[]
  /** True numbers of people by kind, in the files as they are now. */
  people: number[]
  /**
   * The same in the files that each file of the ledger was made of. The difference is known: whoever compares two revisions is
   * taken to know which people were added or left out, and of which kind they are.
   */
  earlier: number[][]
  /** By cell: 0 where it counts `people`, i + 1 where it counts `earlier[i]`. */
  variantOf: number[]
  /** Kinds with the same codes, or the same conditions and all codes but one: where somebody could be instead. */
  pickNear: (kind: number, drawBelow: (below: number) => number) => number
  /** Cells in which each kind counts. */
  cellsOf: Int32Array[]
  /** Kinds that count in each cell. */
  kindsOf: number[][]
}

/** Beyond this many combinations in one file, only kinds that somebody has are looked at. */
const KINDS_MAX = 400_000

/** The system of what is published, from the people of all files and the coarse tables made of them. */
export function buildReleaseSystem(
  contract: Contract,
  files: readonly PeopleOfFile[],
  { tables, places: known, ledger = [], shared = [] }: PublicTables,
): ReleaseSystem {
  const { cells, variantOf, rows, periods } = listReleasedCells({ tables, ledger, shared })
  const cellsOf: Int32Array[] = []
  const kindsOf: number[][] = cells.map(() => [])
  const people: number[] = []
  const earlier = ledger.map((): number[] => [])
  const places = new KindPlaces()
  const kinds: PeopleKind[] = []
  const all = joinVariants(files, ledger)
  const masks = [...new Set(all.flatMap(({ groups }) => groups.map(({ mask }) => mask)))].sort()
  for (const { period, groups, amountsOf } of all) {
    const counter = makeCounter(contract, { period, places: known, rows, periods })
    const isPossible = makeKindTest(contract, period)
    const codes = listCodes(groups)
    places.openFile([...codes.map((some) => some.length), masks.length, groups[0]?.amounts.length ?? 0])
    for (const { group, place } of listGroups(groups, codes, masks)) {
      if (!isPossible(group)) continue
      for (const [amount, value] of group.amounts.entries()) {
        const counted = counter(group, amount)
        if (counted.length === 0) continue
        for (const cell of counted) kindsOf[cell]?.push(people.length)
        places.add([...place, amount], people.length)
        kinds.push({ codes: group.codes, mask: group.mask, period, amount })
        cellsOf.push(Int32Array.from(counted))
        people.push(value)
        for (const [at, amounts] of amountsOf.entries()) earlier[at]?.push(amounts.get(nameGroup(group))?.[amount] ?? 0)
      }
    }
  }
  for (const [cell, variant] of variantOf.entries()) {
    const [own, at] = [earlier[variant - 1], cells[cell]]
    if (own && at) for (const kind of kindsOf[cell] ?? []) at.value += own[kind] ?? 0
  }
  const pickNear: ReleaseSystem['pickNear'] = (kind, random) => places.pickNear(kind, random)
  return { cells, kinds, people, earlier, variantOf, cellsOf, kindsOf, pickNear }
}

/** What is public of a dataset, and the places of the portal. */
export interface PublicTables {
  tables: readonly CoarseTable[]
  places: Places
  /** Files that are public beside the tables. */
  ledger?: readonly LedgerFile[]
  /** Sums that other datasets state. */
  shared?: readonly SharedMargin[]
}

/** Codes that the people of a file have, by column. */
function listCodes(groups: readonly PeopleGroup[]): string[][] {
  const count = groups[0]?.codes.length ?? 0
  return Array.from({ length: count }, (_, at) => [...new Set(groups.map(({ codes }) => codes[at] ?? ''))].sort())
}

/** A group, and the indexes of its codes and of its mask. */
interface PlacedGroup {
  group: PeopleGroup
  place: number[]
}

/** Every combination of the codes of a file with the conditions that people meet. */
function listGroups(
  groups: readonly PeopleGroup[],
  codes: readonly string[][],
  masks: readonly string[],
): PlacedGroup[] {
  let size = masks.length
  for (const some of codes) size *= some.length
  const placeOf = ({ codes: own, mask }: PeopleGroup) => [
    ...own.map((code, at) => codes[at]?.indexOf(code) ?? 0),
    masks.indexOf(mask),
  ]
  const placed = groups.map((group) => ({ group, place: placeOf(group) }))
  if (size > KINDS_MAX || groups.length === 0) return placed
  const known = new Map(placed.map((item) => [item.place.join(), item]))
  const none = (groups[0]?.amounts ?? []).map(() => 0)
  return combine([...codes, masks].map((some) => [...some.keys()].map(String))).map((texts) => {
    const place = texts.map(Number)
    const found = known.get(place.join())
    if (found) return found
    const mask = masks[place.at(-1) ?? 0] ?? ''
    return { group: { codes: codes.map((some, at) => some[place[at] ?? 0] ?? ''), mask, amounts: none }, place }
  })
}

/** False where codes and conditions contradict each other: nobody who did not answer answered yes. */
function makeKindTest(contract: Contract, period: string): (group: PeopleGroup) => boolean {
  const columns = listGroupColumns(contract)
  const getterOf = (column: string) => (codes: readonly string[]) => codes[columns.indexOf(column)] || null
  const tests = [...listConditions(contract).values()].map((where) =>
    where.map((all) => {
      const known = all.filter((condition) => columns.includes(condition.column) && !('notAfter' in condition))
      return { test: testOfAll<readonly string[]>(known, { getterOf, period }), isWhole: known.length === all.length }
    }),
  )
  return ({ codes, mask }) =>
    tests.every((alternatives, at) => {
      const passed = alternatives.filter(({ test }) => test(codes))
      return mask[at] === '1' ? passed.length > 0 : passed.every(({ isWhole }) => !isWhole)
    })
}

interface Counting extends Pick<ListedCells, 'rows' | 'periods'> {
  period: string
  places: Places
}

/** Says in which cells people of a group count with one of their amounts. */
function makeCounter(contract: Contract, of: Counting): (group: PeopleGroup, amount: number) => number[] {
  const columns = listGroupColumns(contract)
  const tables = Object.entries(contract.tables).flatMap(([id, spec]) => {
    const periods = of.periods.get(`${id} ${of.period}`)
    if (periods === undefined) return []
    const dimensions = dimensionsOf(spec, contract, of, true)
    const places = dimensions.map(({ column }) => columns.indexOf(column))
    return [{ id, periods, dimensions, places, measuresOf: makeMeasureList(contract, spec) }]
  })
  return ({ codes, mask }, amount) =>
    tables.flatMap(({ id, periods, dimensions, places, measuresOf }) => {
      const measures = measuresOf(mask, amount)
      if (measures.length === 0) return []
      const keys = combine(dimensions.map((dimension, at) => dimension.codesOf(codes[places[at] ?? 0] || null)))
      return periods.flatMap((period) =>
        keys.flatMap((key) => {
          const row = of.rows.get(nameRow(id, period, key))
          return row ? measures.flatMap((measure) => row[measure] ?? []) : []
        }),
      )
    })
}

/** Measures of a table in which people who meet the conditions of a mask count with one of their amounts. */
function makeMeasureList(contract: Contract, spec: TableSpec): (mask: string, amount: number) => readonly string[] {
  const conditions = [...listConditions(contract).keys()]
  const sums = listSums(contract)
  const holds = (where: TableSpec['where'], mask: string) =>
    where === undefined || mask[conditions.indexOf(JSON.stringify(where))] === '1'
  const amountOf = (measure: Measure) => ('sum' in measure ? sums.indexOf(measure.sum) + 1 : 0)
  const known = new Map<string, readonly string[]>()
  return (mask, amount) => {
    const name = `${mask} ${amount}`
    const list =
      known.get(name) ??
      Object.entries(spec.measures).flatMap(([id, measure]) => {
        const where = 'where' in measure ? measure.where : undefined
        const counts = isBase(measure) && amountOf(measure) === amount && holds(spec.where, mask) && holds(where, mask)
        return counts ? [id] : []
      })
    known.set(name, list)
    return list
  }
}
