import type { Cell } from '../../contracts/table.ts'
import type { LocalText } from '../../text/local-text.ts'
import type { FigureBase } from '../figure-base.ts'

/** Falling counts through the stages of a case. */
export interface FunnelSpec extends FigureBase {
  kind: 'funnel'
  stages: { id: string; label: LocalText; cell: Cell }[]
}
