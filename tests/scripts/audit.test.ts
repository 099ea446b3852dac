import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from '../../scripts/audit.ts'
import { exitCodeOf } from '../../scripts/command/run-command.ts'
import { catchOutput } from '../site/with-portal.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingge-audit-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function audit(json: unknown, ...args: string[]) {
  const file = join(folder, 'tables.json')
  await writeFile(file, typeof json === 'string' ? json : JSON.stringify(json))
  const { result, out, err } = await catchOutput(() => exitCodeOf(main, ['--tables', file, ...args]))
  return { code: result, out, err }
}

const LEAKING = { n: 5, base: 1, published: [10, 7, null], equations: [[0, [1, 2]]], hiddenAtLeast: 0 }
const SAFE = { n: 5, published: [20, null, null], equations: [[0, [1, 2]]], hiddenAtLeast: 1 }

test('cells that can be worked out: the declared form, exit 1', async () => {
  expect(await audit(LEAKING, '--format', 'json')).toEqual({
    code: 1,
    out: '{"exact":[[2,3]],"narrow":[2]}\n',
    err: '',
  })
})

test('nothing to work out: exit 0; base is 1 by default', async () => {
  expect(await audit(SAFE, '--format', 'json')).toEqual({ code: 0, out: '{"exact":[],"narrow":[]}\n', err: '' })
})

test('the text names the cells in the language asked for', async () => {
  expect((await audit(LEAKING)).out).toBe('可准确推出：1 2 = 3\n范围过窄：1 2\n未判定：0\n')
  expect((await audit(LEAKING, '--lang', 'en')).out).toBe('exact: 1 2 = 3\nnarrow: 1 2\nundecided: 0\n')
})

test.each([
  ['a contradiction', { ...SAFE, published: [3, 4, 5] }, /contradicts itself/],
  ['a cell that is not there', { ...SAFE, equations: [[0, [1, 9]]] }, /no cell 9/],
  ['an unknown key', { ...SAFE, treshold: 5 }, /treshold/],
  ['no JSON', '{', /is not JSON/],
])('%s is a fault of the input, with its reason', async (_, json, reason) => {
  const { code, err } = await audit(json)
  expect(code).toBe(1)
  expect(err).toMatch(reason)
})

test('without a file: wrong usage', async () => {
  expect((await catchOutput(() => exitCodeOf(main, []))).result).toBe(2)
})
