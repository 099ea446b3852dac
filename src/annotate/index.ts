import type { Problem } from '../problems/problem.ts'
import { markWorkbook, nameSheet } from './mark-workbook.ts'
import { Parts } from './package-parts.ts'
import { buildPlainWorkbook, recordsOfFile } from './plain.ts'

/**
 * A copy of a file as a workbook, its faulty cells coloured and each with a note of what is wrong and what to do, and a
 * first sheet that lists all problems with links. Of a workbook everything else is kept as it was; a delimited file
 * becomes a sheet whose cells are all text. A file that cannot be read gives the list alone.
 */
export function annotate(bytes: Uint8Array, file: string, problems: readonly Problem[]): Uint8Array<ArrayBuffer> {
  const isUnreadable = problems.some((problem) => UNREADABLE.has(problem.rule))
  const parts = isUnreadable ? buildPlainWorkbook(nameSheet(file), []) : openParts(bytes, file)
  markWorkbook(parts, file, problems)
  return parts.save()
}

function openParts(bytes: Uint8Array, file: string): Parts {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return Parts.open(bytes)
  return buildPlainWorkbook(nameSheet(file), recordsOfFile(bytes, file) ?? [])
}

/** Rules after which the bytes are no table that a copy could be made of. */
const UNREADABLE: ReadonlySet<string> = new Set([
  'file-empty',
  'file-too-large',
  'file-old-workbook',
  'file-not-a-table',
  'file-other-workbook',
  'file-archive',
  'file-json',
  'workbook-broken',
  'workbook-styles-broken',
  'workbook-too-large',
  'workbook-without-sheet',
])
