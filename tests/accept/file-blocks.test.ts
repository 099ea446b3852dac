import { expect, test } from 'vitest'
import { randomOf } from '../../scripts/demo/random.ts'
import { gatherBeyondAscii } from '../../src/accept/beyond-ascii.ts'
import { FileBlocks } from '../../src/accept/file-blocks.ts'
import { acceptFile, sourceOf } from '../../src/accept/index.ts'
import { looksLikeBig5 } from '../../src/read/big5.ts'
import { looksWestern } from '../../src/read/western.ts'
import { compareLines } from './compare-lines.ts'
import { EVERY_KIND, PLACES_OF_EVERY_KIND, writeEveryKind } from './every-kind.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test('the window moves over all bytes, each of which is passed on once and in order', () => {
  const passed: string[] = []
  const blocks = new FileBlocks(sourceOf(encode('one\ntwo\nthree')), {
    blockBytes: 6,
    onBytes: (bytes) => passed.push(decode(bytes)),
  })
  expect([decode(blocks.bytes), blocks.isEnd]).toEqual(['one\ntw', false])
  blocks.advance(4)
  expect([decode(blocks.bytes), blocks.isEnd]).toEqual(['two\nth', false])
  expect(blocks.widen()).toBe(true)
  expect([decode(blocks.bytes), blocks.isEnd]).toEqual(['two\nthree', true])
  blocks.endLine()
  blocks.endLine()
  expect(decode(blocks.bytes)).toBe('two\nthree\n')
  expect(passed.join('')).toBe('one\ntwo\nthree')
})

test('a source that gives fewer bytes than asked for is read to its end', () => {
  const whole = sourceOf(encode('one\ntwo'))
  const slow = { read: (target: Uint8Array, position: number) => whole.read(target.subarray(0, 2), position) }
  const blocks = new FileBlocks(slow, { blockBytes: 100 })
  expect([decode(blocks.bytes), blocks.isEnd]).toEqual(['one\ntwo', true])
})

test('a head without an end is given up before the whole file lies in the window', () => {
  const header = writeEveryKind(randomOf(3, 'head'), 1).split('\n')[0] ?? ''
  const bytes = encode(`${header}\r`.repeat(Math.ceil(20_000_000 / header.length)))
  const whole = sourceOf(bytes)
  let read = 0
  const source = {
    read(target: Uint8Array, position: number) {
      const count = whole.read(target, position)
      read = Math.max(read, position + count)
      return count
    },
  }
  const context = { period: '2026-10', places: PLACES_OF_EVERY_KIND }
  expect(acceptFile(EVERY_KIND, { source, size: bytes.length, file: 'raw/x/2026-10.csv', context })).toBeNull()
  expect(read).toBeLessThan(10_000_000)
})

test('encodings are recognised by the bytes beyond ASCII as by all of them', () => {
  const random = randomOf(5, 'encodings')
  for (let nth = 0; nth < 2_000; nth += 1) {
    const highMin = random.drawBetween(0, 1) === 0 ? 0x80 : 0xa1
    const bytes = Uint8Array.from({ length: random.drawBetween(0, 300) }, () =>
      random.drawChance(0.3) ? random.drawBetween(0x20, 0x7e) : random.drawBetween(highMin, 0xfe),
    )
    const beyond = gatherBeyondAscii(sourceOf(bytes))
    expect(looksLikeBig5(beyond)).toBe(looksLikeBig5(bytes))
    expect(looksWestern(beyond, 2)).toBe(looksWestern(bytes, 2))
  }
})

const ROWS = 4_000

/** Larger than its head, so that it is read in blocks of the head's size. */
const LARGE = writeEveryKind(randomOf(3, 'blocks'), ROWS)

test.each([
  ['as it is', (text: string) => text],
  ['without its last line end', (text: string) => text.trimEnd()],
  ['with line ends of Windows', (text: string) => text.replace(/\n/g, '\r\n')],
  ['with line breaks within cells', (text: string) => text.replaceAll('路面有积水，已通知', '"路面\n有积水"')],
  ['with a quote that is never closed', (text: string) => text.replace('N-107007', '"N-128007')],
  ['with a record that is left open at its end', (text: string) => `${text}"N-1`],
  ['with a key twice', (text: string) => text.replace('N-107007', 'N-114007')],
])('a file of several blocks, %s, comes to the same as one that is read whole', async (_, change) => {
  const bytes = encode(change(LARGE))
  const of = { places: PLACES_OF_EVERY_KIND, period: '2026-10', blockBytes: 1 << 14 }
  expect((await compareLines(EVERY_KIND, bytes, of)).difference).toBeNull()
})

test('it is accepted as such', async () => {
  const of = { places: PLACES_OF_EVERY_KIND, period: '2026-10', blockBytes: 1 << 14 }
  expect(await compareLines(EVERY_KIND, encode(LARGE), of)).toMatchObject({ isAccepted: true, difference: null })
})
