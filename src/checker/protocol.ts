import type { Level } from '../problems/problem.ts'
import type { Lang, LocalText } from '../text/local-text.ts'

/** A file on the page, and what the clerk has declared about it; null where it is to be guessed. */
export interface CheckerFile {
  id: number
  file: File
  dataset: string | null
  period: string | null
  /** Counts the times that files were put in. */
  go: number
  /** What the clerk said of the file of this name that was there before; it counts where nothing else decides. */
  before: Pick<CheckerFile, 'dataset' | 'period'> | null
}

/** What the page asks of the worker. */
export type Request =
  | { kind: 'check'; files: CheckerFile[]; lang: Lang }
  /** An annotated copy, or the list of problems as JSON, of a file that has been checked. */
  | { kind: 'copy' | 'list'; id: number }

/** What the worker answers. */
export type Answer =
  /** `done` and `total` are rows of a check, and bytes of a scan, which needs no more to know whether all is right. */
  | { kind: 'progress'; id: number; stage: 'read' | 'scan' | 'check'; done: number; total: number }
  | { kind: 'report'; report: CheckerReport }
  | { kind: 'checked' }
  | { kind: 'file'; id: number; name: string; type: string; bytes: ArrayBuffer }
  /**
   * A file that the browser cannot read any more, or over which the program failed: then with the fault in its own
   * words.
   */
  | { kind: 'unread'; id: number; message: string | null; replaces: CheckerReport['replaces'] }
  /** The same, of what was to be saved. */
  | { kind: 'unsaved'; id: number }
  /** A fault of the program, in its own words. */
  | { kind: 'error'; message: string }

/** What became of one file, small enough to be drawn at once. */
export interface CheckerReport {
  id: number
  name: string
  /** Null where nothing is known of it: the clerk must choose. */
  dataset: string | null
  /** Datasets that fit the header equally well. */
  candidates: string[]
  period: string | null
  /** What the clerk gave as the period and is none. */
  typed: string | null
  /** Shape of a period of the dataset: `YYYY-MM`. */
  periodShape: string | null
  isGuessed: { dataset: boolean; period: boolean }
  /** Files that it replaces, put in before under its name. */
  replaces: { id: number; name: string }[]
  rowsRead: number
  rowsUsed: number
  rowsRefused: number
  counts: Record<Level, number>
  /** Warnings among them that must be listed as exceptions before the file can be published. */
  unaccepted: number
  /** `3 errors, 1 warning, 2 notes`, as the command line prints it. */
  summary: string
  causes: CheckerCause[]
  /** Causes that are not among them. */
  causesLeft: number
}

/** Problems of one cause: the first of them in words, with its cell, and where the others are. */
export interface CheckerCause {
  rule: string
  level: Level
  count: number
  message: LocalText
  remedy: LocalText
  /** True for a note of how a cell was read. */
  isRepair: boolean
  /** `案件 › K18`; empty for a problem of the whole file. */
  place: string
  found: string | null
  expected: string | null
  others: string[]
  /** Others that are not among them. */
  othersLeft: number
  preview: Preview | null
}

/** The rows around a cell. */
export interface Preview {
  /** The row of the header; null where there is none. */
  headerRow: number | null
  /**
   * Columns by letter or number, with the header as received; none where the rows are lines of a text that is no table.
   */
  columns: { name: string; header: string; isMarked: boolean }[]
  rows: { row: number; cells: string[]; isMarked: boolean }[]
  /** True where the marked cell is the header itself. */
  isHeader: boolean
  /** True where the problem is of the marked column as a whole. */
  isColumn: boolean
}

/** What the page asks of the worker that makes reports: of the file with this id, beside all others. */
export interface ReportRequest {
  /** The portal as JSON text. */
  pack: string
  files: CheckerFile[]
  id: number
}

/** Null where a file cannot be read any more. */
export interface ReportAnswer {
  html: string | null
}
