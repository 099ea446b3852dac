import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { buildBesideText } from '../../../scripts/bench/beside-lines.ts'
import { isWorse, keepRun, readLastRuns } from '../../../scripts/bench/line-history.ts'
import type { Beside } from '../../../scripts/bench/measure-beside.ts'

const MACHINE = { node: 'v24.0.0', cores: 2, processor: 'a processor' }
const DATE = '2026-11-30T20:00:00.000Z'

function makeFigure(cpuSeconds: number, cpuRatio: number | null, name = 'month'): Beside {
  const ours = { cpuSeconds, wallSeconds: 1, bytesMax: 250_000_000 }
  return { name, rows: 144_000, ours, duckdb: null, cpuRatio, wallRatio: null, before: null, rivals: [] }
}

async function makeHistory(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mingge-history-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, 'line.jsonl')
}

test('a run is compared with the last run of the same export on such a machine', async () => {
  const file = await makeHistory()
  expect([...(await readLastRuns(MACHINE, file))]).toEqual([])
  await keepRun({ date: DATE, machine: MACHINE, figures: [makeFigure(9, 0.9), makeFigure(8, null, '--help')] }, file)
  await keepRun({ date: DATE, machine: MACHINE, figures: [makeFigure(4, 0.4)] }, file)
  await keepRun({ date: DATE, machine: { ...MACHINE, cores: 64 }, figures: [makeFigure(1, 0.1)] }, file)
  expect([...(await readLastRuns(MACHINE, file))]).toEqual([
    ['month, 144000', { cpuSeconds: 4, cpuRatio: 0.4 }],
    ['--help, 144000', { cpuSeconds: 8, cpuRatio: null }],
  ])
})

test('the oldest runs are left out of the file', async () => {
  const file = await makeHistory()
  for (let run = 1; run <= 22; run += 1)
    await keepRun({ date: DATE, machine: MACHINE, figures: [makeFigure(run, null)] }, file)
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
  expect(lines).toHaveLength(20)
  expect(lines[0]).toContain('"cpuSeconds":3')
})

test('a change for the worse is seen by the ratio, where there is one, and printed', () => {
  const before = { cpuSeconds: 4, cpuRatio: 0.4 }
  // Twice the seconds on a machine that is busy.
  expect(isWorse({ ...makeFigure(8, 0.41), before })).toBe(false)
  expect(isWorse({ ...makeFigure(4, 0.45), before })).toBe(true)
  expect(isWorse({ ...makeFigure(8, null), before })).toBe(true)
  expect(isWorse(makeFigure(8, 0.9))).toBe(false)
  const [, , ...lines] = buildBesideText([
    { ...makeFigure(4, 0.45), before },
    { ...makeFigure(4, 0.4), before },
  ])
  expect(lines.map((line) => line.includes('✗ 变差'))).toEqual([true, false])
})
