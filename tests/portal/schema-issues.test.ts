import { describe, expect, test } from 'vitest'
import { contract } from '../../src/contracts/contract.ts'
import { cases } from '../../src/datasets/cases/cases-contract.ts'
import { listSchemaIssues } from '../../src/portal/schema-issues.ts'

/** A copy of the contract of cases that may be written on, with whatever a publisher types. */
interface Draft {
  frequency: string
  rules: object[]
  tables: { flow: { measures: Record<string, object> & { accepted: { where: object[][] } } } }
}

/** The contract of cases with one part changed, and what is wrong with it. */
function issuesOf(change: (draft: Draft) => void): string[] {
  // A contract is plain data; the draft has some of its keys, loosely typed.
  const copy = structuredClone(cases) as unknown as Draft
  change(copy)
  return listSchemaIssues(contract, copy).map(({ path, found, expected }) =>
    [path.join('.'), found, expected].filter((part) => part !== null && part !== '').join(' '),
  )
}

describe('what is wrong with a contract is said once, as what it is', () => {
  test('a key that no kind of measure has, with the keys that one has', () => {
    const issues = issuesOf((copy) => {
      copy.tables.flow.measures.wrong = { names: { zh: '数', en: 'Number' }, unit: '', total: 'rework' }
    })
    expect(issues).toHaveLength(1)
    expect(issues[0]).toMatch(/^tables\.flow\.measures\.wrong\.total total .*sum/)
  })

  test('a misspelt key of a rule', () => {
    expect(issuesOf((copy) => copy.rules.push({ kind: 'at-most', a: 'rework', bb: 'rework' }))).toEqual(
      expect.arrayContaining([expect.stringContaining('.bb bb')]),
    )
  })

  test('a condition of the wrong shape', () => {
    const issues = issuesOf((copy) => {
      // A measure of its own: several tables share the contract's measure.
      const { accepted } = copy.tables.flow.measures
      copy.tables.flow.measures.accepted = { ...accepted, where: [[{ column: 'state', iss: 'void' }]] }
    })
    expect(issues).toHaveLength(1)
    expect(issues[0]).toMatch(/iss iss.*\bis\b/)
  })

  test('a word that is none of those allowed, with the nearest', () => {
    expect(issuesOf((copy) => Object.assign(copy, { frequency: 'monht' }))).toEqual([
      expect.stringMatching(/^frequency monht month /),
    ])
  })

  test('every reason is in both languages', () => {
    const copy = { ...structuredClone(cases), class: 'X', frequncy: 'month' }
    for (const { reason } of listSchemaIssues(contract, copy)) {
      expect(reason.zh).toMatch(/[\u4e00-\u9fff]/)
      expect(reason.en).not.toMatch(/[\u4e00-\u9fff]/)
    }
  })
})
