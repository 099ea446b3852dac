import { describe, expect, test } from 'vitest'
import type { Contract } from '../../../src/contracts/contract.ts'
import { printProblems } from '../../../src/problems/print-problems.ts'
import { checkText, contractOf, makeColumn } from '../small.ts'

const beds = makeColumn({ kind: 'integer' }, '床位', { privacy: 'count', unit: '张', optional: true, absent: true })
const place = makeColumn({ kind: 'place', levels: ['district'] }, '地区', { privacy: 'dimension' })
const name = makeColumn({ kind: 'text' }, '名称', { privacy: 'dimension' })
const note = makeColumn({ kind: 'text' }, '备注', { optional: true, absent: true })
const homes = contractOf({ name, place, beds, note }, { key: ['name'] })
const districts = contractOf({ place, beds }, { key: ['place'] })
const people = contractOf(
  {
    year: makeColumn({ kind: 'year' }, '年份', { absent: true, optional: true }),
    place: makeColumn({ kind: 'place' }, '地区', { privacy: 'dimension' }),
    sex: makeColumn(
      {
        kind: 'list',
        items: [
          { code: 'm', zh: '男', en: 'Male' },
          { code: 'f', zh: '女', en: 'Female' },
        ],
      },
      '性别',
      { privacy: 'dimension' },
    ),
    beds: makeColumn({ kind: 'integer' }, '人数', { privacy: 'count' }),
  },
  { key: ['place', 'sex'] },
)

/** Rows used, refused and taken out, and the findings with their rows. */
const report = (contract: Contract, text: string) => {
  const { rowsUsed, rowsRefused, rowsTakenOut, rowsRead, problems } = checkText(contract, text)
  expect(rowsRead).toBe(rowsUsed + rowsRefused)
  const found = problems.filter((problem) => problem.rule !== 'rows-taken-out').map(({ rule, row }) => `${rule}@${row}`)
  return [`${rowsUsed}+${rowsRefused}−${rowsTakenOut}`, ...found].join(' ')
}
const HOMES = '名称,地区,床位\n甲院,锦北区,100\n乙院,锦北区,50\n'

describe('a label makes a sum only of a row that it names', () => {
  test.each([
    ['a remark', '名称,地区,备注\n甲院,锦北区,\n乙院,栖云区,合计\n丙院,栖云区,其中：托养\n丁院,栖云区,小计\n', '4+0−0'],
    ['a remark beside counts', '名称,地区,床位,备注\n甲院,锦北区,1,\n乙院,栖云区,5,合计\n', '2+0−0'],
    ['a name with numbers of its own', `${HOMES}合计,栖云区,70\n`, '2+1−0 total-unclear@4'],
    ['a name without numbers', '名称,地区\n甲院,锦北区\n合计,栖云区\n', '1+1−0 total-unclear@3'],
    ['a name and nothing else', '名称,地区\n甲院,锦北区\n合计,\n', '1+0−1'],
    ['a sum that adds up, in a place', `${HOMES}合计,锦北区,150\n`, '2+0−1'],
    [
      'a name that one row equals by chance',
      '名称,地区,床位\n甲院,锦北区,5\nTotal,栖云区,5\n',
      '1+1−0 total-unclear@3',
    ],
    ['a sum of a place that has no row', '名称,地区,床位\n甲院,锦北区,5\n合计,栖云区,5\n', '1+1−0 total-unclear@3'],
    ['a sum with nothing beside it', `${HOMES}Total,,150\n`, '2+0−1'],
    ['a wrong sum with nothing beside it', `${HOMES}合计,,151\n`, '2+0−1 total-mismatch@4'],
  ])('%s', (_name, text, expected) => expect(report(homes, text)).toBe(expected))

  test.each([
    ['总数', '1+1−0 total-unclear@3'],
    ['人口合计', '2+0−0'],
    ['其中参保人数', '2+0−0'],
    ['其中：参保人数', '1+1−0 part-unclear@3'],
  ])('an indicator whose key names it is not lost: %s', (text, expected) => {
    const ledger = contractOf({ id: name, what: makeColumn({ kind: 'text' }, '指标'), beds }, { key: ['id'] })
    expect(report(ledger, `名称,指标,床位\nF1,床位,9\nF2,${text},3\n`)).toBe(expected)
  })

  test('a row that is numbered and named is not lost by 合计 in a cell that nobody reads', () => {
    const composeText = (total: string) => `序号,名称,地区,床位\n1,甲院,锦北区,5\n合计,${total}\n`
    expect(report(homes, composeText(',,5'))).toBe('1+0−1')
    expect(report(homes, composeText('乙院,栖云区,3'))).toBe('1+1−0 total-unclear@3')
  })

  test('both numbers are reported', () => {
    const { problems } = checkText(homes, `${HOMES}合计,栖云区,70\n`)
    expect(printProblems(problems, 'zh')).toContain('“床位”写70，而100 + 50 = 150（所比的行：2–3）')
  })
})

describe('其中 is left out only where another row holds it', () => {
  test.each([
    ['the first of the list', '地区,床位\n其中：锦北区,2\n栖云区,3\n', '1+1−0 part-unclear@2'],
    ['the first below a sum', '地区,床位\n合计,5\n其中：锦北区,2\n栖云区,3\n', '1+1−1 part-unclear@3'],
    ['no member of the list', '地区,床位\n锦北区,5\n其中：公办,2\n', '1+0−1'],
    ['a member in the cell beside it', '序号,地区,床位\n其中,锦北区,2\n2,栖云区,3\n', '1+1−0 part-unclear@2'],
  ])('%s', (_name, text, expected) => expect(report(districts, text)).toBe(expected))

  test('a place within a place above it', () => {
    expect(report(people, '地区,性别,人数\n云锦市,男,5\n其中：锦北区,男,2\n')).toBe('1+0−1')
    expect(report(people, '地区,性别,人数\n云锦市,男,5\n其中：锦北区,男,2\n栖云区,男,3\n')).toBe('2+1−0 part-unclear@3')
  })

  test('a part is not greater than its whole', () => {
    expect(report(homes, `${HOMES}其中：分院,锦北区,20\n`)).toBe('2+0−1')
    expect(report(homes, `${HOMES}其中：丙院,锦北区,70\n`)).toBe('2+1−0 part-unclear@4')
  })
})

