import { contractOf, makeColumn } from '../check/small.ts'
import { credit, integer, matters, number, percent, place, text } from './quirk-columns.ts'
import { fromCell, fromText, type QuirkCases } from './quirk-files.ts'

const people = contractOf({
  x: makeColumn(number, '人口', { unit: '人' }),
  y: makeColumn(text, '乙', { optional: true, absent: true }),
})

const rates = contractOf({ x: makeColumn(percent, '率'), y: makeColumn(text, '乙') })

/** Cases of characters, numbers and units as people write them. */
export const NUMBER_CASES: QuirkCases = {
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
  'unit-header': [
    ...[
      '人口（万人）',
      '人口[万人]',
      '人口【万人】',
      '人口〔万人〕',
      '人口/万人',
      '"人口，单位：万人"',
      '人口(单位：万人)',
    ],
    ...['"人口\n（万人）"', '"人口\n万人"', '人口（百人）', '人口（十万人）', '人口（10万人）', '人口（萬人）'],
  ].map((header) => () => fromText(`${header}\n4.1\n`, people)),
  'unit-twice': [() => fromText('人口（万人）\n4万\n', people)],
  'unit-other': [() => fromText('人口（万元）\n4\n', people), () => fromText('人口\n4户\n', people)],
  'unit-preamble': [
    ...[
      '单位：万人',
      '单位：百人',
      '单位：（千人）',
      '（单位：十万人）',
      '單位：萬人',
      '单位：10万人',
      '人口表（万人）',
    ],
    ...['计量单位：万人', '单位 ： 万人', '单位（万人）', '单位：万户、万人', '2026年10月 单位：百人 第1页'],
  ].map((stated) => () => fromText(`${stated},\n人口,乙\n4,\n`, people)),
  'unit-unknown': ['单位：万元', '单位：公顷', '单位：户、百户'].map(
    (stated) => () => fromText(`${stated},\n人口,乙\n4,\n`, people),
  ),
  'unit-contradiction': ['人口（万人）', '人口[百人]', '人口/万人'].map(
    (header) => () => fromText(`${header}\n4\n`, { ...people, profile: { units: { x: '人' } } }),
  ),
  qualifier: [() => fromCell(number, '约200'), () => fromCell(number, '1400多'), () => fromCell(number, '200以上')],
  'percent-sign': [() => fromCell(percent, '95%')],
  'percent-mixed': [() => fromText('率,乙\n0.95,1\n95,1\n', rates)],
  'percent-ratio': [() => fromCell({ kind: 'percent', as: 'ratio' }, '95')],
  'percent-over': [() => fromCell(percent, '101')],
  points: [() => fromCell(number, '9.3%', { unit: '百分点' })],
  'number-words': [() => fromCell(number, '若干')],
  'number-scientific': [() => fromCell(number, '1.2E+05')],
  'number-fraction': [() => fromCell(integer, '1.5')],
  'percent-all-ratio': [() => fromText('率,乙\n0.95,1\n0.87,2\n0.91,3\n', rates)],
  'percent-signs': [() => fromText('率,乙\n95%,1\n0.87,2\n91%,3\n', rates)],
  'percent-space': [() => fromCell(percent, '95 %')],
  'number-noise': [() => fromCell(number, '0.30000000000000004'), () => fromCell(integer, '22.999999999999996')],
}
