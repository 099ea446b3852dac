import { describe, expect, test } from 'vitest'
import { read } from '../../src/read/index.ts'

const parseHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
const encodeUtf8 = (text: string) => new TextEncoder().encode(text)

/** `encoding: headers`, or the rule and row that stopped the file. */
function report(content: Uint8Array): string {
  const { sheets, problems } = read(content, 'raw/x/2026.csv')
  const sheet = sheets[0]
  if (sheet) return `${sheet.encoding}: ${sheet.headers.join('/')}`
  return problems.map(({ rule, row }) => `${rule} ${row}`).join(', ')
}

describe('encodings', () => {
  test.each([
    ['GBK', 'c3f7b8f12cc4cfbea9cad0', 'gb18030: 明格/南京市'],
    ['UTF-8', 'e6988ee6a0bc2ce58d97e4baace5b882', 'utf-8: 明格/南京市'],
    ['UTF-8 with mark', 'efbbbfe6988ee6a0bc2ce58d97e4baace5b882', 'utf-8-bom: 明格/南京市'],
    ['UTF-16 with mark', 'fffe0e663c682c005753ac4e025e', 'utf-16le: 明格/南京市'],
    ['UTF-16 big-endian', 'feff660e683c002c53574eac5e02', 'utf-16be: 明格/南京市'],
    ['four bytes of GB18030', '9933aa34', 'gb18030: 𬭚'],
    ['four bytes of GB18030', '8230b731', 'gb18030: 㛃'],
    ['the euro sign of GB18030', 'a2e3', 'gb18030: €'],
    ['联通, which lenient decoders take for UTF-8', 'c1aacda8', 'gb18030: 联通'],
    ['three bytes that are good in both', 'e5bfa7', 'utf-8: 忧'],
  ])('%s', (_name, hex, expected) => expect(report(parseHex(hex))).toBe(expected))

  test('two encodings in one file are refused at the first line that differs', () => {
    const gb = parseHex('c3f7b8f1')
    expect(report(join(encodeUtf8('名称,数\n明格,1\n'), gb, encodeUtf8(',2\n')))).toBe('encoding-mixed 3')
    expect(report(join(gb, encodeUtf8(',x\n'), gb, encodeUtf8(',2\n明格,3\n')))).toBe('encoding-mixed 3')
  })

  test('a damaged byte in a file of one encoding is reported with its cell and bytes', () => {
    const lines = 'name,city\n甲,云锦\n乙,云锦\n丙,"锦,'
    const { problems } = read(join(encodeUtf8(lines), parseHex('ff'), encodeUtf8('北"\n')), 'raw/x/2026.csv')
    expect(problems).toMatchObject([
      { rule: 'encoding-bad-byte', row: 4, column: 2, found: 'FF', expected: 'UTF-8', params: { after: '丙,"锦,' } },
    ])
    const gb = parseHex('c3f7b8f10a')
    expect(report(join(gb, gb, parseHex('c3f7ff0a'), gb))).toBe('encoding-bad-byte 3')
    expect(report(join(parseHex('efbbbf'), encodeUtf8(lines), parseHex('ff')))).toBe('encoding-bad-byte 4')
  })

  test('a file that was cut off within a character is damaged, and not of two encodings', () => {
    const whole = encodeUtf8('name\n甲甲\n乙乙\n丙丙丙')
    expect(report(whole.subarray(0, whole.length - 1))).toBe('encoding-bad-byte 4')
    expect(report(whole.subarray(0, whole.length - 2))).toBe('encoding-bad-byte 4')
    expect(report(join(encodeUtf8('name\n甲甲\n乙乙\n'), parseHex('c3f7b8f1')))).toBe('encoding-mixed 2')
  })

  test('NUL, scars of an earlier decoding and broken marks are refused with their line', () => {
    expect(report(encodeUtf8('a,b\n1,\u00002\n'))).toBe('file-nul 2')
    expect(report(encodeUtf8('a,b\n1,2\n\uFFFD,3\n'))).toBe('encoding-scar 3')
    expect(report(encodeUtf8('a,b\n锟斤拷,3\n'))).toBe('encoding-scar 2')
    expect(report(join(parseHex('efbbbf'), encodeUtf8('a\n1\n'), parseHex('c3f7')))).toBe('encoding-broken 3')
    expect(report(parseHex('fffe00d8'))).toBe('encoding-broken null')
  })
})

describe('what is no table', () => {
  test.each([
    ['empty', '', 'file-empty null'],
    ['only line breaks', '0a0d0a', 'sheet-empty null'],
    ['old Excel', 'd0cf11e0a1b11ae1', 'file-old-workbook null'],
    ['PDF', '255044462d312e37', 'file-not-a-table null'],
    ['a web page called .xls', '3c68746d6c3e', 'file-not-a-table null'],
    ['a broken archive', '504b0304ffff', 'workbook-broken null'],
  ])('%s', (_name, hex, expected) => expect(report(parseHex(hex))).toBe(expected))
})
