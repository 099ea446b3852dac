import type { Cell } from '../../contracts/table.ts'
import type { LocalText } from '../../text/local-text.ts'
import type { FigureBase, Item } from '../figure-base.ts'

/** A dot and its 95 % interval for each item; hollow where there is no interval. */
export interface IntervalSpec extends FigureBase {
  kind: 'interval'
  items: (Item & {
    cell: Cell
    low: Cell | null
    high: Cell | null
    n: Cell | null
    /** The source gives a bound and no value: 以上 / 以下. Drawn hollow, open to its side. */
    bound?: 'at-least' | 'at-most'
  })[]
  /** What `n` counts, where it is not valid replies. */
  nLabel?: LocalText
  /** A vertical line: the city's rate with its cell, or a target with its word. */
  rule?: { value: number; label: LocalText; cell?: Cell }
}