describe('sums of groups', () => {
  test.each([
    ['named by their place', `${HOMES}锦北区小计,锦北区,150\n丙院,栖云区,70\n栖云区小计,,70\n`, '3+0−2'],
    ['of a page', `${HOMES}本页小计,,150\n丙院,栖云区,70\n本页小计,,70\n合计,,220\n`, '3+0−3'],
    ['of a page, wrong', `${HOMES}本页小计,,151\n`, '2+0−1 total-mismatch@4'],
    ['named by what nobody knows, adding up', `${HOMES}公办小计,,150\n`, '2+0−1'],
    ['named by what nobody knows, not adding up', `${HOMES}去年合计,,120\n`, '2+1−0 total-unclear@4'],
  ])('%s', (_name, text, expected) => expect(report(homes, text)).toBe(expected))

  test.each([
    ['below its rows', '锦北区,2\n小计,2\n栖云区,3\n小计,3\n', '2+0−2'],
    ['above its rows', '小计,2\n锦北区,2\n小计,3\n栖云区,3\n', '2+0−2'],
    ['above, one of them wrong', '合计,5\n小计,2\n锦北区,2\n小计,4\n栖云区,3\n', '2+0−3 total-mismatch@5'],
    ['of groups of groups', '锦北区,2\n小计,2\n栖云区,3\n小计,3\n小计,5\n', '2+0−3'],
    ['of no rows at all', '锦北区,2\n栖云区,3\n小计,5\n小计,7\n', '2+0−2 total-mismatch@5'],
  ])('小计 stands %s', (_name, text, expected) => expect(report(districts, `地区,床位\n${text}`)).toBe(expected))

  test('the rows that were compared are reported', () => {
    const { problems } = checkText(districts, '地区,床位\n锦北区,2\n小计,2\n栖云区,3\n小计,4\n')
    expect(problems[0]).toMatchObject({ row: 5, params: { sum: '3 = 3', rows: '4' } })
  })

  test('合计 of each place is that of its own rows', () => {
    const composeText = (north: number) =>
      `地区,性别,人数\n锦北区,合计,${north}\n锦北区,男,1\n锦北区,女,2\n栖云区,合计,7\n栖云区,男,3\n栖云区,女,4\n`
    expect(report(people, composeText(3))).toBe('4+0−2')
    expect(report(people, composeText(10))).toBe('4+0−2 total-mismatch@2')
  })

  test('合计 of each year is that of its own rows', () => {
    const years = contractOf({ ...people.columns }, { key: ['year', 'place', 'sex'] })
    const text = '年份,地区,性别,人数\n2024,锦北区,男,1\n2024,合计,,1\n2025,锦北区,男,2\n2025,合计,,2\n'
    expect(report(years, text)).toBe('2+0−2')
  })
})

describe('a cell of a sum that cannot be read checks nothing, and is reported', () => {
  test.each([
    ['#REF!', 'cell-error@3'],
    ['见附表', 'number-format@3'],
    ['394 57', 'number-format@3'],
    ['约2', 'number-qualified@3'],
    ['—', ''],
    ['/', ''],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(report(districts, `地区,床位\n锦北区,2\n合计,${text}\n`)).toBe(`1+0−1 ${expected}`.trim())
  })
})

test('小计 of men and of women, above or below their rows', () => {
  const rows = '锦北区,男,1\n锦北区,女,2\n'
  const other = '栖云区,男,4\n栖云区,女,8\n'
  const composeSums = (name: string, men: number, women: number) => `${name}小计,男,${men}\n${name}小计,女,${women}\n`
  const head = '地区,性别,人数\n'
  for (const [text, two] of [
    ['', ''],
    ['锦北区', '栖云区'],
  ] as const) {
    expect(report(people, `${head}${rows}${composeSums(text, 1, 2)}${other}${composeSums(two, 4, 8)}`)).toBe('4+0−4')
    expect(report(people, `${head}${composeSums(text, 1, 2)}${rows}${composeSums(two, 4, 8)}${other}`)).toBe('4+0−4')
  }
  expect(report(people, `${head}${rows}${composeSums('', 1, 3)}`)).toContain('total-mismatch')
})

test('every row that is taken out is reported with its label', () => {
  const { problems } = checkText(districts, '地区,床位\n锦北区,2\n其中：公办,1\n合计：,2\n')
  expect(problems).toMatchObject([
    { rule: 'rows-taken-out', row: 3, found: '其中：公办 | 合计：', params: { count: 2 } },
  ])
  expect(printProblems(problems, 'zh')).toContain('第3行“其中：公办”、第4行“合计：”。')
  expect(printProblems(problems, 'en')).toContain('Row 3 “其中：公办”, 4 “合计：”.')
})

test('a page line and a header again are no records, and what is no name at all is no place to be added', () => {
  expect(report(districts, '地区,床位\n锦北区,2\n第1页 共2页,\n地区,床位\n栖云区,3\n')).toBe(
    '2+0−0 footnotes-left-out@3',
  )
  expect(report(districts, '地区,床位\n锦北区,2\n平均,2\n')).toBe('1+1−0 place-none@3')
  expect(report(districts, '地区,床位\n锦北区：,2\n')).toBe('0+1−0 place-unknown@2')
})
