import { expect, test } from 'vitest'
import { DATASETS } from '../../src/datasets/index.ts'
import { checkContractWords } from '../../src/portal/check-contract-words.ts'
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
    ['contract-personal', 'visits', 'contracts/visits.ts', 'title.en', '138******00'],
    ['contract-personal', 'visits', 'contracts/visits.ts', 'columns.visitor.type.items.0.zh', '李**'],
  ])
  expect(printProblems(problems, 'zh') + printProblems(problems, 'en')).not.toMatch(/13800138000|李秀英/)
})

test('a telephone that an office has listed may be in a contract', () => {
  expect(check(new Set([PHONE])).map(({ found }) => found)).toEqual(['李**'])
})

test('the built-in contracts name nobody', () => {
  expect(DATASETS.flatMap((contract) => checkContractWords(contract, contract.id, new Set()))).toEqual([])
})
