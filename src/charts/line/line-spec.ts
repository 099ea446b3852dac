import type { Annotation, Series } from '../../measure/series.ts'
import type { LocalText } from '../../text/local-text.ts'
import type { FigureBase } from '../figure-base.ts'

/** Lines over time: forecasts dashed, breaks not joined, `rule` a target drawn as a horizontal rule, direct labels at the ends. */
export interface LineSpec extends FigureBase {
  kind: 'line'
  series: Series[]
  /** What the page's own line is called in a sentence; its measure and label by default. */
  subject?: LocalText
  annotations?: Annotation[]
  rule?: { value: number; label: LocalText }
  /** False where the axis may start above zero (shares, rates). Default true. */
  zero?: boolean
}
