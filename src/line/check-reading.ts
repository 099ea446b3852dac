import { acceptFile, acceptFileByTwo, type ScanElsewhere } from '../accept/index.ts'
import { type CheckContext, check } from '../check/index.ts'
import type { Contract } from '../contracts/contract.ts'
import { hasErrors, type Problem } from '../problems/problem.ts'
import { protectColumns } from '../protect/index.ts'
import { read } from '../read/index.ts'
import type { Reading } from '../read/sheet.ts'
import { tabulateColumns } from '../tabulate/index.ts'
import { sum } from '../text/sum.ts'
import { type FileResult, isStopped, type OnColumns } from './file-result.ts'
import { finishAccepted } from './finish-accepted.ts'
import { PIECES_BYTES_MIN, type RawBytes } from './raw-bytes.ts'

/** The bytes of one file through the line: straight to columns where they are plain, else read as sheets and checked. */
export async function checkBytes(contract: Contract, raw: RawBytes, of: CheckedBytes): Promise<BytesResult> {
  const { file, context, onColumns, scanElsewhere } = of
  let passed = raw.startHash()
  const onBytes = passed ? (bytes: Uint8Array) => passed?.update(bytes) : undefined
  const onAgain = () => {
    passed = raw.startHash()
  }
  const given = { ...raw, file, context, onBytes, onAgain }
  const accept = () => (scanElsewhere ? acceptFileByTwo(contract, given, scanElsewhere) : acceptFile(contract, given))
  const accepted = raw.size < PIECES_BYTES_MIN ? null : await accept()
  if (accepted) {
    const sha256 = passed?.digest() ?? raw.hash()
    const result = finishAccepted(contract, accepted, context, onColumns)
    accepted.release()
    return { ...result, sheets: [], sha256 }
  }
  const { reading, sha256 } = readHashed(contract, raw, file)
  const sheets = reading.sheets.flatMap(({ sheet }) => sheet ?? [])
  return { ...checkReading(contract, reading, context, onColumns), sheets, sha256 }
}

/** The bytes themselves are let go before anything is checked. */
function readHashed({ profile }: Contract, raw: RawBytes, file: string): { reading: Reading; sha256: string } {
  const bytes = raw.readWhole()
  return { reading: read(bytes, file, profile), sha256: raw.hash(bytes) }
}

/** Names of the worksheets that were read beside what became of them; [] for a CSV. */
interface BytesResult extends FileResult {
  sheets: string[]
  /** Of the bytes that were checked. */
  sha256: string
}

interface CheckedBytes {
  file: string
  context: CheckContext
  onColumns?: OnColumns
  /** Where another thread is to scan a part of it. */
  scanElsewhere?: ScanElsewhere | undefined
}

/**
 * One file through the line: check → protect → tabulate. Where `read` refused some of its rows, the others are checked
 * all the same, so that the clerk hears of everything at once; where it left none, there is nothing to check.
 */
export function checkReading(
  contract: Contract,
  reading: Reading,
  context: CheckContext,
  onColumns?: OnColumns,
): FileResult {
  const found: Problem[] = reading.problems.map((problem) => ({ ...problem, dataset: contract.id }))
  const encoding = reading.sheets[0]?.encoding ?? null
  if (hasErrors(found) && reading.sheets.every((sheet) => sheet.rows.length === 0)) {
    const rows = sum(reading.sheets.map((sheet) => sheet.refused?.length ?? 0))
    context.witness?.addSheet(rows, 0)
    return {
      encoding,
      problems: found,
      rowsRead: rows,
      rowsUsed: 0,
      rowsRefused: rows,
      tables: [],
      digest: null,
      shape: null,
    }
  }
  const { rowsRead, rowsUsed, rowsRefused, digest, shape, ...checked } = check(contract, reading.sheets, context)
  const problems = [...found, ...checked.problems]
  const result = { encoding, problems, rowsRead, rowsUsed, rowsRefused }
  if (isStopped(problems)) return { ...result, tables: [], digest, shape: null }
  const columns = protectColumns(contract, checked.columns)
  onColumns?.(columns)
  const tables = tabulateColumns(contract, columns, context)
  context.witness?.addTables(tables)
  return { ...result, tables, digest, shape }
}
