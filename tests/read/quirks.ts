import { utils } from '@e965/xlsx'
import type { Column } from '../../src/datasets/contract.ts'
import { column, contractOf } from '../check/small.ts'
import {
  fromArchive,
  fromBomb,
  fromBook,
  fromBytes,
  fromCell,
  fromFigures,
  fromName,
  fromText,
  fromTwins,
  hex,
  type QuirkResult,
} from './quirk-files.ts'

const number: Column['type'] = { kind: 'number' }
const integer: Column['type'] = { kind: 'integer' }
const percent: Column['type'] = { kind: 'percent', as: 'percent' }
const month: Column['type'] = { kind: 'month' }
const date: Column['type'] = { kind: 'date' }
const place: Column['type'] = { kind: 'place' }
const text: Column['type'] = { kind: 'text' }
const credit: Column['type'] = { kind: 'credit-code' }
const matters: Column['type'] = {
  kind: 'list',
  items: [{ code: '01001', zh: '井盖', en: 'Manhole', also: ['窨井盖·缺失'] }],
}
const people = contractOf({
  x: column(number, '人口', { unit: '人' }),
  y: column(text, '乙', { optional: true, absent: true }),
})
const parts = contractOf({ n: column(text, '渠道'), x: column(integer, '件数', { privacy: 'count' }) })
const keyed = contractOf({ id: column(text, '编号'), x: column(text, '内容') }, { key: ['id'] })
const dated = contractOf(
  { month: column(month, '月份'), x: column(text, '甲') },
  { rules: [{ kind: 'is-period', column: 'month' }] },
)
const staged = contractOf(
  { a: column(date, '起'), b: column(date, '止') },
  {
    rules: [
      { kind: 'not-before', a: 'b', b: 'a' },
      { kind: 'not-after-period', columns: ['a'] },
    ],
  },
)
const rated = contractOf(
  { n: column(integer, '办结'), d: column(integer, '应办'), r: column(percent, '办结率') },
  { rules: [{ kind: 'rate', rate: 'r', numerator: 'n', denominator: 'd', times: 100 }] },
)
const block = '1,a\n2,b\n3,c\n4,d\n5,e\n'
const GBK_HEADER = 'b5d8c7f82cb4b2ceBB'.toLowerCase()

