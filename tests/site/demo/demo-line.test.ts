import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { arrivalOf } from '../../../scripts/demo/arrivals.ts'
import { bytesAt, HISTORY, hasArrived } from '../../../scripts/demo/history.ts'
import { publishHistory, requireDemoFolder } from '../../../scripts/demo/publish-history.ts'
import { RECEIVED_FILE } from '../../../src/deliveries/receipt.ts'
import { runInFolder } from '../../store/edition.ts'
import { PUBLISHED } from './cells.ts'
import { SITE } from './pages.ts'

const hashSha256 = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex')
const logLines = readFileSync(`${PUBLISHED}/releases.jsonl`, 'utf8').split('\n').filter(Boolean)

test('the demonstration made again is byte for byte what is committed', () =>
  runInFolder(async (folder) => {
    // Everything but what is published, which must not be looked at.
    await cp('data', folder, { recursive: true, filter: (path) => !path.startsWith(PUBLISHED) })
    expect(await publishHistory(folder, () => {})).toBe(HISTORY.length)
    const made = listFiles(`${folder}/published`)
    expect(made).toEqual(listFiles(PUBLISHED))
    const different = made.filter(
      (path) => !readFileSync(`${folder}/published/${path}`).equals(readFileSync(`${PUBLISHED}/${path}`)),
    )
    expect(different).toEqual([])
    expect(readFileSync(`${folder}/${RECEIVED_FILE}`, 'utf8')).toBe(readFileSync(`data/${RECEIVED_FILE}`, 'utf8'))
  }))

test('the record knows a late file, one that was refused and mended, and two departments that did not report', () => {
  const { rows } = SITE.deliveries
  const listByState = (state: string) =>
    rows
      .filter((row) => row.state === state)
      .map(({ department, dataset, period }) => `${department} ${dataset} ${period}`)
  expect(listByState('late')).toEqual(['ecology-environment permit-applications 2026-07'])
  expect(listByState('not-reported')).toEqual([
    'ecology-environment permit-applications 2026-01',
    'ecology-environment permit-applications 2026-02',
    'government-hotline satisfaction 2025-02',
  ])
  expect(rows.filter(({ refusals }) => refusals > 0)).toMatchObject([
    {
      dataset: 'permits',
      period: '2026-09',
      received: '2026-10-09',
      accepted: '2026-10-12',
      errors: { 'code-check': 1 },
    },
    { dataset: 'satisfaction', period: '2026-08', received: '2026-09-10', accepted: '2026-09-14' },
  ])
})

test('every file since the first release has a day on which it came', () => {
  const [first] = HISTORY
  if (!first) throw new Error('the history has no release')
  const files = readdirSync('data/raw', { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(csv|xlsx)$/.test(path),
  )
  const later = files.map((path) => `raw/${path}`).filter((path) => !hasArrived(path, first))
  expect(later.length).toBeGreaterThan(15)
  expect(later.filter((path) => arrivalOf(path) === null)).toEqual([])
})

test('what was handed in by a day: a month with its release, a late file when it came, a corrected one as it was', () => {
  const [first, , august, september] = HISTORY
  const last = HISTORY.at(-1)
  if (!first || !august || !september || !last) throw new Error('the history has fewer releases')
  expect(hasArrived('raw/cases/2026-05.csv', first)).toBe(true)
  expect(hasArrived('raw/cases/2026-06.csv', first)).toBe(false)
  expect(hasArrived('raw/population/2025.csv', first)).toBe(true)
  const late = 'raw/permit-applications/2026-07.csv'
  expect([august, september].map((step) => hasArrived(late, step))).toEqual([false, true])
  const corrected = 'raw/satisfaction/2026-09.csv'
  const lines = Array.from({ length: 20 }, (_, n) => `${n}\r\n`).join('')
  const bytes = new TextEncoder().encode(lines)
  expect(new TextDecoder().decode(bytesAt(corrected, september, bytes))).toBe(lines.slice(0, lines.indexOf('8\r\n')))
  expect(bytesAt(corrected, last, bytes)).toBe(bytes)
  expect(() => bytesAt('raw/ledger/2026-11.csv', september, bytes)).toThrow('nothing to correct')
})

test.each([
  ['nothing', async () => {}, 'made'],
  ['its own list of places', (folder: string) => writeFile(`${folder}/places.csv`, 'demo'), 'made'],
  ['another list of places', (folder: string) => writeFile(`${folder}/places.csv`, 'other'), 'refused'],
  ['a log of its own', (folder: string) => writeLog(folder, { origin: 'demonstration' }), 'made'],
  ['a log of a publisher', (folder: string) => writeLog(folder, {}), 'refused'],
  ['a log that cannot be read', (folder: string) => writeLog(folder, { release: 7 }), 'refused'],
])('a folder with %s', (_, fill, expected) =>
  runInFolder(async (folder) => {
    await fill(folder)
    const made = requireDemoFolder(folder, new TextEncoder().encode('demo'))
    if (expected === 'made') await expect(made).resolves.toBeUndefined()
    else await expect(made).rejects.toThrow('was not made by npm run demo; nothing was changed')
  }),
)

async function writeLog(folder: string, more: object): Promise<void> {
  const note = { zh: '首次', en: 'First' }
  const line = { release: 1, date: '2026-11-20', note, files: [], repairs: [], previous: null, ...more }
  await mkdir(`${folder}/published`)
  await writeFile(`${folder}/published/releases.jsonl`, `${JSON.stringify(line)}\n`)
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted()
}

test('each line of the log holds the hash of the line before', () => {
  expect(logLines.length).toBeGreaterThan(0)
  expect(logLines.map((line) => JSON.parse(line).previous)).toEqual([null, ...logLines.slice(0, -1).map(hashSha256)])
  expect(logLines.map((line) => JSON.parse(line).release)).toEqual(logLines.map((_, index) => index + 1))
})

test('the log names every published file that was not taken out, with the hash and the size that it has', () => {
  const logged: { path: string; sha256: string; bytes: number; rows?: number }[] = logLines.flatMap((line) => {
    const { files, deliveries } = JSON.parse(line)
    return [...files, ...(deliveries ? [deliveries] : [])]
  })
  const gone = logLines.flatMap((line) => JSON.parse(line).withdrawn ?? []).map(({ path }: { path: string }) => path)
  const onDisk = readdirSync(PUBLISHED, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.csv'))
  const kept = logged.filter((file) => !gone.includes(file.path))
  expect(kept.map((file) => file.path).toSorted()).toEqual(onDisk.toSorted())
  const wrong = kept.filter((file) => {
    const bytes = readFileSync(`${PUBLISHED}/${file.path}`)
    const rows = bytes.toString('utf8').trimEnd().split('\n').length - 1
    return hashSha256(bytes) !== file.sha256 || bytes.byteLength !== file.bytes || rows !== (file.rows ?? rows)
  })
  expect(wrong).toEqual([])
})

test('each published file names the raw files that it was made of, unchanged since', () => {
  const sources: { path: string; sha256: string }[] = logLines.flatMap((line) =>
    JSON.parse(line).files.flatMap((file: { sources: [] }) => file.sources),
  )
  const newest = new Map(sources.map((source) => [source.path, source.sha256]))
  expect(newest.size).toBeGreaterThan(100)
  expect([...newest].filter(([path, hash]) => hashSha256(readFileSync(`data/${path}`)) !== hash)).toEqual([])
})
