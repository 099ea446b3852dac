import type { Places } from '../codes/places.ts'
import type { Contract } from '../datasets/contract.ts'
import type { Gathering } from '../problems/gather.ts'
import type { KeyRegister } from './keys.ts'

/** What a file is checked against, beside its contract. */
export interface CheckContext {
  /** Period of the file: `2026-10`, `2026-Q3` or `2026`. */
  period: string
  places: Places
}

/** What one sheet of a file is checked against; keys and problems are those of the whole file. */
export interface SheetContext extends CheckContext {
  contract: Contract
  keys: KeyRegister
  problems: Gathering
}
