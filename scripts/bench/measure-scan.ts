import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { scanText } from '../../src/personal/scan-text.ts'

/** Data found, missed, and found where there were none of that kind. */
interface Hits {
  found: number
  missed: number
  wrong: number
}

/** What the scanner finds in strings of which it is known what they hold. */
export interface ScanFigures {
  strings: number
  /** Strings with personal data in them. */
  positive: number
  /** By set: strings written by hand before the scanner saw them, and two halves of those made from a seed. */
  sets: Record<string, Hits>
  kinds: Record<string, Hits>
}

type Row = Record<'kinds' | 'header' | 'text' | 'allowed', string> & { half?: string }

/** Scans the labelled strings of CSV files with the columns kinds, header, text and allowed, and half where there are halves. */
export async function measureScan(files: readonly string[]): Promise<ScanFigures> {
  const data: Row[] = []
  for (const file of files) {
    const text = await readFile(file, 'utf8')
    data.push(...Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data)
  }
  const sets: Record<string, Hits> = {}
  const kinds: Record<string, Hits> = {}
  let positive = 0
  for (const { half = 'written', kinds: labels, header, text, allowed } of data) {
    sets[half] ??= { ...NOTHING }
    const counts = sets[half]
    const expected = labels.split('|').filter(Boolean)
    if (expected.length > 0) positive += 1
    const found = scanText(text, { header, allowed: new Set(allowed.split('|').filter(Boolean)) }).map(
      (hit) => hit.kind,
    )
    for (const { kind, outcome } of compareKinds(expected, found)) {
      counts[outcome] += 1
      kinds[kind] ??= { ...NOTHING }
      kinds[kind][outcome] += 1
    }
  }
  return { strings: data.length, positive, sets, kinds }
}

const NOTHING: Hits = { found: 0, missed: 0, wrong: 0 }

/** Each expected kind once as found or missed, each other kind as wrong. */
function compareKinds(expected: readonly string[], found: readonly string[]): { kind: string; outcome: keyof Hits }[] {
  const left = [...expected]
  const outcomes: { kind: string; outcome: keyof Hits }[] = []
  for (const kind of found) {
    const index = left.indexOf(kind)
    if (index >= 0) left.splice(index, 1)
    outcomes.push({ kind, outcome: index >= 0 ? 'found' : 'wrong' })
  }
  return [...outcomes, ...left.map((kind) => ({ kind, outcome: 'missed' as const }))]
}
