import { expect, test } from 'vitest'
import { randomOf } from '../../scripts/demo/random.ts'
import { acceptFile, sourceOf } from '../../src/accept/index.ts'
import { finishAccepted } from '../../src/line/finish-accepted.ts'
import { compareLines } from './compare-lines.ts'
import { EVERY_KIND, PLACES_OF_EVERY_KIND, writeEveryKind } from './every-kind.ts'

const ROWS = 2_000
const [HEADER = '', ...LINES] = writeEveryKind(randomOf(4, 'repeated'), ROWS).trimEnd().split('\n')
const CONTEXT = { period: '2026-10', places: PLACES_OF_EVERY_KIND }

function encode(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(`${[HEADER, ...lines].join('\n')}\n`)
}

function listProblems(lines: readonly string[]): [string, number | null][] {
  const bytes = encode(lines)
  const accepted = acceptFile(EVERY_KIND, {
    ...{ source: sourceOf(bytes), size: bytes.length, file: 'raw/every-kind/2026-10.csv', context: CONTEXT },
  })
  if (!accepted) throw new Error('the file went to the checker as a whole')
  const { problems } = finishAccepted(EVERY_KIND, accepted, CONTEXT)
  return problems.filter(({ level }) => level === 'error').map(({ rule, row }) => [rule, row])
}

const rename = (line: string | undefined, number: string) => (line ?? '').replace(/^[^,]*/, number)
const breakTime = (line: string | undefined) => (line ?? '').replace('2026-10-', '2026-13-')

test.each<[string, string[], [string, number | null][]]>([
  ['a key twice', LINES.with(1_500, rename(LINES[1_500], 'N-100007')), [['key-duplicate', 1_502]]],
  [
    'a key three times, the row checker having two of them in any case',
    [...LINES, rename(LINES[9], 'N-100007+').replace('+', ' '), rename(LINES[10], 'N-100007 ')],
    [
      ['key-duplicate', ROWS + 2],
      ['key-duplicate', ROWS + 3],
    ],
  ],
  ['a row twice', [...LINES, LINES[70] ?? ''], [['row-duplicate', ROWS + 2]]],
  ['a block twice', [...LINES, ...LINES.slice(100, 110)], [['block-duplicate', ROWS + 2]]],
  [
    'a block with a broken row in it, which parts it',
    [...LINES, ...LINES.slice(100, 106), breakTime(LINES[106]), ...LINES.slice(107, 114)],
    [
      ['date-nonexistent', ROWS + 8],
      ['block-duplicate', ROWS + 2],
      ['block-duplicate', ROWS + 9],
    ],
  ],
])('%s is reported without reading the file as a whole', async (_, lines, expected) => {
  const compared = await compareLines(EVERY_KIND, encode(lines), { ...CONTEXT, blockBytes: 1 << 14 })
  expect(compared).toMatchObject({ isAccepted: true, difference: null })
  expect(listProblems(lines)).toEqual(expected)
})
