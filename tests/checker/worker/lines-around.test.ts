import { expect, test } from 'vitest'
import { findLinesAround } from '../../../src/checker/worker/lines-around.ts'

const encodeText = (text: string) => new TextEncoder().encode(text)

test('a line comes with its neighbours, whatever ends a line', () => {
  expect(findLinesAround(encodeText('a\nb\r\nc\rd\n'), 3)).toEqual([
    { row: 2, text: 'b' },
    { row: 3, text: 'c' },
    { row: 4, text: 'd' },
  ])
  expect(findLinesAround(encodeText('a\nb'), 1)).toEqual([
    { row: 1, text: 'a' },
    { row: 2, text: 'b' },
  ])
})

test('each line is shown in the encoding that destroys less of it', () => {
  const gb = Uint8Array.of(0xbd, 0xf5, 0xb1, 0xb1, 0xc7, 0xf8, 0x0a)
  const mixed = Uint8Array.from([...encodeText('地区\n'), ...gb])
  expect(findLinesAround(mixed, 2).map((line) => line.text)).toEqual(['地区', '锦北区'])
})

test('a line of megabytes is cut, and UTF-16 has no lines of bytes', () => {
  expect(findLinesAround(encodeText(`${'a'.repeat(5_000_000)}\nb`), 2).map((line) => line.text.length)).toEqual([
    400, 1,
  ])
  expect(findLinesAround(Uint8Array.of(0xff, 0xfe, 0x0a, 0x00), 1)).toEqual([])
})
