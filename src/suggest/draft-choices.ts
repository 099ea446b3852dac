import type { Contract, Profile } from '../contracts/contract.ts'
import type { Problem } from '../problems/problem.ts'
import type { Sheet } from '../read/sheet.ts'

/** A contract for a file of no dataset, tried on the very file. */
export interface DraftedContract {
  contract: Contract
  sheet: Sheet
  /** Errors that are left, as the file of this period; the period is null where nothing states it. */
  trial: { period: string | null; rowsRead: number; rowsUsed: number; problems: Problem[] }
}

/** Names of the columns that a draft makes itself, of names of groups and of units in names. */
export const GROUP = '分组'
export const UNIT = '单位'

/** What a draft has decided so far of a file; each trial may add to it. */
export interface Choices {
  profile: Profile
  /** Blank or repeated headers by the index of their column: they are named by its letter. */
  letters: Map<number, string>
  /** Headers of columns that have gaps, and of those that are text whatever most of their cells are. */
  optional: Set<string>
  texts: Set<string>
  /** Units of columns by their index, as a row under the header states them. */
  units: ReadonlyMap<number, string>
  /** The unit that the rows above the table state for all figures. */
  stated: string | null
  /** False where headers that are years stay columns of their own. */
  mayBeWide: boolean
  mayHaveKey: boolean
  /** The row of the last record, where the file shows it. */
  last: number
}

export function createChoices(profile: Profile): Choices {
  return {
    profile,
    letters: new Map(),
    optional: new Set(),
    texts: new Set(),
    units: new Map(),
    stated: null,
    mayBeWide: true,
    mayHaveKey: true,
    last: Number.POSITIVE_INFINITY,
  }
}
