import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

export const DATA = resolve(import.meta.dirname, '../../data')

export const NAME = '2026-10.csv'

/** A month of callbacks as the demonstration city sent it. */
export const sent = await readFile(join(DATA, 'raw/satisfaction', NAME), 'utf8')

/** The month as sent, with a month that is January or October, two ratings that are none, and a district that is missing. */
export function readBrokenFile(): string {
  const lines = sent.split('\n')
  const alter = (row: number, from: RegExp, to: string) => {
    const line = lines[row - 1] ?? ''
    if (!from.test(line)) throw new Error(`line ${row} has changed: ${line}`)
    lines[row - 1] = line.replace(from, to)
  }
  alter(3, /2026-10/, '2026.1')
  alter(5, /,[^,]*$/, ',不错')
  alter(7, /,[^,]*$/, ',不错')
  alter(9, /^([^,]*,[^,]*,)[^,]*/, '$1')
  return lines.join('\n')
}
