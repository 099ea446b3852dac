import type { Places } from '../../codes/places.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { Row, Value } from '../../contracts/row.ts'
import { PlaceNames } from '../values/place-names.ts'
import type { TotalRow } from './total-row.ts'

export type Direction = 'above' | 'below'

export interface SumRowsContext {
  contract: Contract
  places: Places
  totals: readonly TotalRow[]
  /** The rows that each data record made, in order. */
  groups: readonly Row[][]
  all: readonly Row[]
  /** Sums of groups, of pages, and all, in their order. */
  marks: Record<'group' | 'page' | 'any', readonly TotalRow[]>
  /** True where there are several sums of all rows, each for another district or year: each sums its own rows. */
  isEachItsOwn: boolean
}

export function sumRowsContext(base: Omit<SumRowsContext, 'all' | 'marks' | 'isEachItsOwn'>): SumRowsContext {
  const kinds = new Set(base.totals.filter((total) => total.of === 'all').map((total) => JSON.stringify(total.shared)))
  const any = base.totals.filter((total) => total.of !== 'part')
  const listOfKind = (kind: TotalRow['of']) => any.filter((total) => total.of === kind)
  const marks = { any, group: listOfKind('group'), page: listOfKind('page') }
  return { ...base, all: base.groups.flat(), marks, isEachItsOwn: kinds.size > 1 }
}

/**
 * The rows that a sum may be of, likeliest first, made as they are asked for: it holds where it is the sum of one of
 * them.
 */
export function* candidatesOf(
  total: TotalRow,
  direction: Direction,
  context: SumRowsContext,
): Generator<readonly Row[], void> {
  const { groups, marks, all, isEachItsOwn } = context
  if (total.of === 'all') {
    const shared = findSharedRows(total, context)
    if (shared === null || !isEachItsOwn) yield all
    if (shared !== null) yield shared
    return
  }
  const likes = marks[total.of === 'page' ? 'page' : 'group']
  for (const rows of listBlocks(total, { direction, likes, groups })) {
    // 小计 of the men in a block of men and women is that of the men alone.
    const own = filterShared(rows, total, context)
    yield own.length > 0 ? own : rows
  }
  // A sum of a page may follow one of a group, and then be meant as that of the rows since.
  if (total.of === 'page') yield groups.slice(findBefore(total, marks.any)?.above ?? 0, total.above).flat()
  const named = total.name === '' ? [] : findRowsOfName(total.name, context)
  const ownNamed = filterShared(named, total, context)
  if (named.length > 0) yield ownNamed.length > 0 ? ownNamed : named
  const shared = findSharedRows(total, context)
  if (shared !== null) yield shared
}

/** The rows before a sum, or after it. */
function* listBlocks(
  total: TotalRow,
  { direction, likes, groups }: Pick<SumRowsContext, 'groups'> & { direction: Direction; likes: readonly TotalRow[] },
): Generator<Row[], void> {
  if (direction === 'above' || total.of === 'page') yield* listAbove(total, likes, groups)
  else yield groups.slice(total.above, findBelow(total, likes)?.above).flat()
}

/** True for a row with the name of a place that has no row: it is no sum of the rows of other places. */
export function isOfNone(total: TotalRow, context: SumRowsContext): boolean {
  return Object.keys(total.shared).length > 0 && findSharedRows(total, context) === null
}

/** Rows since the last sum; where that is none, as after a sum of smaller groups, since each sum before. */
function* listAbove(total: TotalRow, likes: readonly TotalRow[], groups: readonly Row[][]): Generator<Row[], void> {
  const from = findBefore(total, likes)?.above ?? 0
  yield groups.slice(from, total.above).flat()
  if (from < total.above) return
  let last = from
  for (const near of likes.slice(0, findIndexAmong(total, likes)).reverse()) {
    if (near.above < last) yield groups.slice(near.above, total.above).flat()
    last = Math.min(last, near.above)
  }
  if (last > 0) yield groups.slice(0, total.above).flat()
}

function findBefore(total: TotalRow, marks: readonly TotalRow[]): TotalRow | undefined {
  return marks[findIndexAmong(total, marks) - 1]
}

/** The next sum with rows between: two that are adjacent, of men and of women, are of the same rows. */
function findBelow(total: TotalRow, marks: readonly TotalRow[]): TotalRow | undefined {
  let next = findIndexAmong(total, marks) + 1
  while (marks[next]?.above === total.above) next += 1
  return marks[next]
}

/** The index of a sum among those of its kind, by binary search: a long file has many. */
function findIndexAmong(total: TotalRow, marks: readonly TotalRow[]): number {
  let [low, high] = [0, marks.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((marks[middle]?.row ?? 0) < total.row) low = middle + 1
    else high = middle
  }
  return low
}

/** Rows that agree with the sum in its other columns; null where those are blank, or no row agrees. */
function findSharedRows(total: TotalRow, context: SumRowsContext): Row[] | null {
  if (Object.keys(total.shared).length === 0) return null
  const rows = filterShared(context.all, total, context)
  return rows.length === 0 ? null : rows
}

/** Those of the rows that agree with the sum in its other columns. */
function filterShared(rows: readonly Row[], { shared }: TotalRow, { contract, places }: SumRowsContext): Row[] {
  const wanted = Object.entries(shared)
  return rows.filter(({ values }) =>
    wanted.every(([id, value]) => {
      const isPlace = contract.columns[id]?.type.kind === 'place'
      return isPlace ? liesIn(values[id] ?? null, value, places) : values[id] === value
    }),
  )
}

/** Rows of the place that 锦北区小计 names. */
function findRowsOfName(name: string, { contract, places, all }: SumRowsContext): Row[] {
  const codes = PlaceNames.from(places)
    .find(name)
    .places.map((place) => place.code)
  const columns = Object.keys(contract.columns).filter((id) => contract.columns[id]?.type.kind === 'place')
  return all.filter(({ values }) =>
    columns.some((id) => codes.some((code) => liesIn(values[id] ?? null, code, places))),
  )
}

/** True for a place and for the places in it. */
export function liesIn(code: Value, whole: Value, places: Places): boolean {
  return (
    code === whole ||
    (code !== null &&
      places.get(String(code)) !== undefined &&
      places.listChain(String(code)).some((place) => place.code === whole))
  )
}
