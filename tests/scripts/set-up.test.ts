import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PROJECT } from '../house/files.ts'

/** A project of one script and one package; its npm is a script that notes that it was called. */
let folder: string

const NPM = `
import { appendFileSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
appendFileSync('npm-calls.txt', process.argv.slice(2).join(' ') + '\\n')
console.log('words of npm')
if (process.env.NPM_FAILS) process.exit(1)
rmSync('node_modules', { recursive: true, force: true })
mkdirSync('node_modules/.bin', { recursive: true })
mkdirSync('node_modules/one', { recursive: true })
writeFileSync('node_modules/one/package.json', '{}')
cpSync('package-lock.json', 'node_modules/.package-lock.json')
if (!process.env.NPM_LEAVES_NODE_OUT) symlinkSync(process.execPath, 'node_modules/.bin/node')
`
const SCRIPT = `
console.log(JSON.stringify([process.argv.slice(2), process.env.PATH.split(':')[0], process.env.ASTRO_TELEMETRY_DISABLED]))
process.exit(7)
`

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingge-'))
  mkdirSync(join(folder, 'scripts'))
  cpSync(join(PROJECT, 'scripts/set-up.mjs'), join(folder, 'scripts/set-up.mjs'))
  writeFileSync(join(folder, 'scripts/try.ts'), SCRIPT)
  writeFileSync(join(folder, 'npm-cli.mjs'), NPM)
  writeLock('1.0.0')
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

describe.skipIf(process.platform === 'win32')('set-up', () => {
  test('installs once, then only runs; passes arguments, environment and exit code on', () => {
    for (const _ of [1, 2]) {
      const { status, stdout } = setUp(['try', '--a', 'b c'])
      const modules = join(folder, 'node_modules/.bin')
      // What npm prints is not on stdout.
      expect(JSON.parse(stdout)).toEqual([['--a', 'b c'], expect.stringContaining(modules), '1'])
      expect(status).toBe(7)
    }
    expect(listNpmCalls()).toHaveLength(1)
    expect(listNpmCalls()[0]).toMatch(/^ci /)
  })

  test.each(['try', 'check', 'build'])('what is compiled for %s is kept for its next run', (verb) => {
    const script = "import { getCompileCacheDir } from 'node:module'\nconsole.log(getCompileCacheDir())\n"
    writeFileSync(join(folder, 'scripts', `${verb}.ts`), script)
    const kept = setUp([verb], { NODE_COMPILE_CACHE: undefined }).stdout.trim()
    expect(kept).toContain(join(folder, '.mingge', 'compiled'))
    expect(readdirSync(kept).length).toBeGreaterThan(0)
  })

  test('installs again where the lock differs', () => {
    setUp(['try'])
    writeLock('1.0.1')
    setUp(['try'])
    expect(listNpmCalls()).toHaveLength(2)
  })

  test('installs again where a package is gone', () => {
    setUp(['try'])
    rmSync(join(folder, 'node_modules/one'), { recursive: true })
    setUp(['try'])
    expect(listNpmCalls()).toHaveLength(2)
  })

  test('a package for another platform is not missed', () => {
    setUp(['try'])
    writeLock('1.0.0', { 'node_modules/other': { version: '2.0.0', optional: true } })
    setUp(['try'])
    expect(listNpmCalls()).toHaveLength(1)
  })

  test('stops where npm fails', () => {
    const { status, stdout, stderr } = setUp(['try'], { NPM_FAILS: '1' })
    expect([status, stdout]).toEqual([3, ''])
    expect(stderr).toContain('npm ci failed (exit code 1)')
  })

  test('stops where the pinned Node did not come along', () => {
    const { status, stderr } = setUp(['try'], { NPM_LEAVES_NODE_OUT: '1' })
    expect(status).toBe(3)
    expect(stderr).toContain('expected v24')
  })

  test.each([[[]], [['none']], [['../x']], [['--help']]])('%j is wrong usage', (args) => {
    expect(setUp(args).status).toBe(2)
    expect(existsSync(join(folder, 'npm-calls.txt'))).toBe(false)
  })
})

function setUp(args: string[], env: Record<string, string | undefined> = {}) {
  return spawnSync(process.execPath, [join(folder, 'scripts/set-up.mjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: join(folder, 'npm-cli.mjs'), ...env },
  })
}

function listNpmCalls(): string[] {
  return readFileSync(join(folder, 'npm-calls.txt'), 'utf8').trim().split('\n')
}

function writeLock(version: string, more: Record<string, object> = {}): void {
  const packages = { '': { name: 'x' }, 'node_modules/one': { version }, ...more }
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }))
}
