import type { Cell } from '../contracts/table.ts'
import { type Box, drawOutlines, drawSegments, type Mark } from './marks.ts'
import { colorOf } from './palette.ts'

/** Pixels between two strokes; wider apart in a large box. */
const STEP = 4
const LARGE = 5000

/** Boxes with slanted strokes in place of values that are not published, so that none is taken for a zero. */
export function drawHatched(boxes: readonly Box[]): Mark[] {
  if (boxes.length === 0) return []
  const stroke = colorOf('soft')
  return [drawOutlines(boxes, { stroke }), drawSegments(boxes.flatMap(strokesOf), { stroke })]
}

export function isWithheld({ value, status }: Cell): boolean {
  return value === null && status === 'withheld'
}

/** Strokes from the lower left to the upper right, cut at the edges of the box. */
function strokesOf({ x, y, width, height }: Box): { x1: number; x2: number; y1: number; y2: number }[] {
  const strokes = []
  const step = width * height > LARGE ? STEP * 2 : STEP
  for (let along = step; along < width + height; along += step) {
    const [from, to] = [Math.max(0, along - height), Math.min(along, width)]
    strokes.push({ x1: x + from, x2: x + to, y1: y + along - from, y2: y + along - to })
  }
  return strokes
}
