import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.ts'
import { buildColumnSchema } from '../../src/check/values/schema.ts'
import type { Sheet } from '../../src/read/sheet.ts'
import { checkText, contractOf, makeColumn, PLACES } from './small.ts'

const beds = contractOf(
  {
    place: makeColumn({ kind: 'place', levels: ['district'] }, '地区', { privacy: 'dimension' }),
    beds: makeColumn({ kind: 'integer', min: 0 }, '床位', { privacy: 'count', unit: '张' }),
    used: makeColumn({ kind: 'integer', min: 0 }, '入住', { privacy: 'count', headers: ['入住床位'], unit: '张' }),
  },
  { key: ['place'], rules: [{ kind: 'at-most', a: 'used', b: 'beds' }] },
)
const report = (text: string, contract = beds) => {
  const { rowsRead, rowsUsed, rowsRefused, rowsTakenOut, all } = checkText(contract, text)
  expect(rowsRead).toBe(rowsUsed + rowsRefused)
  return `${rowsRead}=${rowsUsed}+${rowsRefused} −${rowsTakenOut} ${all.map(({ rule, row, column: at }) => `${rule}@${row}:${at}`).join(' ')}`.trim()
}

describe('headers', () => {
  test.each([
    ['names, spellings, case and spaces', 'PLACE,床 位,入住床位\n锦北区,2,1\n', '1=1+0 −0'],
    ['a column missing', '地区,床位\n锦北区,2\n', '1=0+1 −0 header-missing@1:null'],
    ['a column unknown', '地区,床位,入住,备用\n锦北区,2,1,x\n', '1=1+0 −0 header-unknown@null:4'],
    ['numbering is let pass', '序号,地区,床位,入住\n1,锦北区,2,1\n', '1=1+0 −0'],
    ['one column under two names', '地区,床位,入住,入住床位\n锦北区,2,1,1\n', '1=0+1 −0 header-ambiguous@null:4'],
    [
      'a title that names columns',
      '地区、床位、入住情况,,\n地区,床位,入住\n锦北区,2,1\n',
      '1=1+0 −0 preamble-left-out@1:null',
    ],
    ['a header in one cell', '地区|床位|入住\n锦北区|2|1\n', '1=0+1 −0 delimiter-unknown@1:null'],
    ['a title over one cell', '情况表,,\n地区，床位，入住\n锦北区，2，1\n', '2=0+2 −0 delimiter-unknown@2:null'],
    ['a full unit row above', '制表,养老,单位：张\n地区,床位,入住\n锦北区,2,1\n', '1=1+0 −0 preamble-left-out@1:null'],
  ])('%s', (_name, text, expected) => expect(report(text)).toBe(expected))
})

describe('totals are taken out and used as checks', () => {
  test.each([
    ['a sum that holds', '地区,床位,入住\n锦北区,2,1\n栖云区,3,1\n合 计,5,2\n', '2=2+0 −1 rows-taken-out@4:null'],
    [
      'a sum that does not',
      '地区,床位,入住\n锦北区,2,1\n栖云区,3,1\n总计,6,2\n',
      '2=2+0 −1 total-mismatch@4:2 rows-taken-out@4:null',
    ],
    ['其中 is not added', '地区,床位,入住\n锦北区,2,1\n其中：公办,1,1\n合计,2,1\n', '1=1+0 −2 rows-taken-out@3:null'],
    [
      '小计 of each group',
      '地区,床位,入住\n锦北区,2,1\n小计,2,1\n栖云区,3,1\n小计,4,1\n',
      '2=2+0 −2 total-mismatch@5:2 rows-taken-out@3:null',
    ],
  ])('%s', (_name, text, expected) => expect(report(text)).toBe(expected))

  test('both numbers are reported', () => {
    const { problems } = checkText(beds, '地区,床位,入住\n锦北区,2,1\n合计,9,1\n')
    expect(problems[0]?.params).toEqual({
      label: '合计',
      stated: 9,
      sum: '2 = 2',
      difference: 7,
      tolerance: 0,
      rows: '2',
    })
  })
})

describe('rows', () => {
  test.each([
    ['a rule between columns', '锦北区,1,2\n', '1=0+1 −0 at-most@2:3'],
    ['a key twice', '锦北区,2,1\n990101,3,1\n', '2=1+1 −0 key-duplicate@3:1'],
    ['a row twice', '锦北区,2,1\n锦北区,2,1\n', '2=1+1 −0 row-duplicate@3:1'],
    ['a place of another level', '云锦市,2,1\n', '1=0+1 −0 place-level@2:1'],
    ['ragged rows count as refused', '锦北区,2\n栖云区,2,1\n', '2=1+1 −0 row-ragged@2:null'],
  ])('%s', (_name, text, expected) => expect(report(`地区,床位,入住\n${text}`)).toBe(expected))
})

