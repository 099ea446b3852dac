import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const table = z.strictObject({
  file: z.string(),
  /** Lines in the notation that the head of the YAML file explains. */
  text: z.string(),
  expect: z.strictObject({
    /** Records that the file has, and the names of its columns in the contract, in Chinese. */
    records: z.number(),
    columns: z.array(z.string()),
    /** Kinds and units of columns by their Chinese names, where they matter. */
    kinds: z.record(z.string(), z.string()).optional(),
    units: z.record(z.string(), z.string()).optional(),
    optional: z.array(z.string()).optional(),
    /** Keys of the profile that must be there, with their values. */
    profile: z.record(z.string(), z.unknown()).optional(),
    /** Columns that together name a record. */
    key: z.array(z.string()).optional(),
    frequency: z.string().optional(),
  }),
})
export type YearbookTable = z.infer<typeof table>

export const YEARBOOK_TABLES: readonly YearbookTable[] = z
  .array(table)
  .parse(parse(readFileSync(new URL('tables.yaml', import.meta.url), 'utf8')))
