import { z } from 'zod'

const sha256Text = z.string().regex(/^[0-9a-f]{64}$/)

const source = z.strictObject({
  path: z.string(),
  sha256: sha256Text,
  encoding: z.string(),
  sheets: z.array(z.string()).optional(),
  rowsRead: z.int().min(0).optional(),
  rowsUsed: z.int().min(0).optional(),
  rowsRefused: z.int().min(0).optional(),
})

// A path of the log never leads out of the published folder.
const path = z.string().regex(/^[a-z][a-z0-9_-]*\/[a-z][a-z0-9_-]*\/[0-9A-Z-]+\.\d+\.csv$/)

const words = z.strictObject({ zh: z.string(), en: z.string() })

const file = z.strictObject({
  path,
  dataset: z.string(),
  table: z.string(),
  period: z.string(),
  revision: z.int().min(1),
  vintage: z.enum(['provisional', 'final']).optional(),
  sha256: sha256Text,
  unmarked: sha256Text.optional(),
  bytes: z.int().min(0),
  rows: z.int().min(0),
  currentOn: z.iso.date().optional(),
  onlyLapsed: z.literal(true).optional(),
  sources: z.array(source),
})

/** One line of `releases.jsonl`. What is optional was not written by earlier versions, whose lines stay as they are. */
export const releaseSchema = z.strictObject({
  release: z.int().min(1),
  date: z.iso.date(),
  note: words,
  reason: words.optional(),
  signer: words.optional(),
  files: z.array(file),
  withdrawn: z
    .array(
      z.strictObject({
        path,
        sha256: sha256Text,
        lapsed: z.literal(true).optional(),
        withoutTotals: sha256Text.optional(),
      }),
    )
    .optional(),
  deliveries: z
    .strictObject({
      path: z.string().regex(/^deliveries\.\d+\.csv$/),
      judgedOn: z.iso.date(),
      sha256: sha256Text,
      bytes: z.int().min(0),
    })
    .optional(),
  repairs: z.array(
    z.strictObject({ dataset: z.string(), file: z.string(), rule: z.string(), count: z.int().optional() }),
  ),
  proofs: z
    .array(
      z.strictObject({
        dataset: z.string(),
        hidden: z.int().min(0),
        witnesses: z.int().min(0),
        earlier: z.int().min(0).optional(),
        apart: z.int().min(0).optional(),
        sha256: sha256Text,
      }),
    )
    .optional(),
  audit: z
    .strictObject({
      tables: z.int().min(0),
      cells: z.int().min(0),
      hidden: z.int().min(0),
      equations: z.int().min(0),
      exact: z.int().min(0),
      narrow: z.int().min(0),
    })
    .optional(),
  origin: z.literal('demonstration').optional(),
  tool: z.string().optional(),
  previous: sha256Text.nullable(),
})
