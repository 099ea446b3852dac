import type { Places } from '../../codes/places.ts'
import type { CellKind } from '../../read/sheet.ts'
import type { ParseResult } from './parse-result.ts'

/** Text of a cell that is not missing → its value. */
export type Parser = (raw: string, kind: CellKind | undefined) => ParseResult

/** What a column's cells are checked against, besides the contract. */
export interface ParserSettings {
  places: Places
  /** Telephone numbers of offices, as digits, which may be published. */
  phones?: ReadonlySet<string> | undefined
  isKey: boolean
  /** Power of ten of the unit printed in the header or declared by the profile. */
  power: number
  missing: ReadonlySet<string>
  dayFirst: boolean
  date1904: boolean
  /** Last day of the file's period. */
  day: string
  /** The file's period, where the contract says that the column names it; else null. */
  ownPeriod: string | null
}
