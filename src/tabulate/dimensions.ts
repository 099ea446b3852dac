import { lastDay } from '../calendar/period.ts'
import type { Places } from '../codes/places.ts'
import { canHold } from '../contracts/conditions.ts'
import type { Contract, TableSpec } from '../contracts/contract.ts'
import type { SafeRow } from '../protect/index.ts'
import { getterOf } from './row-conditions.ts'

export interface TableContext {
  period: string
  places: Places
}

/** One dimension of a table, ready for use. */
export interface Dimension {
  column: string
  /** Codes under which a row counts: one, or one a level where a place rolls up. None where no level fits. */
  codesOf(row: SafeRow): readonly string[]
  /** Every code that the period knows, in order; null where the column is open (text, years). */
  domain: readonly string[] | null
  /** Order of two codes in the published table. */
  compare(a: string, b: string): number
}

/** Dimensions of a table. `rollUp` is false where values are taken as they came: those stand for their own place only. */
export function dimensionsOf(spec: TableSpec, contract: Contract, context: TableContext, rollUp: boolean): Dimension[] {
  return spec.dimensions.map(({ column, levels }) => {
    const type = contract.columns[column]?.type
    const text = textOf(column, contract)
    if (type?.kind === 'place' && levels) {
      return placeDimension(column, { text, levels: new Set(levels), spec, context, rollUp })
    }
    const own = { column, codesOf: (row: SafeRow) => [text(row)] }
    if (type?.kind !== 'list') return { ...own, domain: null, compare: byText }
    const codes = type.items.map((item) => item.code)
    const rank = new Map(codes.map((code, index) => [code, index]))
    const rankOf = (code: string) => rank.get(code) ?? codes.length
    return {
      ...own,
      domain: codes.filter((code) => canHold(spec.where, column, code)),
      compare: (a: string, b: string) => rankOf(a) - rankOf(b) || byText(a, b),
    }
  })
}

interface PlaceDimension {
  text: (row: SafeRow) => string
  levels: ReadonlySet<string>
  spec: TableSpec
  context: TableContext
  rollUp: boolean
}

function placeDimension(column: string, of: PlaceDimension): Dimension {
  const { places, period } = of.context
  const day = lastDay(period)
  const known = new Map<string, readonly string[]>()
  const codesUnder = (code: string) => {
    const chain = of.rollUp ? places.chain(code) : places.chain(code).slice(0, 1)
    return chain.filter((place) => of.levels.has(place.level)).map((place) => place.code)
  }
  return {
    column,
    codesOf(row) {
      const code = of.text(row)
      const codes = known.get(code) ?? codesUnder(code)
      known.set(code, codes)
      return codes
    },
    domain: [...of.levels]
      .flatMap((level) => places.at(level, day).map((place) => place.code))
      .filter((code) => canHold(of.spec.where, column, code))
      .sort(byText),
    compare: byText,
  }
}

/** A blank of an optional column is the group without a name: ''. */
function textOf(column: string, contract: Contract): (row: SafeRow) => string {
  const get = getterOf(column, contract)
  return (row) => {
    const value = get(row)
    return value === null ? '' : String(value)
  }
}

/** By code unit: the same order everywhere, and a district before its subdistricts. */
function byText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
