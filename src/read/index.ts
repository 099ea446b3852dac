import type { Profile } from '../contracts/contract.ts'
import { createProblem } from '../problems/create-problem.ts'
import { decode } from './encoding.ts'
import { FILE_BYTES_MAX } from './limits.ts'
import { checkText } from './other-kinds.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import type { Reading } from './sheet.ts'

/**
 * Bytes of one file → its sheets, or the problems that stopped it. The content decides what the file is, never its
 * name. `file` is the path below the data folder. No bytes make it throw.
 */
export function read(bytes: Uint8Array, file: string, profile: Profile = {}): Reading {
  if (bytes.length === 0) return reject(createProblem('file-empty', { file }))
  if (bytes.length > FILE_BYTES_MAX) {
    return reject(
      createProblem('file-too-large', { file }, { found: String(bytes.length), expected: `≤ ${FILE_BYTES_MAX}` }),
    )
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return reject(createProblem('file-old-workbook', { file }))
  const other = OTHERS.find(({ signature }) => startsWith(bytes, signature))
  if (other) return reject(createProblem('file-not-a-table', { file }, { found: other.name }))
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readXlsx(bytes, file, profile)
  const decoded = decode(bytes, file)
  if ('problem' in decoded) return reject(decoded.problem)
  const text = checkText(decoded.text, file)
  if (text) return reject(text)
  return readCsv(decoded, file, profile)
}

/** A scan or a photograph of a table is sent for the table itself. */
const OTHERS = [
  { name: 'PDF', signature: [0x25, 0x50, 0x44, 0x46] },
  { name: 'PNG', signature: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'JPEG', signature: [0xff, 0xd8, 0xff] },
]

function reject(problem: Reading['problems'][number]): Reading {
  return { sheets: [], problems: [problem] }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