/** Cases of each quirk, by its id: what a file holds, and what became of it. */
export const QUIRK_CASES: Record<string, readonly (() => QuirkResult)[]> = {
  'encoding-utf8': [() => fromText('地区,床位\n锦北区,2\n'), () => fromText('\uFEFF地区,床位\n锦北区,2\n')],
  'encoding-gb18030': [() => fromBytes(hex(`${GBK_HEADER}0abdf5b1b1c7f82c320a`))],
  'encoding-four-bytes': [() => fromBytes(hex('bcd70a9933aa340a'), contractOf({ x: column(text, '甲') }))],
  'encoding-utf16': [() => fromBytes(hex('fffe32750a00110a0a00'), contractOf({ x: column(text, '甲') }))],
  'encoding-big5': [() => fromBytes(hex(big5Table()), contractOf({ x: column(text, '中文名稱內容說明') }))],
  'encoding-mixed': [() => fromBytes(hex('e59cb0e58cba2ce5ba8ae4bd8d0abdf5b1b1c7f82c320a'))],
  'encoding-scar': [() => fromText('地区,床位\n锟斤拷,2\n')],
  'nul-bytes': [() => fromText('地区,床位\n锦北区,\u00002\n')],
  'line-ends': [() => fromText('地区,床位\r\n锦北区,2\r栖云区,3\n')],
  'quoted-break': [() => fromText('地区,床位,备注\n锦北区,2,"甲\n乙"\n')],
  'quote-open': [() => fromText('地区,床位\n"锦北区,2\n')],
  delimiter: [() => fromText('地区;床位\n锦北区;2\n'), () => fromText('地区\t床位\n锦北区\t2\n')],
  'row-ragged': [() => fromText('地区,床位\n锦北区\n'), () => fromText('地区,床位\n锦北区,2,3\n')],
  'workbook-old': [() => fromBytes(hex('d0cf11e0a1b11ae1'))],
  'archive-gbk-names': [fromArchive],
  'not-a-table': [() => fromText('<html><table>'), () => fromBytes(hex('255044462d312e37'))],
  'archive-bomb': [fromBomb],
  'file-name': [() => fromName('报表(最终版)(2).xlsx')],
  'title-rows': [() => fromText('养老情况表,\n制表人：某,\n地区,床位\n锦北区,2\n')],
  footnotes: [() => fromText('地区,床位\n锦北区,2\n注：不含家庭床位,\n')],
  'header-levels': [
    () =>
      fromText('地区,水,\n,COD,氨氮\n锦北区,1,2\n', {
        ...contractOf({ p: column(place, '地区'), c: column(number, '水|COD'), n: column(number, '水|氨氮') }),
        profile: { headerRows: 2 },
      }),
  ],
  'header-undeclared': [
    () => fromText('地区,设施,\n,床位,入住\n锦北区,1,2\n'),
    () => fromText('区划,设施\n地区,床位\n锦北区,1\n'),
  ],
  'header-duplicate': [() => fromText('地区,床位,床 位\n锦北区,2,3\n')],
  'header-spaces': [() => fromText('地 区,床　位\n锦北区,2\n')],
  numbering: [() => fromText('序号,地区,床位\n7,锦北区,2\n')],
  'blank-rows': [() => fromText('地区,床位\n\n,\n锦北区,2\n')],
  'cell-formula': [() => fromBook((sheet) => Object.assign(sheet, { B2: { t: 'n', v: 3, f: '1+2' } }))],
  'cell-error': [
    () => fromBook((sheet) => Object.assign(sheet, { B2: { t: 'e', v: 7 } })),
    () => fromCell(number, '#REF!'),
  ],
  'hidden-rows': [() => fromBook((sheet) => Object.assign(sheet, { '!rows': [{}, { hidden: true }] }))],
  'hidden-columns': [() => fromBook((sheet) => Object.assign(sheet, { '!cols': [{}, { hidden: true }] }))],
  'hidden-sheets': [() => fromBook(() => {}, { hiddenSheet: true })],
  comments: [() => fromBook((sheet) => Object.assign(sheet['B2'], { c: [{ a: '某', t: '待核' }] }))],
  makers: [() => fromBook(() => {}, { author: '某某' })],
  'merged-body': [() => fromBook((sheet) => Object.assign(sheet, { '!merges': [utils.decode_range('C2:C3')] }))],
  'merged-declared': [
    () =>
      fromBook(
        (sheet) => {
          sheet['!merges'] = [utils.decode_range('C2:C3')]
          delete sheet['C3']
        },
        { profile: { fillDown: ['备注'] } },
      ),
  ],
  'full-width': [
    () => fromCell(number, '１２３'),
    () => fromCell(percent, '９５％'),
    () => fromCell(credit, '９１１３０２００６９９２２９６１７Ｘ'),
  ],
  'outer-spaces': [() => fromCell(number, ' 123'), () => fromCell(number, '\u00A0123')],
  'zero-width': [() => fromCell(place, '锦\u200B北区')],
  'middle-dots': [() => fromCell(matters, '窨井盖・缺失'), () => fromCell(matters, '窨井盖•缺失')],
  homoglyph: [() => fromCell(text, 'А123', { key: true })],
  traditional: [() => fromCell(text, '環境衛生')],
  grouped: [() => fromCell(number, '1,234')],
  'grouped-wrong': [() => fromCell(number, '1,23,4'), () => fromCell(number, '1 234')],
  scaled: [() => fromCell(number, '12万'), () => fromCell(number, '1.2亿')],
  'unit-header': [() => fromText('人口（万人）\n4.1\n', people)],
  'unit-twice': [() => fromText('人口（万人）\n4万\n', people)],
  'unit-other': [() => fromText('人口（万元）\n4\n', people), () => fromText('人口\n4户\n', people)],
  'unit-preamble': [() => fromText('单位：万人,\n人口,\n4,\n', people)],
  qualifier: [() => fromCell(number, '约200'), () => fromCell(number, '1400多'), () => fromCell(number, '200以上')],
  'percent-sign': [() => fromCell(percent, '95%')],
  'percent-mixed': [
    () => fromText('率,乙\n0.95,1\n95,1\n', contractOf({ x: column(percent, '率'), y: column(text, '乙') })),
  ],
  'percent-ratio': [() => fromCell({ kind: 'percent', as: 'ratio' }, '95')],
  'percent-over': [() => fromCell(percent, '101')],
  points: [() => fromCell(number, '9.3%', { unit: '百分点' })],
  'month-forms': ['2026年10月', '2026/9', '202610', '二〇二六年十月'].map((one) => () => fromCell(month, one)),
  'month-ambiguous': [() => fromCell(month, '2026.1')],
  'month-dotted': [() => fromCell(month, '2026.3')],
  'month-alone': ['10月', '上半年', '去年', '本月止'].map((one) => () => fromCell(month, one)),
  'month-settled': [() => fromText('月份,甲\n10月,a\n', dated), () => fromText('月份,甲\n本月,a\n', dated)],
  'date-forms': ['2026/10/1', '2026年10月1日', '20261001'].map((one) => () => fromCell(date, one)),
  'date-serial': [() => fromCell(date, '46296')],
  'date-nonexistent': [() => fromCell(date, '2026-02-29'), () => fromCell(date, '1900-02-29')],
  'date-order': [() => fromCell(date, '03/10/2026')],
  'missing-marks': ['-', '—', '——', '/', '…', '暂无'].map((one) => () => fromCell(number, one, { optional: true })),
  'missing-reasons': ['未监测', '未开展', '不适用'].map((one) => () => fromCell(number, one, { optional: true })),
  'missing-covered': ['*', '***'].map((one) => () => fromCell(number, one)),
  'digits-lost': ['3.20102E+17', '913201130000000000'].map((one) => () => fromCell(credit, one)),
  'zeros-lost': [() => fromCell(matters, '1001')],
  'code-case': [() => fromCell(credit, '91130200699229617x'), () => fromCell(credit, '911302006992296 17X')],
  'code-check': [() => fromCell(credit, '91130200699229617Y')],
  'place-alias': [() => fromCell(place, '栖云')],
  'place-unknown': [() => fromCell(place, '锦南区')],
  'place-time': [() => fromCell(place, '高泽县')],
  'formula-text': ['=1+1', '+86', '@某'].map((one) => () => fromCell(text, one)),
  totals: [() => fromText('渠道,件数\n电话,1\n网页,2\n其中：小程序,1\n合 计,3\n', parts)],
  'total-mismatch': [() => fromText('渠道,件数\n电话,1\n网页,2\n总计,4\n', parts)],
  rounding: [
    () =>
      fromText('甲,乙,共\n1.26,1.26,2.53\n', {
        ...contractOf({ a: column(number, '甲'), b: column(number, '乙'), c: column(number, '共') }),
        rules: [{ kind: 'sum', total: 'c', parts: ['a', 'b'] }],
      }),
  ],
  'rate-mismatch': [
    () => fromText('办结,应办,办结率\n48,49,99%\n', rated),
    () => fromText('办结,应办,办结率\n207,3942,4.11%\n', rated),
  ],
  'cumulative-falls': [() => fromFigures(100, 90, 'cumulative')],
  'key-twice': [() => fromText('编号,内容\n1,a\n1,b\n', keyed)],
  'row-twice': [() => fromText('编号,内容\n1,a\n1,a\n', keyed)],
  'block-twice': [() => fromText(`编号,内容\n${block}${block}`, keyed)],
  'order-of-stages': [() => fromText('起,止\n2014-12-01,2014-03-31\n', staged)],
  'after-period': [() => fromText('起,止\n2026-11-02,2026-11-03\n', staged)],
  'other-period': [() => fromText('月份,甲\n2026-09,a\n2026-09,b\n', dated)],
  'title-period': [() => fromText('2026年9月情况表,,\n月份,甲,\n2026-10,a,\n', dated)],
  'same-file': [
    () => fromTwins({ sha256: 'x', digest: '1' }, { sha256: 'x', digest: '1' }),
    () => fromTwins({ sha256: 'x', digest: '1' }, { sha256: 'y', digest: '1' }),
  ],
  jump: [() => fromFigures(40, 400, 'figure'), () => fromFigures(41_000, 4.1, 'figure')],
}

/** 中文名稱內容說明 and a line of the same in Big5. */
function big5Table(): string {
  const words = 'a4a4a4e5a657bad9a4baae65bba1a9fa'
  return `${words}0a${words}0a`
}
