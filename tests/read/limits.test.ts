import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listArchive } from '../../src/read/archive.ts'
import { read } from '../../src/read/index.ts'
import { measureInflatedSize } from '../../src/read/inflated-size.ts'
import { CELL_LENGTH_MAX, COLUMNS_MAX, FILE_BYTES_MAX, ROWS_MAX, UNPACKED_BYTES_MAX } from '../../src/read/limits.ts'
import { zipOf } from './handmade-zip.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const rulesOf = (content: Uint8Array) =>
  read(content, 'raw/x/2026.xlsx').problems.map(({ rule, found, expected }) => [rule, found, expected])

describe('the size that a DEFLATE stream makes, without making it', () => {
  test('is that of any bytes, at any level', () => {
    const content = fc.oneof(fc.uint8Array({ maxLength: 3000 }), fc.string({ maxLength: 3000 }).map(encode))
    const packed = fc.tuple(content, fc.constantFrom(0, 1, 6, 9))
    fc.assert(
      fc.property(packed, ([bytes, level]) => {
        const stream = deflateRawSync(bytes, { level })
        expect(measureInflatedSize(stream, 1_000_000)).toBe(bytes.length)
      }),
      { numRuns: 300, seed: 20261123 },
    )
  })

  test('stops at the limit, and says where a stream is broken', () => {
    const stream = deflateRawSync(new Uint8Array(1_000_000))
    const bomb = deflateRawSync(new Uint8Array(200_000_000))
    expect(measureInflatedSize(bomb, 5_000)).toBeLessThan(70_000_000)
    expect(measureInflatedSize(stream.subarray(0, 500), 10_000_000)).toBeNull()
    expect(measureInflatedSize(Uint8Array.of(7), 100)).toBeNull()
  })

  test('ignores what follows the stream, and gives up on a stream that makes nothing', () => {
    const content = encode('案件'.repeat(1000))
    const followed = Buffer.concat([deflateRawSync(content), new Uint8Array(100_000)])
    expect(measureInflatedSize(followed, 1_000_000)).toBe(content.length)
    // Stored blocks of no bytes: two of length and two of its complement after three bits.
    const nothing = Buffer.alloc(5 * 1_000_000, Uint8Array.of(0, 0, 0, 0xff, 0xff))
    expect(measureInflatedSize(nothing, 1_000_000)).toBeNull()
  })
})

describe('a workbook that would unpack to more than the limit', () => {
  const megabyte = new Uint8Array(1_000_000)
  const count = UNPACKED_BYTES_MAX / megabyte.length + 1
  const sheets = Array.from({ length: count }, (_, index) => ({ name: `xl/s${index}.xml`, content: megabyte }))
  const parts = [{ name: 'xl/workbook.xml', content: encode('<workbook/>') }, ...sheets]

  test('is refused by what it states', () => {
    const [[rule, found, expected] = []] = rulesOf(zipOf(parts))
    expect([rule, expected]).toEqual(['workbook-too-large', `≤ ${UNPACKED_BYTES_MAX}`])
    expect(Number(found)).toBeGreaterThan(UNPACKED_BYTES_MAX)
  })

  test('is refused by what it makes, though it states nothing', () => {
    expect(rulesOf(zipOf(parts, { stated: 0, packed: 0 }))[0]?.[0]).toBe('workbook-too-large')
  })

  test('is refused where one stream has a thousand names', () => {
    expect(rulesOf(zipOf(parts, { stated: 0, overlap: true }))[0]?.[0]).toBe('workbook-too-large')
  })

  test('is refused where a small one claims to be large, before anything is set aside for it', () => {
    const claims = zipOf([{ name: 'xl/workbook.xml', content: encode('<workbook/>') }], { stated: 0xfffffff0 })
    expect(rulesOf(claims)[0]?.slice(0, 2)).toEqual(['workbook-too-large', '4294967280'])
  })
})

test('names that Chinese Windows wrote into an archive are read as GBK', () => {
  const gbk = Uint8Array.of(0xb1, 0xed, 0x2e, 0x63, 0x73, 0x76)
  const archive = zipOf([{ name: gbk, content: encode('a') }])
  expect(listArchive(archive)?.names).toEqual(['表.csv'])
  expect(rulesOf(archive)).toEqual([['file-archive', '表.csv', null]])
})

describe('at a limit all is well, past it the file is refused with both numbers', () => {
  test('bytes', () => {
    expect(rulesOf(new Uint8Array(FILE_BYTES_MAX + 1))).toEqual([
      ['file-too-large', String(FILE_BYTES_MAX + 1), `≤ ${FILE_BYTES_MAX}`],
    ])
  })

  test('rows', () => {
    const { sheets, problems } = read(encode(`a\n${'1\n'.repeat(ROWS_MAX)}`), 'raw/x/2026.csv')
    expect([sheets[0]?.rows.length, problems]).toEqual([ROWS_MAX, []])
    expect(rulesOf(encode(`a\n${'1\n'.repeat(ROWS_MAX + 1)}`))).toEqual([
      ['sheet-too-long', String(ROWS_MAX + 1), `≤ ${ROWS_MAX}`],
    ])
  })

  test('columns', () => {
    const buildHeader = (count: number) =>
      encode(`${Array.from({ length: count }, (_, index) => `c${index}`).join()}\n`)
    expect(read(buildHeader(COLUMNS_MAX), 'raw/x/2026.csv').sheets[0]?.headers).toHaveLength(COLUMNS_MAX)
    expect(rulesOf(buildHeader(COLUMNS_MAX + 1))).toEqual([
      ['sheet-too-wide', String(COLUMNS_MAX + 1), `≤ ${COLUMNS_MAX}`],
    ])
  })

  test('length of a cell', () => {
    expect(rulesOf(encode(`a\n${'x'.repeat(CELL_LENGTH_MAX)}\n`))).toEqual([])
    expect(rulesOf(encode(`a\n${'x'.repeat(CELL_LENGTH_MAX + 1)}\n`))[0]?.[0]).toBe('cell-too-long')
  })

  test('problems of one cause', () => {
    const { problems } = read(encode(`a,b\n${'1\n'.repeat(1_000 + 5)}`), 'raw/x/2026.csv')
    expect(problems.at(-1)).toMatchObject({ rule: 'more-of-the-same', params: { count: 5 } })
  })
})
