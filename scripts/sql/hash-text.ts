import { createHash } from 'node:crypto'
import type { Contract } from '../../src/contracts/contract.ts'

/** SHA-256 in hexadecimal digits. */
export function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** By which rows and results are known to be of this contract. */
export function hashContract(contract: Contract): string {
  return hash(JSON.stringify(contract))
}
