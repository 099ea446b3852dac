import type { Point, Series } from '../../measure/series.ts'
import { sum } from '../../text/sum.ts'
import { type Canvas, type Drawing, labelOf, listTickLabels } from '../canvas.ts'
import { drawDots, drawHairlines, drawPath, drawRings, drawSegments, drawText, type Mark } from '../marks.ts'
import { colorOf } from '../palette.ts'
import { clipPanelsToRecord } from '../record.ts'
import { type Scale, scaleOf } from '../scale.ts'
import { translateTerm } from '../terms.ts'
import { measureBold, measureText, measureWidest } from '../text-layout.ts'
import { chooseTimeTicks, makeTimeAxis, type TimeAxis } from '../time.ts'
import type { MultiplesSpec } from './multiples-spec.ts'

interface Grid {
  columns: number
  left: number
  /** Distance between panels, and size of one plot. */
  pitchX: number
  pitchY: number
  width: number
  height: number
  top: number
  /** Room for a second row of words above each panel. */
  head: number
}

// With more points than this, heights are whole units: at this size that is fine enough, and half the bytes.
const TENTHS_MAX = 240

// In the order of painting, each over all panels, so that marks of the same style come together.
type Layer = 'grid' | 'axis' | 'words' | 'reference' | 'line' | 'names' | 'values' | 'dots'

/** A small line for each item on a shared scale, with the line that it is compared with behind it. */
export function drawMultiples(whole: MultiplesSpec, canvas: Canvas): Drawing {
  const spec = clipPanelsToRecord(whole)
  const values = spec.panels
    .flatMap((panel) => [...panel.series.points, ...(panel.reference?.points ?? [])])
    .flatMap((point) => point.cell.value ?? [])
  const zero = spec.zero ?? true
  const rough = scaleOf(values, { from: 1, to: 0, count: 2, decimals: spec.decimals }, zero)
  const ticks = listTickLabels(rough.ticks, spec.unit, canvas.lang)
  const grid = gridOf(spec, canvas, measureWidest(ticks, canvas.small))
  const layers = openLayers()
  const xs = periodsOf(spec)
  const placed: Drawing['values'] = []
  const isDense = sum(spec.panels.map((panel) => panel.series.points.length)) > TENTHS_MAX
  for (const [index, panel] of spec.panels.entries()) {
    const left = grid.left + (index % grid.columns) * grid.pitchX
    const top = grid.top + Math.floor(index / grid.columns) * grid.pitchY
    const bottom = top + grid.height
    const y = scaleOf(values, { from: bottom, to: top, count: 2, decimals: spec.decimals }, zero)
    const x = makeTimeAxis(xs, left, left + grid.width)
    const isFirst = index % grid.columns === 0
    placed.push(...placeValues(panel.series, x, y, bottom))
    const isLowest = index + grid.columns >= spec.panels.length
    layers.grid.push(
      drawHairlines(
        y.ticks.slice(1).map((tick) => Math.round(y.at(tick))),
        left,
        left + grid.width,
      ),
    )
    layers.axis.push(
      drawSegments([{ x1: left, x2: left + grid.width, y1: bottom, y2: bottom }], { stroke: colorOf('soft') }),
    )
    if (isFirst) {
      const words = y.ticks.map((tick, at) => ({ x: left - 6, y: y.at(tick), text: ticks[at] ?? '' }))
      layers.words.push(drawText(words, { size: canvas.small, anchor: 'end', fill: colorOf('soft'), halo: false }))
    }
    if (isFirst && isLowest)
      layers.words.push(buildFootMark(x, { left, right: left + grid.width, y: bottom + 14 }, canvas))
    if (panel.reference)
      layers.reference.push(
        ...drawLineMarks(panel.reference.points, { x, y, isDense, stroke: colorOf('ref'), width: 1.25 }),
      )
    layers.line.push(...drawLineMarks(panel.series.points, { x, y, isDense, stroke: colorOf('now'), width: 2 }))
    const [name, value, dot] = drawHeadMarks(
      spec,
      { index, left, top, x, y, right: left + grid.width, head: grid.head },
      canvas,
    )
    if (name) layers.names.push(name)
    if (value) layers.values.push(value)
    if (dot) layers.dots.push(dot)
  }
  const marks = Object.values(layers).flat()
  const rows = Math.ceil(spec.panels.length / grid.columns)
  const key = describeKey(spec, canvas)
  const height = grid.top + (rows - 1) * grid.pitchY + grid.height + 24
  if (key === '') return { height, marks, values: placed }
  marks.push(
    drawSegments([{ x1: grid.left, x2: grid.left + 20, y1: height + 8, y2: height + 8 }], {
      stroke: colorOf('ref'),
      width: 1.25,
    }),
    drawText([{ x: grid.left + 26, y: height + 8, text: key }], {
      size: canvas.small,
      anchor: 'start',
      fill: colorOf('ref'),
      halo: false,
    }),
  )
  return { height: height + 18, marks, values: placed }
}

function openLayers(): Record<Layer, Mark[]> {
  return { grid: [], axis: [], words: [], reference: [], line: [], names: [], values: [], dots: [] }
}

function placeValues({ id, points }: Series, x: TimeAxis, y: Scale, bottom: number): Drawing['values'] {
  return points.map(({ x: period, cell }) => {
    const at = { x: x.placeAt(period), y: cell.value === null ? bottom : y.at(cell.value) }
    return { row: x.values.indexOf(period), column: id, ...at }
  })
}

