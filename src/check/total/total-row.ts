import type { Places } from '../../codes/places.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { Value } from '../../contracts/row.ts'
import type { SheetRow } from '../../read/sheet.ts'
import type { SumLabel } from '../../read/sum-label.ts'
import type { Match } from '../header/match-headers.ts'
import type { Naming } from './naming.ts'

/** A row of sums among the records. It is no data: it is taken out and used as a checksum. */
export interface TotalRow extends SheetRow, SumLabel {
  label: string
  /** Column of the label. */
  index: number
  /** How many data rows precede it. */
  above: number
  /** The values of its other naming columns: 合计 of this district, of this year. */
  shared: Readonly<Record<string, Value>>
  /** True where it may be a record as well: then only its numbers can show that it is a sum. */
  isDoubtful: boolean
}

export interface TotalContext {
  contract: Contract
  match: Match
  naming: Naming
  places: Places
  /** The value of a text in a column; undefined where the column does not take it. */
  valueAt: (index: number, text: string) => Value | undefined
}
