import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRule } from '../../src/problems/describe-problem.ts'
import { read } from '../../src/read/index.ts'

const book = utils.book_new()
utils.book_append_sheet(
  book,
  utils.aoa_to_sheet([
    ['地区', '数'],
    ['锦北区', 1],
  ]),
  '表',
)
const GOOD = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }))

function isSound(content: Uint8Array): void {
  const { sheets, problems } = read(content, 'raw/x/2026.csv')
  expect(sheets.length + problems.length).toBeGreaterThan(0)
  for (const { rule } of problems) expect(isRule(rule)).toBe(true)
  for (const { headers, rows } of sheets) for (const { cells } of rows) expect(cells).toHaveLength(headers.length)
}

test('no bytes make the reader throw', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), isSound), { numRuns: 500, seed: 20261123 })
})

test('no text makes the reader throw', () => {
  const piece = fc.constantFrom('"', ',', '\n', '\r', ';', '\t', ' ', '格', '，', '1', '"",', '合计', '\u200B', '注：')
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => new TextEncoder().encode(pieces.join('')))
  fc.assert(fc.property(text, isSound), { numRuns: 500, seed: 20261123 })
})

test('no broken workbook makes the reader throw', () => {
  const changes = fc.array(fc.tuple(fc.nat(GOOD.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
  const broken = changes.map((list) => {
    const copy = GOOD.slice()
    for (const [at, byte] of list) copy[at] = byte
    return copy
  })
  fc.assert(fc.property(broken, isSound), { numRuns: 150, seed: 20261123 })
})
