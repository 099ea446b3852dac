import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { randomOf } from '../../scripts/demo/random.ts'
import { startPart } from '../../scripts/line/split-file.ts'
import { type Accepted, acceptFile, acceptFileByTwo, type PendingPart, sourceOf } from '../../src/accept/index.ts'
import { Departments } from '../../src/codes/departments.ts'
import { finishAccepted } from '../../src/line/finish-accepted.ts'
import { sha256 } from '../../src/store/disk.ts'
import { scanAside } from './compare-lines.ts'
import { EVERY_KIND, PLACES_OF_EVERY_KIND, writeEveryKind } from './every-kind.ts'

const CONTEXT = { period: '2026-10', places: PLACES_OF_EVERY_KIND }
const FILE = 'raw/every-kind/2026-10.csv'
const ROWS = 4_000
const LARGE = writeEveryKind(randomOf(7, 'by two'), ROWS)

function makeFile(text: string) {
  const bytes = new TextEncoder().encode(text)
  const hash = createHash('sha256')
  const onBytes = (read: Uint8Array) => void hash.update(read)
  const of = { source: sourceOf(bytes), size: bytes.length, file: FILE, context: CONTEXT, blockBytes: 1 << 14, onBytes }
  return { bytes, of, digest: () => hash.digest('hex') }
}

const print = (accepted: Accepted | null) =>
  accepted && JSON.stringify([finishAccepted(EVERY_KIND, accepted, CONTEXT), accepted.rowsDoubted])

/** By two, and what was asked of the other. */
async function acceptByTwo(text: string, change: (pending: PendingPart) => Partial<PendingPart> = () => ({})) {
  const { bytes, of, digest } = makeFile(text)
  const asked = { from: 0, compared: 0, finished: 0 }
  const made = await acceptFileByTwo(EVERY_KIND, of, (from) => {
    const pending = scanAside(EVERY_KIND, { ...of, onBytes: undefined }, from)
    asked.from = from
    return {
      ...pending,
      compare: (read) => {
        asked.compared += read.length
      },
      finish: () => {
        asked.finished += 1
        return pending.finish()
      },
      ...change(pending),
    }
  })
  return { asked, printed: print(made), bytes, digest: digest() }
}

const printAlone = (text: string) => print(acceptFile(EVERY_KIND, makeFile(text).of))

test('the later half comes from the other where a record begins there, and each byte is hashed once', async () => {
  const { asked, printed, bytes, digest } = await acceptByTwo(LARGE)
  expect(bytes[asked.from - 1]).toBe(0x0a)
  expect(asked).toEqual({ from: asked.from, compared: bytes.length - asked.from, finished: 1 })
  expect(printed).not.toBeNull()
  expect(printed).toBe(printAlone(LARGE))
  expect(digest).toBe(sha256(bytes))
})

test('rows of the other that are not accepted are refused by their lines in the file', async () => {
  const lines = LARGE.split('\n')
  for (const at of [10, ROWS - 300, ROWS - 10]) lines[at] = (lines[at] ?? '').replace('2026-10', '2026-13')
  const text = lines.join('\n')
  const { asked, printed } = await acceptByTwo(text)
  expect(asked.finished).toBe(1)
  expect(printed).toContain(`"row":${ROWS - 9}`)
  expect(printed).toBe(printAlone(text))
})

test('what the other has scanned is left where a cell with line ends lies over its beginning', async () => {
  const lines = LARGE.split('\n')
  const middle = Math.floor(lines.length / 2)
  // Each line within the cell looks like a record.
  const within = lines.slice(middle - 40, middle + 40).map((line) => line.replaceAll('"', ''))
  const record = (lines[middle] ?? '').split(',')
  const text = [
    ...lines.slice(0, middle - 40),
    record.with(-1, `"${within.join('\n')}"`).join(','),
    ...lines.slice(middle + 41),
  ].join('\n')
  const { asked, printed, bytes, digest } = await acceptByTwo(text)
  expect(within.join('\n')).toContain(new TextDecoder().decode(bytes.subarray(asked.from, asked.from + 20)))
  expect(asked.finished).toBe(0)
  expect(printed).toBe(printAlone(text))
  expect(printed).not.toBeNull()
  expect(digest).toBe(sha256(bytes))
})

test('all is scanned here where the other gives up, and the file is read as a whole where it has read other bytes', async () => {
  const left = await acceptByTwo(LARGE, () => ({ finish: async () => null }))
  expect(left.printed).toBe(printAlone(LARGE))
  expect(left.digest).toBe(sha256(left.bytes))
  expect((await acceptByTwo(LARGE, () => ({ finish: async () => 'changed' }))).printed).toBeNull()
})

test('a thread of its own scans the same, compares its bytes and throws what it has thrown', async () => {
  const data = await mkdtemp(join(tmpdir(), 'mingge-by-two-'))
  onTestFinished(() => rm(data, { recursive: true }))
  await mkdir(join(data, 'raw', 'every-kind'), { recursive: true })
  const { of, bytes } = makeFile(LARGE)
  await writeFile(join(data, FILE), bytes)
  const file = { path: FILE, dataset: 'every-kind', period: '2026-10', bytes: bytes.length }
  const task = {
    ...{ file, contract: EVERY_KIND, places: PLACES_OF_EVERY_KIND },
    ...{ departments: new Departments([]), acceptedCells: new Set<string>() },
  }
  const acceptByThread = (folder: string) =>
    acceptFileByTwo(EVERY_KIND, of, (from) => startPart(folder, task, from)).then(print)
  expect(await acceptByThread(data)).toBe(printAlone(LARGE))
  await expect(acceptByThread(join(data, 'elsewhere'))).rejects.toThrow(/ENOENT/)
  // A byte of the later half changes before the thread reads it.
  await writeFile(join(data, FILE), bytes.with(bytes.length - 2, 0x20))
  expect(await acceptByThread(data)).toBeNull()
})
