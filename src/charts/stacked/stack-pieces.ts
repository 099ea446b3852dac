import type { Cell } from '../../contracts/table.ts'
import type { PlacedValue } from '../canvas.ts'
import { isWithheld } from '../hatch.ts'
import type { StackedSpec } from './stacked-spec.ts'

/** The share of each part in its bar, in %; null where a part is missing and the bar cannot be whole. */
export function sharesOf(cells: readonly Cell[]): (number | null)[] {
  const total = totalOf(cells)
  return cells.map((cell) => (total === null || total === 0 || cell.value === null ? null : (cell.value / total) * 100))
}

/** Pixels of a part that is not published: it is not nothing, and its size is not known. */
export const HIDDEN = 10

export function hasHidden(spec: StackedSpec, bar: number): boolean {
  return (spec.cells[bar] ?? []).some(isWithheld)
}

export interface Piece {
  part: number
  from: number
  to: number
}

export function piecesOf(spec: StackedSpec, bar: number): Piece[] {
  const cells = spec.cells[bar] ?? []
  const values = spec.share ? sharesOf(cells) : cells.map((cell) => cell.value)
  let from = 0
  return values.flatMap((value, part) => {
    if (value === null) return []
    from += value
    return [{ part, from: from - value, to: from }]
  })
}

/** Each part in the middle of its piece; a part without one at the end of its bar. */
export function placePieces(
  spec: StackedSpec,
  stacks: readonly (readonly Piece[])[],
  placeAt: (bar: number, amount: number) => { x: number; y: number },
): PlacedValue[] {
  return spec.parts.flatMap(({ id }, part) =>
    stacks.map((stack, row) => {
      const piece = stack.find((candidate) => candidate.part === part)
      const amount = piece ? (piece.from + piece.to) / 2 : (stack.at(-1)?.to ?? 0)
      return { row, column: spec.share ? `${id}_share` : id, ...placeAt(row, amount) }
    }),
  )
}

export function totalOf(cells: readonly Cell[]): number | null {
  let total = 0
  for (const cell of cells) {
    if (cell.value === null) return null
    total += cell.value
  }
  return total
}
