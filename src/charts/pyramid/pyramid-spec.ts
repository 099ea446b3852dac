import type { Cell } from '../../contracts/table.ts'
import type { FigureBase } from '../figure-base.ts'

/** Two years of one population, men left and women right, the later filled and the earlier an outline. */
export interface PyramidSpec extends FigureBase {
  kind: 'pyramid'
  /** Five-year bands from young to old: `0–4` … `100+`. */
  bands: string[]
  years: { x: string; role: 'now' | 'reference'; men: Cell[]; women: Cell[]; forecast?: boolean }[]
}
