import { z } from 'zod'
import { PortalError } from '../portal/portal-error.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'

/** The record of received files, below a portal's data folder: one JSON object a line, appended to and never rewritten. */
export const RECEIVED_FILE = 'received.jsonl'

const counts = z.record(z.string(), z.int().min(1))

const receipt = z.strictObject({
  /** Below the data folder: `raw/cases/2026-10.csv`. */
  path: z.string(),
  dataset: z.string(),
  period: z.string(),
  /** Null for a file too large to be read. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** Day on which a check first saw these bytes with this verdict. */
  day: z.iso.date(),
  verdict: z.enum(['accepted', 'refused']),
  /** Errors of the file by rule; {} where it was accepted. */
  errors: counts,
  /** Repairs made on import, by rule: how many cells. */
  repairs: counts,
})

/** What a check found of one file when it first saw it. Counts only: no text of a cell. */
export type Receipt = z.infer<typeof receipt>

/** What a run of the line says of its files. */
interface CheckedFiles {
  files: readonly { path: string; dataset: string; sha256: string }[]
  problems: readonly Problem[]
}

/** A receipt for each file of a run on a day. A file is refused for errors of its own, not for those of its dataset. */
export function listReceipts({ files, problems }: CheckedFiles, day: string): Receipt[] {
  const byFile = Map.groupBy(problems, (problem) => problem.file)
  return files.map(({ path, dataset, sha256 }) => {
    const found = byFile.get(path) ?? []
    const errors = countByRule(found.filter(({ level }) => level === 'error'))
    // An exception that a person accepted is a note with a reason; it repaired nothing.
    const repairs = countByRule(found.filter(({ level, params }) => level === 'note' && params['reason'] === undefined))
    return {
      path,
      dataset,
      period: periodOfPath(path),
      sha256: sha256 === '' ? null : sha256,
      day,
      verdict: Object.keys(errors).length > 0 ? 'refused' : 'accepted',
      errors,
      repairs,
    }
  })
}

/** Those that say something new: other bytes than last seen under their path, or another verdict on the same. */
export function findNewReceipts(known: readonly Receipt[], found: readonly Receipt[]): Receipt[] {
  const last = new Map(known.map((receipt) => [receipt.path, receipt]))
  return found.filter((receipt) => {
    const before = last.get(receipt.path)
    return before === undefined || substanceOf(before) !== substanceOf(receipt)
  })
}

/** The lines of the record. Throws PortalError with the number of the first that cannot be used. */
export function parseReceipts(text: string): Receipt[] {
  return text.split('\n').flatMap((line, index) => (line === '' ? [] : [parseLine(line, index + 1)]))
}

export function formatReceipts(receipts: readonly Receipt[]): string {
  return receipts.map((receipt) => `${JSON.stringify(receipt)}\n`).join('')
}

function parseLine(line: string, row: number): Receipt {
  const fail = (found: string) =>
    new PortalError([createProblem('received-line-invalid', { file: RECEIVED_FILE, row }, { found })])
  let content: unknown
  try {
    content = JSON.parse(line)
  } catch (error) {
    throw fail(error instanceof Error ? error.message : String(error))
  }
  const parsed = receipt.safeParse(content)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw fail(`${issue?.path.join('.')}: ${issue?.message}`)
}

function substanceOf({ sha256, verdict, errors, repairs }: Receipt): string {
  return JSON.stringify([sha256, verdict, sortedOf(errors), sortedOf(repairs)])
}

function sortedOf(counts: Receipt['errors']): [string, number][] {
  return Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1))
}

function countByRule(problems: readonly Problem[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { rule, params } of problems) {
    counts[rule] = (counts[rule] ?? 0) + (typeof params['count'] === 'number' ? params['count'] : 1)
  }
  return counts
}

/** `raw/cases/2026-10.csv` → `2026-10`; the line takes up no file of another name. */
function periodOfPath(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '')
}
