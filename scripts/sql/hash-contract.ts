import type { Contract } from '../../src/contracts/contract.ts'
import { sha256 } from '../../src/store/disk.ts'

/** By which rows and results are known to be of this contract. */
export function hashContract(contract: Contract): string {
  return sha256(JSON.stringify(contract))
}
