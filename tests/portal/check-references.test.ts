import { describe, expect, test } from 'vitest'
import type { Contract } from '../../src/contracts/contract.ts'
import { listReferences } from '../../src/contracts/references.ts'
import { DATASETS } from '../../src/datasets/index.ts'
import { checkReferences } from '../../src/portal/check-references.ts'
import { PLACES } from '../views/city.ts'
import { EVERYTHING } from './everything.ts'

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

const ALL: readonly Contract[] = [...DATASETS, EVERYTHING]

test.each(ALL.map((contract) => [contract.id, contract] as const))('%s names only what is there', (_, contract) => {
  expect(checkReferences(contract, 'c.ts', around)).toEqual([])
})

describe('a misspelt name never switches a check off', () => {
  test.each(ALL.map((contract) => [contract.id, contract] as const))('%s, each name in turn', (_, contract) => {
    const passed = listReferences(contract).filter(({ kind, column, path, name }) => {
      // Free texts may be anything.
      const type = contract.columns[column ?? '']?.type.kind
      if (kind === 'code' && type !== 'list' && type !== 'place' && type !== 'yes-no') return false
      const wrong = misspell(contract, path, name)
      return !checkReferences(wrong, 'c.ts', around).some(({ found }) => found === `${name}x`)
    })
    expect(passed.map(({ path }) => path.join('.'))).toEqual([])
  })

  test('no text of a contract that could be a name escapes the walk', () => {
    const walked = new Set(listReferences(EVERYTHING).map(({ path }) => path.join('.')))
    const names = new Set([
      ...Object.keys(EVERYTHING.columns),
      ...Object.keys(EVERYTHING.tables),
      ...Object.keys(EVERYTHING.tables['whole']?.measures ?? {}),
      ...['a', 'b', 'yes', 'no', 'district', 'city', 'cases', 'flow', 'accepted'],
      ...PLACES.all.map(({ code }) => code),
    ])
    const escaped = [...textsOf(EVERYTHING), ...keysOf(EVERYTHING)]
      .filter(({ text, path }) => names.has(text) && !FREE.test(path))
      .filter(({ path }) => ![path, path.replace(/\.\d+$/, '')].some((at) => walked.has(at)))
    expect(escaped.map(({ path }) => path)).toEqual([])
  })
})

/** Texts that are no names: kinds, words, ids of figures, and names where they are defined. */
const FREE =
  /(^topic|\.(kind|zh|en|count|in|bound|worse|items\.\d+\.code)|^presentation\.figures\.\d+\.(stages\.\d+\.)?id)$/

function textsOf(value: unknown, path: readonly PropertyKey[] = []): { text: string; path: string }[] {
  if (typeof value === 'string') return [{ text: value, path: path.map(String).join('.') }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, [...path, key]))
}

/** Keys that are names themselves. */
function keysOf(value: unknown, path: readonly string[] = []): { text: string; path: string }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([text, inner]) => {
    const own = [...path, text]
    const isName =
      !Array.isArray(value) && /(^|\.)(where|labels|units|constants)$|^profile\.columns$/.test(path.join('.'))
    return [...(isName ? [{ text, path: own.join('.') }] : []), ...keysOf(inner, own)]
  })
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

describe('a name of the wrong kind', () => {
  const wrongs: [string, readonly PropertyKey[], string, { zh: string; en: string }, RegExp][] = [
    [
      'an interval of what is no rate',
      ['tables', 'whole', 'measures', 'low', 'wilson', 'rate'],
      'total',
      { zh: '比率指标', en: 'measure that is a rate' },
      /^rate$/,
    ],
    [
      'a number that is to be complete',
      ['complete', 0],
      'n',
      { zh: '地区或代码表列', en: 'column of places or of a list' },
      /\b(place|kind)\b/,
    ],
    [
      'a sum of dates',
      ['tables', 'whole', 'measures', 'total', 'sum'],
      'from',
      { zh: '数字列', en: 'column of numbers' },
      /\b[nm]\b/,
    ],
    [
      'a time between numbers',
      ['tables', 'whole', 'measures', 'days', 'between', 'to'],
      'n',
      { zh: '日期列', en: 'column of dates' },
      /\bto\b/,
    ],
    [
      'a place that places.csv lacks',
      ['rules', 7, 'when', 1, 'not'],
      '999999',
      { zh: '地区（places.csv）', en: 'place in places.csv' },
      /^99\d+ /,
    ],
    [
      'a last period that is none',
      ['presentation', 'figures', 0, 'to'],
      '2026-13',
      { zh: '日期、期次或数字', en: 'date, period or number' },
      /YYYY-MM/,
    ],
  ]
  test.each(wrongs)('%s', (_, path, name, kind, near) => {
    const copy = structuredClone(EVERYTHING)
    let at: unknown = copy
    for (const key of path.slice(0, -1)) at = (at as Record<PropertyKey, unknown>)[key]
    ;(at as Record<PropertyKey, unknown>)[path.at(-1) ?? ''] = name
    const problems = checkReferences(copy, 'c.ts', around)
    expect(problems).toMatchObject([{ columnName: path.join('.'), found: name, params: { kind } }])
    expect(problems[0]?.expected).toMatch(near)
  })
})
