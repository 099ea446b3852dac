import { createHash } from 'node:crypto'
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { main as publish } from '../../../scripts/publish.ts'
import { main as sql } from '../../../scripts/sql.ts'
import { listCalls, runScript, treeOf, withPortal } from '../with-portal.ts'

const FIRST = ['--yes', '--today', '2026-11-20']

test('an engine publishes what the line publishes, byte for byte', () =>
  withPortal(['small'], async (folder) => {
    await runScript(publish, folder, [...FIRST, '--preview', join(folder, 'by-line')])
    const run = await runScript(publish, folder, [
      ...FIRST,
      '--engine',
      'duckdb',
      '--preview',
      join(folder, 'by-engine'),
    ])
    expect(run.code, run.out + run.err).toBe(0)
    const made = await treeOf(join(folder, 'by-engine'))
    expect(made).toEqual(await treeOf(join(folder, 'by-line')))
    expect(Object.keys(made)).toContain('satisfaction/ratings/2026-10.1.csv')
  }))

test('a name of a sheet with personal data is covered, as by the line', () =>
  withPortal(['small'], async (folder) => {
    const raw = join(folder, 'data/raw/satisfaction/2026-10')
    const rows = (await readFile(`${raw}.csv`, 'utf8')).trimEnd().split('\n')
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => row.split(','))), '回访13800138000')
    await writeFile(`${raw}.xlsx`, write(book, { type: 'buffer', bookType: 'xlsx' }))
    await rm(`${raw}.csv`)
    await runScript(publish, folder, [...FIRST, '--preview', join(folder, 'by-line')])
    const run = await runScript(publish, folder, [
      ...FIRST,
      '--engine',
      'duckdb',
      '--preview',
      join(folder, 'by-engine'),
    ])
    expect(run.code, run.out + run.err).toBe(0)
    const made = await treeOf(join(folder, 'by-engine'))
    expect(made).toEqual(await treeOf(join(folder, 'by-line')))
    expect(made['releases.jsonl']).toContain('回访138')
    expect(Object.values(made).join()).not.toContain('13800138000')
  }))

test('a row that breaks a rule is refused in the words of the line', () =>
  withPortal(['small'], async (folder) => {
    const raw = join(folder, 'data/raw/satisfaction/2026-10.csv')
    await appendFile(raw, listCalls(217))
    // A rating of somebody who was not reached.
    await writeFile(raw, (await readFile(raw, 'utf8')).replace(/,是,是,(很?满意|[A-Da-d])/, ',是,否,$1'))
    const options = [...FIRST, '--preview', join(folder, 'preview')]
    const [line, engine] = [
      await runScript(publish, folder, options),
      await runScript(publish, folder, [...options, '--engine', 'duckdb']),
    ]
    expect([engine.code, engine.out]).toEqual([line.code, line.out])
    expect(line.code).toBe(1)
    expect(line.out).toContain('forbids')
  }))

test('the rows of a dataset are handed over with their SQL, and a faulty file hands over nothing', () =>
  withPortal(['small'], async (folder) => {
    const out = join(folder, 'handed')
    const order = ['--dataset', 'satisfaction', '--dialect', 'spark', '--hand-over', out]
    const run = await runScript(sql, folder, order)
    expect(run.code, run.err).toBe(0)
    expect(await readFile(join(out, 'contract.sql'), 'utf8')).toBe(run.out)
    const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as Manifest
    expect(manifest.files.map(({ period }) => period)).toEqual(['2026-08', '2026-09', '2026-10'])
    expect(manifest.raw.map(({ file }) => file)).toEqual(['raw-0001.parquet'])
    const again = await runScript(sql, folder, order)
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('is not empty')])
    const unknown = await runScript(sql, folder, ['--dataset', 'satisfacton'])
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('satisfaction')])
  }))

interface Manifest {
  files: { period: string }[]
  raw: { file: string }[]
}

