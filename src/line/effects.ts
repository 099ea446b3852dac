import type { Witness } from '../check/witness.ts'
import type { Engine } from '../sql/engine.ts'
import type { PublishedFile } from '../store/published-tables.ts'
import type { PeopleOfFile } from '../withhold/people-groups.ts'
import type { RawEntry, RawFile } from './plan-files.ts'
import type { ReadingEffects } from './raw-bytes.ts'

/** What the line needs from outside. */
export interface LineEffects extends ReadingEffects {
  /** All that lies in `raw/`, two levels deep; null where there is no such folder. */
  list(): Promise<RawEntry[] | null>
  /** Called before each file: how many there are, and which. */
  progress?(file: string, done: number, total: number): void
  /** Today, `YYYY-MM-DD`: the day with which due days and the ends of exceptions are compared. */
  today?(): string
  /** Gives whoever is notified of all that is tried in a file; then every file is checked again. */
  watch?(file: RawFile): Witness
  /** Where rows are judged and tables made by an engine instead of the line. */
  engine?: Engine
  /** What is public already; the proof is of this run alone where it is left out. */
  ledger?: Ledger
  /** Results of earlier runs, by a hash of everything that they were made of. */
  memory?: Memory
}

/** What is public already, and the people of the raw files that it was made of: private, and kept with the proofs. */
export interface Ledger {
  /** Files of a dataset that are public, each with its text. */
  list(dataset: string): Promise<readonly { file: PublishedFile; text: string }[]>
  /** The people of a raw file by its hash; null where they were not kept. */
  recallPeople(sha256: string): Promise<PeopleOfFile | null>
}

/** A store of texts by key that may forget. */
export interface Memory {
  /** Hash of the program that made the texts. */
  salt: string
  recall(key: string): Promise<string | null>
  keep(key: string, text: string): Promise<void>
  /** SHA-256 of a file that is known not to have changed since it was last hashed, without reading it. */
  recallHash?(path: string): Promise<string | null>
  /** False where no run has kept anything of the file, so that its hash can be known to nobody. */
  mayKnow?(path: string): boolean
  /** The SHA-256 of the bytes that were read of it. */
  keepHash?(path: string, hash: string): Promise<void>
  /** Forgets what has been neither recalled nor kept since the memory was opened. */
  forgetRest(): Promise<void>
}
