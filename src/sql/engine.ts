import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import type { HandedFile } from './hand-over.ts'
import type { EngineRow } from './read-tables.ts'

/** The rows of a file, with its path. */
export interface HandedRows extends Pick<HandedFile, 'period' | 'firstDay' | 'lastDay' | 'handed'> {
  file: string
  /** Names the rows among which a key is unique: those of the period, unless several files of it are judged apart. */
  keyScope?: string
}

/** Something that runs a compiled contract over the rows of all files of a dataset. */
export interface Engine {
  run(contract: Contract, places: Places, files: readonly HandedRows[]): Promise<EngineResult>
}

/** What an engine found and made. */
interface EngineResult {
  /** Rows that break a rule, by file. */
  faults: readonly { file: string; line: number; faults: string }[]
  /** Rows of each table of the contract, by its id. */
  tables: ReadonlyMap<string, readonly EngineRow[]>
}
