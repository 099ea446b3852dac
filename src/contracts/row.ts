/** A checked value: text and codes as strings, numbers as numbers, `yes`/`no` for yes-no, null where a blank is allowed. */
export type Value = string | number | null

/** One checked row: values by column id, and where it was. */
export interface Row {
  values: Record<string, Value>
  file: string
  sheet: string | null
  row: number
}
