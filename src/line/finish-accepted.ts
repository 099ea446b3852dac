import type { Accepted } from '../accept/index.ts'
import type { CheckContext } from '../check/index.ts'
import type { Contract } from '../contracts/contract.ts'
import { protectColumns } from '../protect/index.ts'
import { tabulateColumns } from '../tabulate/index.ts'
import { type FileResult, isStopped, type OnColumns } from './file-result.ts'

/** Rows that are columns already → protect → tabulate. */
export function finishAccepted(
  contract: Contract,
  accepted: Accepted,
  context: CheckContext,
  onColumns?: OnColumns,
): FileResult {
  const { columns, encoding, problems, rowsRead, rowsUsed, rowsRefused, digest, shape } = accepted
  const result = { encoding, problems, rowsRead, rowsUsed, rowsRefused, digest, shape }
  if (isStopped(problems)) return { ...result, tables: [], shape: null }
  const safe = protectColumns(contract, columns)
  onColumns?.(safe)
  return { ...result, tables: tabulateColumns(contract, safe, context) }
}
