import type { Series } from '../../measure/series.ts'
import type { FigureBase, Item } from '../figure-base.ts'

/** One small line a place on a shared scale, the city's line behind each in grey. */
export interface MultiplesSpec extends FigureBase {
  kind: 'multiples'
  panels: (Item & { series: Series; reference?: Series })[]
  zero?: boolean
}
