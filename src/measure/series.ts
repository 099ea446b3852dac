import type { Cell } from '../contracts/table.ts'
import type { LocalText } from '../text/local-text.ts'

/** One point of a line: a period (`2026-10`, `2026`) or another ordered code, and its published cell. */
export interface Point {
  x: string
  cell: Cell
  /** Bounds of a 95 % interval, where the figure has an interval. */
  low?: Cell
  high?: Cell
  /** The source gives a bound and no value: 以上 / 以下. Drawn hollow, with an arrow. */
  bound?: 'at-least' | 'at-most'
  /** Computed from other figures and stated by no source, in words: 推算上限. Drawn hollow, joined to no neighbour. */
  derived?: LocalText
}

/** One line or one group of marks. */
export interface Series {
  id: string
  label: LocalText
  /** now: cinnabar, what the page is about. reference: indigo, what it is compared with. other: grey. */
  role: 'now' | 'reference' | 'other'
  points: Point[]
}

/** A line across a chart at one period, with its words: a merger, a change of method, a storm. */
export interface Annotation {
  x: string
  label: LocalText
  /** event: something happened. break: figures before and after are not comparable; a line is not joined across it. */
  kind: 'event' | 'break'
}

/** A published table and one of its periods. */
export interface TablePeriod {
  dataset: string
  table: string
  period: string
}

/** Where a figure's numbers come from: a published table and its first and last period. */
export interface SourceRef {
  dataset: string
  table: string
  /** The dataset's title. */
  title: LocalText
  from: string
  to: string
  demonstration: boolean
}
