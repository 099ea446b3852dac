import { simplify } from '../../codes/simplified.ts'
import type { Contract } from '../../contracts/contract.ts'
import { toComparable } from '../../read/comparable.ts'
import { splitUnits } from './header-units.ts'

/** Whose word a spelling is. The profile speaks of this very department, so its word goes before the contract's. */
export type Author = 'profile' | 'contract'

/** The column that a spelling names. */
export interface Spelling {
  id: string
  by: Author
}

/** What a header answers to. */
export interface Found<T> {
  value: T
  /** The unit after the name, where only the name is a spelling; null where the whole header is a spelling. */
  unit: string | null
  /** Only its simplified form is a spelling. */
  isTraditional: boolean
}

/**
 * A header as received, then without the unit after it, then both in simplified characters; null where none is known.
 */
export function lookUp<T>(header: string, spellings: ReadonlyMap<string, T>): Found<T> | null {
  for (const isTraditional of [false, true]) {
    const text = isTraditional ? simplify(header) : header
    const whole = spellings.get(toComparable(text))
    if (whole !== undefined) return { value: whole, unit: null, isTraditional }
    for (const { name, unit } of splitUnits(text)) {
      const value = spellings.get(toComparable(name))
      if (value !== undefined) return { value, unit, isTraditional }
    }
  }
  return null
}

/** Every spelling of a contract's columns, in the form in which headers are compared. */
export function spellingsOf(contract: Contract): Map<string, Spelling> {
  const spellings = new Map<string, Spelling>()
  for (const [id, column] of Object.entries(contract.columns)) {
    for (const name of [id, column.names.zh, column.names.en, ...(column.headers ?? [])]) {
      spellings.set(toComparable(name), { id, by: 'contract' })
    }
  }
  for (const [id, header] of Object.entries(contract.profile?.columns ?? {})) {
    const key = toComparable(header)
    // A contract's own word stays its own where the profile repeats it.
    if (spellings.get(key)?.id !== id) spellings.set(key, { id, by: 'profile' })
  }
  return spellings
}

/** Column id → the header that the profile names for it, where the sheet has it. */
export function collectDeclaredHeaders(contract: Contract, headers: readonly string[]): Map<string, string> {
  const present = new Set(headers.map(toComparable))
  const declared = Object.entries(contract.profile?.columns ?? {}).map(
    ([id, header]) => [id, toComparable(header)] as const,
  )
  return new Map(declared.filter(([, key]) => present.has(key)))
}
