import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildDiskEffects } from '../../scripts/line/disk-effects.ts'
import { startSecondThread } from '../../scripts/line/second-thread.ts'
import type { LineEffects, SecondThread } from '../../src/line/effects.ts'
import { isWorthSecond } from '../../src/line/file-weights.ts'
import { runLine } from '../../src/line/run-line.ts'
import { openPortal } from '../../src/portal/portal.ts'
import { withPortal } from './with-portal.ts'

const DAY = '2026-11-20'

/** The line over a folder with a second thread, which `change` may hold back or hurry. */
function effectsOf(data: string, change: (second: SecondThread) => SecondThread, threadData = data): LineEffects {
  return { ...buildDiskEffects(data, DAY), startSecond: (tasks) => change(startSecondThread(threadData, tasks)) }
}

/** Leaves all files to the second thread. */
const leaveAll = (second: SecondThread): SecondThread => ({ ...second, claim: () => Number.POSITIVE_INFINITY })

test.each([
  ['share the files', (second: SecondThread) => second],
  ['one of them has all files', leaveAll],
])('two threads find what one finds, record for record, where %s', (_, change) =>
  withPortal(['small'], async (folder) => {
    const data = join(folder, 'data')
    const portal = await openPortal(data)
    const alone = await runLine(portal, buildDiskEffects(data, DAY))
    expect(alone.tables.length).toBeGreaterThan(1)
    expect(alone.problems.length).toBeGreaterThan(0)
    const together = await runLine(portal, effectsOf(data, change))
    expect(together).toEqual(alone)
    // As they are published and kept.
    expect(JSON.stringify(together)).toBe(JSON.stringify(alone))
  }),
)

test('progress names each file once', () =>
  withPortal(['small'], async (folder) => {
    const data = join(folder, 'data')
    const named: string[] = []
    const effects = effectsOf(data, (second) => second)
    const { files } = await runLine(await openPortal(data), { ...effects, reportProgress: (file) => named.push(file) })
    expect(named.sort()).toEqual(files.map(({ path }) => path).sort())
  }))

test('what the second thread throws is thrown', () =>
  withPortal(['small'], async (folder) => {
    const data = join(folder, 'data')
    const portal = await openPortal(data)
    const effects = effectsOf(data, leaveAll, join(folder, 'elsewhere'))
    await expect(runLine(portal, effects)).rejects.toThrow(/ENOENT/)
  }))

test('a second thread that is ended before its work is done is no result', async () => {
  const second = startSecondThread('.', [])
  await second.close()
  await expect(second.finish()).rejects.toThrow(/^the second thread ended with \d before its work was done$/)
})

test.each([
  ['twelve months of 24 MB', Array.from({ length: 12 }, () => ['2026-01.csv', 24e6] as const), true],
  ['two of them', [['2026-01.csv', 24e6] as const, ['2026-02.csv', 24e6] as const], false],
  ['one file, however large', [['2026-01.csv', 170e6] as const], false],
  ['forty files of 60 kB, which are read as sheets', Array.from({ length: 40 }, () => ['a.csv', 60e3] as const), true],
  ['ten of them', Array.from({ length: 10 }, () => ['a.csv', 60e3] as const), false],
  ['twenty workbooks of 20 kB', Array.from({ length: 20 }, () => ['a.xlsx', 20e3] as const), true],
  ['nothing', [], false],
])('%s', async (_, files, isWorth) => {
  const portal = await openPortal('data')
  const [contract] = portal.contracts.values()
  if (!contract) throw new Error('no contract')
  const tasks = files.map(([path, bytes]) => ({
    ...{ contract, places: portal.places, departments: portal.departments, acceptedCells: new Set<string>() },
    file: { path, bytes, dataset: contract.id, period: '2026-01' },
  }))
  expect(isWorthSecond(tasks)).toBe(isWorth)
})
