import { expect, test } from 'vitest'
import { DATASETS } from '../../src/datasets/index.ts'
import { checkContractWords, checkListWords } from '../../src/portal/check-portal-words.ts'
import { openPortal } from '../../src/portal/portal.ts'
import { printProblems } from '../../src/problems/print-problems.ts'
import { VISITS } from '../site/hostile/hostile-contracts.ts'

const PHONE = '13800138000'
/** A contract with a person in its title, in a table's title and among the items of a list. */
const NAMING = {
  ...VISITS,
  title: { zh: '上门探访', en: `Home visits (call ${PHONE})` },
  columns: {
    ...VISITS.columns,
    visitor: {
      type: { kind: 'list' as const, items: [{ code: 'v1', zh: '李秀英', en: 'Visitor 1' }] },
      names: { zh: '网格员姓名', en: 'Visitor' },
      privacy: 'dimension' as const,
    },
  },
}
const check = (phones: ReadonlySet<string>) => checkContractWords(NAMING, 'contracts/visits.ts', phones)

test('titles and items of lists are scanned, items below the name of their column', () => {
  const problems = check(new Set())
  expect(
    problems.map(({ rule, dataset, file, columnName, found }) => [rule, dataset, file, columnName, found]),
  ).toEqual([
    ['portal-personal', 'visits', 'contracts/visits.ts', 'title.en', '138******00'],
    ['portal-personal', 'visits', 'contracts/visits.ts', 'columns.visitor.type.items.0.zh', '李**'],
  ])
  expect(printProblems(problems, 'zh') + printProblems(problems, 'en')).not.toMatch(/13800138000|李秀英/)
})

test('a telephone that an office has listed may be in a contract', () => {
  expect(check(new Set([PHONE])).map(({ found }) => found)).toEqual(['李**'])
})

test('lists are scanned cell by cell, with row and column', () => {
  const text = `id,name_zh,name_en,phones\n\nlamps,照明科（${PHONE}）,Lighting office,12345\n`
  const reportOf = (phones: ReadonlySet<string>) =>
    checkListWords(text, 'departments.csv', phones).map(({ rule, row, column, columnName, found }) =>
      [rule, row, column, columnName, found].join(' '),
    )
  expect(reportOf(new Set())).toEqual(['portal-personal 3 2 name_zh 138******00'])
  expect(reportOf(new Set([PHONE]))).toEqual([])
})

test('the lists of the demonstration name nobody', async () => {
  expect((await openPortal('data')).ofWords).toEqual([])
})

test('the built-in contracts name nobody', () => {
  expect(DATASETS.flatMap((contract) => checkContractWords(contract, contract.id, new Set()))).toEqual([])
})
