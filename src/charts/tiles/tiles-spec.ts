import type { Cell } from '../../contracts/table.ts'
import type { FigureBase, Item } from '../figure-base.ts'

/** The city as a tile grid, a cell a district; `n` says of how many cases a median is. */
export interface TileSpec extends FigureBase {
  kind: 'tiles'
  tiles: (Item & { column: number; row: number; cell: Cell; n?: Cell })[]
  /** Which end is drawn in cinnabar. */
  worse: 'high' | 'low'
}
