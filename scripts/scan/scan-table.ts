import type { Hit, PersonalKind } from '../../src/personal/hit.ts'
import { scanRow } from '../../src/personal/scan-rows.ts'
import { type ScanContext, scanText } from '../../src/personal/scan-text.ts'

/** Personal data in a file. Rows and columns count from 1; both are null in a file's name and a workbook's properties. */
export interface FileHit {
  file: string
  /** Only in a workbook. */
  sheet?: string
  row: number | null
  column: number | null
  kind: PersonalKind
  /** What may be printed of the datum. */
  masked: string
  /** By which the datum may be accepted; never printed. */
  hash: string
}

/** Numbers that the publisher has made public, as digits. */
export type Allowed = ReadonlySet<string>

/** Each cell of a table with the header of its column as context; the header is the first row with two cells or more. */
export function scanTable(
  rows: readonly { row: number; cells: readonly string[] }[],
  allowed: Allowed,
): Pick<FileHit, 'row' | 'column' | 'kind' | 'masked' | 'hash'>[] {
  const isWide = rows.some(({ cells }) => countFilled(cells) > 1)
  const header = rows.find(({ cells }) => countFilled(cells) > (isWide ? 1 : 0))
  const hits: Pick<FileHit, 'row' | 'column' | 'kind' | 'masked' | 'hash'>[] = []
  for (const { row, cells } of rows) {
    const headers = header && row > header.row ? header.cells : []
    for (const { column, kind, masked, hash } of scanRow(cells, headers, { allowed }, scanOnce)) {
      hits.push({ row, column: column + 1, kind, masked, hash })
    }
  }
  return hits
}

function countFilled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length
}

/** What was found before: a site says most of its words on many pages. One list of allowed numbers serves a whole run. */
const known = new WeakMap<Allowed, Map<string, Map<string, Hit[]>>>()

export function scanOnce(text: string, { header = '', allowed = NONE }: ScanContext = {}): Hit[] {
  if (FIGURE.test(text)) return NO_HITS
  const byHeader = known.get(allowed) ?? new Map<string, Map<string, Hit[]>>()
  if (byHeader.size === 0) known.set(allowed, byHeader)
  const texts = byHeader.get(header) ?? new Map<string, Hit[]>()
  if (texts.size === 0) byHeader.set(header, texts)
  const before = texts.get(text)
  if (before !== undefined) return before
  const hits = scanText(text, { header, allowed })
  texts.set(text, hits)
  return hits
}

const NONE: Allowed = new Set()
const NO_HITS: Hit[] = []
/** Most cells: too few digits for a number of a person, and not worth remembering. */
const FIGURE = /^[-+]?[\d.,%]{0,6}$/
