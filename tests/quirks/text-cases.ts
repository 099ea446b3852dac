import { contractOf, makeColumn } from '../check/small.ts'
import { credit, date, datetime, integer, matters, number, text } from './quirk-columns.ts'
import { fromBytes, fromCell, fromText, parseHex, type QuirkCases } from './quirk-files.ts'

const keyed = contractOf({ x: makeColumn(text, '编号'), y: makeColumn(text, '乙') }, { key: ['x'] })

const encodeUtf8 = (text: string) => new TextEncoder().encode(`${text}\n1,2\n`)
/** What a program makes of bytes that it takes for another encoding. */
const misread = (bytes: Uint8Array, label: string) => new TextDecoder(label).decode(bytes)

/** Cases of what text brings along on its way through systems. */
export const TEXT_CASES: QuirkCases = {
  'text-mark': [
    ...['1200¹', '30①', '4.5②', '12⑴', '12⒈', '12㊀', '12㈠', '12ⁱ', '12ª', '12❶', '①12'].map(
      (cell) => () => fromCell(number, cell),
    ),
    () => fromCell(date, '2026-10-0①'),
    () => fromCell(credit, '91130200699229617①'),
    () => fromCell(matters, '窨井盖·缺失①'),
    () => fromCell(text, '甲院①', { key: true }),
  ],
  'text-picture': [() => fromCell(text, '=DISPIMG(ID_1,1)'), () => fromCell(text, '_xlfn.DISPIMG(ID_1,1)')],
  'text-radicals': [() => fromCell(text, '⻓者⻝堂'), () => fromCell(text, '⽼⼈之家', { key: true })],
  'text-control': ['\u202E甲院\u2066', '甲\u061C院', '\u001B[31m甲院', '甲\u0007院', '甲\u{E0041}院', '甲\uFE0F院'].map(
    (cell) => () => fromCell(text, cell),
  ),
  'text-no-character': [() => fromCell(text, '\uE000甲院'), () => fromCell(text, '甲\u{F0000}院', { key: true })],
  'text-scar': ['云锦▯公司', '云锦?公司', '云锦〓公司', '云锦□公司', '云锦■公司'].map(
    (cell) => () => fromCell(text, cell),
  ),
  'text-garbled': [
    () => fromText(String.fromCharCode(...encodeUtf8('地区,床位'))),
    () => fromText(misread(encodeUtf8('地区,床位'), 'windows-1252')),
    () => fromText(misread(encodeUtf8('地区,床位'), 'gbk')),
    () => fromText('µØÇø,´²Î»\n1,2\n'),
    () => fromCell(text, 'ç½\u0091æ ¼'),
  ],
  'encoding-unknown': [() => fromBytes(parseHex('436166e92c3132330a43e974e92c310a'))],
  'text-markup': [
    () => fromCell(text, '甲&amp;乙&nbsp;<br/>丙'),
    () => fromCell(number, '<b>12</b>'),
    () => fromCell(text, '<br/>', { optional: true }),
  ],
  'text-tags': [() => fromCell(text, '12<sup>1</sup>'), () => fromCell(text, '甲&unknown;')],
  'number-exponent': [() => fromCell(integer, '1e+05'), () => fromCell(number, '-1.2e+07')],
  'time-24': [() => fromCell(datetime, '2026-10-01 24:00'), () => fromCell(date, '2026-10-01 24:00:00')],
  'key-case': [() => fromText('编号,乙\nHF1,1\nhf1,2\n', keyed)],
}
