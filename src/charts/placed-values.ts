import type { Lang } from '../text/local-text.ts'
import { canvasOf, type PlacedValue, type Variant } from './canvas.ts'
import type { FigureSpec } from './figure.ts'
import { kindOf } from './kind-of.ts'

/** Where the values of a figure are seen in one of its pictures, in the order of rows, column by column. */
export function placeValues(spec: FigureSpec, variant: Variant, lang: Lang): PlacedValue[] {
  const { values } = kindOf(spec).draw(spec, canvasOf(variant, lang))
  const columns = [...new Set(values.map(({ column }) => column))]
  return values.toSorted((a, b) => columns.indexOf(a.column) - columns.indexOf(b.column) || a.row - b.row)
}
