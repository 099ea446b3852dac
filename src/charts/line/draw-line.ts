import type { Cell } from '../../contracts/table.ts'
import type { Point, Series } from '../../measure/series.ts'
import { sum } from '../../text/sum.ts'
import { type Canvas, chooseRoleColor, type Drawing, labelOf, listTickLabels } from '../canvas.ts'
import {
  computeLineHeight,
  drawArrow,
  drawBand,
  drawDots,
  drawHairlines,
  drawLines,
  drawPath,
  drawRings,
  drawSegments,
  drawText,
  type Mark,
} from '../marks.ts'
import { colorOf } from '../palette.ts'
import { clipToRecord } from '../record.ts'
import { type Scale, scaleOf } from '../scale.ts'
import { translateTerm } from '../terms.ts'
import { balance, measureBold, measureText, measureWidest, spread, wrap } from '../text-layout.ts'
import { chooseTimeTicks, makeTimeAxis, type TimeAxis } from '../time.ts'
import { drawDerivedMarks, drawGapMarks } from './line-gaps.ts'
import { drawAnnotationMarks, placeAnnotations } from './line-notes.ts'
import type { LineSpec } from './line-spec.ts'

/** Lines over time, labelled at their ends. */
export function drawLine(whole: LineSpec, canvas: Canvas): Drawing {
  const spec = clipToRecord(whole)
  const plane = planeOf(spec, canvas)
  const { x, y, left, right, bottom, height } = plane
  const base = y.min < 0 && y.max > 0 ? 0 : y.min
  const marks: Mark[] = [
    drawHairlines(y.ticks.filter((tick) => tick !== base).map(y.at), 0, right),
    drawSegments([{ x1: 0, x2: right, y1: y.at(base), y2: y.at(base) }], { stroke: colorOf('soft') }),
    drawText(describeY(spec, plane, canvas), { size: canvas.small, fill: colorOf('soft'), anchor: 'start' }),
    drawText(chooseTimeTicks(x, { size: canvas.small, y: bottom + 16, min: 0, max: right + 24, lang: canvas.lang }), {
      size: canvas.small,
      fill: colorOf('soft'),
    }),
    ...drawAnnotationMarks(plane.notes, { bottom, size: canvas.small }),
  ]
  if (spec.rule) {
    const at = y.at(spec.rule.value)
    marks.push(drawSegments([{ x1: left, x2: right, y1: at, y2: at }], { stroke: colorOf('ink'), dash: '1 3' }))
  }
  const ordered = [...spec.series].toSorted((a, b) => depthOf(a) - depthOf(b))
  for (const series of ordered) marks.push(...drawSeriesMarks(series, spec, plane))
  marks.push(
    ...drawGapMarks(spec, plane, canvas),
    ...drawDerivedMarks(spec, plane, canvas),
    ...drawEndMarks(plane, canvas),
  )
  const values = spec.series.flatMap(({ id, points }) =>
    points.map((point) => ({
      row: x.values.indexOf(point.x),
      column: id,
      x: x.placeAt(point.x),
      y: point.cell.value === null ? bottom : y.at(point.cell.value),
    })),
  )
  return { height, marks, values }
}

interface Plane {
  x: TimeAxis
  y: Scale
  left: number
  right: number
  bottom: number
  height: number
  ends: End[]
  notes: ReturnType<typeof placeAnnotations>
}

interface End {
  lines: string[]
  y: number
  fill: string
  bold: boolean
}

function planeOf(spec: LineSpec, canvas: Canvas): Plane {
  const ends = endsOf(spec, canvas)
  const labelRoom =
    Math.max(0, ...ends.flatMap((end) => end.lines.map((line) => measureEndWidth(line, end, canvas)))) + 10
  const values = valuesOf(spec)
  const rough = scaleOf(values, { from: 1, to: 0, count: 4, decimals: spec.decimals }, spec.zero ?? true)
  const left = measureWidest(listTickLabels(rough.ticks.slice(0, -1), '', canvas.lang), canvas.small) + 12
  const right = canvas.width - labelRoom
  const x = makeTimeAxis(
    spec.series.flatMap((series) => series.points.map((point) => point.x)),
    left,
    right,
  )
  const notes = placeAnnotations(spec.annotations ?? [], x, {
    left: 0,
    right: canvas.width,
    size: canvas.small,
    lang: canvas.lang,
  })
  const endsHeight = sum(ends.map((end) => end.lines.length * computeLineHeight(canvas.size)))
  const height = Math.max(canvas.variant === 'wide' ? 300 : 270, notes.height + endsHeight + 20)
  const bottom = height - 26
  const top = 20 + notes.height
  const y = scaleOf(values, { from: bottom, to: top, count: 4, decimals: spec.decimals }, spec.zero ?? true)
  for (const end of ends) end.y = y.at(end.y)
  return { x, y, left, right, bottom, height, ends, notes }
}

function valuesOf(spec: LineSpec): number[] {
  const cells = spec.series.flatMap((series) => series.points.flatMap((point) => [point.cell, point.low, point.high]))
  const values = cells.flatMap((cell) => (cell?.value == null ? [] : [cell.value]))
  return spec.rule ? [...values, spec.rule.value] : values
}

function describeY(spec: LineSpec, plane: Plane, canvas: Canvas): { x: number; y: number; text: string }[] {
  const labels = listTickLabels(plane.y.ticks, spec.unit, canvas.lang)
  return plane.y.ticks.map((tick, index) => ({ x: 0, y: plane.y.at(tick) - 8, text: labels[index] ?? '' }))
}

