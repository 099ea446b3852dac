import { contractOf, makeColumn } from '../check/small.ts'
import { number, place } from './quirk-columns.ts'
import { BEDS, fromBook, fromText, type QuirkCases } from './quirk-files.ts'

const OTHER_HALF = [
  ['地区', '床位', '备注'],
  ['高泽区', 5, '甲'],
]

const years = contractOf(
  { place: makeColumn(place, '地区'), year: makeColumn({ kind: 'year' }, '年份'), persons: makeColumn(number, '人数') },
  {
    profile: {
      wide: { into: 'year', value: 'persons', headers: { '2012年': '2012', '2012年末': '2012', '2013年': '2013' } },
    },
  },
)
const makeBeds = (profile: object) => ({ ...BEDS, profile })

/** Cases of how headers and worksheets answer to contract and profile. */
export const SHEET_CASES: QuirkCases = {
  'sheets-continued': ['小表（续）', '小表(2)', '小表续表', '小表2', '小表 续2'].map(
    (name) => () => fromBook(() => {}, { others: { [name]: OTHER_HALF } }),
  ),
  'sheets-continued-bare': ['小表（续）', '导出_2', 'Sheet2'].map(
    (name) => () =>
      fromBook(() => {}, {
        others: {
          [name]: [
            ['高泽区', 5, '甲'],
            ['栖云区', 7, '乙'],
          ],
        },
      }),
  ),
  'delimiter-other': ['，', '|', '｜', '  ', '　', '；', '、'].map(
    (mark) => () => fromText(`地区${mark}床位（张）\n锦北区${mark}2\n`),
  ),
  'header-traditional': [
    () => fromText('地區,床位\n锦北区,2\n'),
    () => fromText('地區,床位（張）\n锦北区,2\n'),
    () => fromText('地区,養老床位\n锦北区,2\n', makeBeds({ columns: { beds: '养老床位' } })),
  ],
  'header-synonyms-declared': ['床位,床位（张）', '床位（张）,床位'].map(
    (headers) => () => fromText(`地区,${headers}\n锦北区,2,2\n`, makeBeds({ columns: { beds: '床位' } })),
  ),
  'wide-missing': [() => fromText('地区,2012年,2014年\n锦北区,1,2\n', years)],
  'wide-twice': [() => fromText('地区,2012年,2012年末,2013年\n锦北区,1,2,3\n', years)],
  'constant-contradicted': [() => fromText('地区,床位\n锦北区,2\n', makeBeds({ constants: { beds: '3' } }))],
  'fill-down-absent': [() => fromText('地区,床位\n锦北区,2\n', makeBeds({ fillDown: ['街道'] }))],
  'column-other': [
    (index: number) => `${index},锦北区,甲`,
    (index: number) => `锦北区,2026-10-${10 + index},甲`,
    (index: number) => `锦北区,${'甲乙丙丁'[index % 4]}院,丙`,
  ].map(
    (row) => () => fromText(`地区,床位,备注\n${Array.from({ length: 12 }, (_, index) => `${row(index)}\n`).join('')}`),
  ),
}
