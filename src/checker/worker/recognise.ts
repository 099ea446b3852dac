import { isPeriod } from '../../calendar/period.ts'
import type { CheckContext } from '../../check/context.ts'
import type { Contract } from '../../contracts/contract.ts'
import { listAcceptedCells } from '../../portal/exceptions.ts'
import { read } from '../../read/index.ts'
import type { Reading, Sheet } from '../../read/sheet.ts'
import { guessDatasets, scoreOf } from '../../suggest/guess-dataset.ts'
import { guessPeriod, parseTypedPeriod } from '../../suggest/guess-period.ts'
import type { CheckerPortal } from '../checker-portal.ts'
import { findExceptionsFor } from './exceptions-for.ts'

/** A file on the page as bytes, with what the clerk declared about it. */
export interface Given {
  name: string
  bytes: Uint8Array
  dataset: string | null
  period: string | null
}

/** What a file was recognised as. */
export interface Recognised {
  dataset: string | null
  candidates: string[]
  period: string | null
  /** What the clerk gave as the period and is none of the dataset's. */
  typed: string | null
  isGuessed: { dataset: boolean; period: boolean }
}

/** A contract, and the file read as its profile says. */
interface Found {
  contract: Contract | null
  candidates: string[]
  reading: Reading
}

/** What the clerk has said, and for the rest what the file shows. `sheet` is the first, of which the first rows suffice. */
export function recognise(given: Given, { contract, candidates }: Found, sheet: Sheet | undefined): Recognised {
  const period = contract ? periodOf(given, contract, sheet) : null
  return {
    dataset: contract?.id ?? null,
    candidates,
    period,
    typed: period === null ? given.period : null,
    isGuessed: { dataset: given.dataset === null, period: given.period === null },
  }
}

/** Called now and then: how much has been checked so far, and how much there is. */
export type Progress = (done: number, total: number) => void

/** What a file is checked against once it is recognised. */
export function contextOf(
  name: string,
  { contract, period }: { contract: Contract; period: string },
  portal: CheckerPortal,
): CheckContext {
  const { places, phones } = portal
  const own = findExceptionsFor({ name, dataset: contract.id, period }, portal.exceptions)
  // The day is not asked here: what `checkFilesTogether` does not accept any more is an error, whatever the cell holds.
  const acceptedCells = listAcceptedCells(own, { dataset: contract.id, file: name, period, today: '' })
  return { period, places, phones, acceptedCells }
}

/** Anything else than a period would be compared with those that are, and lead nowhere. */
function periodOf({ period }: Given, contract: Contract, sheet: Sheet | undefined): string | null {
  if (period !== null) return parseTypedPeriod(period, contract)
  const guessed = sheet ? guessPeriod(contract, sheet) : null
  return isPeriod(guessed, contract) ? guessed : null
}

/** The contract that the clerk chose, or the contract that fits the header. */
export function findContract({ name, bytes, dataset }: Given, { contracts }: CheckerPortal): Found {
  const chosen = contracts.find((contract) => contract.id === dataset)
  if (chosen) return { contract: chosen, candidates: [], reading: read(bytes, name, chosen.profile) }
  const plain = read(bytes, name)
  const [first, ...others] = guessDatasets(contracts, plain.sheets, name)
  const guessed = contracts.find((contract) => contract.id === first)
  // A department's own layout may hide the header from a plain reading; then each profile is tried.
  if (!guessed || scoreOf(guessed, plain.sheets) < 1) {
    for (const contract of contracts) {
      if (contract.profile === undefined) continue
      const reading = read(bytes, name, contract.profile)
      if (scoreOf(contract, reading.sheets) === 1) return { contract, candidates: [], reading }
    }
  }
  if (!guessed) return { contract: null, candidates: [], reading: plain }
  if (others.length > 0) return { contract: null, candidates: [guessed.id, ...others], reading: plain }
  const reading = guessed.profile === undefined ? plain : read(bytes, name, guessed.profile)
  return { contract: guessed, candidates: [], reading }
}
