import { acceptFile, type ByteSource, findRecordEnd, readRecordsAround } from '../../accept/index.ts'
import { finishAccepted } from '../../line/finish-accepted.ts'
import { PIECES_BYTES_MIN } from '../../line/raw-bytes.ts'
import { read } from '../../read/index.ts'
import { FILE_BYTES_MAX } from '../../read/limits.ts'
import type { Reading, Sheet } from '../../read/sheet.ts'
import { ROWS_LOOKED_AT } from '../../suggest/guess-period.ts'
import { recallSettings } from '../again.ts'
import type { CheckerPortal } from '../checker-portal.ts'
import type { CheckerFile } from '../protocol.ts'
import { type CheckedFile, fingerprintOf } from './check-file.ts'
import { Crc32 } from './crc32.ts'
import { ROWS_AT_TOP } from './preview.ts'
import { contextOf, findContract, type Given, type Progress, recognise } from './recognise.ts'

/** A large file that stays where it is, with what the clerk declared about it. */
interface LargeFile extends Omit<Given, 'bytes'>, Pick<CheckerFile, 'before'> {
  source: ByteSource
  size: number
}

/**
 * Checks a large delimited file straight from its bytes, with the same result as `checkFile`. `progress` is given bytes. Null
 * where the file must be read as a whole: it is small, or no table of a known dataset and period, or not plain enough.
 */
export function checkPlainFile(file: LargeFile, portal: CheckerPortal, progress: Progress): CheckedFile | null {
  const { name, source, size } = file
  if (size < PIECES_BYTES_MIN || size > FILE_BYTES_MAX) return null
  const head = readHead(source)
  const opened = head && recogniseHead(file, head, portal)
  if (!opened) return null
  const { contract, period, sheet, recognised } = opened
  const context = contextOf(name, { contract, period }, portal)
  let checksum = new Crc32()
  const onAgain = () => {
    checksum = new Crc32()
  }
  const onBytes = (bytes: Uint8Array) => {
    checksum.update(bytes)
    progress(checksum.length, size)
  }
  const accepted = acceptFile(contract, { file: name, source, size, onBytes, onAgain, context })
  if (!accepted) return null
  const { encoding, delimiter } = accepted
  const result = finishAccepted(contract, accepted, context)
  accepted.release()
  const layout = { encoding, delimiter, headerRow: sheet.headerRow }
  return {
    name,
    ...recognised,
    ...result,
    readSheets: (rows) => [addRows(sheet, rows.length === 0 ? [] : readRecordsAround(source, layout, rows))],
    lines: new Map(),
    fingerprint: fingerprintOf(checksum.length, checksum.value),
  }
}

/** What the first rows show a file to be, which is what the whole shows where all further rows are plain; null where they do not. */
function recogniseHead(file: LargeFile, head: Head, portal: CheckerPortal) {
  const given = { ...file, bytes: head.bytes }
  const first = recogniseRows(given, head, portal)
  const more = file.before && recallSettings(first.recognised, file.before)
  const { contract, sheet, recognised } = more ? recogniseRows({ ...given, ...more }, head, portal) : first
  const { period } = recognised
  return contract && period !== null && sheet ? { contract, period, recognised, sheet } : null
}

function recogniseRows(given: Given, { bytes, top }: Head, portal: CheckerPortal) {
  const found = findContract({ ...given, bytes: bytes.subarray(0, top) }, portal)
  const { contract } = found
  const { sheets, problems } = contract ? read(bytes, given.name, contract.profile) : NOTHING_READ
  const [sheet] = problems.length === 0 ? sheets : []
  const hasEnough = sheet !== undefined && sheet.rows.length >= ROWS_LOOKED_AT
  const shown = hasEnough ? { ...sheet, rows: sheet.rows.slice(0, ROWS_AT_TOP) } : null
  return { contract, sheet: shown, recognised: recognise(given, found, sheet) }
}

const NOTHING_READ: Reading = { sheets: [], problems: [] }

/** The first rows with those that lie around others. */
function addRows(sheet: Sheet, around: Sheet['rows']): Sheet {
  const last = sheet.rows.at(-1)?.row ?? 0
  const below = around.filter(({ row }) => row > last)
  return { ...sheet, rows: [...sheet.rows, ...below.sort((a, b) => a.row - b.row)] }
}

/** Titles, the header and the rows that show which dataset a file is of; and all rows that anybody looks at to guess its period. */
const TOP_RECORDS = 300
const HEAD_RECORDS = ROWS_LOOKED_AT + 100
const HEAD_BYTES_MAX = 1 << 22

/** The first records of a file; `top` is where the first of them end. */
interface Head {
  bytes: Uint8Array
  top: number
}

/** Null where the first records are too long, or too few for a large file. */
function readHead(source: ByteSource): Head | null {
  const bytes = new Uint8Array(HEAD_BYTES_MAX)
  let [length, records, top, at] = [0, 0, 0, 0]
  while (length < HEAD_BYTES_MAX) {
    const count = source.read(bytes.subarray(length, length + PIECE_BYTES), length)
    if (count === 0) return null
    length += count
    const head = bytes.subarray(0, length)
    for (let end = findRecordEnd(head, at); end !== null; end = findRecordEnd(head, at)) {
      at = end
      records += 1
      if (records === TOP_RECORDS) top = at
      if (records === HEAD_RECORDS) return { bytes: head.subarray(0, at), top }
    }
  }
  return null
}

const PIECE_BYTES = 1 << 18
