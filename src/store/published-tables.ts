import type { Contract, TableSpec } from '../contracts/contract.ts'
import type { TableRow } from '../contracts/table.ts'
import type { LocalText } from '../text/local-text.ts'

/** A raw file that took part in a release. */
export interface SourceFile {
  /** Path below the data folder, as received: `raw/cases/2026-10.csv`. */
  path: string
  sha256: string
  encoding: string
  /** Worksheets that were read; left out for a CSV. */
  sheets?: string[] | undefined
  /** Rows of the file; left out where they are people (classes P and S), whose number says more than is published. */
  rowsRead?: number | undefined
  rowsUsed?: number | undefined
  rowsRefused?: number | undefined
}

/** A published file whose bytes were taken out. Its line in the log and its hash stay. */
export interface WithdrawnFile {
  /** As in `PublishedFile`. */
  path: string
  sha256: string
  /** Set where it was taken out because an entry in it had lapsed. */
  lapsed?: true | undefined
  /**
   * Hash of the file without its 累计 and without marks of corrections: while the rest is the same it is not published again,
   * whatever becomes of the periods before. Left out where it has no 累计, or went with a period that is in its 累计.
   */
  withoutTotals?: string | undefined
}

/** 初步 until the one correction that a table about people may have, 终审 then. */
export type Vintage = 'provisional' | 'final'

/** One file of one table for one period, as the public gets it. Immutable. */
export interface PublishedFile {
  /** Path below `published/`: `cases/flow/2026-10.1.csv`. */
  path: string
  dataset: string
  table: string
  period: string
  /** The nth version of this table for this period, from 1. */
  revision: number
  sha256: string
  /** Of a table about people; of other tables, and in releases of earlier programs, left out. */
  vintage?: Vintage | undefined
  /** Hash of the file without the marks of its corrections, where it has any. */
  unmarked?: string | undefined
  bytes: number
  rows: number
  /** Of a table whose entries lapse: the day on which all in it were current. */
  currentOn?: string | undefined
  /** Set where nothing differs from the revision before but that entries had lapsed. */
  onlyLapsed?: true | undefined
  sources: SourceFile[]
}

/** `deliveries.8.csv`, beside the log: what was due, what came and when, as release 8 knew it. */
interface DeliveriesFile {
  path: string
  /** The day by which lateness was decided, `YYYY-MM-DD`. */
  judgedOn: string
  sha256: string
  bytes: number
}

/** Proof that hidden cells cannot be worked out. The witnesses are other raw files that are published alike; they stay private. */
export interface ReleaseProof {
  dataset: string
  /** Hidden cells, each of which may have at least 3 values (class S: 5). */
  hidden: number
  witnesses: number
  /** Files that were public already and that the witnesses publish alike too; 0 where left out. */
  earlier?: number | undefined
  /** Public files that are not in the proof, since the people of their raw files were not kept; 0 where left out. */
  apart?: number | undefined
  sha256: string
}

/**
 * What an attacker makes of all that is public of people once the release is out, newest and earlier revisions: nothing, or it
 * would not have been published.
 */
export interface ReleaseAudit {
  /** Tables about people, each earlier revision counted as a table of its own. */
  tables: number
  /** Counts that are printed or hidden, and those hidden. */
  cells: number
  hidden: number
  /** Sums that hold between them. */
  equations: number
  /** Hidden counts that can be worked back exactly, and those with too few possible values. */
  exact: number
  narrow: number
}

/** One act of publishing: one line of `releases.jsonl`. */
export interface Release {
  /** Counted from 1. */
  release: number
  /** Day of publication, `YYYY-MM-DD`. */
  date: string
  note: LocalText
  /** Why something that was published is corrected or withdrawn; always there where something is. */
  reason?: LocalText | undefined
  /** The office or role that answers for the release. */
  signer?: LocalText | undefined
  files: PublishedFile[]
  /** Files of earlier releases that this one takes out. */
  withdrawn?: WithdrawnFile[] | undefined
  /** The table of who was late, as it was on that day. */
  deliveries?: DeliveriesFile | undefined
  /** Repairs made on import, by rule: how many cells, left out for files about people as their rows are. */
  repairs: { dataset: string; file: string; rule: string; count?: number | undefined }[]
  /** Of datasets with hidden cells: how many, and the hash of the witnesses that show each of them to be safe. */
  proofs?: ReleaseProof[] | undefined
  /** Left out where nothing about people is published, and where the release only takes out. */
  audit?: ReleaseAudit | undefined
  /** Set where `npm run demo` made the release: such a folder may be made again, and no other. */
  origin?: 'demonstration' | undefined
  /** Name and version of the program: `mingge 0.1.0`. */
  tool?: string | undefined
  /** SHA-256 of the line before; null in the first. */
  previous: string | null
}

/** A published row and the period of its table. */
export interface PublishedRow extends TableRow {
  period: string
}

/** The newest revision of each period of one table. */
export interface PublishedTable {
  contract: Contract
  id: string
  spec: TableSpec
  /** Periods that have figures, ascending. */
  periods: string[]
  /** By period. */
  files: ReadonlyMap<string, PublishedFile>
  /** Periods whose newest revision was taken out, with the release that did it: they have no figures. */
  withdrawn: ReadonlyMap<string, Release>
  /** Rows of one period; [] where none is published. */
  readRows(period: string): readonly PublishedRow[]
}

/** All that is public of a portal's figures. */
export interface Published {
  /** Only datasets that have a published table. */
  contracts: ReadonlyMap<string, Contract>
  /** By `dataset/table`. */
  tables: ReadonlyMap<string, PublishedTable>
  releases: readonly Release[]
  /** Hash of the last line of the log; null where nothing is published. */
  head: string | null
  /** Files that were taken out, by path, with the release that did it. */
  withdrawn: ReadonlyMap<string, Release>
  /** Datasets that the publisher has taken off the site, with the release that first had them; none where left out. */
  switchedOff?: ReadonlyMap<string, number>
  /**
   * Text of any published file, superseded files too, as it was compared with the log when all of it was read. Throws for
   * a file that was taken out.
   */
  textOf(file: Pick<PublishedFile, 'path'>): string
}
