import { findEnd } from '../../measure/compare.ts'
import { formatMonth } from '../../text/format.ts'
import type { Unit } from '../../text/units.ts'
import { type Canvas, type Drawing, labelOf } from '../canvas.ts'
import { drawHatched, isWithheld } from '../hatch.ts'
import { type Box, drawBoxes, drawOutlines, drawText, type Mark } from '../marks.ts'
import { colorOf, TEXT_ON } from '../palette.ts'
import { computeQuantiles } from '../scale.ts'
import { translateTerm } from '../terms.ts'
import { measureText, measureWidest } from '../text-layout.ts'
import type { HeatSpec } from './heat-spec.ts'

const STEPS = ['s1', 's2', 's3', 's4', 's5'] as const
type Fill = (typeof STEPS)[number] | 'now'
type HeatPoint = HeatSpec['points'][number]

/** Years down, months across: the deeper the worse, in classes of equally many months; the worst month in cinnabar. */
export function drawHeat(spec: HeatSpec, canvas: Canvas): Drawing {
  const { lang, small } = canvas
  const years = [...new Set(spec.points.map(yearOf))].toSorted()
  const left = measureWidest(years, small) + 8
  const pitch = (canvas.width - left) / 12
  const row = canvas.variant === 'wide' ? 38 : 30
  const top = 24
  const steps = stepsOf(spec)
  const boxOf = (point: HeatPoint): Box => ({
    x: left + (Number(point.x.slice(5)) - 1) * pitch,
    y: top + years.indexOf(yearOf(point)) * row,
    width: pitch - 2,
    height: row - 2,
  })
  const middleOf = (point: HeatPoint) => ({ x: boxOf(point).x + pitch / 2 - 1, y: boxOf(point).y + row / 2 - 1 })
  const known = spec.points.filter((point) => point.cell.value !== null)
  const words = known.map((point) => labelOf(point.cell, '', spec.decimals, lang))
  const isRoomy = measureWidest(words, small) + 4 <= pitch
  const worst = worstOf(spec)
  const marks: Mark[] = [drawMonthMarks({ left, pitch, canvas })]
  marks.push(
    drawText(
      years.map((year, index) => ({ x: 0, y: top + index * row + row / 2 - 1, text: year, mark: year })),
      { size: small, fill: colorOf('soft'), anchor: 'start' },
    ),
  )
  for (const fill of [...STEPS, 'now'] as const) {
    const points = known.filter((point) => (worst.includes(point) ? 'now' : steps.fill(point)) === fill)
    marks.push(drawBoxes(points.map(boxOf), colorOf(fill)))
    const inside = points
      .map((point) => ({ ...middleOf(point), text: labelOf(point.cell, '', spec.decimals, lang), mark: yearOf(point) }))
      .filter((label) => isRoomy || (fill === 'now' && measureText(label.text, small) <= pitch))
    marks.push(drawText(inside, { size: small, fill: colorOf(TEXT_ON[fill]), halo: false }))
  }
  const missing = spec.points.filter((point) => point.cell.value === null)
  marks.push(...drawHatched(missing.filter(({ cell }) => isWithheld(cell)).map(boxOf)))
  const unknown = missing.filter(({ cell }) => !isWithheld(cell))
  marks.push(drawOutlines(unknown.map(boxOf), { stroke: colorOf('soft'), dash: '2 3' }))
  const remarks = missing.map((point) => ({
    ...middleOf(point),
    text: translateTerm(point.cell.status, lang),
    mark: yearOf(point),
  }))
  marks.push(
    drawText(
      remarks.filter((remark) => measureText(remark.text, small) <= pitch - 4),
      { size: small, fill: colorOf('soft'), halo: false },
    ),
  )
  const bottom = top + years.length * row
  const legend = drawLegendMarks(spec, { left, top: bottom + 8, steps }, canvas)
  const values = spec.points.map((point, row) => ({ row, column: 'value', ...middleOf(point) }))
  return { height: bottom + legend.height + 8, marks: [...marks, ...legend.marks], values }
}

