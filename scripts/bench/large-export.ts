import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildTwoByteTable } from '../demo/encode.ts'

/** What a folder of raw files for measuring holds. */
interface LargeExport {
  /** Rows of each month. */
  rows: number
  months: readonly string[]
  encoding: 'utf-8' | 'gb18030'
}

const LISTS = ['places.csv', 'departments.csv', 'holidays.csv']
/** Grids of one community. */
const GRIDS_MAX = 8

/** Months of cases, made of those of the demonstration over and over under new numbers and grids. */
export async function writeLargeExport(
  folder: string,
  data: string,
  { rows, months, encoding }: LargeExport,
): Promise<void> {
  const target = join(folder, 'raw', 'cases')
  await mkdir(target, { recursive: true })
  for (const list of LISTS) await copyFile(join(data, list), join(folder, list))
  for (const month of months) {
    const received = decodeReceived(await readFile(join(data, 'raw', 'cases', `${month}.csv`)))
    const text = multiplyCases(received, rows)
    await writeFile(join(target, `${month}.csv`), encoding === 'utf-8' ? text : encodeGb18030(text))
  }
}

export function decodeReceived(bytes: Uint8Array): string {
  const utf8 = new TextDecoder().decode(bytes)
  return utf8.includes('\ufffd') ? new TextDecoder('gb18030').decode(bytes) : utf8
}

/** The first columns are the number of a case and its grid: 12 digits of the community and 3 of the grid in it. */
export function multiplyCases(received: string, rows: number): string {
  const [header = '', ...lines] = received.trimEnd().split(/\r?\n/)
  const made = [header]
  for (let count = 0; count < rows; count += 1) {
    const [number = '', grid = '', ...rest] = (lines[count % lines.length] ?? '').split(',')
    const round = String(Math.floor(count / lines.length)).padStart(4, '0')
    const sequence = String(1 + ((count * 7) % GRIDS_MAX)).padStart(3, '0')
    made.push([`${number.slice(0, 4)}${round}${number.slice(4)}`, `${grid.slice(0, 12)}${sequence}`, ...rest].join(','))
  }
  return `${made.join('\n')}\n`
}

export function encodeGb18030(text: string): Uint8Array {
  const table = buildTwoByteTable()
  const bytes = new Uint8Array(text.length * 2)
  let length = 0
  for (const character of text) {
    const pair = table.get(character) ?? character.charCodeAt(0)
    if (pair > 0xff) bytes[length++] = pair >> 8
    bytes[length++] = pair & 0xff
  }
  return bytes.slice(0, length)
}
