import type { RowRule } from '../../src/contracts/contract.ts'
import { contractOf, makeColumn } from '../check/small.ts'
import { date, dated, integer, number, percent, place, text } from './quirk-columns.ts'
import { fromText, type QuirkCases } from './quirk-files.ts'

const parts = contractOf({ n: makeColumn(text, '渠道'), x: makeColumn(integer, '件数', { privacy: 'count' }) })
const keyed = contractOf({ id: makeColumn(text, '编号'), x: makeColumn(text, '内容') }, { key: ['id'] })
const optional = contractOf(
  {
    name: makeColumn(text, '指标', { privacy: 'dimension' }),
    x: makeColumn(integer, '件数', { privacy: 'count', optional: true }),
  },
  { key: ['name'] },
)
const named = contractOf(
  {
    id: makeColumn(text, '编号'),
    place: makeColumn(place, '地区', { privacy: 'dimension' }),
    x: makeColumn(integer, '件数', { privacy: 'count' }),
  },
  { key: ['id'] },
)
const staged = contractOf(
  { a: makeColumn(date, '起'), b: makeColumn(date, '止') },
  {
    rules: [
      { kind: 'not-before', a: 'b', b: 'a' },
      { kind: 'not-after-period', columns: ['a'] },
    ],
  },
)
const rated = contractOf(
  { n: makeColumn(integer, '办结'), d: makeColumn(integer, '应办'), r: makeColumn(percent, '办结率') },
  { rules: [{ kind: 'rate', rate: 'r', numerator: 'n', denominator: 'd', times: 100 }] },
)
const wide = contractOf(
  {
    place: makeColumn(place, '地区'),
    band: makeColumn(text, '年龄组'),
    persons: makeColumn(integer, '人数', { privacy: 'count' }),
  },
  { profile: { wide: { into: 'band', value: 'persons', headers: { 少: 'young', 老: 'old' }, total: '合计' } } },
)
const block = '1,a\n2,b\n3,c\n4,d\n5,e\n'
/** Three columns of whole numbers under one rule. */
const makeCounted = (rule: RowRule) =>
  contractOf(
    { a: makeColumn(integer, '甲'), b: makeColumn(integer, '乙'), c: makeColumn(integer, '共') },
    { rules: [rule] },
  )
/** A case that is open or closed, and the day on which it was. */
const makeClosed = (...rules: RowRule[]) =>
  contractOf(
    { is: makeColumn({ kind: 'yes-no' }, '办结'), day: makeColumn(date, '办结日', { optional: true }) },
    { rules },
  )
const lasting = contractOf(
  { from: makeColumn(date, '起'), to: makeColumn(date, '止') },
  { rules: [{ kind: 'validity', from: 'from', to: 'to', years: 5 }] },
)
const within = contractOf(
  { street: makeColumn(text, '街道'), grid: makeColumn(text, '网格') },
  { rules: [{ kind: 'starts-with', a: 'grid', b: 'street' }] },
)
const own = contractOf({ a: makeColumn(date, '受理') }, { rules: [{ kind: 'belongs-to-period', columns: ['a'] }] })

/** Cases of what rows and totals say of each other. */
export const ROW_CASES: QuirkCases = {
  totals: ['合 计', '总计 Total', '【合计】', '計'].map(
    (label) => () => fromText(`渠道,件数\n电话,1\n网页,2\n其中：小程序,1\n${label},3\n`, parts),
  ),
  'total-mismatch': [() => fromText('渠道,件数\n电话,1\n网页,2\n总计,4\n', parts)],
  'total-unclear': [
    () => fromText('编号,地区,件数\n甲,锦北区,5\n合计,栖云区,3\n', named),
    () => fromText('编号,地区,件数\n甲,锦北区,5\nTotal,栖云区,5\n', named),
  ],
  'row-equals-others': [() => fromText('渠道,件数\n电话,10\n网页,20\n本辖区,30\n', { ...parts, key: ['n'] })],
  'part-unclear': [() => fromText('地区,床位\n其中：锦北区,2\n栖云区,3\n')],
  rounding: [
    () =>
      fromText('甲,乙,共\n1.26,1.26,2.53\n', {
        ...contractOf({ a: makeColumn(number, '甲'), b: makeColumn(number, '乙'), c: makeColumn(number, '共') }),
        rules: [{ kind: 'sum', total: 'c', parts: ['a', 'b'] }],
      }),
  ],
  'rate-mismatch': [
    () => fromText('办结,应办,办结率\n48,49,99%\n', rated),
    () => fromText('办结,应办,办结率\n207,3942,4.11%\n', rated),
  ],
  'no-record': [
    () => fromText('编号,地区,件数\n中心城区,,\n甲,锦北区,5\n', named),
    () => fromText('编号,地区,件数\n甲,锦北区,5\n平均值,,5\n', named),
    () => fromText('指标,件数\n甲,5\n数据截止2026年10月31日,\n', optional),
  ],
  'key-twice': [() => fromText('编号,内容\n1,a\n1,b\n', keyed)],
  'row-twice': [() => fromText('编号,内容\n1,a\n1,a\n', keyed)],
  'block-twice': [() => fromText(`编号,内容\n${block}${block}`, keyed)],
  'order-of-stages': [() => fromText('起,止\n2014-12-01,2014-03-31\n', staged)],
  'after-period': [() => fromText('起,止\n2026-11-02,2026-11-03\n', staged)],
  'row-balance': [
    () => fromText('甲,乙,共\n1,2,4\n', makeCounted({ kind: 'balance', plus: ['a', 'b'], equals: 'c' })),
    () => fromText('甲,乙,共\n4,1,2\n', makeCounted({ kind: 'balance', plus: ['a'], minus: ['b'], equals: 'c' })),
  ],
  parts: [() => fromText('甲,乙,共\n1,2,4\n', makeCounted({ kind: 'sum', total: 'c', parts: ['a', 'b'] }))],
  'row-total': [() => fromText('地区,少,老,合计\n锦北区,1,2,4\n', wide)],
  'part-over-whole': [() => fromText('甲,乙,共\n12,2,10\n', makeCounted({ kind: 'at-most', a: 'a', b: 'c' }))],
  'owed-blank': [
    () =>
      fromText(
        '办结,办结日\n是,\n',
        makeClosed({ kind: 'requires', column: 'day', when: [{ column: 'is', is: 'yes' }] }),
      ),
  ],
  'filled-against': [
    () =>
      fromText(
        '办结,办结日\n否,2026-10-01\n',
        makeClosed({ kind: 'forbids', column: 'day', when: [{ column: 'is', is: 'no' }] }),
      ),
  ],
  'code-not-within': [() => fromText('街道,网格\n990101,990102001\n', within)],
  'validity-span': [() => fromText('起,止\n2026-01-01,2030-06-30\n', lasting)],
  'row-other-period': [
    () => fromText(`月份,甲\n2026-09,a\n${'2026-10,b\n'.repeat(9)}`, dated),
    () => fromText(`受理\n2026-09-01\n${'2026-10-01\n'.repeat(9)}`, own),
  ],
  'many-faults': [() => fromText(`渠道,件数\n${'电话,若干\n'.repeat(1_001)}`, parts)],
}
