import { contract } from '../../../src/contracts/contract.ts'
import things from '../rows/base/contracts/things.ts'

/** A register of facilities with a column of each kind, the same as in the cases of whole portals. */
export const THINGS = contract.parse(things)
