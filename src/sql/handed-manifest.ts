import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 in 64 hexadecimal digits')
/** A file of the folder itself: no path leads out of it. */
const fileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'the name of a file of this folder')
const count = z.int().min(0)
/** Before the paths of a reader's files: `nantong/raw/cases/2026-10.csv`. */
export const readerName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'letters, digits, - and _')

/** `manifest.json`: what was handed over. */
export const handedManifest = z.strictObject({
  dataset: z.string(),
  /** Name of the reader where others have more rows of the same periods; null where each period is whole. */
  part: readerName.nullable(),
  /** Of the contract, and of `contract.json`, the statements. */
  contract: sha256,
  sql: sha256,
  /** What the reader found, for the checks that follow the tables: `reader.json`. */
  reader: sha256,
  rows: count,
  raw: z.array(z.strictObject({ file: fileName, sha256 })),
  files: z.array(
    z.strictObject({ path: z.string(), period: z.string(), sha256, encoding: z.string().nullable(), rows: count }),
  ),
})
export type HandedManifest = z.infer<typeof handedManifest>

/** `results.json`: what an engine made of it. */
export const engineResults = z.strictObject({
  engine: z.string().min(1),
  version: z.string().min(1),
  /** SHA-256 of `manifest.json` of each folder whose rows were run together. */
  manifests: z.array(sha256).min(1),
  /** Of the `contract.json` that was run. */
  sql: sha256,
  /** Rows that break a rule. */
  faults: z.strictObject({ file: fileName, rows: count, sha256 }),
  /** CSV in UTF-8 with the columns of the query, a null is blank; or Parquet, where the name of the file ends so. */
  tables: z.array(z.strictObject({ table: z.string(), file: fileName, rows: count, sha256 })),
})
export type EngineResults = z.infer<typeof engineResults>

/** Columns of `faults.csv`: where a row was, its key, and what it breaks, `rule:column rule:column`. */
export const FAULT_COLUMNS = ['period', 'file', 'line', 'key', 'faults'] as const

/** Names of the files of a folder of handed rows. */
export const HANDED_FILES = {
  manifest: 'manifest.json',
  reader: 'reader.json',
  statements: 'contract.json',
  script: 'contract.sql',
  results: 'results.json',
  faults: 'faults.csv',
} as const
