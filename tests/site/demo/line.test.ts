import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildDiskEffects } from '../../../scripts/line/disk-effects.ts'
import { runLine } from '../../../src/line/run.ts'
import { openPortal } from '../../../src/portal/portal.ts'
import { csvOf } from '../../../src/store/table-csv.ts'
import { FILES, PUBLISHED } from './cells.ts'

const sha256 = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex')
const logLines = readFileSync(`${PUBLISHED}/releases.jsonl`, 'utf8').split('\n').filter(Boolean)

test('what is published is exactly what the raw files give today', async () => {
  const portal = await openPortal('data')
  const { files, problems, tables } = await runLine(portal, buildDiskEffects('data'))
  expect(problems.filter((problem) => problem.level === 'error')).toEqual([])
  expect(files.filter((file) => file.rowsRead !== file.rowsUsed + file.rowsRefused)).toEqual([])
  expect(tables.map(({ table }) => `${table.dataset}/${table.table}/${table.period}`).toSorted()).toEqual(
    [...FILES.keys()].toSorted(),
  )
  const stale = tables.filter(({ contract, table }) => {
    const spec = contract.tables[table.table]
    const path = FILES.get(`${table.dataset}/${table.table}/${table.period}`)
    return !spec || csvOf(table, { contract, spec }, portal.places) !== readFileSync(`${PUBLISHED}/${path}`, 'utf8')
  })
  expect(stale.map(({ table }) => `${table.dataset}/${table.table}/${table.period}`)).toEqual([])
})

test('each line of the log holds the hash of the line before', () => {
  expect(logLines.length).toBeGreaterThan(0)
  expect(logLines.map((line) => JSON.parse(line).previous)).toEqual([null, ...logLines.slice(0, -1).map(sha256)])
  expect(logLines.map((line) => JSON.parse(line).release)).toEqual(logLines.map((_, index) => index + 1))
})

test('the log names every published file, with the hash and the size that it has', () => {
  const logged: { path: string; sha256: string; bytes: number; rows: number }[] = logLines.flatMap(
    (line) => JSON.parse(line).files,
  )
  const onDisk = readdirSync(PUBLISHED, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.csv'))
  expect(logged.map((file) => file.path).toSorted()).toEqual(onDisk.toSorted())
  const wrong = logged.filter((file) => {
    const bytes = readFileSync(`${PUBLISHED}/${file.path}`)
    const rows = bytes.toString('utf8').trimEnd().split('\n').length - 1
    return sha256(bytes) !== file.sha256 || bytes.byteLength !== file.bytes || rows !== file.rows
  })
  expect(wrong).toEqual([])
})

test('each published file names the raw files that it was made of, unchanged since', () => {
  const sources: { path: string; sha256: string }[] = logLines.flatMap((line) =>
    JSON.parse(line).files.flatMap((file: { sources: [] }) => file.sources),
  )
  const newest = new Map(sources.map((source) => [source.path, source.sha256]))
  expect(newest.size).toBeGreaterThan(100)
  expect([...newest].filter(([path, hash]) => sha256(readFileSync(`data/${path}`)) !== hash)).toEqual([])
})
