import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { generateStrings, type LabelledString } from './generate.ts'

const SEED = 20261012

/** All strings of the labelled set: those written by hand, then those made from the seed. */
export function makeLabelledStrings(): LabelledString[] {
  const text = readFileSync(new URL('hand-made.csv', import.meta.url), 'utf8')
  const { data } = Papa.parse<Record<'kinds' | 'header' | 'text' | 'allowed', string>>(text, {
    header: true,
    skipEmptyLines: true,
  })
  const written = data.map(({ kinds, header, text: own, allowed }) => ({
    kinds: kinds.split('|').filter(Boolean),
    header,
    text: own,
    allowed,
  }))
  return [...written, ...generateStrings(SEED)]
}

/** The data file: every second string is held out while the scanner is tuned. */
export function toLabelledCsv(strings: readonly LabelledString[]): string {
  const rows = strings.map(({ kinds, header, text, allowed }, index) => ({
    half: index % 2 === 0 ? 'tune' : 'hold',
    kinds: kinds.join('|'),
    header,
    text,
    allowed,
  }))
  return `${Papa.unparse(rows, { newline: '\n' })}\n`
}
