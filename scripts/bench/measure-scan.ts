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
  /** The half that the scanner was tuned on, and the half that was held out; `positive` counts strings with data. */
  halves: Record<'tune' | 'hold', Hits & { positive: number }>
  kinds: Record<string, Hits>
}

type Row = Record<'half' | 'kinds' | 'header' | 'text' | 'allowed', string>

/** Scans the labelled strings of a CSV with the columns half, kinds, header, text and allowed. */
export async function measureScan(file: string): Promise<ScanFigures> {
  const { data } = Papa.parse<Row>(await readFile(file, 'utf8'), { header: true, skipEmptyLines: true })
  const halves = { tune: { ...NOTHING, positive: 0 }, hold: { ...NOTHING, positive: 0 } }
  const kinds: Record<string, Hits> = {}
  for (const { half, kinds: labels, header, text, allowed } of data) {
    const counts = halves[half === 'hold' ? 'hold' : 'tune']
    const expected = labels.split('|').filter(Boolean)
    if (expected.length > 0) counts.positive += 1
    const found = scanText(text, { header, allowed: new Set(allowed.split('|').filter(Boolean)) }).map(
      (hit) => hit.kind,
    )
    for (const { kind, outcome } of compareKinds(expected, found)) {
      counts[outcome] += 1
      kinds[kind] ??= { ...NOTHING }
      kinds[kind][outcome] += 1
    }
  }
  return { strings: data.length, halves, kinds }
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
