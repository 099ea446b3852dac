/**
 * What is known of a published value. A missing value is never zero; a forecast or a target is never a result.
 * The letters in brackets are the marks printed beside a value.
 */
export type Status =
  | 'final'
  | 'provisional' // [p]
  | 'revised' // [r]
  | 'withheld' // [c] hidden, so that nobody can be recognised
  | 'not-applicable' // [z] nothing to measure: a median of no case
  | 'not-reported' // [x] required, and not there
  | 'forecast' // [f]
  | 'at-most' // ≤: a rate at the lower end, of which no more is said
  | 'at-least' // ≥: a rate at the upper end
  | 'withdrawn' // was published and taken out; in no file
  | 'reported' // printed by a source and not recomputable: 报道值

export const MARKS: Record<Status, string> = {
  final: '',
  provisional: 'p',
  revised: 'r',
  withheld: 'c',
  'not-applicable': 'z',
  'not-reported': 'x',
  forecast: 'f',
  'at-most': '',
  'at-least': '',
  withdrawn: 'w',
  reported: '',
}

/** Every status that a published file may hold: the values of its status columns, in files, dictionary and schemas. */
export const STATUSES: readonly Status[] = [
  'final',
  'provisional',
  'revised',
  'withheld',
  'not-applicable',
  'not-reported',
  'forecast',
  'reported',
  'at-most',
  'at-least',
]

/** One value of a published table: always value and status. The value is null where the status says why. */
export interface Cell {
  value: number | null
  status: Status
  /** Of a hidden count of people, as pages read it: the count is less than this. */
  below?: number
  /** As pages read it: what the value is, which decides whether a difference may be spoken of. */
  basis?: Basis
}

/**
 * What a value is, as far as it may be compared. `of`: how many cases or replies it is computed from; null where the table does
 * not say.
 */
export type Basis =
  /** `step`: printed counts of people are rounded, and counts no further apart may be the same. */
  | { kind: 'count'; step: number }
  /** Rate of a complete count, its numerator and denominator known. */
  | { kind: 'rate'; of: number | null; isPercent: boolean }
  /** Median or other percentile. */
  | { kind: 'quantile'; of: number | null }
  /** Rate of a sample, with the bounds of its 95 % interval. */
  | { kind: 'sample'; of: number | null; low: number | null; high: number | null }

/** One row of a published table. */
export interface TableRow {
  /** Dimension values by column id: `{ place: '990101', class: 'key' }`. Codes, never labels. */
  key: Record<string, string>
  /** Text attributes of a register row (holder, status); empty in a table of figures. */
  text: Record<string, string>
  /** Measures by id. */
  cells: Record<string, Cell>
}

/** A table of a contract filled for one period. */
export interface Table {
  dataset: string
  table: string
  /** `2026-10`, `2026-Q3` or `2026`. */
  period: string
  rows: TableRow[]
}
