import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Contract } from '../datasets/contract.ts'
import { isMissing } from '../release/log.ts'
import { withLayout } from './portal.ts'

/** The contracts with the profiles that lie beside the raw files, where those are present when the site is built. */
export function withLayouts(contracts: Iterable<Contract>, dataDir: string): Promise<Contract[]> {
  return Promise.all(Array.from(contracts, (contract) => readLayout(contract, dataDir)))
}

async function readLayout(contract: Contract, dataDir: string): Promise<Contract> {
  try {
    return withLayout(contract, parse(await readFile(join(dataDir, 'raw', contract.id, 'profile.yaml'), 'utf8')))
  } catch (error) {
    if (isMissing(error)) return contract
    throw error
  }
}
