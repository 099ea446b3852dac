import { answerOf, shareOf } from '../check/header/answer.ts'
import { findHeaderBelow } from '../check/header/header-below.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Sheet } from '../read/sheet.ts'

/** A header that shares fewer columns than this with a contract is no file of its dataset. */
const SHARE_MIN = 0.4
const COLUMNS_MIN = 2

/**
 * Datasets whose columns the header of a file answers to best, by id. More than one where it answers to them equally
 * well and the file's name does not distinguish them; none where it answers to no dataset.
 */
export function guessDatasets(contracts: readonly Contract[], sheets: readonly Sheet[], file: string): string[] {
  const scored = contracts.map((contract) => ({ contract, score: scoreOf(contract, sheets) }))
  const best = Math.max(0, ...scored.map((guess) => guess.score))
  if (best === 0) return []
  const equal = scored.filter((guess) => guess.score === best).map((guess) => guess.contract)
  const named = equal.filter(({ id, title }) => [id, title.zh, title.en].some((name) => file.includes(name)))
  return (named.length === 1 ? named : equal).map((contract) => contract.id)
}

/** Share of the columns of contract and header together that they have in common, in the best sheet; 0 below the minimum. */
export function scoreOf(contract: Contract, sheets: readonly Sheet[]): number {
  const shares = sheets.map((received) => {
    const answer = answerOf(contract, findHeaderBelow(contract, received))
    const share = shareOf(answer)
    return answer.matched >= COLUMNS_MIN && share >= SHARE_MIN ? share : 0
  })
  return Math.max(0, ...shares)
}
