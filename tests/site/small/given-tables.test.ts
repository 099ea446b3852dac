import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { main as publish } from '../../../scripts/publish.ts'
import { openDuckDb, queryRows } from '../../../scripts/sql/duckdb.ts'
import { main as sql } from '../../../scripts/sql.ts'
import type { EngineResults } from '../../../src/sql/handed-manifest.ts'
import { sha256 } from '../../../src/store/disk.ts'
import { runScript, treeOf, withPortal } from '../with-portal.ts'

const readRows = (text: string) => Papa.parse<Record<string, string>>(text.trimEnd(), { header: true }).data
const FIRST = ['--yes', '--today', '2026-11-20']

describe('tables that an engine has made elsewhere', () => {
  /** The rows of a dataset handed over and run by DuckDB as by a stranger, in `handed`. */
  async function runElsewhere(folder: string, dataset = 'satisfaction'): Promise<string> {
    const handed = join(folder, 'handed')
    await runScript(sql, folder, ['--dataset', dataset, '--hand-over', handed])
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

  test('as Parquet are published as their CSV', () =>
    withPortal(['small'], async (folder) => {
      const handed = await runElsewhere(folder)
      await publishGiven(folder, handed)
      const fromCsv = await treeOf(join(folder, 'given'))
      await rm(join(folder, 'given'), { recursive: true })
      await rewriteAsParquet(handed)
      await publishGiven(folder, handed)
      expect(await treeOf(join(folder, 'given'))).toEqual(fromCsv)
      const [damaged] = (await readdir(handed)).filter((file) => file.startsWith('table-'))
      await changeTable(handed, () => 'PAR1 and nothing more', damaged)
      expect(await publishGiven(folder, handed)).toMatchObject({
        code: 1,
        err: expect.stringMatching(/table-\S+\.parquet: it cannot be read as Parquet/),
      })
    }))

  /** Each file of results as Parquet, with numbers of a type where the engine has them, and no CSV left. */
  const rewriteAsParquet = async (handed: string, type = 'bigint') => {
    const connection = await openDuckDb()
    const results = JSON.parse(await readFile(join(handed, 'results.json'), 'utf8')) as EngineResults
    for (const given of [results.faults, ...results.tables]) {
      const from = join(handed, given.file)
      const to = from.replace(/csv$/, 'parquet')
      const isNumber = "regexp_matches(c, '^(line$|m_|rows_n|status_rank)')"
      const query = `from read_csv('${from}', header = true, all_varchar = true)
        select columns(c -> not ${isNumber}), columns(c -> ${isNumber})::${type}`
      await queryRows(connection, `copy (${query}) to '${to}' (format parquet)`)
      await rm(from)
      given.file = basename(to)
      given.sha256 = sha256(await readFile(to))
    }
    await writeFile(join(handed, 'results.json'), JSON.stringify(results))
  }

  const changeJson = async (path: string, change: (value: Record<string, unknown>) => void) => {
    const value = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
    change(value)
    await writeFile(path, JSON.stringify(value))
  }

  const setKeys = (file: string, more: object) => (handed: string) =>
    changeJson(join(handed, file), (value) => Object.assign(value, more))

  /** Changes what a list says and states its new hash, as whoever made it would. */
  const changeManifest = (more: object) => async (handed: string) => {
    await setKeys('manifest.json', more)(handed)
    const manifests = [sha256(await readFile(join(handed, 'manifest.json')))]
    await setKeys('results.json', { manifests })(handed)
  }

  /** Changes a table and states its new hash, as whoever made it would. */
  const changeTable = async (handed: string, change: (text: string) => string, name = 'table-ratings.csv') => {
    const path = join(handed, name)
    const text = change(await readFile(path, 'utf8'))
    await writeFile(path, text)
    await changeJson(join(handed, 'results.json'), ({ tables }) => {
      const table = (tables as { file: string; sha256: string }[]).find(({ file }) => file === name)
      if (table) table.sha256 = sha256(text)
    })
  }

  test.each<[string, (handed: string) => Promise<void>, RegExp]>([
    [
      'a list that is no JSON',
      (handed) => writeFile(join(handed, 'manifest.json'), '{'),
      /manifest\.json: it is not JSON/,
    ],
    ['a list with an unknown key', setKeys('manifest.json', { extra: 1 }), /manifest\.json.*\n.*extra/s],
    ['another contract', changeManifest({ contract: '0'.repeat(64) }), /contract of satisfaction has changed/],
    [
      'a list that was changed after the run',
      setKeys('manifest.json', { rows: 1 }),
      /of a folder that is not here, or has changed since/,
    ],
    ['other SQL', setKeys('results.json', { sql: '0'.repeat(64) }), /not the SQL that was handed over/],
    [
      'Parquet of fractions',
      (handed) => rewriteAsParquet(handed, 'double + 0.5'),
      /holds neither whole numbers nor text/,
    ],
    [
      'no results',
      (handed) => rm(join(handed, 'results.json')),
      /there are no results of the folder handed: run it first/,
    ],
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

  test('rows that the engine refuses come back with our own words, by file and line, without their raw file', () =>
    withPortal(['small'], async (folder) => {
      const raw = join(folder, 'data/raw/satisfaction/2026-10.csv')
      await writeFile(raw, (await readFile(raw, 'utf8')).replace(/,是,是,(很?满意|[A-Da-d])/, ',是,否,$1'))
      const handed = await runElsewhere(folder)
      const [head, fault] = (await readFile(join(handed, 'faults.csv'), 'utf8')).split('\n')
      expect(head).toBe('period,file,line,key,faults')
      const [, file, line, key] = fault?.split(',') ?? []
      expect([file, fault]).toEqual(['raw/satisfaction/2026-10.csv', expect.stringMatching(/,forbids:rating$/)])
      const row = (await readFile(raw, 'utf8')).split('\n')[Number(line) - 1]
      expect(row).toContain(key)
      await rm(raw)
      const { code, err } = await publishGiven(folder, handed)
      expect(code).toBe(1)
      expect(err).toContain(`“评价”不应填写   forbids\n  raw/satisfaction/2026-10.csv › 第${line}行`)
      expect(err).toContain('the engine refused 1 row of 1 file.')
    }))

  /** Changes numbers of a table in the row of a period, and of a place where it has one, as whoever made it might. */
  const changeCells = (handed: string, name: string, change: (cells: Record<string, string>) => void) =>
    changeTable(
      handed,
      (text) => {
        const [head = [], ...rows] = text
          .trimEnd()
          .split('\n')
          .map((line) => line.split(','))
        const lines = rows.map((row) => {
          const cells = Object.fromEntries(head.map((column, at) => [column, row[at] ?? '']))
          change(cells)
          return head.map((column) => cells[column]).join(',')
        })
        return `${[head.join(','), ...lines].join('\n')}\n`
      },
      name,
    )
  const add = (cells: Record<string, string>, column: string, more: number) => {
    cells[column] = String(Number(cells[column]) + more)
  }

  const isLed = (cells: Record<string, string>, places: readonly string[]) =>
    cells['period'] === '2026-10' && cells['k_light'] === 'led' && places.includes(cells['k_place'] ?? '')
  const [DISTRICT, ALL] = [['990201'], ['990200', '990201']]

  test.each<[string, readonly string[], Record<string, number>, string]>([
    ['a balance', ALL, { m_installed: 1 }, 'table-balance'],
    ['a sum of places', DISTRICT, { m_installed: 1, m_removed: 1 }, 'table-adds-up'],
    ['what was carried over', ALL, { m_lamps_start: 1, m_installed: -1 }, 'table-carry'],
    ['a comparison with earlier periods', ALL, { m_installed: 100_000, m_removed: 100_000 }, 'figure-jump'],
  ])('that fail %s are refused in the words of the line', (_, places, more, rule) =>
    withPortal(['small'], async (folder) => {
      const handed = await runElsewhere(folder, 'street-lamps')
      await changeCells(handed, 'table-lamps.csv', (cells) => {
        if (isLed(cells, places)) for (const [column, by] of Object.entries(more)) add(cells, column, by)
      })
      const { code, out, err } = await publishGiven(folder, handed)
      expect([code, out], err).toEqual([1, expect.stringContaining(rule)])
      expect(await treeOf(join(folder, 'given'))).toEqual({})
    }),
  )

  test('about people lose their small counts, which the engine has given', () =>
    withPortal(['small'], async (folder) => {
      const raw = join(folder, 'data/raw/satisfaction/2026-10.csv')
      let left = 3
      await writeFile(
        raw,
        (await readFile(raw, 'utf8')).replace(/,不满意/g, (it) => (left-- > 0 ? it : ',满意')),
      )
      const handed = await runElsewhere(folder)
      const given = await readFile(join(handed, 'table-ratings.csv'), 'utf8')
      expect(readRows(given).map((row) => row['m_d'])).toContain('3')
      const { code, err } = await publishGiven(folder, handed)
      expect(code, err).toBe(0)
      const made = (await treeOf(join(folder, 'given')))['satisfaction/ratings/2026-10.1.csv'] ?? ''
      expect(readRows(made).map((row) => [row['d'], row['d_status']])).toEqual([['', 'withheld']])
    }))
})
