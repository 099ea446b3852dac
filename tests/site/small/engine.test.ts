import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import { expect, test } from 'vitest'
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

test('a faulty file hands over nothing, nor do those before it', () =>
  withPortal(['small'], async (folder) => {
    await writeFile(join(folder, 'data/raw/satisfaction/2026-10.csv'), 'x\n1\n')
    const out = join(folder, 'handed')
    const run = await runScript(sql, folder, ['--dataset', 'satisfaction', '--hand-over', out])
    expect([run.code, run.err]).toEqual([1, expect.stringContaining('raw/satisfaction/2026-10.csv is at fault')])
    expect(await treeOf(out)).toEqual({})
  }))

test('the rows of a dataset are handed over with their SQL', () =>
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
