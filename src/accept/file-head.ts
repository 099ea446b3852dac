import { type OpenedSheet, openSheet } from '../check/check-sheet.ts'
import type { CheckContext, SheetContext } from '../check/context.ts'
import { PeriodWatch } from '../check/period/other-period.ts'
import { DuplicateWatch } from '../check/row/duplicates.ts'
import type { Contract } from '../contracts/contract.ts'
import { hasErrors } from '../problems/problem.ts'
import { ProblemCollector } from '../problems/problem-collector.ts'
import { looksLikeBig5 } from '../read/big5.ts'
import { read } from '../read/index.ts'
import type { Sheet } from '../read/sheet.ts'
import { looksWestern } from '../read/western.ts'
import { gatherBeyondAscii } from './beyond-ascii.ts'
import { CellTexts, type CutEncoding } from './cell-texts.ts'
import type { ByteSource, FileBlocks } from './file-blocks.ts'
import { findRecordEnd } from './record-ends.ts'
import { cutRecord } from './records.ts'

/** The beginning of a file as the reader and the checker see it. */
export interface Head {
  opened: OpenedSheet
  encoding: CutEncoding
  delimiter: number
  texts: CellTexts
  /** What the checker has gathered of it, and goes on with. */
  context: SheetContext
  /** Where the first record is: its byte and its physical line. */
  start: number
  line: number
  /** About as many rows as the file has, and hardly fewer. */
  rowsExpected: number
}

/**
 * Has the first records of a file read and its header matched. Null where anything but plain records follows a plain
 * header: then the file is read as a whole.
 */
export function openHead(
  contract: Contract,
  blocks: FileBlocks,
  of: { file: string; source: ByteSource; size: number; context: CheckContext },
): Head | null {
  if (!isPlainLayout(contract)) return null
  const end = findHeadEnd(blocks)
  if (end === null) return null
  const { bytes } = blocks
  const { sheets, problems } = read(bytes.subarray(0, end), of.file, contract.profile)
  const [sheet, ...others] = sheets
  if (!sheet || others.length > 0 || problems.length > 0 || !isPlainSheet(sheet)) return null
  const encoding = findEncoding(sheet, of.source)
  if (encoding === null) return null
  const texts = new CellTexts(encoding)
  const header = findHeaderRecord(bytes, sheet, texts)
  if (header === null) return null
  const context: SheetContext = {
    ...of.context,
    contract,
    duplicates: new DuplicateWatch(contract),
    periods: new PeriodWatch(of.context.period),
    problems: new ProblemCollector(),
    before: null,
  }
  const opened = openSheet(sheet, context)
  if ('rejected' in opened || hasErrors(context.problems.listAll()) || opened.sheet.rows.length !== sheet.rows.length)
    return null
  if (opened.match.twins.length > 0 || opened.match.wide.length > 0 || opened.match.total !== null) return null
  const rowsExpected = Math.ceil((sheet.rows.length * of.size * ROOM) / Math.max(1, end - header.start))
  return { opened, encoding, texts, context, rowsExpected, ...header }
}

/** Rows of a file are about as long as those of its head. */
const ROOM = 1.05

/** Layouts that move cells between rows or columns are the reader's. */
function isPlainLayout({ profile = {} }: Contract): boolean {
  const { headerRows = 1, wide, constants, fillDown = [], totals = [], records = [] } = profile
  const { skipBelow = 0, ignoreRows = [], groupRows, rowUnits } = profile
  return (
    headerRows === 1 &&
    wide === undefined &&
    Object.keys(constants ?? {}).length === 0 &&
    fillDown.length === 0 &&
    [totals, records, ignoreRows].every((labels) => labels.length === 0) &&
    skipBelow === 0 &&
    groupRows === undefined &&
    rowUnits === undefined
  )
}

function isPlainSheet({ headers, footnotes = [], below = [], refused = [], rows }: Sheet): boolean {
  const isNamed = headers.every((header) => header.trim() !== '')
  return isNamed && footnotes.length === 0 && below.length === 0 && refused.length === 0 && rows.length > 0
}

const HEAD_BYTES_MIN = 128_000
const HEAD_RECORDS_MIN = 512
const HEAD_BYTES_MAX = 1 << 22

/**
 * Behind the record after which the head is long enough for whatever looks at the first rows only; null where it would be too
 * long, as where lines end with CR alone. Widens the window.
 */
function findHeadEnd(blocks: FileBlocks): number | null {
  let [records, at] = [0, 0]
  for (;;) {
    const { bytes } = blocks
    const end = findRecordEnd(bytes, at)
    if (end !== null) {
      records += 1
      at = end
      if (records >= HEAD_RECORDS_MIN && at > HEAD_BYTES_MIN) return at
    } else if (blocks.isEnd) return bytes.length
    else if (bytes.length >= HEAD_BYTES_MAX || !blocks.widen()) return null
  }
}

/** The encoding of the whole file, as far as it is not shown by each cell. */
function findEncoding({ encoding }: Sheet, source: ByteSource): CutEncoding | null {
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') return encoding
  if (encoding !== 'gb18030') return null
  const beyond = gatherBeyondAscii(source)
  return looksLikeBig5(beyond) || looksWestern(beyond, 2) ? null : encoding
}

const MARK_BYTES = 3

/** The header's record shows the delimiter, and where the records begin. */
function findHeaderRecord(
  bytes: Uint8Array,
  sheet: Sheet,
  texts: CellTexts,
): { delimiter: number; start: number; line: number } | null {
  const first = sheet.encoding === 'utf-8-bom' ? MARK_BYTES : 0
  for (const delimiter of DELIMITERS) {
    let [at, line] = [first, 1]
    for (;;) {
      const record = cutRecord(bytes, at, { to: bytes.length, delimiter, texts })
      if (typeof record === 'string') break
      const { cells, next, breaks } = record
      const isHeader =
        cells.length === sheet.headers.length && cells.every((cell, i) => cell.trim() === sheet.headers[i])
      if (line === sheet.headerRow && isHeader) return { delimiter, start: next, line: line + 1 + breaks }
      if (line >= sheet.headerRow) break
      at = next
      line += 1 + breaks
    }
  }
  return null
}

const DELIMITERS = [',', '\t', ';'].map((sign) => sign.charCodeAt(0))
