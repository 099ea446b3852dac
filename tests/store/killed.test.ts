import { spawnSync } from 'node:child_process'
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appendRelease } from '../../src/store/append-release.ts'
import { readPublished } from '../../src/store/read-published.ts'
import { CONTRACT, edition, inFolder, row, table } from './edition.ts'

const CONTRACTS = new Map([[CONTRACT.id, CONTRACT]])
const NEXT = [table('2026-10', row('甲', 2)), table('2026-11', row('甲', 5))]

/** Publishes in a process of its own that is killed at a step; 0 lets it come to its end. */
function publishKilledAt(folder: string, step: number, where: 'before' | 'within') {
  const program = join(import.meta.dirname, 'killed-publish.ts')
  return spawnSync(process.execPath, [program, folder, String(step), where], { encoding: 'utf8' })
}

async function closedByPeriod(folder: string): Promise<Record<string, unknown>> {
  const { tables, releases } = await readPublished(folder, CONTRACTS)
  const flow = tables.get('cases/flow')
  const values = (flow?.periods ?? []).map((period) => [period, flow?.rows(period)[0]?.cells['closed']?.value])
  return { releases: releases.length, ...Object.fromEntries(values) }
}

const OLD = { releases: 1, '2026-10': 1 }
const NEW = { releases: 2, '2026-10': 2, '2026-11': 5 }

test('a process killed at any step leaves the last release whole, and the next run publishes the rest', () =>
  inFolder(async (base) => {
    const first = join(base, 'first')
    await appendRelease(first, edition(table('2026-10', row('甲', 1))))
    const whole = join(base, 'whole')
    await cp(first, whole, { recursive: true })
    const steps = Number(publishKilledAt(whole, 0, 'before').stdout)
    // Two files, the list of hashes twice and the log, each written and then renamed.
    expect(steps).toBe(10)
    const log = await readFile(join(whole, 'releases.jsonl'), 'utf8')
    const seen = new Set<number>()
    for (let step = 1; step <= steps; step += 1) {
      // Every odd step writes, and may leave half a file; a rename happens or does not.
      for (const where of step % 2 === 1 ? (['before', 'within'] as const) : (['before'] as const)) {
        const folder = join(base, `${step}-${where}`)
        await cp(first, folder, { recursive: true })
        expect(publishKilledAt(folder, step, where).signal, `step ${step} ${where}`).toBe('SIGKILL')
        const left = await closedByPeriod(folder)
        expect([OLD, NEW], `step ${step} ${where}`).toContainEqual(left)
        seen.add(Number(left['releases']))
        await appendRelease(folder, edition(...NEXT))
        expect(await closedByPeriod(folder)).toEqual(NEW)
        expect(await readFile(join(folder, 'releases.jsonl'), 'utf8')).toBe(log)
      }
    }
    expect([...seen]).toEqual([1, 2])
  }))
