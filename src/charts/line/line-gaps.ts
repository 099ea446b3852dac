import { type Canvas, chooseRoleColor } from '../canvas.ts'
import { drawHatched, isWithheld } from '../hatch.ts'
import { drawRings, drawText, type Mark } from '../marks.ts'
import { colorOf } from '../palette.ts'
import type { Scale } from '../scale.ts'
import { translateTerm } from '../terms.ts'
import { measureText } from '../text-layout.ts'
import type { TimeAxis } from '../time.ts'
import type { LineSpec } from './line-spec.ts'

/** The part of a line chart that words about single points need. */
interface Plane {
  x: TimeAxis
  y: Scale
  left: number
  right: number
  bottom: number
}

/**
 * A ring at the foot of each gap, strokes where a value is not published, and at those of the page's own line its word: withheld, not reported, nothing to
 * measure. A gap with an annotation is explained already.
 */
export function drawGapMarks(spec: LineSpec, plane: Plane, canvas: Canvas): Mark[] {
  const marks: Mark[] = []
  const noted = new Set((spec.annotations ?? []).map((annotation) => annotation.x))
  for (const series of spec.series) {
    const missing = series.points.filter((point) => point.cell.value === null)
    const spots = missing.map((point) => ({ x: plane.x.placeAt(point.x), y: plane.bottom }))
    const hidden = series.points.filter((point) => isWithheld(point.cell)).map((point) => plane.x.placeAt(point.x))
    marks.push(...drawHatched(hidden.map((x) => ({ x: x - 4, y: plane.bottom - 8, width: 8, height: 8 }))))
    const open = spots.filter(({ x }) => !hidden.includes(x))
    if (open.length > 0) marks.push(drawRings(open, chooseRoleColor(series.role), 2.5))
    if (series.role !== 'now') continue
    const unsaid = missing.filter((point) => !noted.has(point.x))
    const words = unsaid.map((point) => ({
      x: plane.x.placeAt(point.x),
      y: plane.bottom - 12,
      text: translateTerm(point.cell.status, canvas.lang),
    }))
    const free = words.filter((word, index) => {
      const before = words[index - 1]
      return !before || word.x - before.x > measureText(word.text, canvas.small) + 6
    })
    marks.push(drawText(free, { size: canvas.small, fill: colorOf('soft') }))
  }
  return marks
}

/** What a derived point is, in its own words, beside its hollow dot. */
export function drawDerivedMarks(spec: LineSpec, plane: Plane, canvas: Canvas): Mark[] {
  const { x, y, left, right } = plane
  return spec.series.flatMap((series) =>
    series.points.flatMap((point) => {
      if (!point.derived || point.cell.value === null) return []
      const at = { x: x.placeAt(point.x), y: y.at(point.cell.value) }
      const isRight = at.x > (left + right) / 2
      // The arrow of a lower bound points up, so the words go below it.
      const word = { x: at.x, y: at.y + (point.bound === 'at-least' ? 14 : -14), text: point.derived[canvas.lang] }
      return drawText([word], { size: canvas.small, fill: colorOf('soft'), anchor: isRight ? 'end' : 'start' })
    }),
  )
}
