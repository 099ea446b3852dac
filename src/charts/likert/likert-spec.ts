import type { Cell } from '../../contracts/table.ts'
import type { LocalText } from '../../text/local-text.ts'
import type { FigureBase, Item } from '../figure-base.ts'

/** Answers from very satisfied to dissatisfied, diverging at the middle; `n` valid answers beside each bar. */
export interface LikertSpec extends FigureBase {
  kind: 'likert'
  grades: { id: string; label: LocalText }[]
  items: (Item & { cells: Cell[]; n: Cell })[]
  /** Decimals of shares in %; 1 where left out, 0 where the counts are rounded. */
  shareDecimals?: number
}
