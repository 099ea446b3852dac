import type { Cell } from '../contracts/table.ts'
import type { Pick } from '../measure/select.ts'
import type { SourceRef, TablePeriod } from '../measure/series.ts'
import type { LocalText } from '../text/local-text.ts'
import type { Unit } from '../text/units.ts'

/** What every figure has. */
export interface FigureBase {
  /** Unique on its page, ASCII; the anchor and the name of its downloads: `on-time-rate`. */
  id: string
  /** States the finding. */
  title: LocalText
  /** What is measured: 按期办结率 = 按期办结 ÷ 应结. */
  measure: LocalText
  /** As in the contract. */
  unit: Unit
  decimals: number
  period: LocalText
  sources: SourceRef[]
  /** The number that it is about, by which its trace is explained; dimensions may be left open. */
  traced?: { pick: Pick; period: string }
  note?: LocalText
}

/** A thing on a category axis, with a link where it has a page. */
export interface Item {
  id: string
  label: LocalText
  /** Site path such as `/places/990101/`, without base or language. */
  path?: string
}

/** A heading of a data table: words, and the unit of its numbers. */
export interface DataColumn {
  id: string
  label: LocalText
  unit?: Unit
  decimals?: number
}

/** Exactly what a picture shows, as rows: labels as words, codes as text, numbers as cells. */
export interface DataTable {
  columns: DataColumn[]
  rows: (LocalText | string | Cell)[][]
  /** The published table and period that its numbers are, where they are of one. */
  of?: TablePeriod
  /** Other tables that some of its columns are of. */
  alsoOf?: readonly TablePeriod[]
}
