import type { Places } from '../codes/places.ts'
import type { Value } from '../datasets/row.ts'
import type { SheetRow } from '../read/sheet.ts'
import { statedValue, summedColumns } from './stated.ts'
import type { TotalContext, TotalRow } from './total-row.ts'

interface Among {
  data: readonly SheetRow[]
  totals: readonly TotalRow[]
}

/**
 * 其中：X is left out of the sums because another row holds it already. Where X is a member of the list, or nothing stands
 * that could hold it, leaving it out would lose a record: true for such a row.
 */
export function isLonePart(part: TotalRow, { data, totals }: Among, context: TotalContext): boolean {
  const whole = wholeOf(part, { data, totals })
  if (whole === null) return true
  const named = memberOf(part, context)
  if (named === null) return part.isDoubtful && (hasOwnKey(part, context) || !isWithinWhole(part, whole, context))
  const column = context.naming.columns.get(named.index)
  if (column?.column.type.kind !== 'place') return true
  const parent = context.places.get(String(named.value))?.parent ?? null
  const valuesOf = (rows: readonly SheetRow[]) =>
    rows.map((row) => String(context.valueAt(named.index, row.cells[named.index] ?? '') ?? ''))
  const hasParent = parent !== null && valuesOf(data.slice(0, part.above)).includes(parent)
  return !hasParent || valuesOf(data).some((code) => isSibling(code, parent, context.places))
}

/** True for a row that is named by its key like any record, and bears 其中 elsewhere. */
function hasOwnKey(part: TotalRow, { contract, naming }: TotalContext): boolean {
  return contract.key.length > 0 && naming.columns.get(part.index)?.isKey !== true
}

function isSibling(code: string, parent: string | null, places: Places): boolean {
  return places.get(code)?.parent === parent
}

/** The row above that is no part itself. */
function wholeOf(part: TotalRow, { data, totals }: Among): SheetRow | null {
  const record = data[part.above - 1]
  const sum = totals.findLast((one) => one.of !== 'part' && one.row < part.row)
  if (!record || !sum) return record ?? sum ?? null
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
  const stated = summedColumns(contract, match).map((one) => [
    statedValue(part, one, contract),
    statedValue(whole, one, contract),
  ])
  return (
    stated.some(([a]) => typeof a === 'number') &&
    stated.every(([a, b]) => a === null || b === null || Number(a) <= Number(b))
  )
}
