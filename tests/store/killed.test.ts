import { spawnSync } from 'node:child_process'
import { cp, readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { appendRelease, finishRelease } from '../../src/store/append-release.ts'
import { openFolder } from '../../src/store/file-reader.ts'
import { readPublished } from '../../src/store/read-published.ts'
import { verifySite } from '../../src/store/verify-site.ts'
import { CONTRACT, makeEdition, makeRow, makeTable, runInFolder } from './edition.ts'
import { LISTED_CONTRACTS, listOn, OCTOBER } from './listed.ts'

const CONTRACTS = new Map([[CONTRACT.id, CONTRACT]])
const NEXT = [makeTable('2026-10', makeRow('甲', 2)), makeTable('2026-11', makeRow('甲', 5))]

/** Publishes in a process of its own that is killed at a step; 0 lets it come to its end. */
function publishKilledAt(folder: string, step: number, where: 'before' | 'within', what: 'months' | 'lapse') {
  const program = join(import.meta.dirname, 'killed-publish.ts')
  return spawnSync(process.execPath, [program, folder, String(step), where, what], { encoding: 'utf8' })
}

async function readClosedByPeriod(folder: string): Promise<Record<string, unknown>> {
  const { tables, releases } = await readPublished(folder, CONTRACTS)
  const flow = tables.get('cases/flow')
  const values = (flow?.periods ?? []).map((period) => [period, flow?.readRows(period)[0]?.cells['closed']?.value])
  return { releases: releases.length, ...Object.fromEntries(values) }
}

const OLD = { releases: 1, '2026-10': 1 }
const NEW = { releases: 2, '2026-10': 2, '2026-11': 5 }

test('a process killed at any step leaves the last release whole, and the next run publishes the rest', () =>
  runInFolder(async (base) => {
    const first = join(base, 'first')
    await appendRelease(first, makeEdition(makeTable('2026-10', makeRow('甲', 1))))
    const whole = join(base, 'whole')
    await cp(first, whole, { recursive: true })
    const steps = Number(publishKilledAt(whole, 0, 'before', 'months').stdout)
    // Two files, the list of hashes twice and the log, each written and then renamed.
    expect(steps).toBe(10)
    const log = await readFile(join(whole, 'releases.jsonl'), 'utf8')
    const seen = new Set<number>()
    for (let step = 1; step <= steps; step += 1) {
      // Every odd step writes, and may leave half a file; a rename happens or does not.
      for (const where of step % 2 === 1 ? (['before', 'within'] as const) : (['before'] as const)) {
        const folder = join(base, `${step}-${where}`)
        await cp(first, folder, { recursive: true })
        expect(publishKilledAt(folder, step, where, 'months').signal, `step ${step} ${where}`).toBe('SIGKILL')
        const left = await readClosedByPeriod(folder)
        expect([OLD, NEW], `step ${step} ${where}`).toContainEqual(left)
        seen.add(Number(left['releases']))
        await appendRelease(folder, makeEdition(...NEXT))
        expect(await readClosedByPeriod(folder)).toEqual(NEW)
        expect(await readFile(join(folder, 'releases.jsonl'), 'utf8')).toBe(log)
      }
    }
    expect([...seen]).toEqual([1, 2])
  }))

test('killed while lapsed entries are taken out: the old list, or the new list, and the next run deletes the bytes', () =>
  runInFolder(async (base) => {
    const first = join(base, 'first')
    await appendRelease(first, listOn('2026-11-20', OCTOBER))
    const whole = join(base, 'whole')
    await cp(first, whole, { recursive: true })
    const steps = Number(publishKilledAt(whole, 0, 'before', 'lapse').stdout)
    // The new file, the list of hashes twice and the log, each written and then renamed; and one file removed.
    expect(steps).toBe(9)
    const ended = await verifyStore(whole)
    expect(ended.problems).toEqual([])
    for (let step = 1; step <= steps; step += 1) {
      const folder = join(base, String(step))
      await cp(first, folder, { recursive: true })
      expect(publishKilledAt(folder, step, 'before', 'lapse').signal, `step ${step}`).toBe('SIGKILL')
      const { tables, releases } = await readPublished(folder, LISTED_CONTRACTS)
      const names = tables
        .get('listed/entries')
        ?.readRows('2026-10')
        .map(({ key }) => key['name'])
      expect(names, `step ${step}`).toEqual(releases.length === 1 ? ['甲', '乙', '丙'] : ['乙', '丙'])
      // As publish does where nothing is new.
      if ((await appendRelease(folder, listOn('2026-12-01'))) === null) await finishRelease(folder)
      expect(await verifyStore(folder)).toEqual(ended)
    }
  }))

async function verifyStore(folder: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const list = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  return verifySite({ kind: 'store', read: openFolder(folder), list: list.toSorted() })
}
