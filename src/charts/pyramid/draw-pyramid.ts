import type { Cell } from '../../contracts/table.ts'
import { formatPeriod } from '../../text/format.ts'
import { type Canvas, chooseRoleColor, type Drawing, listTickLabels } from '../canvas.ts'
import { drawKeyMarks } from '../key.ts'
import { drawPath, drawRings, drawSegments, drawSilhouette, drawText, type Mark } from '../marks.ts'
import { colorOf } from '../palette.ts'
import { type Scale, scaleOf } from '../scale.ts'
import { composeForecastRemark, translateTerm } from '../terms.ts'
import { measureWidest } from '../text-layout.ts'
import type { PyramidSpec } from './pyramid-spec.ts'

type Year = PyramidSpec['years'][number]

/** Men left, women right; the later year filled, the earlier an outline over it; ages down the middle. */
export function drawPyramid(spec: PyramidSpec, canvas: Canvas): Drawing {
  const key = drawKeyMarks(
    spec.years.map((year) => keyOf(year, canvas)),
    canvas,
  )
  const frame = frameOf(spec, canvas, key.height)
  const { scale, top, bottom, row } = frame
  const { small } = canvas
  const ticks = scale.ticks.slice(1)
  const words = listTickLabels(scale.ticks, '', canvas.lang)
  const sides = [-1, 1]
  const marks: Mark[] = [
    ...key.marks,
    drawText(
      sides.flatMap((side) =>
        scale.ticks.map((tick, index) => ({
          x: frame.xAt(side, tick),
          y: bottom + 14,
          text: words[index] ?? '',
        })),
      ),
      { size: small, fill: colorOf('soft') },
    ),
  ]
  for (const year of spec.years) {
    if (!isOutline(year)) marks.push(...drawFilledYear(year, frame))
  }
  const grid = sides.flatMap((side) => ticks.map((tick) => placeVertical(frame, side * tick, top, bottom)))
  marks.push(drawSegments(grid, { stroke: colorOf('hair') }))
  for (const year of spec.years) if (isOutline(year)) marks.push(...drawOutlinedYear(year, frame))
  marks.push(drawMissingMarks(spec, frame))
  const every = canvas.variant === 'wide' ? 1 : 2
  const bands = spec.bands.map((band, index) => ({
    x: frame.middle,
    y: bottom - (index + 0.5) * row,
    text: band.replace('-', '–'),
  }))
  marks.push(
    drawText(
      bands.filter((_, index) => index % every === 0),
      { size: small, fill: colorOf('soft'), halo: false },
    ),
  )
  marks.push(
    drawText([{ x: frame.middle - frame.gap / 2 - 2, y: top - 10, text: translateTerm('men', canvas.lang) }], {
      size: canvas.size,
      anchor: 'end',
      bold: true,
    }),
    drawText([{ x: frame.middle + frame.gap / 2 + 2, y: top - 10, text: translateTerm('women', canvas.lang) }], {
      size: canvas.size,
      anchor: 'start',
      bold: true,
    }),
  )
  const values = spec.years.flatMap((year) =>
    (['men', 'women'] as const).flatMap((sex) =>
      year[sex].map((cell, band) => ({
        row: band,
        column: `${sex}_${year.x}`,
        x: frame.xAt(sex === 'men' ? -1 : 1, cell.value ?? 0),
        y: bottom - (band + 0.5) * row,
      })),
    ),
  )
  return { height: bottom + 24, marks, values }
}

interface Frame {
  scale: Scale
  middle: number
  /** Room of the ages between both sides. */
  gap: number
  top: number
  bottom: number
  row: number
  /** Canvas x of a value on the left (−1) or on the right (1). */
  xAt(side: number, value: number): number
}

function frameOf(spec: PyramidSpec, canvas: Canvas, keyHeight: number): Frame {
  const gap = measureWidest(spec.bands, canvas.small) + 12
  const row = canvas.variant === 'wide' ? 16 : 12
  const top = keyHeight + 22
  const bottom = top + spec.bands.length * row
  const values = spec.years.flatMap((year) => [...year.men, ...year.women]).flatMap((cell) => cell.value ?? [])
  const reach = (canvas.width - gap) / 2 - 26
  const count = canvas.variant === 'wide' ? 4 : 2
  const scale = scaleOf(values, { from: 0, to: reach, count, decimals: spec.decimals })
  const middle = canvas.width / 2
  return { scale, middle, gap, top, bottom, row, xAt: (side, value) => middle + side * (gap / 2 + scale.at(value)) }
}

function keyOf(year: Year, canvas: Canvas) {
  const label = formatPeriod(year.x, canvas.lang) + composeForecastRemark(year.forecast ?? false, canvas.lang)
  if (!isOutline(year)) return { label, color: chooseRoleColor(year.role) }
  return { label, color: chooseRoleColor(year.role), outline: year.forecast ? ('dashed' as const) : ('solid' as const) }
}

// A forecast is never filled like a result.
function isOutline(year: Year): boolean {
  return year.role === 'reference' || year.forecast === true
}

function drawFilledYear(year: Year, frame: Frame): Mark[] {
  const fill = chooseRoleColor(year.role)
  const drawClosed = (cells: readonly Cell[], side: number): Mark => {
    const foot = { x: frame.xAt(side, 0), y: frame.bottom }
    return drawSilhouette([foot, ...buildStairs(cells, side, frame, 0), { ...foot, y: frame.top }], fill)
  }
  const rungs = year.men.slice(1).map((_, index) => frame.bottom - (index + 1) * frame.row)
  const edge = frame.gap / 2 + frame.scale.at(frame.scale.max)
  const cuts = rungs.map((y) => ({ x1: frame.middle - edge, x2: frame.middle + edge, y1: y, y2: y }))
  return [drawClosed(year.men, -1), drawClosed(year.women, 1), drawSegments(cuts, { stroke: colorOf('paper') })]
}

function drawOutlinedYear(year: Year, frame: Frame): Mark[] {
  const style = { stroke: chooseRoleColor(year.role), width: 2, ...(year.forecast ? { dash: '2 3' } : {}) }
  // A rim of paper lifts the outline from the filled year.
  return [year.men, year.women].flatMap((cells, index) => {
    const steps = buildStairs(cells, index === 0 ? -1 : 1, frame, Number.NaN)
    return [drawPath(steps, { stroke: colorOf('paper'), width: 5 }), drawPath(steps, style)]
  })
}

// A missing band is marked by a hollow dot: no bar is not the same as a bar of no length.
function drawMissingMarks(spec: PyramidSpec, frame: Frame): Mark {
  const spots = spec.years.flatMap((year) =>
    [year.men, year.women].flatMap((cells, index) =>
      cells.flatMap((cell, band) =>
        cell.value === null
          ? [{ x: frame.xAt(index === 0 ? -1 : 1, 0), y: frame.bottom - (band + 0.5) * frame.row }]
          : [],
      ),
    ),
  )
  return drawRings(spots, colorOf('soft'), 2.5)
}

// Where `missing` is not a number, Plot leaves a gap.
function buildStairs(cells: readonly Cell[], side: number, frame: Frame, missing: number): { x: number; y: number }[] {
  return cells.flatMap((cell, index) => {
    const x = frame.xAt(side, cell.value ?? missing)
    const y = frame.bottom - index * frame.row
    return [
      { x, y },
      { x, y: y - frame.row },
    ]
  })
}

function placeVertical(frame: Frame, signed: number, y1: number, y2: number) {
  const x = frame.xAt(Math.sign(signed), Math.abs(signed))
  return { x1: x, x2: x, y1, y2 }
}
