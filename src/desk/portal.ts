import type { Place } from '../codes/places.ts'
import { type Contract, type Profile, profile as profileShape } from '../datasets/contract.ts'

/** What the desk knows of a portal: what its files are checked against. Public, as the data pages print it too. */
export interface DeskPortal {
  contracts: Contract[]
  places: Place[]
}

/** A contract with the layout of the department that sends its files laid over its own. Throws where that is no profile. */
export function withLayout(contract: Contract, layout: unknown): Contract {
  if (layout === undefined || layout === null) return contract
  const merged: Profile = { ...contract.profile, ...profileShape.parse(layout) }
  return { ...contract, profile: merged }
}
