import type { Cell } from '../../contracts/table.ts'
import type { FigureBase } from '../figure-base.ts'

/** Month × year. */
export interface HeatSpec extends FigureBase {
  kind: 'heat'
  /** x = `2026-10` */
  points: { x: string; cell: Cell }[]
  worse: 'high' | 'low'
}
