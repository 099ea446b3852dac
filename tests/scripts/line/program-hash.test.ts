import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { PROJECT } from '../../../scripts/command/options.ts'
import { bundleCode, hashProgram } from '../../../scripts/line/program-hash.ts'

test('the code that runs changes with what is imported, and with no comment, message or stranger', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mingge-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const write = (file: string, text: string) => writeFile(join(folder, file), text)
  const entry = join(folder, 'entry.ts')
  await write(
    'entry.ts',
    "import { rule } from './rule.ts'\nimport { WORDS } from './catalogue.ts'\nexport const all = [rule, WORDS]\n",
  )
  await write('rule.ts', 'export const rule = 1\n')
  await write('catalogue.ts', "export const WORDS = '一'\n")
  const before = await bundleCode(entry)

  await write('rule.ts', '// Why it is so.\nexport const rule = 1\n')
  await write('catalogue.ts', "export const WORDS = '一，'\n")
  await write('stranger.ts', 'export const rule = 2\n')
  expect(await bundleCode(entry)).toBe(before)

  await write('rule.ts', 'export const rule = 2\n')
  expect(await bundleCode(entry)).not.toBe(before)
})

test('the code that checks a file is that of the rooms of the line', async () => {
  const code = await bundleCode(join(PROJECT, 'src/line/raw-file.ts'))
  for (const name of ['readCsv', 'maskPersonal', 'tabulate', 'protect', 'isBankCard']) expect(code).toContain(name)
  expect(code).not.toContain('astro')
  expect(await hashProgram(PROJECT)).toMatch(/^[0-9a-f]{64}$/)
})
