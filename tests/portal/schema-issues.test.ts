import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { contract } from '../../src/contracts/contract.ts'
import { cases } from '../../src/datasets/cases/cases-contract.ts'
import { questionsSchema, termsSchema } from '../../src/portal/plain-words.ts'
import { listSchemaIssues } from '../../src/portal/schema-issues.ts'
import { reportHeadSchemas, settingsSchema, topicHeadSchema } from '../../src/portal/settings.ts'
import { dutiesSchema, systemsSchema } from '../../src/portal/systems-schema.ts'

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

  test('a kind of value in words of both languages, never as programs name them', () => {
    const reasonsOf = (change: object) =>
      listSchemaIssues(contract, { ...structuredClone(cases), ...change }).map(({ reason }) => reason)
    expect(reasonsOf({ key: 'number', title: { zh: '事件', en: 1 } })).toEqual([
      { zh: '应为文本，写的是数', en: 'it should be text, not a number' },
      { zh: '应为列表，写的是文本', en: 'it should be a list, not text' },
    ])
    expect(reasonsOf({ topic: undefined, class: undefined })).toEqual([
      { zh: '没有填写，应为O、P、S之一', en: 'it is missing; it should be one of O, P, S' },
      { zh: '没有填写，应为文本', en: 'it is missing; it should be text' },
    ])
    expect(reasonsOf({ columns: { place: ['name'] } })[0]).toEqual({
      zh: '应为一组“项: 值”，写的是列表',
      en: 'it should be a group of items with values, not a list',
    })
  })

  test('limits of numbers, texts and lists in words of both languages', () => {
    const limits = z.strictObject({
      least: z.number().min(2),
      above: z.number().gt(2),
      most: z.number().max(2),
      below: z.number().lt(2),
      long: z.string().max(1),
      short: z.string().min(2),
      empty: z.array(z.string()).min(1),
      many: z.array(z.string()).max(1),
    })
    const value = { least: 1, above: 2, most: 3, below: 2, long: 'ab', short: 'a', empty: [], many: ['a', 'b'] }
    expect(listSchemaIssues(limits, value).map(({ reason }) => `${reason.zh} ${reason.en}`)).toEqual([
      '应不小于2 it should be 2 or more',
      '应大于2 it should be more than 2',
      '应不大于2 it should be 2 or less',
      '应小于2 it should be less than 2',
      '至多可有1个字 it should have at most 1 character',
      '至少应有2个字 it should have at least 2 characters',
      '不能为空 it must not be empty',
      '至多可有1项 it should have at most 1 item',
    ])
  })

  test('a table named as a file of the site', () => {
    const copy = { ...structuredClone(cases), tables: { places: cases.tables.flow } }
    expect(listSchemaIssues(contract, copy).map(({ path, reason }) => [path.join('.'), reason.zh, reason.en])).toEqual([
      [
        'tables.places',
        '网站自己要用places这个名称，请给表另起编号',
        'the site needs the name places for a file of its own; give the table another id',
      ],
    ])
  })

  test('every reason is in both languages', () => {
    const copy = {
      ...structuredClone(cases),
      class: 'X',
      frequncy: 'month',
      id: 'Cases',
      keeper: 1,
      dueFrom: '2026-Q3',
    }
    const issues = listSchemaIssues(contract, copy)
    expect(issues.length).toBeGreaterThan(3)
    for (const { reason } of issues) {
      expect(reason.zh).toMatch(/[\u4e00-\u9fff]/)
      expect(reason.en).not.toMatch(/[\u4e00-\u9fff]/)
    }
  })

  test('a form that content needs in words of both languages, never as validators say it', () => {
    const settings = {
      today: '2026-13-01',
      url: 'htp',
      moved: [{ from: 'lamps', on: 'May' }],
      retiredFigures: [{ id: 'A b' }],
    }
    const systems = { systems: [{ id: 's1', related: ['2'] }] }
    const duties = { duties: [{ id: '1', due: { monthDay: '3-31' }, every: 'weekly' }] }
    const topic = { figures: [{ kind: 'lime', id: '1' }], sections: [{ id: 'A', heading: 1 }] }
    const issues = [
      ...listSchemaIssues(settingsSchema, settings),
      ...listSchemaIssues(systemsSchema, systems),
      ...listSchemaIssues(dutiesSchema, duties),
      ...listSchemaIssues(topicHeadSchema, topic),
      ...listSchemaIssues(termsSchema, [{ of: 'on_time_rate' }, { of: 'permits/class/key' }]),
      ...listSchemaIssues(questionsSchema, [{ id: 'A', also: { zh: [''], en: 1 }, links: [{ to: 'javascript:x' }] }]),
      ...listSchemaIssues(reportHeadSchemas.zh, { keywords: [], notFigures: ['a'], index: '1', validity: 'so' }),
    ]
    const reasons = issues.map(({ reason }) => `${reason.zh} ${reason.en}`)
    expect(reasons.length).toBeGreaterThan(30)
    expect(reasons.filter((reason) => /无效|数值过|Invalid|Too |regex|pattern|undefined/.test(reason))).toEqual([])
  })
})
