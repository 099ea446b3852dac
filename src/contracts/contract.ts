import { z } from 'zod'
import { FREQUENCIES } from '../calendar/period.ts'
import { checkTableIds } from './check-table-ids.ts'
import { coarseValues } from './coarse-values.ts'
import { checkDue, dueRule } from './due-schema.ts'
import { id, pluralForms, unit, words } from './fields.ts'
import { ladderStep } from './ladder-step.ts'
import { presentation } from './presentation.ts'
import { profile } from './profile.ts'

export { type Profile, profile } from './profile.ts'

/*
 * A contract is plain data: everything about a dataset derives from it (types, checks, CSV headers, dictionary page,
 * metadata, search synonyms), and a portal's own contract needs no import from here.
 */

/** A code list: what is published is `code`, what a file may hold is the code, either name, or a spelling of `also`. */
const codeItem = z.strictObject({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  also: z.array(z.string()).optional(),
})
export type CodeItem = z.infer<typeof codeItem>

/** What a cell of a column holds. */
const columnType = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), max: z.int().optional() }),
  z.strictObject({ kind: z.literal('integer'), min: z.number().optional(), max: z.number().optional() }),
  z.strictObject({ kind: z.literal('number'), min: z.number().optional(), max: z.number().optional() }),
  /** Percentages are stored as 0–100; `as` says how the file writes them. */
  z.strictObject({ kind: z.literal('percent'), as: z.enum(['percent', 'ratio']) }),
  /** `YYYY-MM-DD` */
  z.strictObject({ kind: z.literal('date') }),
  /** `YYYY-MM-DD HH:mm`, Beijing time; a time that names another zone is converted and noted. */
  z.strictObject({ kind: z.literal('datetime') }),
  /** `2026-10` */
  z.strictObject({ kind: z.literal('month') }),
  /** `2026` */
  z.strictObject({ kind: z.literal('year') }),
  z.strictObject({ kind: z.literal('yes-no') }),
  z.strictObject({ kind: z.literal('list'), items: z.array(codeItem).min(1) }),
  /** A code or name of `places.csv`, valid in the period; levels narrow it. Stored as the place's code. */
  z.strictObject({ kind: z.literal('place'), levels: z.array(z.string()).optional() }),
  z.strictObject({ kind: z.literal('credit-code') }),
  z.strictObject({ kind: z.literal('permit-number') }),
  z.strictObject({ kind: z.literal('grid-code') }),
  z.strictObject({ kind: z.literal('component-code') }),
  z.strictObject({ kind: z.literal('matter-code') }),
])
export type ColumnType = z.infer<typeof columnType>

/** public: may be published as it is. dimension: tables may group by it. count: may be summed. quasi: only in declared groups. The rest never leaves `check`. */
const privacy = z.enum(['public', 'dimension', 'count', 'quasi', 'personal', 'free-text'])
export type Privacy = z.infer<typeof privacy>

const column = z.strictObject({
  type: columnType,
  names: words,
  /** Header spellings that a file may use, beside both names. Compared after NFKC, without spaces. */
  headers: z.array(z.string()).optional(),
  privacy,
  description: words.optional(),
  unit: unit.optional(),
  /** A blank cell is allowed and means that there is no value. */
  optional: z.boolean().optional(),
  /** The whole column may be missing from a file. */
  absent: z.boolean().optional(),
  /** The value that a blank stands for: `total` in a breakdown. */
  blank: z.string().optional(),
  ...coarseValues,
})
export type Column = z.infer<typeof column>

/** A condition on one row. All conditions of a list must hold. Dates compare as text, being ISO. */
export const condition = z.union([
  z.strictObject({ column: id, is: z.union([z.string(), z.array(z.string())]) }),
  z.strictObject({ column: id, not: z.union([z.string(), z.array(z.string())]) }),
  z.strictObject({ column: id, present: z.boolean() }),
  /** The column's date lies in the table's period, before its first day, or after its last. */
  z.strictObject({ column: id, when: z.enum(['in-period', 'before-period', 'after-period']) }),
  /** The column's value is ≥ from and ≤ to (years, dates). */
  z.strictObject({ column: id, from: z.string().optional(), to: z.string().optional() }),
  /** The column's date is not after another column's date; both present. */
  z.strictObject({ column: id, notAfter: id }),
])
export type Condition = z.infer<typeof condition>
/** Lists of conditions are joined by OR; conditions in a list by AND. `[]` holds for no row; leave `where` out for every row. */
const where = z.array(z.array(condition))
export type Where = z.infer<typeof where>

