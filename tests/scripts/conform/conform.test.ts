import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readOptions } from '../../../scripts/command/options.ts'
import { exitCodeOf } from '../../../scripts/command/run-command.ts'
import type { ConformCheck, ConformResult } from '../../../scripts/conform/conform-check.ts'
import { CHECK_NAMES, OPTIONS } from '../../../scripts/conform/conform-options.ts'
import { conform } from '../../../scripts/conform/conform-site.ts'
import { CHECKS } from '../../../scripts/conform/index.ts'
import { runChecks } from '../../../scripts/conform/run-checks.ts'

let site: string
let out = ''
let err = ''

beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'mingge-conform-'))
  await writeFile(join(site, 'index.html'), '')
  out = ''
  err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text
    return true
  })
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(site, { recursive: true })
})

const about = { zh: '证明某事', en: 'proves something' }
const ran: string[] = []

function check(name: string, result: ConformResult | Error): ConformCheck {
  return {
    name,
    about,
    run: async ({ report }) => {
      ran.push(name)
      report('looking')
      if (result instanceof Error) throw result
      return result
    },
  }
}

const clean = check('fake-clean', { kind: 'ran', program: 'Looker', version: '1.2', findings: [] })
const dirty = check('fake-dirty', { kind: 'ran', program: 'Finder', version: '3', findings: ['第3页少一列', 'b'] })
const absent = check('fake-absent', { kind: 'lacking', program: 'Nowhere', lacks: 'Nowhere is not installed' })
const broken = check('fake-broken', new RangeError('too far'))

test('--help names every check there is', () => {
  expect(CHECK_NAMES).toEqual(CHECKS.map(({ name }) => name))
})

async function runConform(checks: ConformCheck[], ...args: string[]): Promise<number> {
  ran.length = 0
  return exitCodeOf(
    (given) =>
      conform(checks, readOptions({ verb: 'conform', does: about, options: OPTIONS }, given), join(site, 'store')),
    ['--out', site, ...args],
  )
}

test.each<[string, ConformCheck[], number]>([
  ['nothing found', [clean], 0],
  ['a program that is lacking', [clean, absent], 0],
  ['findings', [clean, dirty, absent], 1],
  ['a check that throws', [broken], 1],
])('%s', async (_what, checks, code) => {
  expect(await runConform(checks)).toBe(code)
})

test('each check reports whether it ran, what it found and what is lacking, and a table ends it all', async () => {
  await runConform([clean, dirty, absent])
  const parts = out.split('\n\n')
  expect(parts[0]).toBe('fake-dirty: 证明某事 proves something\n  ✗ 第3页少一列\n  ✗ b')
  expect(parts[1]).toBe('fake-absent: Nowhere is not installed')
  expect(parts[2]).toBe(
    [
      '✓ fake-clean   Looker 1.2  没有问题 nothing found',
      '✗ fake-dirty   Finder 3    2 处问题 2 findings',
      '– fake-absent  Nowhere     缺少 lacking\n',
    ].join('\n'),
  )
  expect(err).toContain('✓ fake-clean · 没有问题 nothing found')
  expect(err).toContain('✗ fake-dirty · 2 处问题 2 findings')
})

test('a check that throws is a finding, and the others go on', async () => {
  await runConform([broken, dirty])
  expect(ran).toEqual(['fake-broken', 'fake-dirty'])
  expect(out).toMatch(/✗ fault of the check: RangeError: too far\n\s+at /)
})

test('many findings are counted; all of them are written to the folder of the check', async () => {
  const many = Array.from({ length: 45 }, (_, at) => `finding ${at + 1}`)
  const [outcome] = await runChecks([check('fake-many', { kind: 'ran', program: 'x', version: '1', findings: many })], {
    site,
    store: site,
  })
  expect(outcome?.result).toMatchObject({ findings: many })
  const kept = await readFile(join(site, 'fake-many', 'findings.txt'), 'utf8')
  expect(kept.trim().split('\n')).toEqual(many)
})

test('each check gets the site, and an empty folder of its own', async () => {
  const seen: unknown[] = []
  const looking: ConformCheck = {
    ...clean,
    run: async ({ site: given, workDir }) => {
      seen.push(given, (await stat(workDir)).isDirectory(), await readFile(join(workDir, 'left')).catch(() => null))
      await writeFile(join(workDir, 'left'), '')
      return { kind: 'ran', program: 'x', version: '1', findings: [] }
    },
  }
  for (const _time of [1, 2]) await runChecks([looking], { site, store: join(site, 'store') })
  expect(seen).toEqual([site, true, null, site, true, null])
})

test('--only names the checks that run', async () => {
  expect(await runConform([clean, dirty, absent], '--only', 'fake-absent, fake-clean')).toBe(0)
  expect(ran).toEqual(['fake-clean', 'fake-absent'])
})

test('--only with a name that is none: wrong usage, and the nearest right names', async () => {
  expect(await runConform([clean, dirty, absent], '--only', 'fake-clean,fake-drity')).toBe(2)
  expect(ran).toEqual([])
  expect(err).toContain('--only does not know "fake-drity"; the closest are: fake-dirty')
})

test('a folder without a site is refused before anything runs', async () => {
  expect(await runConform([dirty], '--out', join(site, 'none'))).toBe(1)
  expect(ran).toEqual([])
  expect(err).toContain('There is no site in')
})

test('names of checks are unlike, and can be typed', () => {
  const names = CHECKS.map((check) => check.name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.filter((name) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))).toEqual([])
})