describe('wide tables', () => {
  const wide = contractOf(
    {
      year: makeColumn({ kind: 'year' }, '年份'),
      place: makeColumn({ kind: 'place' }, '地区'),
      persons: makeColumn({ kind: 'integer' }, '人数', { privacy: 'count' }),
      kind: makeColumn({ kind: 'text' }, '性质'),
    },
    {
      key: ['year', 'place'],
      profile: {
        wide: { into: 'year', value: 'persons', headers: { '2012年': '2012', '2013年': '2013' } },
        constants: { kind: '年末' },
      },
    },
  )

  test('each header becomes a row, with the position of its cell', () => {
    const { rows, rowsRead } = checkText(wide, '地区,2012年,2013年\n锦北区,1,2\n')
    expect(rows.map(({ values }) => values)).toEqual([
      { year: '2012', place: '990101', persons: 1, kind: '年末' },
      { year: '2013', place: '990101', persons: 2, kind: '年末' },
    ])
    expect(rowsRead).toBe(1)
    expect(report('地区,2012年,2013年\n锦北区,1,x\n', wide)).toBe('1=0+1 −0 number-format@2:3')
  })

  test('a place is judged in the year of its row', () => {
    expect(report('地区,2012年,2013年\n高泽县,1,2\n', wide)).toBe('1=1+0 −0')
    const { problems } = checkText(wide, '地区,2012年,2013年\n高泽区,1,2\n')
    expect(problems).toMatchObject([{ rule: 'place-not-valid', expected: '990125 高泽县' }])
  })
})

describe('workbooks', () => {
  const makeSheet = (name: string, headers: string[]): Sheet => ({
    file: 'raw/small/2026-10.xlsx',
    sheet: name,
    encoding: 'xlsx',
    headers,
    headerRow: 1,
    rows: [{ row: 2, record: 1, cells: ['锦北区', '2', '1'] }],
    date1904: false,
  })
  const whole = ['地区', '床位', '入住']

  test.each([
    ['the one named after the dataset', [makeSheet('小表', whole), makeSheet('底稿', ['一'])], 1, ['sheet-unused']],
    [
      'the one that has every column',
      [makeSheet('一', ['说明', '二', '三']), makeSheet('二', whole)],
      1,
      ['sheet-unused'],
    ],
    ['none can be told', [makeSheet('甲', ['一']), makeSheet('乙', ['二'])], 0, ['sheet-unclear']],
    ['two that have every column', [makeSheet('小表', whole), makeSheet('底稿', whole)], 0, ['sheet-several']],
    ['two months', [makeSheet('9月', whole), makeSheet('10月', whole)], 0, ['sheet-several']],
    ['two months in figures', [makeSheet('2026-09', whole), makeSheet('2026-10', whole)], 0, ['sheet-several']],
    [
      'an empty form beside it',
      [makeSheet('小表', whole), { ...makeSheet('模板', whole), rows: [] }],
      1,
      ['sheet-unused'],
    ],
  ])('%s', (_name, sheets, used, rules) => {
    const checked = check(beds, sheets, { period: '2026-10', places: PLACES })
    expect(checked.rowsUsed).toBe(used)
    expect(checked.problems.map((problem) => problem.rule)).toEqual(rules)
  })

  test('a table over several sheets is read as one, with the sum of all below the last', () => {
    const makePart = (name: string, ...cells: string[][]) => ({
      ...makeSheet(name, whole),
      rows: cells.map((cell, index) => ({ row: index + 2, record: index + 1, cells: cell })),
    })
    const first = makePart('小表', ['锦北区', '2', '1'])
    const checkLast = (...last: string[]) => {
      const sheets = [first, makePart('小表（续）', ['栖云区', '3', '1'], last)]
      const { rowsUsed, problems } = check(beds, sheets, { period: '2026-10', places: PLACES })
      return [rowsUsed, ...problems.map((problem) => problem.rule)]
    }
    expect(checkLast('合计', '5', '2')).toEqual([2, 'sheets-joined', 'rows-taken-out'])
    expect(checkLast('合计', '3', '1')).toEqual([2, 'sheets-joined', 'rows-taken-out'])
    expect(checkLast('合计', '6', '2')).toEqual([
      2,
      'sheets-joined',
      'total-mismatch',
      'total-mismatch',
      'rows-taken-out',
    ])
    const composeSums = (label: string) =>
      check(
        beds,
        [
          makePart('小表', ['锦北区', '2', '1'], [label, '2', '1']),
          makePart('小表（续）', ['栖云区', '3', '1'], [label, '3', '1'], ['合计', '5', '2']),
        ],
        { period: '2026-10', places: PLACES },
      ).problems.map((problem) => problem.rule)
    for (const label of ['小计', '本页小计'])
      expect(composeSums(label)).toEqual(['sheets-joined', 'rows-taken-out', 'rows-taken-out'])
    expect(checkLast('锦北区', '2', '1')).toEqual([2, 'sheets-joined', 'row-duplicate'])
  })

  test('a long code that became a number has lost its digits', () => {
    const codes = contractOf({ code: makeColumn({ kind: 'text' }, '编号') }, { key: ['code'] })
    const single: Sheet = {
      ...makeSheet('表', ['编号']),
      rows: [{ row: 2, record: 1, cells: ['320102194910009984'], kinds: ['number'] }],
    }
    expect(check(codes, [single], { period: '2026-10', places: PLACES }).problems).toMatchObject([
      { rule: 'digits-lost' },
    ])
  })
})

test('every value of a used row is one that the Zod schema of its column accepts', () => {
  const schemas = Object.entries(beds.columns).map(([id, item]) => [id, buildColumnSchema(item, PLACES)] as const)
  const { rows } = checkText(beds, '地区,床位,入住\n锦北区,2万,1\n栖云,３,2\n')
  expect(rows).toHaveLength(2)
  for (const { values } of rows) {
    for (const [id, schema] of schemas) expect(schema.safeParse(values[id] ?? null).error, id).toBeUndefined()
  }
})
