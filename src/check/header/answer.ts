import type { Contract } from '../../contracts/contract.ts'
import type { Sheet } from '../../read/sheet.ts'
import { matchHeaders } from './match-headers.ts'

/** How the header of a sheet answers to the columns of a contract, counted. */
interface HeaderAnswer {
  /** Columns that have a header of their own; those laid out across count once. */
  matched: number
  /** Columns that the contract needs and nothing answers to. */
  missing: number
  /** Headers that answer to nothing. */
  unknown: number
}

export function answerOf(contract: Contract, sheet: Sheet): HeaderAnswer {
  const { bindings, wide, problems } = matchHeaders(contract, sheet)
  return {
    matched: bindings.length + Math.min(wide.length, 1),
    missing: problems.filter((problem) => problem.rule.startsWith('header-missing')).length,
    unknown: problems.filter((problem) => problem.rule === 'header-unknown').length,
  }
}

/**
 * Share of the columns of contract and header together that they have in common, 0–1. A column that is only guessed
 * counts half.
 */
export function shareOf({ matched, missing, unknown }: HeaderAnswer, guessed = 0): number {
  return (matched + guessed / 2) / Math.max(1, matched + guessed + missing + unknown)
}

/** True where every column that the contract needs has its header. */
export function isAnswered(contract: Contract, sheet: Sheet): boolean {
  return answerOf(contract, sheet).missing === 0
}
