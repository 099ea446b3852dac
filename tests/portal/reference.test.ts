import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Places } from '../../src/codes/places.ts'
import { condition, contract } from '../../src/contracts/contract.ts'
import { datasetFigure } from '../../src/contracts/figure-declaration.ts'
import { profile } from '../../src/contracts/profile.ts'
import { EXCEPTIONS_FILE, readExceptions } from '../../src/portal/exceptions.ts'
import * as content from '../../src/portal/reference/content-items.ts'
import { CONDITION_ITEMS, CONTRACT_ITEMS } from '../../src/portal/reference/contract-items.ts'
import { listDocuments } from '../../src/portal/reference/documents.ts'
import { listItems } from '../../src/portal/reference/list-items.ts'
import * as examples from '../../src/portal/reference/reference-examples.ts'
import { REPORT_EXAMPLE, REPORT_ITEMS } from '../../src/portal/reference/report-items.ts'
import { TABLE_ITEMS } from '../../src/portal/reference/table-items.ts'
import { FIGURE_ITEMS, TOPIC_ITEMS } from '../../src/portal/reference/topic-items.ts'
import {
  eventsSchema,
  reportHeadSchemas,
  settingsSchema,
  thesaurusSchema,
  topicHeadSchema,
} from '../../src/portal/settings.ts'
import { readProject } from '../house/files.ts'
import { departmentsOf, holidaysOf, placesOf } from './list-texts.ts'

const documents = listDocuments()
const LISTS = Object.keys(content.LIST_COLUMNS)

describe('items of a schema', () => {
  test('alternatives are laid over each other, and what only one of them has depends on the kind', () => {
    const shape = z.strictObject({
      id: z.string(),
      size: z.int().optional(),
      open: z.boolean(),
      names: z.strictObject({ zh: z.string(), en: z.string() }),
      parts: z.record(
        z.string(),
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('a'), only: z.array(z.string()) }),
          z.strictObject({ kind: z.literal('b') }),
        ]),
      ),
      closed: z.strictObject({ inner: z.string() }),
    })
    expect(listItems(z.toJSONSchema(shape), (path) => path === 'closed')).toEqual([
      { path: 'id', types: ['text'], need: 'required' },
      { path: 'size', types: ['whole number'], need: 'optional' },
      { path: 'open', types: ['yes-no'], need: 'required' },
      { path: 'names', types: ['words'], need: 'required' },
      { path: 'parts', types: ['group'], need: 'required' },
      { path: 'parts.*.kind', types: ['"a"', '"b"'], need: 'required' },
      { path: 'parts.*.only', types: ['list'], need: 'by-kind' },
      { path: 'closed', types: ['group'], need: 'required' },
    ])
  })

  test('values are found along a path through names and lists', () => {
    const items = documents.find(({ id }) => id === 'contract')?.items ?? []
    const exampleOf = (path: string) => items.find((item) => item.path === path)?.example
    expect(exampleOf('tables.*.dimensions[].column')).toBe('"place"')
    expect(exampleOf('tables.*.dimensions[].levels')).toBe('["city","district"]')
  })
})

describe.each(documents.map((document) => [document.id, document] as const))('the reference of %s', (_, document) => {
  test('explains every item in both languages', () => {
    const bare = document.items.filter(({ meaning }) => meaning.zh === '' || meaning.en === '')
    expect(bare.map(({ path }) => path)).toEqual([])
    for (const { meaning } of document.items) {
      expect(meaning.zh).toMatch(/[\u4e00-\u9fff].*。$/)
      expect(meaning.en).toMatch(/\.$/)
    }
  })

  test('has an example of every item, or of its parts', () => {
    const paths = document.items.map(({ path }) => path)
    const bare = document.items
      .filter(({ example }) => example === '')
      .filter(({ path }) => !paths.some((other) => other.startsWith(`${path}.`) || other.startsWith(`${path}[`)))
      .map(({ path }) => path)
    // Figures and conditions have a document of their own; these columns of places.csv are blank for most places.
    const elsewhere = [
      'presentation.figures',
      'figures',
      'sections[].figures',
      'profile',
      ...(document.id === 'places' ? ['to', 'successor'] : []),
    ]
    expect(bare.filter((path) => !elsewhere.includes(path))).toEqual([])
  })

  test('says what holds where an optional item is left out', () => {
    const optional = document.items.filter(
      ({ need, path }) => need === 'optional' && !LISTS.includes(document.id) && path !== '',
    )
    const silent = optional.filter(
      ({ meaning }) =>
        !/default|left out|leave out|optional|see “|Older spelling|→|every row gets|in a contract|differs/.test(
          meaning.en,
        ),
    )
    expect(silent.map(({ path, meaning }) => `${path}: ${meaning.en}`)).toEqual([])
  })
})

