import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PROJECT, readProject } from './files.ts'

const verbs = Object.keys((JSON.parse(readProject('package.json')) as { scripts: Record<string, string> }).scripts)

describe.each(verbs)('npm run %s', (verb) => {
  test('explains itself in both languages with --help', () => {
    const { status, stdout, stderr } = script(verb, '--help')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    for (const word of ['--data DIR', '--content DIR', '--out DIR', `npm run ${verb}`, 'Exit codes']) {
      expect(stdout).toContain(word)
    }
    const [english = '', chinese = ''] = stdout.split('\n')
    expect(english).toMatch(/^[A-Z][ -~]+$/)
    expect(chinese).toMatch(/[\u4e00-\u9fff]{4}.*。$/)
  })

  test('answers an unknown option with exit code 2', () => {
    const { status, stdout, stderr } = script(verb, '--no-such-option')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('--no-such-option')
  })
})

function script(verb: string, ...args: string[]) {
  return spawnSync(process.execPath, [join(PROJECT, 'scripts', `${verb}.ts`), ...args], { encoding: 'utf8' })
}
