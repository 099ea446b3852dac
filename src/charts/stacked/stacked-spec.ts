import type { Cell } from '../../contracts/table.ts'
import type { LocalText } from '../../text/local-text.ts'
import type { FigureBase, Item } from '../figure-base.ts'

/** Stacked bars over time or over items; `parts` in order from the bottom. */
export interface StackedSpec extends FigureBase {
  kind: 'stacked'
  bars: Item[]
  parts: { id: string; label: LocalText }[]
  /** cells[bar][part] */
  cells: Cell[][]
  /** True: bars are drawn as shares of 100 %. */
  share?: boolean
}
