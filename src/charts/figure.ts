import type { Cell } from '../contracts/table.ts'
import type { Annotation, Series, SourceRef } from '../measure/series.ts'
import type { Lang, LocalText } from '../text/local-text.ts'

/** What every figure has. */
export interface FigureBase {
  /** Unique on its page, ASCII; the anchor and the name of its downloads: `on-time-rate`. */
  id: string
  /** States the finding. */
  title: LocalText
  /** What is measured: 按期办结率 = 按期办结 ÷ 应结. */
  measure: LocalText
  /** `%`, `件`, `人` … as in the contract. */
  unit: string
  decimals: number
  period: LocalText
  sources: SourceRef[]
  note?: LocalText
}

/** A thing on a category axis, with a link where it has a page. */
export interface Item {
  id: string
  label: LocalText
  /** Site path such as `/places/990101/`, without base or language. */
  path?: string
}

/** Lines over time: forecasts dashed, breaks not joined, `rule` a target drawn as a horizontal rule, direct labels at the ends. */
export interface LineSpec extends FigureBase {
  kind: 'line'
  series: Series[]
  annotations?: Annotation[]
  rule?: { value: number; label: LocalText }
  /** False where the axis may start above zero (shares, rates). Default true. */
  zero?: boolean
}

/** Two years of one population, men left and women right, the later filled and the earlier an outline. */
export interface PyramidSpec extends FigureBase {
  kind: 'pyramid'
  /** Five-year bands from young to old: `0-4` … `100+`. */
  bands: string[]
  years: { x: string; role: 'now' | 'reference'; men: Cell[]; women: Cell[]; forecast?: boolean }[]
}

/** Stacked bars over time or over items; `parts` in order from the bottom. */
export interface StackedSpec extends FigureBase {
  kind: 'stacked'
  bars: Item[]
  parts: { id: string; label: LocalText }[]
  /** cells[bar][part] */
  cells: Cell[][]
  /** True: bars are drawn as shares of 100 %. */
  share?: boolean
}

/** Falling counts through the stages of a case. */
export interface FunnelSpec extends FigureBase {
  kind: 'funnel'
  stages: { id: string; label: LocalText; cell: Cell }[]
}

/** Time spent in each stage: a bar to the median, a thin line on to the P90. */
export interface DwellSpec extends FigureBase {
  kind: 'dwell'
  stages: { id: string; label: LocalText; median: Cell; p90: Cell }[]
}

/** Answers from very satisfied to dissatisfied, diverging at the middle; `n` valid answers beside each bar. */
export interface LikertSpec extends FigureBase {
  kind: 'likert'
  grades: { id: string; label: LocalText }[]
  items: (Item & { cells: Cell[]; n: Cell })[]
}

/** The city as a tile grid, a cell a district. */
export interface TileSpec extends FigureBase {
  kind: 'tiles'
  tiles: (Item & { column: number; row: number; cell: Cell })[]
  /** Which end is drawn in cinnabar. */
  worse: 'high' | 'low'
}

/** Month × year. */
export interface HeatSpec extends FigureBase {
  kind: 'heat'
  /** x = `2026-10` */
  points: { x: string; cell: Cell }[]
  worse: 'high' | 'low'
}

/** One small line a place on a shared scale, the city's line behind each in grey. */
export interface MultiplesSpec extends FigureBase {
  kind: 'multiples'
  panels: (Item & { series: Series; reference?: Series })[]
  zero?: boolean
}

/** A dot and its 95 % interval for each item; hollow where there is no interval. */
export interface IntervalSpec extends FigureBase {
  kind: 'interval'
  items: (Item & {
    cell: Cell
    low: Cell | null
    high: Cell | null
    n: Cell | null
    /** The source gives a bound and no value: 以上 / 以下. Drawn hollow, open to its side. */
    bound?: 'at-least' | 'at-most'
  })[]
  /** A vertical line: the city's rate, or a target with its word. */
  rule?: { value: number; label: LocalText }
}

export type FigureSpec =
  | LineSpec
  | PyramidSpec
  | StackedSpec
  | FunnelSpec
  | DwellSpec
  | LikertSpec
  | TileSpec
  | HeatSpec
  | MultiplesSpec
  | IntervalSpec

/** A heading of a data table: words, and the unit of its numbers. */
export interface DataColumn {
  id: string
  label: LocalText
  unit?: string
  decimals?: number
}

/** Exactly what a picture shows, as rows: labels as words, codes as text, numbers as cells. */
export interface DataTable {
  columns: DataColumn[]
  rows: (LocalText | string | Cell)[][]
}

/** A figure in one language: picture for wide and for narrow screens, table, sentence. */
export interface Figure {
  spec: FigureSpec
  lang: Lang
  /** `<svg …>` 640 units wide, text ≥ 11 px when shown at ≥ 600 px. */
  wide: string
  /** `<svg …>` 340 units wide, text ≥ 11 px at 340 px. */
  narrow: string
  table: DataTable
  /** One generated sentence: what a person who cannot see the picture should know. */
  summary: string
}