describe('tables that an engine has made elsewhere', () => {
  /** The rows of callbacks handed over and run by DuckDB as by a stranger, in `handed`. */
  async function runElsewhere(folder: string): Promise<string> {
    const handed = join(folder, 'handed')
    await runScript(sql, folder, ['--dataset', 'satisfaction', '--hand-over', handed])
    const run = await runScript(sql, folder, ['--run', handed])
    expect(run.code, run.err).toBe(0)
    return handed
  }

  const publishGiven = (folder: string, handed: string) =>
    runScript(publish, folder, [...FIRST, '--tables', handed, '--preview', join(folder, 'given')])

  test('are published as the line publishes them, without their raw files', () =>
    withPortal(['small'], async (folder) => {
      await runScript(publish, folder, [...FIRST, '--preview', join(folder, 'by-line')])
      const handed = await runElsewhere(folder)
      await rm(join(folder, 'data/raw/satisfaction'), { recursive: true })
      const run = await publishGiven(folder, handed)
      expect(run.code, run.out + run.err).toBe(0)
      expect(await treeOf(join(folder, 'given'))).toEqual(await treeOf(join(folder, 'by-line')))
    }))

  const changeJson = async (path: string, change: (value: Record<string, unknown>) => void) => {
    const value = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
    change(value)
    await writeFile(path, JSON.stringify(value))
  }

  /** Changes a table and states its new hash, as whoever made it would. */
  const changeTable = async (handed: string, change: (text: string) => string) => {
    const path = join(handed, 'table-ratings.csv')
    const text = change(await readFile(path, 'utf8'))
    await writeFile(path, text)
    await changeJson(join(handed, 'results.json'), ({ tables }) => {
      const table = (tables as { table: string; sha256: string }[]).find(({ table }) => table === 'ratings')
      if (table) table.sha256 = createHash('sha256').update(text).digest('hex')
    })
  }

  test.each<[string, (handed: string) => Promise<void>, RegExp]>([
    [
      'a list that is no JSON',
      (handed) => writeFile(join(handed, 'manifest.json'), '{'),
      /manifest\.json: it is no JSON/,
    ],
    [
      'a list with an unknown key',
      (handed) => changeJson(join(handed, 'manifest.json'), (value) => Object.assign(value, { extra: 1 })),
      /manifest\.json.*\n.*extra/s,
    ],
    [
      'another contract',
      (handed) =>
        changeJson(join(handed, 'manifest.json'), (value) => Object.assign(value, { contract: '0'.repeat(64) })),
      /contract of satisfaction was another/,
    ],
    [
      'other SQL',
      (handed) => changeJson(join(handed, 'results.json'), (value) => Object.assign(value, { sql: '0'.repeat(64) })),
      /not the SQL that was handed over/,
    ],
    ['no results', (handed) => rm(join(handed, 'results.json')), /results\.json: the folder handed does not have it/],
    [
      'a table that is missing',
      (handed) => changeJson(join(handed, 'results.json'), (value) => Object.assign(value, { tables: [] })),
      /the table \S+ is missing/,
    ],
    [
      'a changed byte of the rows',
      (handed) => appendFile(join(handed, 'raw-0001.parquet'), ' '),
      /raw-0001\.parquet: its SHA-256/,
    ],
    [
      'a changed byte',
      (handed) => appendFile(join(handed, 'table-ratings.csv'), ' '),
      /table-ratings\.csv: its SHA-256/,
    ],
    [
      'a column that is missing',
      (handed) => changeTable(handed, (text) => text.replace('m_asked', 'm_other')),
      /columns are missing: m_asked/,
    ],
    [
      'a row that is missing',
      (handed) => changeTable(handed, (text) => text.replace(/[^\n]*\n$/, '')),
      /results\.json says/,
    ],
    [
      'a rate that its counts do not give',
      // The sixth column from the end is a rate.
      (handed) => changeTable(handed, (text) => text.replace(/,(\d+),(\d+),(\d+),(\d+)\n/, ',$1,$2,$3,1\n')),
      /contradicts itself: .*dissatisfied_rate/,
    ],
  ])('%s is refused', (_, change, words) =>
    withPortal(['small'], async (folder) => {
      const handed = await runElsewhere(folder)
      await change(handed)
      const { code, err } = await publishGiven(folder, handed)
      expect([code, err]).toEqual([1, expect.stringMatching(words)])
    }),
  )

  test('a row that the engine refuses is named, with where to find what is wrong', () =>
    withPortal(['small'], async (folder) => {
      const raw = join(folder, 'data/raw/satisfaction/2026-10.csv')
      await writeFile(raw, (await readFile(raw, 'utf8')).replace(/,是,是,(很?满意|[A-Da-d])/, ',是,否,$1'))
      const { code, err } = await publishGiven(folder, await runElsewhere(folder))
      expect([code, err]).toEqual([1, expect.stringMatching(/2026-10\.csv \d+: forbids:rating/)])
    }))
})