function yearOf(point: HeatPoint): string {
  return point.x.slice(0, 4)
}

/** The months with the worst value, where it may be called so; none where more than two share it: no month is special. */
function worstOf(spec: HeatSpec): HeatPoint[] {
  const worst = findEnd(spec.points, spec.worse)
  return worst.length > 2 ? [] : worst
}

interface Steps {
  /** One more than there are fills. */
  bounds: number[]
  fills: Fill[]
  fill(point: HeatPoint): Fill
}

// The worst months have a colour of their own, so the classes are computed from the others.
function stepsOf(spec: HeatSpec): Steps {
  const worst = worstOf(spec)
  const others = spec.points.filter((point) => !worst.includes(point))
  const { bounds, findStep } = computeQuantiles(
    others.flatMap((point) => point.cell.value ?? []),
    STEPS.length,
  )
  const count = bounds.length - 1
  const spread = (index: number): Fill =>
    STEPS[Math.round((index * (STEPS.length - 1)) / Math.max(1, count - 1))] ?? 's1'
  const rising = Array.from({ length: count }, (_, index) => spread(index))
  const fills = spec.worse === 'high' ? rising : rising.toReversed()
  return { bounds, fills, fill: (point) => fills[findStep(point.cell.value ?? 0)] ?? 's1' }
}

function drawMonthMarks(at: { left: number; pitch: number; canvas: Canvas }): Mark {
  const { left, pitch, canvas } = at
  const isRoomy =
    measureWidest(
      Array.from({ length: 12 }, (_, index) => formatMonth(index + 1, canvas.lang)),
      canvas.small,
    ) +
      4 <=
    pitch
  const months = Array.from({ length: 12 }, (_, index) => ({
    x: left + (index + 0.5) * pitch - 1,
    y: 10,
    text: isRoomy ? formatMonth(index + 1, canvas.lang) : String(index + 1),
  }))
  return drawText(months, { size: canvas.small, fill: colorOf('soft') })
}

/** A swatch a class with the bounds between them, from the least to the greatest value; then the worst month's. */
function drawLegendMarks(
  spec: HeatSpec,
  at: { left: number; top: number; steps: Steps },
  canvas: Canvas,
): { marks: Mark[]; height: number } {
  const { small, lang } = canvas
  const { bounds, fills } = at.steps
  const say = (value: number, unit: Unit = ''): string => labelOf({ value, status: 'final' }, unit, spec.decimals, lang)
  const words = bounds.map((bound, index) => say(bound, index === bounds.length - 1 ? spec.unit : ''))
  const longest = measureWidest(words, small)
  const room = (canvas.width - at.left - longest / 2) / STEPS.length
  const width = Math.min(room, Math.ceil(longest * 1.5) + 8)
  const marks = fills.map((fill, index) =>
    drawBoxes([{ x: at.left + index * width, y: at.top, width: width - 1, height: 8 }], colorOf(fill)),
  )
  const labels = words.map((word, index) => ({ x: at.left + index * width, y: at.top + 18, text: word }))
  marks.push(
    drawText(labels.slice(1), { size: small, fill: colorOf('soft') }),
    drawText(labels.slice(0, 1), { size: small, fill: colorOf('soft'), anchor: 'start' }),
  )
  const worst = worstOf(spec)[0]?.cell.value
  if (worst == null) return { marks, height: 26 }
  const label = `${translateTerm(spec.worse === 'high' ? 'highest' : 'lowest', lang)} ${say(worst, spec.unit)}`
  const end = at.left + fills.length * width + longest / 2 + 20
  const isBeside = end + 16 + measureText(label, small) <= canvas.width
  const spot = isBeside ? { x: end, y: at.top + 4 } : { x: at.left, y: at.top + 38 }
  marks.push(
    drawBoxes([{ x: spot.x, y: spot.y - 4, width: 11, height: 8 }], colorOf('now')),
    drawText([{ x: spot.x + 16, y: spot.y, text: label }], { size: small, fill: colorOf('soft'), anchor: 'start' }),
  )
  return { marks, height: isBeside ? 26 : 46 }
}
