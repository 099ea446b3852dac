import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { runProgram } from '../../../scripts/command/child.ts'
import { PROJECT } from '../../../scripts/command/options.ts'
import { importBundled, stampProgram } from '../../../scripts/line/program-bundle.ts'

/** A portal whose cases have a fault, with several files. */
async function makePortal(): Promise<{ data: string; memory: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'mingge-bundle-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const data = join(folder, 'data')
  await mkdir(join(data, 'raw', 'cases'), { recursive: true })
  for (const list of ['places.csv', 'departments.csv', 'holidays.csv'])
    await cp(join(PROJECT, 'data', list), join(data, list))
  await cp(join(PROJECT, 'data', 'raw', 'cases', '2026-09.csv'), join(data, 'raw', 'cases', '2026-09.csv'))
  await writeFile(join(data, 'raw', 'cases', '2026-10.csv'), '案件编号,不知何物\n1,2\n')
  return { data, memory: join(folder, 'memory') }
}

test('what runs from the bundle prints and ends as what runs from the source', async () => {
  const { data, memory } = await makePortal()
  const check = join(PROJECT, 'scripts', 'check.ts')
  const args = ['--data', data, '--format', 'json', '--today', '2026-11-20']
  const env = { MINGGE_MEMORY: memory }
  const whole = await runProgram(process.execPath, [check, ...args], { gather: true, env })
  await rm(memory, { recursive: true })
  // Imported, the verb runs as it is written.
  const script = `
    import { main } from ${JSON.stringify(pathToFileURL(check).href)}
    import { run } from ${JSON.stringify(pathToFileURL(join(PROJECT, 'scripts', 'command', 'run-command.ts')).href)}
    await run(main)`
  const written = ['--input-type=module', '-e', script, '--', 'check', ...args]
  const source = await runProgram(process.execPath, written, { gather: true, env })
  expect(whole.stdout).toContain('raw/cases/2026-10.csv')
  expect([source.code, source.stdout]).toEqual([1, whole.stdout])
  expect(whole.code).toBe(1)
})

test('a bundle is there once the program has stayed as it is, and only the last bundle', async () => {
  const stamp = stampProgram(PROJECT)
  const at = { projectDir: PROJECT, stamp }
  expect(await importBundled('check-portal', { ...at, now: stamp.changedMs + 100 })).toBeNull()
  const module = await importBundled('check-portal', { ...at, now: stamp.changedMs + 10_000 })
  expect(module).toHaveProperty('checkPortal')
  const [bundle, ...others] = await readdir(join(PROJECT, '.mingge', 'programs'))
  expect(others).toEqual([])
  const files = await readdir(join(PROJECT, '.mingge', 'programs', bundle ?? ''))
  expect(files).toEqual(expect.arrayContaining(['check-portal.mjs', 'check-thread.mjs', 'publish-release.mjs']))
})
