import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { catchOutput } from '../site/with-portal.ts'

const SOLVER = '../../src/withhold/highs-solver.ts'
beforeAll(() => {
  // Other files of tests may have loaded the solver as it is.
  vi.resetModules()
  vi.doMock(SOLVER, async (importOriginal) => {
    const { loadSolver } = await importOriginal<typeof import('../../src/withhold/highs-solver.ts')>()
    return { loadSolver: () => loadSolver(0) }
  })
})
afterAll(() => {
  vi.doUnmock(SOLVER)
  vi.resetModules()
})

test('a cell for which the solver has no time is named, and not called safe: exit 1', async () => {
  const { exitCodeOf } = await import('../../scripts/command/run-command.ts')
  const { main } = await import('../../scripts/audit.ts')
  const folder = await mkdtemp(join(tmpdir(), 'mingge-undecided-'))
  const file = join(folder, 'tables.json')
  const equations = [
    [0, [3, 4]],
    [1, [4, 5]],
    [2, [3, 5]],
  ]
  await writeFile(file, JSON.stringify({ n: 5, published: [9, 9, 8, null, null, null], equations, hiddenAtLeast: 1 }))
  const run = await catchOutput(() => exitCodeOf(main, ['--tables', file, '--format', 'json', '--lang', 'en']))
  await rm(folder, { recursive: true })
  expect(run.out).toBe('{"exact":[],"narrow":[]}\n')
  expect(run.err).toContain('Cells that could not be decided: 3 4 5')
  expect(run.result).toBe(1)
})
