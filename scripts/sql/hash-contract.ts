import type { Contract } from '../../src/contracts/contract.ts'
import { sha256 } from '../../src/store/disk.ts'

/** By which rows and results are known to be of this contract. The layout of a reader's files is its own. */
export function hashContract({ profile: _, ...contract }: Contract): string {
  return sha256(JSON.stringify(contract))
}
