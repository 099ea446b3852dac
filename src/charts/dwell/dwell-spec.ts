import type { Cell } from '../../contracts/table.ts'
import type { LocalText } from '../../text/local-text.ts'
import type { FigureBase } from '../figure-base.ts'

/** Time spent in each stage: a bar to the median, a thin line on to the P90. */
export interface DwellSpec extends FigureBase {
  kind: 'dwell'
  stages: { id: string; label: LocalText; median: Cell; p90: Cell; n: Cell }[]
}
