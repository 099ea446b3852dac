import * as Plot from '@observablehq/plot'
import { colorOf } from './palette.ts'

/**
 * Marks of the same style, not yet given to Observable Plot: neighbours of the same style become one mark of Plot, for each
 * costs as much as a hundred items. All coordinates are units of the canvas (identity scales).
 */
export interface Mark {
  /** Kind and style; marks with equal looks may be drawn together. */
  look: string
  parts: readonly (readonly object[])[]
  plot(parts: readonly (readonly object[])[]): Plot.Markish
}

/** Marks for Plot: neighbours of the same style joined, empty marks left out. */
export function plotMarks(marks: readonly Mark[]): Plot.Markish[] {
  const joined: Mark[] = []
  for (const mark of marks) {
    if (mark.parts.every((part) => part.length === 0)) continue
    const last = joined.at(-1)
    if (last?.look === mark.look) joined[joined.length - 1] = { ...last, parts: [...last.parts, ...mark.parts] }
    else joined.push(mark)
  }
  return joined.map((mark) => mark.plot(mark.parts))
}

function markOf(look: object, items: readonly object[], plot: (items: readonly object[]) => Plot.Markish): Mark {
  return { look: JSON.stringify(look), parts: [items], plot: (parts) => plot(parts.flat()) }
}

/** As `markOf`, for shapes made of several points: each part keeps to itself. */
function shapeOf(look: object, points: readonly object[], plot: (points: readonly object[]) => Plot.Markish): Mark {
  const separate = (parts: readonly (readonly object[])[]): object[] =>
    parts.flatMap((part, z) => part.map((point) => ({ ...point, z })))
  return { look: JSON.stringify(look), parts: [points], plot: (parts) => plot(separate(parts)) }
}

export interface TextAt {
  x: number
  y: number
  text: string
  /** The mark that the words belong to. Words of one mark are kept together in the SVG, whatever their style, since screen readers follow that order. */
  mark?: string
}

interface TextStyle {
  size: number
  fill?: string
  anchor?: 'start' | 'middle' | 'end'
  bold?: boolean
  /** False on a filled tile. Default true: a rim of paper keeps words legible over lines. */
  halo?: boolean
}

/** Words, each with its vertical middle at y. */
export function drawText(items: readonly TextAt[], style: TextStyle): Mark {
  const halo = style.halo === false ? {} : { stroke: colorOf('paper'), strokeWidth: 4 }
  return markOf({ kind: 'text', ...style }, items, (all) =>
    Plot.text(all, {
      x: 'x',
      y: 'y',
      text: 'text',
      // `finish` reads it and takes it out again.
      ariaLabel: 'mark',
      fontSize: style.size,
      fill: style.fill ?? 'currentColor',
      textAnchor: style.anchor ?? 'middle',
      ...(style.bold ? { fontWeight: 600 } : {}),
      ...halo,
    }),
  )
}

/** Several lines of words, the first with its middle at y. */
export function drawLines(
  at: { x: number; y: number; drawLines: readonly string[]; mark?: string },
  style: TextStyle,
): Mark {
  const mark = at.mark === undefined ? {} : { mark: at.mark }
  return drawText(
    at.drawLines.map((line, index) => ({
      x: at.x,
      y: at.y + index * computeLineHeight(style.size),
      text: line,
      ...mark,
    })),
    style,
  )
}

/** Distance between two lines of words. */
export function computeLineHeight(size: number): number {
  return Math.round(size * 1.3)
}

interface Segment {
  x1: number
  y1: number
  x2: number
  y2: number
}

interface StrokeStyle {
  stroke: string
  width?: number
  dash?: string
}

/** Straight lines from point to point. */
export function drawSegments(items: readonly Segment[], style: StrokeStyle): Mark {
  return markOf({ kind: 'link', ...style }, items, (all) =>
    Plot.link(all, {
      x1: 'x1',
      y1: 'y1',
      x2: 'x2',
      y2: 'y2',
      stroke: style.stroke,
      strokeWidth: style.width ?? 1,
      ...(style.dash ? { strokeDasharray: style.dash } : {}),
    }),
  )
}

/** Hairlines across, one for each y. */
export function drawHairlines(ys: readonly number[], x1: number, x2: number): Mark {
  return drawSegments(
    ys.map((y) => ({ x1, x2, y1: y, y2: y })),
    { stroke: colorOf('hair') },
  )
}

/** One line through points. */
export function drawPath(points: readonly { x: number; y: number }[], style: StrokeStyle): Mark {
  return shapeOf({ kind: 'path', ...style }, points, (all) =>
    Plot.line(all, {
      x: 'x',
      y: 'y',
      z: 'z',
      stroke: style.stroke,
      strokeWidth: style.width ?? 1,
      ...(style.dash ? { strokeDasharray: style.dash } : {}),
    }),
  )
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** One filled outline through points. */
export function drawSilhouette(points: readonly { x: number; y: number }[], fill: string): Mark {
  return shapeOf({ kind: 'silhouette', fill }, points, (all) =>
    Plot.line(all, { x: 'x', y: 'y', z: 'z', fill, stroke: 'none', curve: 'linear-closed' }),
  )
}

/** Filled boxes of one colour. */
export function drawBoxes(items: readonly Box[], fill: string): Mark {
  return markOf({ kind: 'boxes', fill }, items.map(cornersOf), (all) =>
    Plot.rect(all, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill }),
  )
}

/** Boxes with an outline only. */
export function drawOutlines(items: readonly Box[], style: StrokeStyle): Mark {
  return markOf({ kind: 'outlines', ...style }, items.map(cornersOf), (all) =>
    Plot.rect(all, {
      x1: 'x1',
      x2: 'x2',
      y1: 'y1',
      y2: 'y2',
      fill: 'none',
      stroke: style.stroke,
      strokeWidth: style.width ?? 1,
      ...(style.dash ? { strokeDasharray: style.dash } : {}),
    }),
  )
}

function cornersOf({ x, y, width, height }: Box): { x1: number; x2: number; y1: number; y2: number } {
  return { x1: x, x2: x + width, y1: y, y2: y + height }
}

/** Filled dots. */
export function drawDots(points: readonly { x: number; y: number }[], fill: string, radius: number): Mark {
  return markOf({ kind: 'dots', fill, radius }, points, (all) =>
    Plot.dot(all, { x: 'x', y: 'y', r: radius, fill, stroke: 'none' }),
  )
}

/** Hollow dots: no interval, a bound, a value that is missing. */
export function drawRings(points: readonly { x: number; y: number }[], stroke: string, radius: number): Mark {
  return markOf({ kind: 'rings', stroke, radius }, points, (all) =>
    Plot.dot(all, { x: 'x', y: 'y', r: radius, fill: colorOf('paper'), stroke, strokeWidth: 1.5 }),
  )
}

/** A small arrow that starts at the point and shows where the true value lies: up for 以上, down for 以下. */
export function drawArrow(point: { x: number; y: number }, way: 'up' | 'down', stroke: string): Mark {
  return markOf({ kind: 'arrow', way, stroke }, [point], (all) =>
    Plot.vector(all, {
      x: 'x',
      y: 'y',
      length: 11,
      rotate: way === 'up' ? 0 : 180,
      anchor: 'start',
      stroke,
      strokeWidth: 1.5,
    }),
  )
}

/** A band between two lines. */
export function drawBand(points: readonly { x: number; low: number; high: number }[], fill: string): Mark {
  return shapeOf({ kind: 'band', fill }, points, (all) =>
    Plot.area(all, { x1: 'x', y1: 'low', y2: 'high', z: 'z', fill, fillOpacity: 0.14 }),
  )
}
