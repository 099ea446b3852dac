import { monthsOf, parsePeriod } from '../calendar/period.ts'
import { formatTick } from '../text/format.ts'
import type { Lang } from '../text/local-text.ts'
import type { TextAt } from './marks.ts'
import { measureText } from './text-layout.ts'

/** Where the values of an x axis lie: periods by their first day, so that uneven years are spaced unevenly; other codes in order. */
export interface TimeAxis {
  /** Distinct x values, ascending. */
  values: string[]
  isTime: boolean
  /** Pixel of an x value. */
  placeAt(x: string): number
  /** Half the distance to the value before: where a break is drawn. */
  placeBefore(x: string): number
}

export function makeTimeAxis(xs: Iterable<string>, left: number, right: number): TimeAxis {
  const distinct = [...new Set(xs)]
  const isTime = distinct.every((x) => monthsOf(x) !== null)
  const values = isTime ? distinct.toSorted((a, b) => (monthsOf(a) ?? 0) - (monthsOf(b) ?? 0)) : distinct
  const positionOf = (x: string): number => (isTime ? (monthsOf(x) ?? 0) : values.indexOf(x))
  const first = positionOf(values[0] ?? '')
  const span = positionOf(values.at(-1) ?? '') - first || 1
  const placeAt = (x: string): number =>
    values.length < 2 ? (left + right) / 2 : left + ((positionOf(x) - first) / span) * (right - left)
  const placeBefore = (x: string): number => {
    const earlier = values.filter((value) => positionOf(value) < positionOf(x)).at(-1)
    return earlier === undefined ? placeAt(x) : (placeAt(earlier) + placeAt(x)) / 2
  }
  return { values, isTime, placeAt, placeBefore }
}

interface TickRoom {
  size: number
  y: number
  /** Ticks keep inside these bounds. */
  min: number
  max: number
  lang: Lang
  /** Only the first and the last. */
  endsOnly?: boolean
}

/** Tick words: the first, the last, and between them the finest even step whose words do not touch. */
export function chooseTimeTicks(axis: TimeAxis, room: TickRoom): TextAt[] {
  const first = axis.values[0]
  const last = axis.values.at(-1)
  if (first === undefined || last === undefined) return []
  const ends = [placeTick(axis, room, first, true)]
  if (last !== first) {
    const end = placeTick(axis, room, last, false)
    if (isApart(end, ends[0])) ends.push(end)
  }
  const between = room.endsOnly ? [] : chooseEvenTicks(axis, room, ends)
  return [...ends, ...between].map((end) => end.tick).toSorted((a, b) => a.x - b.x)
}

// A step that includes the last tick leaves no odd gap before it, so such steps are tried first.
function chooseEvenTicks(axis: TimeAxis, room: TickRoom, ends: readonly PlacedTick[]): PlacedTick[] {
  const { order, steps } = chooseStepping(axis)
  const last = order(axis.values.at(-1) ?? '')
  for (const step of [...steps.filter((step) => last % step === 0), ...steps]) {
    const between = axis.values
      .slice(1, -1)
      .filter((x) => order(x) % step === 0)
      .map((x) => placeTick(axis, room, x, false))
      .filter((tick) => ends.every((end) => isApart(tick, end)))
    if (between.length > 0 && between.every((tick, index) => isApart(tick, between[index - 1]))) return between
  }
  return []
}

/** Steps between ticks, each of which meets the first period of its years: in months, and in periods that are shorter. */
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200]
const HALF_MONTH_STEPS = [1, 2, 4, 6, 12, 24, 48, 120, 240]
const WEEK_STEPS = [1, 2, 4, 13, 26, 52, 104, 260, 520]
const WEEKS = 52

/** How periods are counted where even steps between them are sought. */
function chooseStepping({ values }: TimeAxis): { order: (x: string) => number; steps: readonly number[] } {
  const kinds = new Set(values.map((x) => parsePeriod(x)?.kind))
  const [kind] = kinds
  const countBy = (perYear: number) => (x: string) => {
    const { year = 0, nth = 1 } = parsePeriod(x) ?? {}
    // A 53rd week is counted like the 52nd, so that the next year begins where every step meets it.
    return year * perYear + Math.min(nth, perYear) - 1
  }
  if (kinds.size === 1 && kind === 'week') return { order: countBy(WEEKS), steps: WEEK_STEPS }
  if (kinds.size === 1 && kind === 'half-month') return { order: countBy(24), steps: HALF_MONTH_STEPS }
  return { order: (x) => monthsOf(x) ?? values.indexOf(x), steps: MONTH_STEPS }
}

interface PlacedTick {
  from: number
  to: number
  tick: TextAt
}

function placeTick(axis: TimeAxis, room: TickRoom, x: string, isFirst: boolean): PlacedTick {
  const words = isFirst ? findFirstTick(x, room.lang) : formatTick(x, room.lang)
  const half = measureText(words, room.size) / 2
  const middle = Math.min(Math.max(axis.placeAt(x), room.min + half), room.max - half)
  return { from: middle - half, to: middle + half, tick: { x: middle, y: room.y, text: words } }
}

function isApart(a: PlacedTick, b: PlacedTick | undefined): boolean {
  return b === undefined || a.to + 8 < b.from || a.from - 8 > b.to
}

// The first tick has its year; the others only where a year begins.
function findFirstTick(x: string, lang: Lang): string {
  const tick = formatTick(x, lang)
  const year = x.slice(0, 4)
  if (monthsOf(x) === null || tick === year) return tick
  return lang === 'zh' ? `${year}年${tick}` : `${tick} ${year}`
}
