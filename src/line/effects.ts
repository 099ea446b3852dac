import type { Engine } from '../sql/engine.ts'
import type { PublishedFile } from '../store/published-tables.ts'
import type { PeopleOfFile } from '../withhold/people-groups.ts'
import type { FindAlternative } from '../withhold/suppress.ts'
import type { RawEntry } from './plan-files.ts'
import type { CheckedFile, FileEffects, FileTask } from './raw-file.ts'

/** What the line needs from outside. */
export interface LineEffects extends FileEffects {
  /** All that lies in `raw/`, two levels deep; null where there is no such folder. */
  list(): Promise<RawEntry[] | null>
  /** Called before each file: how many there are, and which. */
  reportProgress?(file: string, done: number, total: number): void
  /** Today, `YYYY-MM-DD`: the day with which due days and the ends of exceptions are compared. */
  getToday?(): string
  /** Starts a thread that checks some of these files; null where it would cost more than it saves. */
  startSecond?(tasks: readonly FileTask[]): SecondThread | null
  /** Where rows are judged and tables made by an engine instead of the line. */
  engine?: Engine
  /** What is public already; the proof is of this run alone where it is left out. */
  ledger?: Ledger
  /** Loads the solver that hides small counts among exact counts; they are refused where it is left out. */
  loadAlternativeFinder?(): Promise<FindAlternative>
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

/** Another thread that checks files at the same time. */
export interface SecondThread {
  /** Index of a task that nobody has begun; as many as there are tasks, or more, where none is left. */
  claim(): number
  /** What it has finished since it was last asked. */
  collect(): Promise<readonly FinishedTask[]>
  /** The rest, once it has finished all that it has begun. Throws what it has thrown. */
  finish(): Promise<readonly FinishedTask[]>
  /** Ends it, whatever it does. */
  close(): Promise<void>
}

export interface FinishedTask {
  /** Of the task. */
  index: number
  checked: CheckedFile
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
