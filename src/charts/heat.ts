import { formatMonth } from '../text/format.ts'
import { type Canvas, type Drawing, labelOf } from './canvas.ts'
import type { HeatSpec } from './figure.ts'
import { textWidth, widest } from './layout.ts'
import { type Box, boxes, type Mark, outlines, text } from './marks.ts'
import { color, TEXT_ON } from './palette.ts'
import { quantise } from './scale.ts'
import { term } from './terms.ts'

const STEPS = ['s1', 's2', 's3', 's4', 's5'] as const
type Fill = (typeof STEPS)[number] | 'now'
type HeatPoint = HeatSpec['points'][number]

/** Years down, months across: the deeper the worse, the worst month in cinnabar. */
export function drawHeat(spec: HeatSpec, canvas: Canvas): Drawing {
  const { lang, small } = canvas
  const years = [...new Set(spec.points.map((point) => point.x.slice(0, 4)))].toSorted()
  const left = widest(years, small) + 8
  const pitch = (canvas.width - left) / 12
  const row = canvas.variant === 'wide' ? 38 : 30
  const top = 24
  const steps = stepsOf(spec)
  const box = (point: HeatPoint): Box => ({
    x: left + (Number(point.x.slice(5)) - 1) * pitch,
    y: top + years.indexOf(point.x.slice(0, 4)) * row,
    width: pitch - 2,
    height: row - 2,
  })
  const middle = (point: HeatPoint) => ({ x: box(point).x + pitch / 2 - 1, y: box(point).y + row / 2 - 1 })
  const known = spec.points.filter((point) => point.cell.value !== null)
  const words = known.map((point) => labelOf(point.cell, '', spec.decimals, lang))
  const isRoomy = widest(words, small) + 4 <= pitch
  const worst = worstOf(spec)
  const marks: Mark[] = [monthMarks({ left, pitch, canvas })]
  marks.push(
    text(
      years.map((year, index) => ({ x: 0, y: top + index * row + row / 2 - 1, text: year })),
      { size: small, fill: color('soft'), anchor: 'start' },
    ),
  )
  for (const fill of [...STEPS, 'now'] as const) {
    const points = known.filter((point) => (worst.includes(point) ? 'now' : steps.fill(point)) === fill)
    marks.push(boxes(points.map(box), color(fill)))
    const inside = points
      .map((point) => ({ ...middle(point), text: labelOf(point.cell, '', spec.decimals, lang) }))
      .filter((label) => isRoomy || (fill === 'now' && textWidth(label.text, small) <= pitch))
    marks.push(text(inside, { size: small, fill: color(TEXT_ON[fill]), halo: false }))
  }
  const missing = spec.points.filter((point) => point.cell.value === null)
  marks.push(outlines(missing.map(box), { stroke: color('soft'), dash: '2 3' }))
  const remarks = missing.map((point) => ({ ...middle(point), text: term(point.cell.status, lang) }))
  marks.push(
    text(
      remarks.filter((remark) => textWidth(remark.text, small) <= pitch - 4),
      { size: small, fill: color('soft'), halo: false },
    ),
  )
  const bottom = top + years.length * row
  return {
    height: bottom + 34,
    marks: [...marks, ...legendMarks(spec, { left, top: bottom + 8, bounds: steps.bounds }, canvas)],
  }
}

/** The months with the worst value; none where all are equal. */
export function worstOf(spec: HeatSpec): HeatPoint[] {
  const values = spec.points.flatMap((point) => point.cell.value ?? [])
  const low = Math.min(...values)
  const high = Math.max(...values)
  const worst = spec.worse === 'high' ? high : low
  return low === high ? [] : spec.points.filter((point) => point.cell.value === worst)
}

function stepsOf(spec: HeatSpec): { bounds: number[]; fill(point: HeatPoint): Fill } {
  const { bounds, step } = quantise(
    spec.points.flatMap((point) => point.cell.value ?? []),
    STEPS.length,
  )
  const fill = (point: HeatPoint): Fill => {
    const index = step(point.cell.value ?? 0)
    return STEPS[spec.worse === 'high' ? index : STEPS.length - 1 - index] ?? 's1'
  }
  return { bounds, fill }
}

function monthMarks(at: { left: number; pitch: number; canvas: Canvas }): Mark {
  const { left, pitch, canvas } = at
  const isRoomy =
    widest(
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
  return text(months, { size: canvas.small, fill: color('soft') })
}

/** Five swatches with the bounds between them, from the least to the greatest value. */
function legendMarks(
  spec: HeatSpec,
  at: { left: number; top: number; bounds: readonly number[] },
  canvas: Canvas,
): Mark[] {
  const { small } = canvas
  const decimals = spec.decimals
  const words = at.bounds.map((bound, index) => {
    const unit = index === at.bounds.length - 1 ? spec.unit : ''
    return labelOf({ value: bound, status: 'final' }, unit, decimals, canvas.lang)
  })
  const longest = widest(words, small)
  const room = (canvas.width - at.left - longest / 2) / STEPS.length
  const width = Math.min(room, Math.ceil(longest * 1.5) + 8)
  const order = spec.worse === 'high' ? STEPS : STEPS.toReversed()
  const marks = order.map((fill, index) =>
    boxes([{ x: at.left + index * width, y: at.top, width: width - 1, height: 8 }], color(fill)),
  )
  const labels = words.map((word, index) => ({ x: at.left + index * width, y: at.top + 18, text: word }))
  return [
    ...marks,
    text(labels.slice(1), { size: small, fill: color('soft') }),
    text(labels.slice(0, 1), { size: small, fill: color('soft'), anchor: 'start' }),
  ]
}