/** A rule between the columns of one row, as data, so that checks, documentation and SQL can be made from it. */
const rowRule = z.discriminatedUnion('kind', [
  /** a ≥ b where both are present. */
  z.strictObject({ kind: z.literal('not-before'), a: id, b: id }),
  /** a ≤ b where both are present. */
  z.strictObject({ kind: z.literal('at-most'), a: id, b: id }),
  /** total = sum of parts: whole numbers exactly, decimals within half a printed unit for each part. */
  z.strictObject({ kind: z.literal('sum'), total: id, parts: z.array(id) }),
  /** plus − minus = equals, in one row: what was there, what came and what went. Exact and rounded as a sum is. */
  z.strictObject({ kind: z.literal('balance'), plus: z.array(id).min(1), minus: z.array(id).optional(), equals: id }),
  /** A printed rate is numerator ÷ denominator × times, within the rounding of its last printed digit. */
  z.strictObject({ kind: z.literal('rate'), rate: id, numerator: id, denominator: id, times: z.number().positive() }),
  /** The text of a starts with the text of b. */
  z.strictObject({ kind: z.literal('starts-with'), a: id, b: id }),
  /** `column` must be present when the conditions hold. */
  z.strictObject({ kind: z.literal('requires'), column: id, when: z.array(condition) }),
  /** `column` must be blank when the conditions hold. */
  z.strictObject({ kind: z.literal('forbids'), column: id, when: z.array(condition) }),
  /** No date of these columns lies after the last day of the file's period (the data date). */
  z.strictObject({ kind: z.literal('not-after-period'), columns: z.array(id) }),
  /** At least one of the dates touches the file's period, or the first is before it and `open` is blank: the row belongs here. */
  z.strictObject({ kind: z.literal('belongs-to-period'), columns: z.array(id), open: id.optional() }),
  /** The column equals the file's period. */
  z.strictObject({ kind: z.literal('is-period'), column: id }),
  /** Warning: `to` is not `years` years after `from`, less one day. */
  z.strictObject({ kind: z.literal('validity'), from: id, to: id, years: z.int() }),
])
export type RowRule = z.infer<typeof rowRule>

const measureWords = {
  names: words,
  unit,
  decimals: z.int().min(0).max(4).optional(),
  description: words.optional(),
}

/** How one figure of a table is made of rows, or of other figures of its row. */
const measure = z.union([
  z.strictObject({ ...measureWords, count: z.literal('rows'), where: where.optional() }),
  z.strictObject({ ...measureWords, sum: id, where: where.optional() }),
  /** Exact quantile (type 7, linear) of the time between two columns. Not applicable where no row counts. */
  z.strictObject({
    ...measureWords,
    quantile: z.number().min(0).max(1),
    between: z.strictObject({ from: id, to: id, in: z.enum(['hours', 'days']) }),
    where: where.optional(),
  }),
  /** The value of the only row of the group; two rows are an error of ours. */
  z.strictObject({
    ...measureWords,
    take: id,
    /** Of a register whose rows are in different units: the column that names each row's, and English for what is counted. */
    units: z.strictObject({ column: id, words: z.record(z.string(), pluralForms).optional() }).optional(),
    /** The column that says that a value is a bound or about right, by its codes: 以上, 以下, 约. */
    bounds: z.strictObject({ column: id, low: z.string(), high: z.string(), about: z.string().optional() }).optional(),
  }),
  /** Sum and difference of other measures of this row. */
  z.strictObject({ ...measureWords, plus: z.array(id), minus: z.array(id).optional() }),
  /** numerator ÷ denominator × times (100 for %, 1,000 for ‰), rounded half up to `decimals`. */
  z.strictObject({ ...measureWords, rate: z.strictObject({ numerator: id, denominator: id, times: z.number() }) }),
  /** Part of `of` in its sum over all values of one dimension, the others being equal, in %. */
  z.strictObject({ ...measureWords, share: z.strictObject({ of: id, across: id }) }),
  /** Bound of the 95 % Wilson score interval of a rate of this table, in %. */
  z.strictObject({ ...measureWords, wilson: z.strictObject({ rate: id, bound: z.enum(['low', 'high']) }) }),
  /** Of people: 累计 since January of a count, made of what is printed of each period, or an end of the range it can lie in. */
  z.strictObject({
    ...measureWords,
    cumulative: z.strictObject({ of: id, bound: z.enum(['low', 'high']).optional() }),
  }),
])
export type Measure = z.infer<typeof measure>

