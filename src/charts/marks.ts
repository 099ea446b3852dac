import * as Plot from '@observablehq/plot'
import { color } from './palette.ts'

/** A mark of Observable Plot; all coordinates are units of the canvas (identity scales). */
export type Mark = Plot.Markish

export interface TextAt {
  x: number
  y: number
  text: string
}

export interface TextStyle {
  size: number
  fill?: string
  anchor?: 'start' | 'middle' | 'end'
  bold?: boolean
  /** False on a filled tile. Default true: a rim of paper keeps words legible over lines. */
  halo?: boolean
}

/** Words, each with its vertical middle at y. */
export function text(items: readonly TextAt[], style: TextStyle): Mark {
  const halo = style.halo === false ? {} : { stroke: color('paper'), strokeWidth: 4 }
  return Plot.text(items, {
    x: 'x',
    y: 'y',
    text: 'text',
    fontSize: style.size,
    fill: style.fill ?? 'currentColor',
    textAnchor: style.anchor ?? 'middle',
    ...(style.bold ? { fontWeight: 600 } : {}),
    ...halo,
  })
}

/** Several lines of words, the first with its middle at y. */
export function lines(at: { x: number; y: number; lines: readonly string[] }, style: TextStyle): Mark {
  return text(
    at.lines.map((line, index) => ({ x: at.x, y: at.y + index * lineHeight(style.size), text: line })),
    style,
  )
}

/** Distance between two lines of words. */
export function lineHeight(size: number): number {
  return Math.round(size * 1.3)
}

export interface Segment {
  x1: number
  y1: number
  x2: number
  y2: number
}

export interface StrokeStyle {
  stroke: string
  width?: number
  dash?: string
}

/** Straight lines from point to point. */
export function segments(items: readonly Segment[], style: StrokeStyle): Mark {
  return Plot.link(items, {
    x1: 'x1',
    y1: 'y1',
    x2: 'x2',
    y2: 'y2',
    stroke: style.stroke,
    strokeWidth: style.width ?? 1,
    ...(style.dash ? { strokeDasharray: style.dash } : {}),
  })
}

/** Hairlines across, one for each y. */
export function hairlines(ys: readonly number[], x1: number, x2: number): Mark {
  return segments(
    ys.map((y) => ({ x1, x2, y1: y, y2: y })),
    { stroke: color('hair') },
  )
}

/** One line through points. */
export function path(points: readonly { x: number; y: number }[], style: StrokeStyle): Mark {
  return Plot.line(points, {
    x: 'x',
    y: 'y',
    stroke: style.stroke,
    strokeWidth: style.width ?? 1,
    ...(style.dash ? { strokeDasharray: style.dash } : {}),
  })
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** One filled outline through points. */
export function silhouette(points: readonly { x: number; y: number }[], fill: string): Mark {
  return Plot.line(points, { x: 'x', y: 'y', fill, stroke: 'none', curve: 'linear-closed' })
}

/** Filled boxes of one colour. */
export function boxes(items: readonly Box[], fill: string, radius = 0): Mark {
  return Plot.rect(items, {
    x1: 'x',
    x2: (box: Box) => box.x + box.width,
    y1: 'y',
    y2: (box: Box) => box.y + box.height,
    fill,
    ...(radius > 0 ? { rx: radius } : {}),
  })
}

/** Boxes with an outline only. */
export function outlines(items: readonly Box[], style: StrokeStyle): Mark {
  return Plot.rect(items, {
    x1: 'x',
    x2: (box: Box) => box.x + box.width,
    y1: 'y',
    y2: (box: Box) => box.y + box.height,
    fill: 'none',
    stroke: style.stroke,
    strokeWidth: style.width ?? 1,
    ...(style.dash ? { strokeDasharray: style.dash } : {}),
  })
}

/** Filled dots. */
export function dots(points: readonly { x: number; y: number }[], fill: string, radius: number): Mark {
  return Plot.dot(points, { x: 'x', y: 'y', r: radius, fill, stroke: 'none' })
}

/** Hollow dots: no interval, a bound, a value that is missing. */
export function rings(points: readonly { x: number; y: number }[], stroke: string, radius: number): Mark {
  return Plot.dot(points, { x: 'x', y: 'y', r: radius, fill: color('paper'), stroke, strokeWidth: 1.5 })
}

/** A small arrow that starts at the point and shows where the true value lies: up for 以上, down for 以下. */
export function arrow(point: { x: number; y: number }, way: 'up' | 'down', stroke: string): Mark {
  return Plot.vector([point], {
    x: 'x',
    y: 'y',
    length: 11,
    rotate: way === 'up' ? 0 : 180,
    anchor: 'start',
    stroke,
    strokeWidth: 1.5,
  })
}

/** A band between two lines. */
export function band(points: readonly { x: number; low: number; high: number }[], fill: string): Mark {
  return Plot.area(points, { x1: 'x', y1: 'low', y2: 'high', fill, fillOpacity: 0.14 })
}
