import type { Value } from '../../contracts/row.ts'
import type { SheetRow } from '../../read/sheet.ts'
import { findStatedValue, listSummedColumns } from './stated.ts'
import type { TotalContext, TotalRow } from './total-row.ts'

interface Among {
  data: readonly SheetRow[]
  totals: readonly TotalRow[]
}

/**
 * 其中：X is left out of the sums because another row holds it already. Where X is a member of the list, or no row is
 * there that could hold it, leaving it out would lose a record: such rows.
 */
export function findLoneParts({ data, totals }: Among, context: TotalContext): Set<TotalRow> {
  const lone = new Set<TotalRow>()
  const places = new PlacesNamed(data, context)
  let sum: TotalRow | null = null
  for (const total of totals) {
    if (total.of !== 'part') sum = total
    else if (isLone(total, wholeOf(data[total.above - 1], sum), { places, context })) lone.add(total)
  }
  return lone
}

function isLone(
  part: TotalRow,
  whole: SheetRow | null,
  { places, context }: { places: PlacesNamed; context: TotalContext },
): boolean {
  if (whole === null) return true
  const named = memberOf(part, context)
  if (named === null) return part.isDoubtful && (hasOwnKey(part, context) || !isWithinWhole(part, whole, context))
  const column = context.naming.columns.get(named.index)
  if (column?.column.type.kind !== 'place') return true
  const parent = context.places.get(String(named.value))?.parent ?? null
  const { firstAt, parents } = places.indexColumn(named.index)
  const isParentAbove = parent !== null && (firstAt.get(parent) ?? Number.POSITIVE_INFINITY) < part.above
  return !isParentAbove || parents.has(parent)
}

/** Which places the records of a column name, looked through once however many parts there are. */
class PlacesNamed {
  readonly #data: readonly SheetRow[]
  readonly #context: TotalContext
  readonly #known = new Map<number, { firstAt: Map<string, number>; parents: Set<string> }>()

  constructor(data: readonly SheetRow[], context: TotalContext) {
    this.#data = data
    this.#context = context
  }

  /** Code → index of the first record that has it; and the places that these places lie in. */
  indexColumn(column: number): { firstAt: ReadonlyMap<string, number>; parents: ReadonlySet<string> } {
    const known = this.#known.get(column)
    if (known) return known
    const named = { firstAt: new Map<string, number>(), parents: new Set<string>() }
    for (const [index, { cells }] of this.#data.entries()) {
      const code = String(this.#context.valueAt(column, cells[column] ?? '') ?? '')
      const parent = this.#context.places.get(code)?.parent ?? null
      if (!named.firstAt.has(code)) named.firstAt.set(code, index)
      if (parent !== null) named.parents.add(parent)
    }
    this.#known.set(column, named)
    return named
  }
}

/** True for a row that is named by its key like any record, and has 其中 elsewhere. */
function hasOwnKey(part: TotalRow, { contract, naming }: TotalContext): boolean {
  return contract.key.length > 0 && naming.columns.get(part.index)?.isKey !== true
}

/** The nearer of the record and the sum above: what a part below them is part of. */
function wholeOf(record: SheetRow | undefined, sum: TotalRow | null): SheetRow | null {
  if (!record || !sum) return record ?? sum
  return sum.row > record.row ? sum : record
}

/** The item of its column that the part names, after 其中 or in a cell beside it. */
function memberOf(part: TotalRow, { naming, valueAt }: TotalContext): { index: number; value: Value } | null {
  const bound = naming.columns.get(part.index)
  const value = part.name === '' ? undefined : valueAt(part.index, part.name)
  if (bound && bound.column.type.kind !== 'text' && value !== undefined && value !== null)
    return { index: part.index, value }
  if (part.name !== '' || bound?.isKey) return null
  for (const { id, index } of naming.names) {
    const beside = part.shared[id]
    const kind = naming.columns.get(index)?.column.type.kind
    if (beside !== undefined && (kind === 'place' || kind === 'list')) return { index, value: beside }
  }
  return null
}

/** No part is greater than its whole. */
function isWithinWhole(part: TotalRow, whole: SheetRow, { contract, match }: TotalContext): boolean {
  const stated = listSummedColumns(contract, match).map((summedColumn) => [
    findStatedValue(part, summedColumn, contract),
    findStatedValue(whole, summedColumn, contract),
  ])
  return (
    stated.some(([a]) => typeof a === 'number') &&
    stated.every(([a, b]) => a === null || b === null || Number(a) <= Number(b))
  )
}