/** What must be equal in a filled table. A failing identity stops the dataset. */
export const identity = z.discriminatedUnion('kind', [
  /** In each row: sum(plus) − sum(minus) = equals. */
  z.strictObject({ kind: z.literal('balance'), plus: z.array(id), minus: z.array(id), equals: id }),
  /** This period's `opening` = last period's `closing`, row by row. */
  z.strictObject({ kind: z.literal('carry'), opening: id, closing: id }),
  /** In each row a ≤ b. */
  z.strictObject({ kind: z.literal('at-most'), a: id, b: id }),
  /** The measures, summed over all rows of a level of `place` below, equal the row of the place above. */
  z.strictObject({ kind: z.literal('adds-up'), measures: z.array(id) }),
  /** A 累计 since January never falls within a year; with `of` it is last period's 累计 plus this period's `of`. */
  z.strictObject({ kind: z.literal('cumulative'), measure: id, of: id.optional() }),
  /** Grouped by the other dimensions, the sum of `measure` equals `equals` of `table` of this dataset. */
  z.strictObject({ kind: z.literal('same-as'), measure: id, table: id, equals: id, dataset: id.optional() }),
])
export type Identity = z.infer<typeof identity>

const tableSpec = z.strictObject({
  title: words,
  description: words.optional(),
  /** figures: grouped rows with measures. register: the rows themselves, public columns only. */
  kind: z.enum(['figures', 'register']),
  /** Columns to group by; for a place, the levels to roll up to. In a register: the key columns. */
  dimensions: z.array(z.strictObject({ column: id, levels: z.array(z.string()).optional() })),
  /** Only rows that satisfy this take part. */
  where: where.optional(),
  measures: z.record(id, measure),
  /** Register only: text columns printed as they are (privacy `public` or `dimension`). */
  attributes: z.array(id).optional(),
  /**
   * Register only, of entries that lapse (credit lists, personal entries). `until` is the date column, printed in the table,
   * with the last day on which an entry may be public: past it, the entry is taken out of every stored revision.
   */
  currentOnly: z.strictObject({ until: id }).optional(),
  identities: z.array(identity).optional(),
  /** From fine to coarse; required of tables about people (classes P and S), and only there. */
  ladder: z.array(ladderStep).min(1).optional(),
})
export type TableSpec = z.infer<typeof tableSpec>

export const contract = z
  .strictObject({
    id,
    title: words,
    /** One or two sentences: what a row is, who keeps it, what it leaves out. */
    description: words,
    /** Things (exact), persons (protected), sensitive (protected more). No default. */
    class: z.enum(['O', 'P', 'S']),
    /** Of people, but printed exactly: a small cell sends its table up the ladder, then is hidden with others beside it. Class P only. */
    exact: z.literal(true).optional(),
    frequency: z.enum(FREQUENCIES),
    /** The department that keeps the register: its id in `departments.csv`, or words of its own. */
    keeper: z.union([id, words], { error: 'the id of a department of departments.csv, or { zh, en }' }),
    topic: z.string(),
    columns: z.record(id, column),
    /** Columns that together identify a row. */
    key: z.array(id),
    /**
     * Places (of the levels that their column names) and lists of which every file must have every value, in every combination:
     * returns, in which nothing may be left out, and not events, of which there may be none.
     */
    complete: z.array(id).optional(),
    rules: z.array(rowRule).optional(),
    /** Status of a row's figures where it is not `final`. The first that holds counts. */
    statuses: z.array(z.strictObject({ where, status: z.enum(['provisional', 'forecast', 'reported']) })).optional(),
    tables: z.record(id, tableSpec).superRefine(checkTableIds),
    profile: profile.optional(),
    /** How pages show it; what is left out is derived from the tables. */
    presentation: presentation.optional(),
    /** Words that a resident might type for it. */
    synonyms: z.array(z.string()).optional(),
    /** By when the file of a period is due; left out: due at no date. */
    due: dueRule.optional(),
    /** The first period that is required: what is missing before it is not asked for. Left out: the first that is there. */
    dueFrom: z.string().optional(),
    /** The older spelling of `due: { daysAfterEnd }`. */
    dueDays: z.int().optional(),
  })
  .superRefine(checkDue)

export type Contract = z.infer<typeof contract>

/** Gives a built-in contract its literal types; a portal's own contract may export the bare object. */
export function defineDataset<const C extends Contract>(contract: C): C {
  return contract
}
