import type { Cell } from '../../contracts/table.ts'
import type { LocalText } from '../../text/local-text.ts'
import type { FigureBase, Item } from '../figure-base.ts'

/** Answers from very satisfied to dissatisfied, diverging at the middle; `n` valid answers beside each bar. */
export interface LikertSpec extends FigureBase {
  kind: 'likert'
  grades: { id: string; label: LocalText }[]
  /** `good`: the published count of the better half, where the table has one; rounded counts need not add up to it. */
  items: (Item & { cells: Cell[]; n: Cell; good?: Cell })[]
  /** Decimals of shares in %; 1 where left out, 0 where the counts are rounded. */
  shareDecimals?: number
}
