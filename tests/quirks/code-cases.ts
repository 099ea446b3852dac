import { checkText, contractOf, makeColumn, TWINS } from '../check/small.ts'
import { credit, date, matters, number, place, text } from './quirk-columns.ts'
import { fromCell, fromText, type QuirkCases } from './quirk-files.ts'

const grid = { kind: 'grid-code' } as const
const permit = { kind: 'permit-number' } as const
const named = contractOf({ place: makeColumn(place, '区划代码', { headers: ['地区'] }) })

const keyed = contractOf({ x: makeColumn(text, '机构'), y: makeColumn(text, '乙') }, { key: ['x'] })

const coded = contractOf({ id: makeColumn(text, '编号'), day: makeColumn(date, '日期') })

/** Cases of codes, names of places and text as people write them. */
export const CODE_CASES: QuirkCases = {
  'digits-lost': ['3.20102E+17', '913201130000000000'].map((cell) => () => fromCell(credit, cell)),
  'zeros-lost': [() => fromCell(matters, '1001')],
  'code-case': [() => fromCell(credit, '91130200699229617x'), () => fromCell(credit, '911302006992296 17X')],
  'code-check': [() => fromCell(credit, '91130200699229617Y')],
  'place-alias': [() => fromCell(place, '栖云')],
  'place-marked': ['（一）栖云区', '1.栖云区', '栖云区①', '栖云区*'].map((cell) => () => fromCell(place, cell)),
  'place-unknown': [() => fromCell(place, '锦南区')],
  'place-none': [() => fromCell(place, '第1页 共2页'), () => fromCell(place, '平均')],
  'place-time': [() => fromCell(place, '高泽县')],
  'formula-text': ['=1+1', '+86', '@某'].map((cell) => () => fromCell(text, cell)),
  'code-length': [() => fromCell(credit, '9113020069922961'), () => fromCell(grid, '9901010010010')],
  'code-county': [() => fromCell(grid, '000000001001001')],
  'code-sequence': [() => fromCell(grid, '990101001001000'), () => fromCell(permit, '91130200699229617X000P')],
  'permit-letter': [() => fromCell(permit, '91130200699229617X001V')],
  'value-unlisted': [() => fromCell(matters, '信号灯'), () => fromCell({ kind: 'yes-no' }, '待定')],
  'place-level': [() => fromCell({ kind: 'place', levels: ['district'] }, '云锦市')],
  'place-name-differs': [() => fromText('区划代码,地区\n990101,栖云区\n', named)],
  personal: [
    '张某13800138000',
    '身份证110101190001310009',
    '卡号6222020000000000000',
    '冀A·12345',
    '身份证110105491231002',
    '138.1234.5678',
    '某@qq.com zhangsan@qq.com',
    '护照E12345678',
    '微信号zhangsan88',
    '户主李四，住锦绣路12号3幢2单元501室',
  ].map((cell) => () => fromCell(text, cell)),
  'text-long': [() => fromCell({ kind: 'text', max: 4 }, '一二三四五')],
  'text-nulls': ['NULL', 'null', 'None', 'nan', 'NaN', '(null)', '\\N', 'N/A'].map(
    (cell) => () => fromCell(text, cell, { optional: true }),
  ),
  'name-missing': ['NULL', '-', '无'].map((cell) => () => fromCell(text, cell)),
  'text-wrapped': [() => fromText('机构,乙\n"=""03甲院""",1\n', keyed)],
  'text-apostrophe': [() => fromCell(text, "'乙院"), () => fromCell(credit, "'91130200699229617X")],
  'key-spaces': [() => fromCell(text, '甲 院', { key: true })],
  'key-spaces-twice': [
    () => fromText("机构,乙\n甲院,1\n'甲院,1\n", keyed),
    () => fromText('机构,乙\n甲院,1\n甲 院,2\n', keyed),
  ],
  'place-ambiguous': [
    () => {
      const { all, rowsUsed } = checkText(
        contractOf({ x: makeColumn(place, '街道') }),
        '街道\n中山街道\n',
        '2026-10',
        TWINS,
      )
      return { problems: all, used: rowsUsed > 0 }
    },
  ],
  'place-path': ['云锦市栖云区', '云锦市-栖云', '云锦市 栖云区'].map((cell) => () => fromCell(place, cell)),
  'name-traditional': [
    () => fromCell(place, '錦北區'),
    () => fromCell(matters, '窨井蓋·缺失'),
    () => fromCell(number, '4.1萬'),
  ],
  'code-letters': [() => fromCell(credit, '91130200699229617O'), () => fromCell(permit, '9199O101MA0046D404001P')],
  debris: [
    ...[
      '[object Object]',
      'com.example.Dept@1b6d3586',
      'Optional[甲]',
      '[甲, 乙]',
      '{"name":"甲"}',
      '#{dept.name}',
    ].map((shown) => () => fromCell(text, shown.replaceAll('"', '""'))),
    ...['Sat Oct 31 00:00:00 CST 2026', 'reserved-46326x1F', '46326.0', '2026"年"10"月"31"日"'].map(
      (shown) => () => fromCell(date, shown.replaceAll('"', '""')),
    ),
  ],
  'codes-cut': [
    ['990101002026120', '990101002026121', '990101002026121'],
    ['990101002026120', '990101002026121', '990101002026122'],
  ].map((codes) => () => fromText(`编号,日期\n${codes.map((code) => `${code}00,2026-10-01\n`).join('')}`, coded)),
  'date-shifted': [
    () =>
      fromText(
        `编号,日期\n${['01', '02', '03', '04', '05', '06'].map((day) => `${day},2026-10-${day}\n`).join('')}7,2022-10-06\n`,
        coded,
      ),
  ],
}