/** Labels of the line ends, still with their values in `y`; the plane turns these into positions. */
function endsOf(spec: LineSpec, canvas: Canvas): End[] {
  const limit = canvas.variant === 'wide' ? 9 : 6
  const ends: End[] = []
  for (const series of spec.series) {
    const last = series.points.findLast((point) => point.cell.value !== null && !point.derived)
    if (!last) continue
    const value = labelOf(last.cell, spec.unit, spec.decimals, canvas.lang)
    const said = last.cell.status === 'forecast' ? `${value} ${translateTerm('forecast', canvas.lang)}` : value
    const label = series.label[canvas.lang]
    const isShort = measureText(`${label} ${said}`, 1) <= limit
    const words = isShort ? [`${label} ${said}`] : [...balance(label, limit), said]
    ends.push({
      lines: words,
      y: last.cell.value ?? 0,
      fill: chooseRoleColor(series.role),
      bold: series.role === 'now',
    })
  }
  if (spec.rule) {
    const value = labelOf({ value: spec.rule.value, status: 'final' }, spec.unit, spec.decimals, canvas.lang)
    const words = `${spec.rule.label[canvas.lang]} ${value}`
    ends.push({ lines: wrap(words, limit), y: spec.rule.value, fill: colorOf('ink'), bold: false })
  }
  return ends
}

function measureEndWidth(line: string, end: End, canvas: Canvas): number {
  return end.bold ? measureBold(line, canvas.size) : measureText(line, canvas.size)
}

function drawEndMarks(plane: Plane, canvas: Canvas): Mark[] {
  const step = computeLineHeight(canvas.size)
  const blocks = plane.ends.map((end) => ({ middle: end.y, size: end.lines.length * step }))
  const middles = spread(blocks, plane.notes.height, plane.bottom + 10)
  return plane.ends.map((end, index) => {
    const first = (middles[index] ?? end.y) - ((end.lines.length - 1) * step) / 2
    const style = { size: canvas.size, fill: end.fill, anchor: 'start' as const, bold: end.bold }
    return drawLines({ x: plane.right + 9, y: first, drawLines: end.lines }, style)
  })
}

function drawSeriesMarks(series: Series, spec: LineSpec, plane: Plane): Mark[] {
  const stroke = chooseRoleColor(series.role)
  const width = { now: 2.5, reference: 1.75, other: 1.5 }[series.role]
  const spotOf = (point: Point) => ({ x: plane.x.placeAt(point.x), y: plane.y.at(point.cell.value ?? 0) })
  const marks: Mark[] = []
  const runs = runsOf(series.points, spec)
  for (const run of runs) {
    const bounds = run.flatMap((point) =>
      point.low?.value == null || point.high?.value == null
        ? []
        : [{ x: plane.x.placeAt(point.x), low: plane.y.at(point.low.value), high: plane.y.at(point.high.value) }],
    )
    if (bounds.length > 1) marks.push(drawBand(bounds, stroke))
    for (const { points, dashed } of strokesOf(run)) {
      marks.push(drawPath(points.map(spotOf), { stroke, width, ...(dashed ? { dash: '2 5' } : {}) }))
    }
  }
  const drawn = series.points.filter((point) => point.cell.value !== null)
  const isSparse = drawn.length <= 6
  const dotted = drawn.filter(
    (point) => isSparse || point === drawn.at(-1) || runs.some((run) => run.length === 1 && run[0] === point),
  )
  const isLoose = (point: Point): boolean => point.bound !== undefined || point.derived !== undefined
  const isOpen = (point: Point): boolean => isLoose(point) || point.cell.status === 'forecast'
  const bounded = drawn.filter((point) => point.bound !== undefined)
  marks.push(drawDots(dotted.filter((point) => !isOpen(point)).map(spotOf), stroke, series.role === 'now' ? 4 : 3))
  marks.push(...bounded.map((point) => drawArrow(spotOf(point), point.bound === 'at-most' ? 'down' : 'up', stroke)))
  marks.push(drawRings([...new Set([...dotted.filter(isOpen), ...drawn.filter(isLoose)])].map(spotOf), stroke, 3))
  return marks
}

/** Points that may be joined: a run ends where a value is missing or derived and where figures cease to be comparable. */
function runsOf(points: readonly Point[], spec: LineSpec): Point[][] {
  const breaks = (spec.annotations ?? [])
    .filter((annotation) => annotation.kind === 'break')
    .map((annotation) => annotation.x)
  const runs: Point[][] = []
  let run: Point[] = []
  let previous: Point | undefined
  for (const point of points) {
    const isBroken = breaks.some((x) => previous !== undefined && previous.x < x && point.x >= x)
    const isStated = point.cell.value !== null && point.derived === undefined
    if (isBroken || !isStated) {
      runs.push(run)
      run = []
    }
    if (isStated) run.push(point)
    previous = point
  }
  return [...runs, run].filter((run) => run.length > 0)
}

/** Whole and dashed strokes of a run; a link is dashed where either end is a forecast. */
function strokesOf(run: readonly Point[]): { points: Point[]; dashed: boolean }[] {
  const strokes: { points: Point[]; dashed: boolean }[] = []
  for (const [index, point] of run.entries()) {
    const previous = run[index - 1]
    if (!previous) continue
    const dashed = isForecast(previous.cell) || isForecast(point.cell)
    const last = strokes.at(-1)
    if (last && last.dashed === dashed) last.points.push(point)
    else strokes.push({ points: [previous, point], dashed })
  }
  return strokes
}

function isForecast(cell: Cell): boolean {
  return cell.status === 'forecast'
}

// Painted from the back: grey, indigo, cinnabar.
function depthOf(series: Series): number {
  return { other: 0, reference: 1, now: 2 }[series.role]
}
