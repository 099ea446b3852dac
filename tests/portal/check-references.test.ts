import { describe, expect, test } from 'vitest'
import { type Contract, contract as contractSchema } from '../../src/contracts/contract.ts'
import { listReferences } from '../../src/contracts/references.ts'
import { DATASETS } from '../../src/datasets/index.ts'
import { checkReferences } from '../../src/portal/check-references.ts'
import { PLACES } from '../views/city.ts'

const CONTRACTS = new Map<string, Contract>(DATASETS.map((dataset) => [dataset.id, dataset]))
const around = { contracts: CONTRACTS, places: PLACES }

/** The contract with one text, or the key of that name, misspelt. */
function misspell(contract: Contract, path: readonly PropertyKey[], name: string): Contract {
  const copy = structuredClone(contract) as Contract
  let at: unknown = copy
  for (const key of path.slice(0, -1)) at = (at as Record<PropertyKey, unknown>)[key]
  const holder = at as Record<PropertyKey, unknown>
  const last = path.at(-1) ?? ''
  const value = holder[last]
  const wrong = `${name}x`
  if (value === name) holder[last] = wrong
  else if (Array.isArray(value)) holder[last] = value.map((item: unknown) => (item === name ? wrong : item))
  else {
    // The name is the key itself.
    delete holder[last]
    holder[wrong] = value
  }
  return copy
}

/** A contract that names something in every way that there is. */
const EVERYTHING = contractSchema.parse({
  id: 'everything',
  title: { zh: '全', en: 'All' },
  description: { zh: '全', en: 'All' },
  class: 'O',
  frequency: 'month',
  keeper: { zh: '局', en: 'Office' },
  topic: 'cases',
  columns: {
    place: {
      type: { kind: 'place', levels: ['district'] },
      names: { zh: '地区', en: 'Place' },
      privacy: 'dimension',
    },
    kind: {
      type: {
        kind: 'list',
        items: [
          { code: 'a', zh: '甲', en: 'A' },
          { code: 'b', zh: '乙', en: 'B' },
        ],
      },
      names: { zh: '种类', en: 'Kind' },
      privacy: 'dimension',
    },
    paid: { type: { kind: 'yes-no' }, names: { zh: '已付', en: 'Paid' }, privacy: 'dimension' },
    from: { type: { kind: 'date' }, names: { zh: '始', en: 'From' }, privacy: 'public' },
    to: { type: { kind: 'date' }, names: { zh: '止', en: 'To' }, privacy: 'public' },
    n: { type: { kind: 'integer' }, names: { zh: '数', en: 'Number' }, privacy: 'count' },
    m: { type: { kind: 'integer' }, names: { zh: '另数', en: 'Other' }, privacy: 'count' },
  },
  key: ['place', 'kind'],
  complete: ['place'],
  rules: [
    { kind: 'not-before', a: 'to', b: 'from' },
    { kind: 'at-most', a: 'm', b: 'n' },
    { kind: 'sum', total: 'n', parts: ['m'] },
    { kind: 'rate', rate: 'n', numerator: 'm', denominator: 'n', times: 1 },
    { kind: 'starts-with', a: 'kind', b: 'kind' },
    { kind: 'requires', column: 'to', when: [{ column: 'kind', is: ['a', 'b'] }] },
    {
      kind: 'forbids',
      column: 'to',
      when: [
        { column: 'paid', not: 'no' },
        { column: 'from', notAfter: 'to' },
      ],
    },
    { kind: 'not-after-period', columns: ['from'] },
    { kind: 'belongs-to-period', columns: ['from'], open: 'to' },
    { kind: 'is-period', column: 'from' },
    { kind: 'validity', from: 'from', to: 'to', years: 5 },
  ],
  statuses: [{ where: [[{ column: 'kind', is: 'b' }]], status: 'provisional' }],
  tables: {
    whole: {
      title: { zh: '全', en: 'All' },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['district', 'city'] }],
      where: [[{ column: 'kind', not: 'b' }]],
      measures: {
        rows: { names: { zh: '件', en: 'Cases' }, unit: '', count: 'rows', where: [[{ column: 'paid', is: 'yes' }]] },
        total: { names: { zh: '数', en: 'Number' }, unit: '', sum: 'n' },
        only: { names: { zh: '只', en: 'Only' }, unit: '', take: 'm' },
        days: {
          names: { zh: '天', en: 'Days' },
          unit: '天',
          quantile: 0.5,
          between: { from: 'from', to: 'to', in: 'days' },
        },
        rest: { names: { zh: '余', en: 'Rest' }, unit: '', plus: ['total'], minus: ['only'] },
        rate: {
          names: { zh: '率', en: 'Rate' },
          unit: '%',
          rate: { numerator: 'only', denominator: 'total', times: 100 },
        },
        low: { names: { zh: '下限', en: 'Low' }, unit: '%', wilson: { rate: 'rate', bound: 'low' } },
        share: { names: { zh: '占', en: 'Share' }, unit: '%', share: { of: 'total', across: 'place' } },
      },
      identities: [
        { kind: 'balance', plus: ['only', 'rest'], minus: ['rows'], equals: 'total' },
        { kind: 'carry', opening: 'rows', closing: 'total' },
        { kind: 'at-most', a: 'only', b: 'total' },
        { kind: 'adds-up', measures: ['total'] },
        { kind: 'cumulative', measure: 'total', of: 'only' },
        { kind: 'same-as', measure: 'total', table: 'again', equals: 'total' },
        { kind: 'same-as', measure: 'total', table: 'flow', equals: 'accepted', dataset: 'cases' },
      ],
    },
    again: {
      title: { zh: '册', en: 'Register' },
      kind: 'register',
      dimensions: [{ column: 'place' }],
      attributes: ['kind'],
      measures: { total: { names: { zh: '数', en: 'Number' }, unit: '', take: 'n' } },
    },
  },
  profile: {
    columns: { n: '数' },
    units: { n: '万' },
    constants: { kind: 'a' },
    wide: { into: 'kind', value: 'n', headers: { 甲: 'a', 乙: 'b' } },
  },
  presentation: {
    headline: [{ table: 'whole', measure: 'total', better: 'neither' }],
    figures: [{ kind: 'line', id: 'line', table: 'whole', measure: 'rate', series: 'place', only: ['990100'] }],
  },
})

