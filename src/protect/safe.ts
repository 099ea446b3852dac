import type { Value } from '../contracts/row.ts'

/** Not exported: nobody but `makeSafe` can make a row that tabulate accepts. */
const safe: unique symbol = Symbol('safe')

/**
 * One row without anything that no table may see. What may be printed and what may only be worked with are kept
 * apart, so that a column that is not public cannot become a heading, a label or a sum by mistake.
 */
export interface SafeRow {
  readonly [safe]: true
  /** Columns declared public, dimension or count. */
  readonly printable: Readonly<Record<string, Value>>
  /** Columns declared quasi: for conditions and for the time between two dates, never for output. */
  readonly working: Readonly<Record<string, Value>>
}

export function makeSafe(printable: Record<string, Value>, working: Record<string, Value>): SafeRow {
  return { [safe]: true, printable, working }
}
