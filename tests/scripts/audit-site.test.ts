import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { main } from '../../scripts/audit.ts'
import { exitCodeOf } from '../../scripts/command/run-command.ts'
import { catchOutput } from '../site/with-portal.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingge-site-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function audit(...args: string[]) {
  const { result, out, err } = await catchOutput(() => exitCodeOf(main, [folder, ...args]))
  return { code: result, out, err }
}

const makeRow = (place: string, rated: number | null) => ({
  period: '2026-10',
  place,
  rated,
  rated_status: rated === null ? 'withheld' : 'final',
})

/** A site with one table about people, as the public has it. */
async function writeSite(rows: object[], base: number, more: { isExact?: true } = {}): Promise<void> {
  await mkdir(join(folder, 'data/calls/ratings'), { recursive: true })
  const protection = {
    ...{ n: 5, base, hidesZero: false, valuesMin: 3, dimensions: ['place'], counts: ['rated'] },
    ...more,
    identities: [{ kind: 'adds-up', measures: ['rated'] }],
  }
  const table = { dataset: 'calls', table: 'ratings', protection, rows }
  await writeFile(join(folder, 'data/calls/ratings.json'), JSON.stringify(table))
}

test('a hidden cell that can be worked out is named, exit 1', async () => {
  await writeSite([makeRow('990100', 23), makeRow('990101', 20), makeRow('990102', null)], 1)
  const { code, out } = await audit('--format', 'json')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toEqual({
    ...{ tables: 1, cells: 3, hidden: 1, equations: 1 },
    exact: [['calls/ratings/990102/2026-10/rated', 3]],
    narrow: ['calls/ratings/990102/2026-10/rated'],
    undecided: [],
  })
  expect((await audit('--lang', 'en')).out).toBe(
    [
      '1 table about people, 3 counts, 1 of them hidden, 1 equation.',
      'found exactly: 1',
      '  calls/ratings/990102/2026-10/rated = 3',
      'with too few possible values: 1',
      'undecided: 0',
      '',
    ].join('\n'),
  )
})

test('rounded to 5 nothing can be, exit 0; and an earlier revision that printed too much still gives it away', async () => {
  await writeSite([makeRow('990100', 25), makeRow('990101', 20), makeRow('990102', null)], 5)
  expect((await audit()).code).toBe(0)
  const lines = [
    'period,place,rated,rated_status',
    '2026-10,990100,5,final',
    '2026-10,990101,5,final',
    '2026-10,990102,,withheld',
  ]
  await writeFile(join(folder, 'data/calls/ratings/2026-10.1.csv'), `${lines.join('\n')}\n`)
  await writeFile(join(folder, 'data/calls/ratings/2026-10.2.csv'), 'the newest is in the whole table\n')
  const { code, out } = await audit('--format', 'json')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({ tables: 2, narrow: ['calls/ratings.1/990102/2026-10/rated'] })
})

test('of a table printed exactly, an earlier revision that hid other counts gives both away', async () => {
  const counts = [60, null, 16, null, 22]
  await writeSite(
    counts.map((rated, at) => makeRow(`99010${at}`, rated)),
    1,
    { isExact: true },
  )
  expect((await audit()).code).toBe(0)
  const before = [60, '', '', 20, 22].map(
    (rated, at) => `2026-10,99010${at},${rated},${rated === '' ? 'withheld' : 'final'}`,
  )
  const text = ['period,place,rated,rated_status', ...before, ''].join('\n')
  await writeFile(join(folder, 'data/calls/ratings/2026-10.1.csv'), text)
  await writeFile(join(folder, 'data/calls/ratings/2026-10.2.csv'), 'the newest is in the whole table\n')
  const { code, out } = await audit('--lang', 'en')
  expect(code).toBe(1)
  expect(out).toContain('found exactly: 4\n  calls/ratings/990101/2026-10/rated = 2\n')
})

test('the log says which versions were public at the same time, and so what they summed to', async () => {
  // The city and its districts are two tables of the same calls; a correction has since replaced both.
  await writeSite([makeRow('990101', 20), makeRow('990102', 7)], 1)
  const city = {
    ...{ n: 5, base: 1, hidesZero: false, valuesMin: 3, dimensions: [], counts: ['rated'] },
    identities: [{ kind: 'same-as', measure: 'rated', table: 'ratings', equals: 'rated' }],
  }
  const rows = [{ period: '2026-10', rated: 27, rated_status: 'final' }]
  await writeFile(
    join(folder, 'data/calls/city.json'),
    JSON.stringify({ dataset: 'calls', table: 'city', protection: city, rows }),
  )
  await mkdir(join(folder, 'data/calls/city'))
  const files = {
    'calls/ratings/2026-10.1.csv':
      'period,place,rated,rated_status\n2026-10,990101,20,final\n2026-10,990102,,withheld\n',
    'calls/ratings/2026-10.2.csv': 'the newest is in the whole table\n',
    'calls/city/2026-10.1.csv': 'period,rated,rated_status\n2026-10,23,final\n',
    'calls/city/2026-10.2.csv': 'the newest is in the whole table\n',
  }
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, 'data', path), text)
  expect((await audit()).code).toBe(0)
  const releases = [1, 2].map((release) => {
    const paths = Object.keys(files).filter((path) => path.endsWith(`.${release}.csv`))
    return JSON.stringify({ release, files: paths.map((path) => ({ path })) })
  })
  await writeFile(join(folder, 'data/releases.jsonl'), `${releases.join('\n')}\n`)
  const { code, out } = await audit('--format', 'json')
  expect(code).toBe(1)
  expect(JSON.parse(out).exact).toEqual([['calls/ratings.1/990102/2026-10/rated', 3]])
  await writeFile(join(folder, 'data/releases.jsonl'), '{"release":1}\n')
  expect((await audit('--lang', 'en')).err).toContain('is not a log of such a site: {"release":1}')
})

test('a site without tables about people has nothing to hide; a folder that is no site is wrong usage', async () => {
  expect((await audit()).code).toBe(2)
  await mkdir(join(folder, 'data/cases'), { recursive: true })
  await writeFile(join(folder, 'data/cases/flow.json'), JSON.stringify({ dataset: 'cases', table: 'flow', rows: [] }))
  expect(await audit()).toMatchObject({ code: 0, out: expect.stringContaining('涉及人的表0张') })
})

test('tables that contradict each other are a fault of the site', async () => {
  await writeSite([makeRow('990100', 0), makeRow('990101', 20)], 5)
  const { code, err } = await audit('--lang', 'en')
  expect(code).toBe(1)
  expect(err).toContain('contradict')
})