const ALL: readonly Contract[] = [...DATASETS, EVERYTHING]

test.each(ALL.map((contract) => [contract.id, contract] as const))('%s names only what is there', (_, contract) => {
  expect(checkReferences(contract, 'c.ts', around)).toEqual([])
})

describe('a misspelt name never switches a check off', () => {
  test.each(ALL.map((contract) => [contract.id, contract] as const))('%s, each name in turn', (_, contract) => {
    const passed = listReferences(contract).filter(({ kind, column, path, name }) => {
      // Codes of places and free texts may be anything.
      const type = contract.columns[column ?? '']?.type.kind
      if (kind === 'code' && type !== 'list' && type !== 'yes-no') return false
      const wrong = misspell(contract, path, name)
      return !checkReferences(wrong, 'c.ts', around).some(({ found }) => found === `${name}x`)
    })
    expect(passed.map(({ path }) => path.join('.'))).toEqual([])
  })

  test('no text of a contract that could be a name escapes the walk', () => {
    const walked = new Set(listReferences(EVERYTHING).map(({ path }) => path.join('.')))
    const names = new Set([
      ...Object.keys(EVERYTHING.columns),
      ...Object.keys(EVERYTHING.tables['whole']?.measures ?? {}),
    ])
    const escaped = textsOf(EVERYTHING)
      .filter(({ text, path }) => names.has(text) && !FREE.test(path))
      .filter(({ path }) => !walked.has(path))
    expect(escaped).toEqual([])
  })
})

/** Texts that are no names: kinds, words and the names themselves. */
const FREE = /\.(kind|zh|en|count|in|bound)$/

function textsOf(value: unknown, path: readonly PropertyKey[] = []): { text: string; path: string }[] {
  if (typeof value === 'string') return [{ text: value, path: path.map(String).join('.') }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, [...path, key]))
}

test('what is wrong is named with its path and the nearest name, in both languages', () => {
  const wrong = misspell(EVERYTHING, ['tables', 'whole', 'identities', 0, 'minus', 0], 'rows')
  expect(checkReferences(wrong, 'c.ts', around)).toMatchObject([
    {
      rule: 'contract-name-unknown',
      level: 'error',
      file: 'c.ts',
      columnName: 'tables.whole.identities.0.minus.0',
      found: 'rowsx',
      expected: expect.stringMatching(/^rows\b/),
      params: { kind: { zh: '指标', en: 'measure' } },
    },
  ])
})
