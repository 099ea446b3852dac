import { utils } from '@e965/xlsx'
import { contractOf, makeColumn } from '../check/small.ts'
import { number, place } from './quirk-columns.ts'
import { BEDS, fromBook, fromCell, fromText, type QuirkCases } from './quirk-files.ts'

const WIDER = [
  ['地区', '床位'],
  ['锦北区', 2],
]

const TEXT = { kind: 'text' } as const
const INDICATORS = { n: makeColumn(TEXT, '指标'), v: makeColumn({ kind: 'number' }, '数值') }
/** Names of rows that state units which one column of numbers cannot have together. */
const UNITS = [
  '指标,数值\n人口（万人）,12\n密度（人/平方公里）,340\n',
  '指标,数值\n全国人口 (万人),141178\n65岁及以上 (%),13.5\n',
  '指标,数值\n能源消费，万吨标准煤,9\n人均用电，千瓦时,6\n',
  '指标,数值\n户数/万户,9\n家庭户规模/人,2.6\n',
  '指标,数值\n生产总值 亿元,9\n城镇化率 %,6\n',
  '指标,数值\n生产总值（亿元）,9\n常住人口,6\n',
] as const

/** Cases of what surrounds the data, and what a workbook hides. */
export const LAYOUT_CASES: QuirkCases = {
  'title-rows': [() => fromText('养老情况表,\n制表人：某,\n地区,床位\n锦北区,2\n')],
  footnotes: [() => fromText('地区,床位\n锦北区,2\n注：不含家庭床位,\n')],
  'header-levels': [
    () =>
      fromText('地区,水,\n,COD,氨氮\n锦北区,1,2\n', {
        ...contractOf({
          p: makeColumn(place, '地区'),
          c: makeColumn(number, '水|COD'),
          n: makeColumn(number, '水|氨氮'),
        }),
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
  'no-rows': [() => fromText('地区,床位\n'), () => fromText('地区,床位\n合计,0\n')],
  'sheet-empty': [
    () => fromText('\n,\n'),
    () =>
      fromBook((sheet) => {
        for (const cell of Object.keys(sheet)) delete sheet[cell]
      }),
  ],
  'header-missing': [() => fromText('地区,张数\n锦北区,2\n')],
  'header-blank': [() => fromText('地区,,床位\n锦北区,甲,2\n')],
  'header-unknown': [() => fromText('地区,床位,联系人\n锦北区,2,甲\n')],
  'header-synonyms': [
    () => fromText('床位,床位数\n2,2\n', contractOf({ beds: makeColumn(number, '床位', { headers: ['床位数'] }) })),
  ],
  'sheet-renamed': [() => fromBook(() => {}, { profile: { sheet: '十月' } })],
  'sheets-several': [
    () => fromBook(() => {}, { name: '上报', others: { 复核: WIDER } }),
    () => fromBook(() => {}, { others: { 复核: WIDER } }),
    () => fromBook(() => {}, { name: '2025', others: { '2026': WIDER } }),
    () =>
      fromBook((sheet) => Object.assign(sheet, { B1: { t: 's', v: '张数' } }), {
        name: '上报',
        others: { 说明: [['口径'], ['不含家庭床位']] },
      }),
  ],
  'sheets-spare': [() => fromBook(() => {}, { others: { 说明: [['口径'], ['不含家庭床位']] } })],
  'header-blank-named': [
    () =>
      fromText(',床位,床数\n锦北区,2,3\n', {
        ...contractOf({
          p: makeColumn(place, '地区'),
          beds: makeColumn(number, '床位'),
          n: makeColumn(number, '床数'),
        }),
        profile: { columns: { p: '[A]' } },
      }),
  ],
  'rows-ignored': [
    () => fromText('地区,床位\n甲,1\n锦北区,2\n', { ...BEDS, profile: { skipBelow: 1 } }),
    () => fromText('地区,床位\n锦北区,2\na) 不含家庭床位,\n', { ...BEDS, profile: { ignoreRows: ['a)'] } }),
  ],
  'rows-grouped': [
    () =>
      fromText('指标,数值\n人口,\n出生,2\n死亡,1\n住房,\n套数,7\n', {
        ...contractOf({ g: makeColumn(TEXT, '分组'), n: makeColumn(TEXT, '指标'), v: makeColumn(number, '数值') }),
        profile: { groupRows: '分组' },
      }),
  ],
  'units-mixed': UNITS.map((text) => () => fromText(text, contractOf(INDICATORS, { key: ['n'] }))),
  'row-units-parted': [
    () =>
      fromText(UNITS[0], {
        ...contractOf({ ...INDICATORS, u: makeColumn(TEXT, '单位') }, { key: ['n'] }),
        profile: { rowUnits: { column: '指标', into: '单位' } },
      }),
  ],
}
