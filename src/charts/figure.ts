import type { Lang } from '../text/local-text.ts'
import type { ChartKind } from './chart-kind.ts'
import type { DataTable } from './figure-base.ts'
import type * as kinds from './kinds.ts'

export type * from './figure-base.ts'
export type * from './kinds.ts'

type Kinds = typeof kinds

/** What one of the kinds of chart draws; `kind` says which. */
export type FigureSpec = { [K in keyof Kinds]: Kinds[K] extends ChartKind<infer Spec> ? Spec : never }[keyof Kinds]

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
