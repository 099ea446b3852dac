import { getLastDay } from '../calendar/period.ts'
import type { Places } from '../codes/places.ts'
import { canHold } from '../contracts/conditions.ts'
import type { Contract, TableSpec } from '../contracts/contract.ts'
import { makeGrouping } from '../contracts/grouping.ts'
import { isPublishedList, listPublishedItems, mapMergedCodes } from '../contracts/published-items.ts'
import type { Value } from '../contracts/row.ts'

export interface TableContext {
  period: string
  places: Places
}

/** One dimension of a table, ready for use. */
export interface Dimension {
  column: string
  /** Codes under which a value counts: one, or one a level where a place rolls up. None where no level fits. */
  codesOf(value: Value): readonly string[]
  /** Every code that the period knows, in order; null where the column is open (text, years). */
  domain: readonly string[] | null
  /** Order of two codes in the published table. */
  compare(a: string, b: string): number
}

/** Dimensions of a table. `rollUp` is false where values are taken as they came: those stand for their own place only. */
export function dimensionsOf(spec: TableSpec, contract: Contract, context: TableContext, rollUp: boolean): Dimension[] {
  return spec.dimensions.map(({ column, levels }) => {
    const type = contract.columns[column]?.type
    if (type?.kind === 'place' && levels) {
      return buildPlaceDimension(column, { levels: new Set(levels), spec, context, rollUp })
    }
    const group = contract.columns[column] && makeGrouping(contract.columns[column])
    const merged = mapMergedCodes(contract.columns[column])
    const codeOf = (value: Value) => group?.(value) ?? merged.get(textOf(value)) ?? textOf(value)
    const own = { column, codesOf: (value: Value) => [codeOf(value)] }
    if (!isPublishedList(contract.columns[column])) return { ...own, domain: null, compare: compareTexts }
    const codes = listPublishedItems(contract.columns[column]).map((item) => item.code)
    const rank = new Map(codes.map((code, index) => [code, index]))
    const rankOf = (code: string) => rank.get(code) ?? codes.length
    return {
      ...own,
      // Conditions on a column in groups are about the values within.
      domain: group ? codes : codes.filter((code) => canHold(spec.where, column, code)),
      compare: (a: string, b: string) => rankOf(a) - rankOf(b) || compareTexts(a, b),
    }
  })
}

interface PlaceDimension {
  levels: ReadonlySet<string>
  spec: TableSpec
  context: TableContext
  rollUp: boolean
}

function buildPlaceDimension(column: string, of: PlaceDimension): Dimension {
  const { places, period } = of.context
  const day = getLastDay(period)
  return {
    column,
    codesOf(value) {
      const code = textOf(value)
      const chain = of.rollUp ? places.listChain(code) : places.listChain(code).slice(0, 1)
      return chain.filter((place) => of.levels.has(place.level)).map((place) => place.code)
    },
    domain: [...of.levels]
      .flatMap((level) => places.listPlaces(level, day).map((place) => place.code))
      .filter((code) => canHold(of.spec.where, column, code))
      .sort(compareTexts),
    compare: compareTexts,
  }
}

/** A blank of an optional column is the group without a name: ''. */
function textOf(value: Value): string {
  return value === null ? '' : String(value)
}

/** By code unit: the same order everywhere, and a district before its subdistricts. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Order of two groups by their codes, a code for each dimension. */
export function compareBy(dimensions: readonly Dimension[]): (a: readonly string[], b: readonly string[]) => number {
  return (a, b) => {
    for (const [index, dimension] of dimensions.entries()) {
      const order = dimension.compare(a[index] ?? '', b[index] ?? '')
      if (order !== 0) return order
    }
    return 0
  }
}
