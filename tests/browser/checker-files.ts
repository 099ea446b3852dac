import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { main as check } from '../../scripts/check.ts'
import type { ProblemJson } from '../../src/problems/json.ts'
import { runScript, withPortal } from '../site/with-portal.ts'
import { DATA, NAME, sent } from './checker-month.ts'
import { DATE } from './short-portal.ts'

export { NAME, readBrokenFile, sent } from './checker-month.ts'

/** What `npm run check -- --format json` says of the file in a portal that holds nothing else. */
export async function runCommandLine(text: string): Promise<ProblemJson[]> {
  let out = ''
  await withPortal([], async (folder) => {
    await mkdir(join(folder, 'data/raw/satisfaction'), { recursive: true })
    await cp(join(DATA, 'places.csv'), join(folder, 'data/places.csv'))
    await writeFile(join(folder, 'data/raw/satisfaction', NAME), text)
    // Nothing is overdue on this day, whenever the test is run.
    const run = await runScript(check, folder, ['--format', 'json', '--today', DATE])
    if (run.code !== 1) throw new Error(`check ended with ${run.code}: ${run.err}`)
    out = run.out
  })
  return JSON.parse(out).problems
}

export function fileOf(name: string, text: string) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
}

/** The rows of the month over and over, each callback with a number of its own. */
export function composeManyRows(count: number): string {
  const [header = '', ...lines] = sent.trim().split('\n')
  const rows = Array.from({ length: count }, (_, index) => {
    const line = lines[index % lines.length] ?? ''
    return line.replace(/^[^,]*/, `HF2026${String(index).padStart(8, '0')}`)
  })
  return [header, ...rows].join('\n')
}
