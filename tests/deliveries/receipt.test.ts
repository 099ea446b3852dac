import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listReceipts, type Receipt } from '../../src/deliveries/receipt.ts'
import { appendReceipts, readReceipts } from '../../src/deliveries/receipts-file.ts'
import { createProblemAtLevel } from '../../src/problems/problem.ts'
import { runInFolder } from '../store/edition.ts'

const path = 'raw/small/2026-10.csv'
const file = { path, dataset: 'small', sha256: 'a'.repeat(64) }
const at = { dataset: 'small', file: path }
const accepted: Receipt = {
  ...file,
  period: '2026-10',
  day: '2026-11-09',
  verdict: 'accepted',
  errors: {},
  repairs: {},
}

test('errors and repairs of a file by rule; warnings, accepted findings and those of its dataset are none of them', () => {
  const problems = [
    createProblemAtLevel('number-format', 'error', at, { found: '甲'.repeat(3) }),
    createProblemAtLevel('number-format', 'error', at),
    createProblemAtLevel('text-width', 'note', at, { params: { count: 12 } }),
    createProblemAtLevel('figure-jump', 'note', at, { params: { reason: '特大暴雨' } }),
    createProblemAtLevel('cell-jump', 'warning', at),
    createProblemAtLevel('period-missing', 'error', { dataset: 'small' }),
  ]
  expect(listReceipts({ files: [file], problems }, '2026-11-09')).toEqual([
    { ...accepted, verdict: 'refused', errors: { 'number-format': 2 }, repairs: { 'text-width': 12 } },
  ])
  expect(listReceipts({ files: [file], problems: problems.slice(2) }, '2026-11-09')).toEqual([
    { ...accepted, repairs: { 'text-width': 12 } },
  ])
})

test('a line a version and verdict: what was seen before is not seen again, and nothing is rewritten', () =>
  runInFolder(async (folder) => {
    const next = { ...accepted, day: '2026-11-12' }
    const other = { ...next, sha256: 'b'.repeat(64) }
    const refused: Receipt = { ...next, verdict: 'refused', errors: { 'number-format': 1 } }
    await appendReceipts(folder, [accepted])
    await appendReceipts(folder, [next])
    expect(await readReceipts(folder)).toEqual([accepted])
    const first = await readFile(join(folder, 'received.jsonl'), 'utf8')
    expect(await appendReceipts(folder, [refused])).toEqual([accepted, refused])
    await appendReceipts(folder, [other])
    // The older bytes came back: the last line under the path is what counts.
    expect(await appendReceipts(folder, [next])).toEqual([accepted, refused, other, next])
    expect((await readFile(join(folder, 'received.jsonl'), 'utf8')).startsWith(first)).toBe(true)
  }))

test.each([
  ['cut off', '{"path":"raw/sm', 2],
  ['without a day', JSON.stringify({ ...accepted, day: undefined }), 2],
])('a line %s is named with its number', (_, line, row) =>
  runInFolder(async (folder) => {
    await appendReceipts(folder, [accepted])
    const record = join(folder, 'received.jsonl')
    await writeFile(record, `${await readFile(record, 'utf8')}${line}`)
    await expect(readReceipts(folder)).rejects.toMatchObject({
      problems: [{ rule: 'received-line-invalid', file: 'received.jsonl', row }],
    })
  }),
)