test('no meaning is kept of an item that is gone', () => {
  const paths = new Set(documents.flatMap(({ items }) => items.map(({ path }) => path)))
  const { LIST_COLUMNS: _, ...others } = content
  const words = [
    CONDITION_ITEMS,
    CONTRACT_ITEMS,
    TABLE_ITEMS,
    FIGURE_ITEMS,
    TOPIC_ITEMS,
    REPORT_ITEMS,
    ...Object.values(others),
  ].flatMap(Object.keys)
  expect(words.filter((path) => !paths.has(path))).toEqual([])
})

test('the examples are parsed by the schemas', () => {
  const { CONTRACT_EXAMPLE, DUE_EXAMPLES } = examples
  for (const due of [{}, ...DUE_EXAMPLES]) {
    const { due: own, ...rest } = CONTRACT_EXAMPLE
    expect(
      contract.safeParse({ ...rest, ...('due' in due || 'dueDays' in due ? due : { due: own }) }).error,
    ).toBeUndefined()
  }
  expect(profile.safeParse(examples.PROFILE_EXAMPLE).error).toBeUndefined()
  expect(settingsSchema.safeParse(examples.SITE_EXAMPLE).error).toBeUndefined()
  expect(topicHeadSchema.safeParse(examples.TOPIC_EXAMPLE).error).toBeUndefined()
  expect(reportHeadSchemas.zh.safeParse(REPORT_EXAMPLE).error).toBeUndefined()
  expect(eventsSchema.safeParse(examples.EVENT_EXAMPLES).error).toBeUndefined()
  expect(thesaurusSchema.safeParse(examples.SYNONYM_EXAMPLES).error).toBeUndefined()
  for (const figure of examples.FIGURE_EXAMPLES) expect(datasetFigure.safeParse(figure).error).toBeUndefined()
  expect(condition.safeParse(examples.CONTRACT_EXAMPLE.tables['lamps']?.where?.[0]?.[0]).error).toBeUndefined()
})

describe('columns of lists', () => {
  const lineOf = (id: string) => {
    const items = documents.find((document) => document.id === id)?.items ?? []
    return `${items.map(({ path }) => path).join()}\n${items.map(({ example }) => example).join()}\n`
  }

  test.each(LISTS)('the reference of %s has the columns of the demonstration’s file', (id) => {
    expect(readProject(`data/${id}.csv`).split('\n')[0]?.trim()).toBe(lineOf(id).split('\n')[0])
  })

  test('the examples are taken by the readers of the lists', () => {
    const city = '990300,望舒市,Wangshu,city,,,,,,,\n'
    const places = placesOf(`${lineOf('places')}${city}`)
    expect(places.problems).toEqual([])
    expect(departmentsOf(lineOf('departments'), places.places).problems).toEqual([])
    expect(departmentsOf(lineOf('departments'), new Places([])).problems).toEqual([])
    expect(holidaysOf(lineOf('holidays')).problems).toEqual([])
    const exceptions = readExceptions(new TextEncoder().encode(lineOf('exceptions')))
    expect([EXCEPTIONS_FILE, exceptions.problems]).toEqual([EXCEPTIONS_FILE, []])
  })
})
