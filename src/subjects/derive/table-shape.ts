import type { Contract, Measure, TableSpec } from '../../contracts/contract.ts'
import { isPublishedList, listPublishedItems } from '../../contracts/published-items.ts'

/** Parts of one bar or dots of one figure that can be distinguished. */
export const PARTS_MAX = 5

/** What a table of figures is grouped by, as far as a figure or a sentence can be derived from it. */
export interface TableShape {
  id: string
  spec: TableSpec
  place: string | null
  /** The only other dimension, with the codes of its list. */
  list: { column: string; codes: readonly string[] } | null
}

/** Tables of figures grouped by nothing, a place, a list, or a place and a list; the simplest first. */
export function listShapes(contract: Contract): TableShape[] {
  const shapes = Object.entries(contract.tables).flatMap(([id, spec]) => shapeOf(contract, id, spec) ?? [])
  return shapes.toSorted((a, b) => weightOf(a) - weightOf(b))
}

/** Places without a list come before places with a list, and these before tables without places. */
function weightOf({ place, list }: TableShape): number {
  return (place === null ? 2 : 0) + (list === null ? 0 : 1)
}

function shapeOf(contract: Contract, id: string, spec: TableSpec): TableShape | null {
  if (spec.kind !== 'figures') return null
  let place: string | null = null
  let list: TableShape['list'] = null
  for (const { column } of spec.dimensions) {
    const type = contract.columns[column]?.type
    if (type?.kind === 'place' && place === null) place = column
    else if (isPublishedList(contract.columns[column]) && list === null)
      list = { column, codes: listPublishedItems(contract.columns[column]).map(({ code }) => code) }
    else return null
  }
  return { id, spec, place, list }
}

/**
 * The count that a table is about: the closing stock where it is carried from period to period, else the first that is
 * counted, summed or taken.
 */
export function findCount({ spec }: TableShape): string | null {
  for (const identity of spec.identities ?? []) if (identity.kind === 'carry') return identity.closing
  return Object.entries(spec.measures).find(([, measure]) => isCount(measure))?.[0] ?? null
}

/** Rates in the order of the table. */
export function listRates({ spec }: TableShape): string[] {
  return Object.entries(spec.measures).flatMap(([id, measure]) => ('rate' in measure ? [id] : []))
}

/** Measures that a reader is shown side by side: all but the bounds of intervals. */
export function listShownMeasures(spec: TableSpec): string[] {
  return Object.entries(spec.measures).flatMap(([id, measure]) => ('wilson' in measure ? [] : [id]))
}

function isCount(measure: Measure): boolean {
  return 'count' in measure || 'sum' in measure || 'take' in measure || 'plus' in measure
}
