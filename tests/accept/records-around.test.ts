import { expect, test } from 'vitest'
import { encodeGb18030 } from '../../scripts/bench/large-export.ts'
import { readRecordsAround, sourceOf } from '../../src/accept/index.ts'
import { read } from '../../src/read/index.ts'

const COMMA = 0x2c
/** More than one block of bytes. */
const ROWS = 40_000

/** Records of one to four lines, blank lines between them, and none at the end. */
function composeText(): string {
  const cells = ['甲', '"乙\n丙"', '"丁\r\n戊\r己"', '"甲""乙"', '', '　', '"a,\n,b"']
  const lines = Array.from({ length: ROWS }, (_, index) => {
    const cell = cells[index % cells.length]
    const blank = index % 11 === 0 ? ['\n', ' ,\n', '　,""\n'][index % 3] : ''
    return `${blank}${cell},第${index}件，长一些的说明`
  })
  return ['题目', '"名\n称",说明', ...lines].join('\n')
}

test.each([
  ['utf-8', (text: string) => new TextEncoder().encode(text)],
  ['gb18030', encodeGb18030],
] as const)('records around some lines are those of the reader, in %s', (encoding, encode) => {
  const bytes = encode(composeText())
  const [sheet] = read(bytes, 'a.csv').sheets
  if (!sheet || sheet.rows.length !== ROWS) throw new Error('the reader reads other rows')
  const layout = { encoding, delimiter: COMMA, headerRow: sheet.headerRow }
  const indexes = [0, 1, 17, 5_000, 5_001, 20_002, 30_303, ROWS - 1]
  const lines = indexes.map((index) => sheet.rows[index]?.row ?? 0)
  const around = [...new Set(indexes.flatMap((index) => [index - 1, index, index + 1]))].sort((a, b) => a - b)
  const wanted = around.flatMap((index) => sheet.rows[index] ?? [])
  const found = readRecordsAround(sourceOf(bytes), layout, lines)
  expect(found.toSorted((a, b) => a.row - b.row)).toEqual(wanted)
})

test('lines where no record begins give nothing', () => {
  const bytes = new TextEncoder().encode('a,b\n"1\n2",3\n')
  expect(readRecordsAround(sourceOf(bytes), { encoding: 'utf-8', delimiter: COMMA, headerRow: 1 }, [1, 3, 9])).toEqual(
    [],
  )
})
