import { addressOf, makeFigured, type Rich } from '../../compose/rich.ts'
import { composeInBoth } from '../../compose/section.ts'
import { findCountBeside } from '../../contracts/counted-rows.ts'
import type { Cell } from '../../contracts/table.ts'
import { isFew, isOneSided } from '../../measure/compare.ts'
import { findShownInterval, type RateInterval } from '../../measure/rate-interval.ts'
import { findRow, type Pick } from '../../measure/select.ts'
import { formatNumber, formatValue } from '../../text/format.ts'
import type { Lang, LocalText } from '../../text/local-text.ts'
import { describeMissing, describeStatus } from '../../text/status.ts'
import { localise } from '../../text/ui.ts'
import { describeFormula } from '../dictionary.ts'
import { glossaryPathOf } from '../glossary/glossary-page.ts'
import type { ComparedMeasure } from './compared-measures.ts'
import type { ComparedPair } from './compared-sides.ts'
import { composeCompared } from './compared-words.ts'

/** A measure with its two cells. */
export interface Compared {
  of: ComparedMeasure
  spots: readonly [Spot, Spot]
  cells: readonly [Cell, Cell]
}

/** Where a cell is published. */
export interface Spot {
  pick: Pick
  period: string
}

/** One side of a measure: its value, and in small print what the value is made of. */
interface ComparedValue {
  say: Record<Lang, Rich>
  small: LocalText[]
  drawn: DrawnInterval | null
}

/** Where an interval and its value are drawn, in percent of the width. */
interface DrawnInterval {
  low: number
  at: number
  high: number
  /** Of too few to be read: drawn pale. */
  isFew: boolean
}

export interface ComparedRow {
  name: LocalText
  formula: LocalText | null
  /** Entry of the measure in the glossary. */
  path: string
  values: readonly [ComparedValue, ComparedValue]
  say: Record<Lang, Rich>
  /** True where both sides have a value and at least one an interval: they are drawn on one scale. */
  isDrawn: boolean
}

export function buildComparedRow(pair: ComparedPair, { of, spots, cells }: Compared): ComparedRow {
  const { table, id, measure, name } = of
  const intervals = spots.map(({ pick, period }) => {
    const row = findRow(table, period, pick.where)
    return row && findShownInterval(table.spec, row, id)
  })
  // Of a value at the end of its scale no more is said than the end.
  for (const [at, cell] of cells.entries()) if (isOneSided(cell)) intervals[at] = null
  const spans = cells.map((cell, at) => spanOf(cell, intervals[at] ?? null))
  const isDrawn = intervals.some((interval) => interval !== null) && spans.every((span) => span !== null)
  const place = isDrawn ? makeScale(spans) : null
  const build = (at: 0 | 1): ComparedValue => {
    const [cell, spot, interval = null, span = null] = [cells[at], spots[at], intervals[at], spans[at]]
    return {
      say: composeInBoth((lang) => sayValue(of, cell, spot, lang)),
      small: listSmallPrint(of, cell, spot, interval),
      drawn: place && span && { ...mapSpan(span, place), isFew: isFew(cell) },
    }
  }
  return {
    name,
    formula: 'rate' in measure ? describeFormula(table.spec, measure) : null,
    path: glossaryPathOf(table.contract.id, id),
    values: [build(0), build(1)],
    say: composeInBoth((lang) => composeCompared(of, pair, cells, lang)),
    isDrawn,
  }
}

/** The value with its mark, or the mark in its place. */
function sayValue({ measure }: ComparedMeasure, cell: Cell, { pick, period }: Spot, lang: Lang): Rich {
  const { unit, decimals = 0 } = measure
  if (cell.value === null) return [{ text: describeMissing(cell)[lang], role: 'now', cell: addressOf(pick, period) }]
  const mark = describeStatus(cell.status)[lang]
  return [makeFigured({ cell, pick, period, unit, decimals, lang }), ...(mark === '' ? [] : [` ${mark}`])]
}

/** Numerator and denominator of a rate, of how many cases a median is, and the interval. */
function listSmallPrint(of: ComparedMeasure, cell: Cell, spot: Spot, interval: RateInterval | null): LocalText[] {
  if (cell.value === null || isOneSided(cell)) return []
  return [
    describeParts(of, spot),
    describeCases(of, spot),
    describeInterval(interval, of.measure.decimals ?? 0),
  ].filter((line) => line !== null)
}

/** 1,234件÷1,340件 */
function describeParts(of: ComparedMeasure, spot: Spot): LocalText | null {
  if (!('rate' in of.measure)) return null
  const { numerator, denominator } = of.measure.rate
  const [above, below] = [describePart(of, spot, numerator), describePart(of, spot, denominator)]
  return above && below && { zh: `${above.zh}÷${below.zh}`, en: `${above.en} ÷ ${below.en}` }
}

function describeCases(of: ComparedMeasure, spot: Spot): LocalText | null {
  const count = 'quantile' in of.measure ? findCountBeside(of.table.spec, of.measure) : null
  const cases = count === null ? null : describePart(of, spot, count)
  return cases && { zh: `按${cases.zh}计算`, en: `of ${cases.en}` }
}

/** Another measure of the same row; null where it has no value. */
function describePart({ table }: ComparedMeasure, { pick, period }: Spot, id: string): LocalText | null {
  const [spec, cell] = [table.spec.measures[id], findRow(table, period, pick.where)?.cells[id]]
  if (!spec || !cell || cell.value === null) return null
  return localise((lang) => formatValue(cell, spec.unit, spec.decimals ?? 0, lang))
}

function describeInterval(interval: RateInterval | null, decimals: number): LocalText | null {
  if (interval === null || interval.low.value === null || interval.high.value === null) return null
  const [low, high] = [interval.low.value, interval.high.value].map((bound) => formatNumber(bound, decimals))
  return { zh: `95%区间${low}%—${high}%`, en: `95% interval ${low}–${high}%` }
}

interface Span {
  low: number
  at: number
  high: number
}

/** The interval around a value; the rate of a complete count is the value alone. */
function spanOf(cell: Cell, interval: RateInterval | null): Span | null {
  const { value } = cell
  return value === null || isOneSided(cell)
    ? null
    : { low: interval?.low.value ?? value, at: value, high: interval?.high.value ?? value }
}

/** Room beside the outermost ends, in percent of the width, so that a dot is not cut. */
const MARGIN = 3

/** From a value to its place on the scale that both sides share, in percent of the width. */
function makeScale(spans: readonly (Span | null)[]): (value: number) => number {
  const ends = spans.flatMap((span) => (span ? [span.low, span.high] : []))
  const [from, to] = [Math.min(...ends), Math.max(...ends)]
  const width = to - from || 1
  return (value) => Math.round((MARGIN + ((value - from) / width) * (100 - 2 * MARGIN)) * 10) / 10
}

function mapSpan({ low, at, high }: Span, place: (value: number) => number): Span {
  return { low: place(low), at: place(at), high: place(high) }
}