function gridOf(spec: MultiplesSpec, canvas: Canvas, tickWidth: number): Grid {
  const isWide = canvas.variant === 'wide'
  const columns = isWide ? 4 : 2
  const left = Math.ceil(tickWidth) + 8
  const height = isWide ? 78 : 74
  const { width, gap } = computePlotWidth(canvas.width - 3 - left, columns, stepsOf(spec))
  // Where a name and its value would touch, all panels take two rows for them.
  const isTight = spec.panels.some((panel) => {
    const value = describeLastValue(spec, panel.series.points, canvas)
    return measureBold(panel.label[canvas.lang], canvas.small) + measureText(value, canvas.small) + 8 > width
  })
  const head = isTight ? 15 : 0
  return { columns, left, pitchX: width + gap, pitchY: height + 48 + head, width, height, top: 28 + head, head }
}

/**
 * Width of a plot and the gap to the next, whole units both: a line that steps by the same whole number, and a reference
 * drawn alike in every panel, take half the bytes. A step that would make the gap odd is given up.
 */
function computePlotWidth(room: number, columns: number, steps: number): { width: number; gap: number } {
  const gapOf = (width: number): number => Math.floor((room - columns * width) / (columns - 1))
  const usual = Math.floor((room - (columns - 1) * 16) / columns)
  const even = [usual + 6, usual].map((width) => width - (width % steps))
  const width = even.find((candidate) => gapOf(candidate) >= 10 && gapOf(candidate) <= 36) ?? usual
  return { width, gap: gapOf(width) }
}

function stepsOf(spec: MultiplesSpec): number {
  return Math.max(1, new Set(periodsOf(spec)).size - 1)
}

function periodsOf(spec: MultiplesSpec): string[] {
  const points = spec.panels.flatMap((panel) => [...panel.series.points, ...(panel.reference?.points ?? [])])
  return points.map((point) => point.x)
}

// The reference is named once, where it is the same for all panels.
function describeKey(spec: MultiplesSpec, canvas: Canvas): string {
  return spec.panels.find((panel) => panel.reference)?.reference?.label[canvas.lang] ?? ''
}

interface Stroke {
  x: TimeAxis
  y: Scale
  stroke: string
  width: number
  isDense: boolean
}

function drawLineMarks(points: readonly Point[], look: Stroke): Mark[] {
  const spots = points.map((point) => {
    const isStated = point.cell.value !== null && point.derived === undefined
    const y = isStated ? look.y.at(point.cell.value ?? 0) : Number.NaN
    return { x: Math.round(look.x.placeAt(point.x)), y: look.isDense ? Math.round(y) : y }
  })
  const firstForecast = points.findIndex((point) => point.cell.status === 'forecast')
  const style = { stroke: look.stroke, width: look.width }
  const loose = points.filter((point) => point.derived && point.cell.value !== null)
  const hollow = loose.map((point) => ({ x: look.x.placeAt(point.x), y: look.y.at(point.cell.value ?? 0) }))
  const alone = hollow.length > 0 ? [drawRings(hollow, look.stroke, 2)] : []
  if (firstForecast < 0) return [drawPath(spots, style), ...alone]
  const joined = spots.slice(Math.max(0, firstForecast - 1))
  return [drawPath(spots.slice(0, firstForecast), style), drawPath(joined, { ...style, dash: '2 4' }), ...alone]
}

interface PanelAt {
  index: number
  left: number
  right: number
  top: number
  head: number
  x: TimeAxis
  y: Scale
}

function drawHeadMarks(spec: MultiplesSpec, at: PanelAt, canvas: Canvas): Mark[] {
  const panel = spec.panels[at.index]
  if (!panel) return []
  const last = panel.series.points.findLast((point) => point.cell.value !== null)
  const name = drawText([{ x: at.left, y: at.top - 14 - at.head, text: panel.label[canvas.lang], mark: panel.id }], {
    size: canvas.small,
    anchor: 'start',
    bold: true,
    halo: false,
  })
  if (!last) {
    return [
      name,
      drawText(
        [{ x: (at.left + at.right) / 2, y: at.top + 30, text: translateTerm('missing', canvas.lang), mark: panel.id }],
        {
          size: canvas.small,
          fill: colorOf('soft'),
        },
      ),
    ]
  }
  const value = describeLastValue(spec, panel.series.points, canvas)
  const isBelow = at.head > 0
  return [
    name,
    drawText([{ x: isBelow ? at.left : at.right, y: at.top - 14, text: value, mark: panel.id }], {
      size: canvas.small,
      anchor: isBelow ? 'start' : 'end',
      fill: colorOf('now'),
      halo: false,
    }),
    drawDots(
      [{ x: Math.round(at.x.placeAt(last.x)), y: Math.round(at.y.at(last.cell.value ?? 0)) }],
      colorOf('now'),
      2.5,
    ),
  ]
}

function describeLastValue(spec: MultiplesSpec, points: readonly Point[], canvas: Canvas): string {
  const last = points.findLast((point) => point.cell.value !== null)
  return last ? labelOf(last.cell, spec.unit, spec.decimals, canvas.lang) : ''
}

function buildFootMark(axis: TimeAxis, at: { left: number; right: number; y: number }, canvas: Canvas): Mark {
  const ticks = chooseTimeTicks(axis, {
    size: canvas.small,
    y: at.y,
    min: at.left - 8,
    max: Math.min(at.right + 8, canvas.width),
    lang: canvas.lang,
    endsOnly: true,
  })
  return drawText(ticks, { size: canvas.small, fill: colorOf('soft'), halo: false })
}
