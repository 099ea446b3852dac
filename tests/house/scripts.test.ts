import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exitCodeOf } from '../../scripts/command/run-command.ts'
import { catchOutput } from '../site/with-portal.ts'
import { PROJECT, readProject } from './files.ts'
import { importsOf } from './imports.ts'

const names = Object.keys((JSON.parse(readProject('package.json')) as { scripts: Record<string, string> }).scripts)

describe.each(names)('npm run %s', (name) => {
  const [verb = '', ...words] = name.split(':')

  test('explains itself in both languages with --help', async () => {
    const { status, stdout, stderr } = await callScript(verb, ...words, '--help')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    for (const word of ['--data DIR', '--content DIR', '--out DIR', `npm run ${verb}`, 'Exit codes']) {
      expect(stdout).toContain(word)
    }
    const [english = '', chinese = ''] = stdout.split('\n')
    expect(english).toMatch(/^[A-Z][ -~]+$/)
    expect(chinese).toMatch(/[\u4e00-\u9fff]{4}.*。$/)
  })

  test('answers an unknown option with exit code 2', async () => {
    const { status, stdout, stderr } = await callScript(verb, ...words, '--no-such-option')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('--no-such-option')
  })

  test('begins when its file is run', () => {
    expect(readProject(`scripts/${verb}.ts`)).toMatch(/\nif \(import\.meta\.main\) await run\(main\)\n$/)
  })

  test('answers --help before it loads anything of the line or of a package', () => {
    const loaded = listLoaded(`scripts/${verb}.ts`)
    expect(loaded.filter((path) => !/^(scripts\/|src\/text\/|src\/store\/file-stamp\.ts$)/.test(path))).toEqual([])
    expect(loaded.length).toBeLessThanOrEqual(LIGHT_FILES_MAX)
  })
})

// The tests above call `main`; what lies between it and the shell is the same for all.
test.each([
  ['--help', 0],
  ['--no-such-option', 2],
])(
  'as a program of its own, demo %s ends with exit code %i and its words on one stream',
  { timeout: 20_000 },
  async (option, code) => {
    const program = spawnSync(process.execPath, [join(PROJECT, 'scripts/demo.ts'), option], { encoding: 'utf8' })
    const { stdout, stderr } = await callScript('demo', option)
    expect({ status: program.status, stdout: program.stdout, stderr: program.stderr }).toEqual({
      status: code,
      stdout,
      stderr,
    })
  },
)

/** Node alone takes 0.03 s of CPU to start, each file about a millisecond. */
const LIGHT_FILES_MAX = 16

/** Files that are loaded with a script, and packages by name. */
function listLoaded(entry: string): string[] {
  const loaded = new Set([entry])
  for (const file of loaded) {
    if (!file.endsWith('.ts')) continue
    for (const { target, isTypeOnly, isLazy } of importsOf(file, readProject(file))) {
      if (!isTypeOnly && !isLazy && !target.startsWith('node:')) loaded.add(target)
    }
  }
  return [...loaded]
}

async function callScript(verb: string, ...args: string[]) {
  const { main } = await import(join(PROJECT, 'scripts', `${verb}.ts`))
  const { result, out, err } = await catchOutput(() => exitCodeOf(main, args))
  return { status: result, stdout: out, stderr: err }
}
