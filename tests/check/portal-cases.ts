import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildDiskEffects } from '../../scripts/line/disk-effects.ts'
import { type LineResult, runLine } from '../../src/line/run-line.ts'
import { openPortal } from '../../src/portal/portal.ts'

const CASES = join(import.meta.dirname, '../cases/rows')

/** What the line makes of a folder of `tests/cases/rows`, laid over others of them. */
export async function runCase(...layers: readonly string[]): Promise<LineResult> {
  const folder = await mkdtemp(join(tmpdir(), 'mingge-case-'))
  try {
    for (const layer of layers) await cp(join(CASES, layer), folder, { recursive: true })
    const portal = await openPortal(folder)
    return await runLine(portal, buildDiskEffects(folder, '2026-11-29'))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The findings of a run in short: `level rule@row`, those of the listed rules left out. */
export function listFindings({ problems }: LineResult, except: readonly string[] = []): string[] {
  return problems
    .filter(({ rule }) => !except.includes(rule))
    .map(({ level, rule, row }) => `${level} ${rule}${row === null ? '' : `@${row}`}`)
}
