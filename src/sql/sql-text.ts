/** The engines that the statements are written for. One text serves both but for the statements that `Dialect` names. */
export type Dialect = 'duckdb' | 'spark'

/** Functions of Spark that DuckDB has under other names; to be run before all else. */
export const DUCKDB_PRELUDE: readonly string[] = [
  'create or replace temporary macro regexp_like(s, p) as regexp_matches(s, p)',
  "create or replace temporary macro unix_date(d) as (d - date '1970-01-01')",
  'create or replace temporary macro sort_array(x) as list_sort(x)',
  'create or replace temporary macro try_element_at(x, nth) as list_extract(x, nth)',
]

/**
 * The column of the handed rows that holds a column of the contract. With a prefix, for `level`, `state` and `end` are words
 * of SQL, and names in quotation marks are texts in Spark.
 */
export function nameCell(column: string): string {
  return `c_${toIdentifier(column)}`
}

/** The same as a whole number; of decimal numbers in millionths. */
export function nameNumber(column: string): string {
  return `n_${toIdentifier(column)}`
}

/** Minutes since 1970-01-01 00:00 of a column of times or days. */
export function nameMinutes(column: string): string {
  return `t_${toIdentifier(column)}`
}

/** The place of a column, with the days between which it stood. */
export function nameSpan(column: string): string {
  return `p_${toIdentifier(column)}`
}

/** A dimension in the result of a table. */
export function nameDimension(column: string): string {
  return `k_${toIdentifier(column)}`
}

/** A measure in the result of a table. */
export function nameMeasure(measure: string): string {
  return `m_${toIdentifier(measure)}`
}

/** A table of the contract as a view: `table_age_sex`. */
export function nameTable(table: string): string {
  return `table_${toIdentifier(table)}`
}

function toIdentifier(id: string): string {
  return id.replaceAll('-', '_')
}

/** A text as a literal. In Spark a backslash begins an escape. */
export function quoteText(text: string, dialect: Dialect): string {
  const escaped = dialect === 'spark' ? text.replaceAll('\\', '\\\\') : text
  return `'${escaped.replaceAll("'", "''")}'`
}

/**
 * floor(a ÷ b) of whole numbers, b above zero. `/` of two integers is a DOUBLE in both engines, and exact where b divides a
 * and a is below 2^53; `//` and `div` are not in both.
 */
export function divideWhole(a: string, b: string): string {
  return `cast(((${a}) - (((${a}) % (${b})) + (${b})) % (${b})) / (${b}) as bigint)`
}

/** Rows of literals as a view with named columns; at least one row. */
export function writeValues(view: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => `  (${row.join(', ')})`).join(',\n')
  return `create or replace temporary view ${view} as\nselect * from (values\n${lines}\n) as v(${columns.join(', ')})`
}

/** A query under a name. */
export function nameQuery(name: string, query: string): string {
  return `create or replace temporary view ${name} as\n${query}`
}

/** Rows that several queries read are written out before: to plan their view for each query costs more than the data. */
export function keepRows(name: string, query: string, dialect: Dialect): string {
  return dialect === 'duckdb'
    ? `create or replace temporary table ${name} as\n${query}`
    : `cache table ${name} as\n${query}`
}
