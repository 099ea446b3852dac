import { CELL_LENGTH_MAX, COLUMNS_MAX, FILE_BYTES_MAX, ROWS_MAX } from '../../src/read/limits.ts'
import { contractOf, makeColumn } from '../check/small.ts'
import { zipOf } from '../read/handmade-zip.ts'
import { buildRawBook, renderRawRow } from '../read/raw-book.ts'
import { text } from './quirk-columns.ts'
import {
  fromArchive,
  fromBomb,
  fromBookWithoutSheet,
  fromBytes,
  fromText,
  parseHex,
  type QuirkCases,
} from './quirk-files.ts'

const GBK_HEADER = 'b5d8c7f82cb4b2cebb'
/** 地区,床位 / 锦北区,2 / 栖云区,3, where the last byte of the second 区 is damaged. */
const DAMAGED_UTF8 = 'e59cb0e58cba2ce5ba8ae4bd8d0ae994a6e58c97e58cba2c320ae6a096e4ba91e58cff2c330a'
/** The same in GBK. */
const DAMAGED_GBK = `${GBK_HEADER}0abdf5b1b1c7f82c320ac6dcd4c6c7ff2c330a`
/** 地区,床位 / 锦北区,2 / 栖, which ends within the character. */
const CUT_OFF = 'e59cb0e58cba2ce5ba8ae4bd8d0ae994a6e58c97e58cba2c320ae6a0'

const archiveOf = (...names: string[]) =>
  fromBytes(zipOf(names.map((name) => ({ name, content: new TextEncoder().encode('a') }))))

/** A text in UTF-16 as Windows writes it, without the mark. */
const encodeUtf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))

/** Cases of the quirks of files. */
export const FILE_CASES: QuirkCases = {
  'encoding-utf8': [() => fromText('地区,床位\n锦北区,2\n'), () => fromText('\uFEFF地区,床位\n锦北区,2\n')],
  'encoding-gb18030': [() => fromBytes(parseHex(`${GBK_HEADER}0abdf5b1b1c7f82c320a`))],
  'encoding-four-bytes': [() => fromBytes(parseHex('bcd70a9933aa340a'), contractOf({ x: makeColumn(text, '甲') }))],
  'encoding-utf16': [() => fromBytes(parseHex('fffe32750a00110a0a00'), contractOf({ x: makeColumn(text, '甲') }))],
  'encoding-big5': [
    () => fromBytes(parseHex(encodeBig5Table()), contractOf({ x: makeColumn(text, '中文名稱內容說明') })),
  ],
  'encoding-mixed': [() => fromBytes(parseHex('e59cb0e58cba2ce5ba8ae4bd8d0abdf5b1b1c7f82c320a'))],
  'encoding-scar': [() => fromText('地区,床位\n锟斤拷,2\n')],
  'nul-bytes': [() => fromText('地区,床位\n锦北区,\u00002\n')],
  'line-ends': [() => fromText('地区,床位\r\n锦北区,2\r栖云区,3\n')],
  'quoted-break': [() => fromText('地区,床位,备注\n锦北区,2,"甲\n乙"\n')],
  'quote-open': [() => fromText('地区,床位\n"锦北区,2\n')],
  'delimiter-in-cells': [() => fromText('地区,床位,备注\n锦北区\t,2\t,甲\t\n')],
  delimiter: [() => fromText('地区;床位\n锦北区;2\n'), () => fromText('地区\t床位\n锦北区\t2\n')],
  'row-ragged': [() => fromText('地区,床位\n锦北区\n'), () => fromText('地区,床位\n锦北区,2,3\n')],
  'workbook-old': [() => fromBytes(parseHex('d0cf11e0a1b11ae1'))],
  'archive-gbk-names': [fromArchive],
  'not-a-table': [() => fromText('<html><table>'), () => fromBytes(parseHex('255044462d312e37'))],
  'archive-bomb': [fromBomb],
  'file-empty': [() => fromText('')],
  'encoding-mark-false': [() => fromBytes(parseHex('fffe00d8'))],
  'encoding-bad-byte': [
    () => fromBytes(parseHex(DAMAGED_UTF8)),
    () => fromBytes(parseHex(DAMAGED_GBK)),
    () => fromBytes(parseHex(CUT_OFF)),
  ],
  'quote-stray': [() => fromText('地区,床位\n"锦北"区,2\n')],
  'workbook-styles': [
    () => fromBytes(buildRawBook(renderRawRow(1, ['地区', '床位']), '', '')),
    () => fromBytes(buildRawBook(renderRawRow(1, ['地区', '床位']), '', '<styleSheet><numFmts><numFmt')),
  ],
  'workbook-broken': [() => fromBytes(parseHex('504b030414000000'))],
  'workbook-no-sheet': [fromBookWithoutSheet],
  'past-limits': [
    () => fromBytes(new Uint8Array(FILE_BYTES_MAX + 1)),
    () => fromText('1\n'.repeat(ROWS_MAX + 2)),
    () => fromText(`甲${',甲'.repeat(COLUMNS_MAX)}\n`),
    () => fromText(`地区,床位\n${'锦'.repeat(CELL_LENGTH_MAX + 1)},2\n`),
  ],
  'workbook-other': [
    () => archiveOf('mimetype', 'content.xml', 'META-INF/manifest.xml'),
    () => archiveOf('[Content_Types].xml', 'xl/workbook.bin'),
  ],
  'answer-json': [
    () => fromText('{"code":500,"msg":"登录超时"}'),
    () => fromText('[{"地区":"锦北区","床位":2}]'),
    () => fromText('\n[ [ "地区" ] ]'),
  ],
  'encoding-utf16-unmarked': [
    () => fromBytes(encodeUtf16('地区,床位\r\n锦北区,2\r\n')),
    () => fromBytes(encodeUtf16('地区,床位\r\n锦北区,2\r\n').toReversed()),
  ],
  'thousands-unquoted': [
    () => fromText('地区,床位,备注\n锦北区,1,200,\n栖云区,980,\n'),
    // Each row has a blank cell more than the header, because each has lost a comma's quotes.
    () => fromText('地区,床位,备注\n锦北区,1,200,\n栖云区,2,980,\n'),
  ],
}

/** 中文名稱內容說明 and a line of the same in Big5. */
function encodeBig5Table(): string {
  const words = 'a4a4a4e5a657bad9a4baae65bba1a9fa'
  return `${words}0a${words}0a`
}
