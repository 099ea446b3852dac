import { z } from 'zod'
import { condition } from '../../contracts/contract.ts'
import { datasetFigure } from '../../contracts/figure-declaration.ts'
import { DATASETS } from '../../datasets/index.ts'
import type { LocalText } from '../../text/local-text.ts'
import { SCHEMAS, type SchemaName } from '../schemas.ts'
import { EVENT_ITEMS, LIST_COLUMNS, PROFILE_ITEMS, SITE_ITEMS, SYNONYM_ITEMS } from './content-items.ts'
import { CONDITION_ITEMS, CONTRACT_ITEMS } from './contract-items.ts'
import type { ItemWords } from './item-words.ts'
import { listItems, type SchemaItem } from './list-items.ts'
import {
  CONTRACT_EXAMPLE,
  DUE_EXAMPLES,
  EVENT_EXAMPLES,
  FIGURE_EXAMPLES,
  PROFILE_EXAMPLE,
  SITE_EXAMPLE,
  SYNONYM_EXAMPLES,
  TOPIC_EXAMPLE,
} from './reference-examples.ts'
import { TABLE_ITEMS } from './table-items.ts'
import { FIGURE_ITEMS, TOPIC_ITEMS } from './topic-items.ts'

/** What the reference says of one kind of file. */
export interface ReferenceDocument {
  id: string
  title: LocalText
  /** Which file it is, and what for. */
  about: LocalText
  /** Name of the JSON Schema, if any. */
  schema?: SchemaName
  items: readonly ReferenceItem[]
}

interface ReferenceItem extends SchemaItem {
  meaning: LocalText
  /** Compact JSON of a value that the schema takes, or a cell; '' where the parts of a group have theirs. */
  example: string
}

interface Source {
  id: string
  title: LocalText
  about: LocalText
  schema?: SchemaName
  of: z.ZodType
  words: ItemWords
  examples: readonly unknown[]
}

const ALL_CONTRACTS = [CONTRACT_EXAMPLE, ...DUE_EXAMPLES, ...DATASETS]

const SOURCES: readonly Source[] = [
  {
    id: 'contract',
    title: { zh: '数据约定', en: 'Contract' },
    about: {
      zh: 'data/contracts/<id>.ts，默认导出：列、规则、公布的表。',
      en: 'data/contracts/<id>.ts, its default export: columns, rules, tables to publish.',
    },
    schema: 'contract',
    of: SCHEMAS.contract,
    words: { ...CONTRACT_ITEMS, ...TABLE_ITEMS },
    examples: ALL_CONTRACTS,
  },
  {
    id: 'conditions',
    title: { zh: '条件', en: 'Conditions' },
    about: {
      zh: '数据约定的 where 和 when：同一列表内都须成立，where 的各列表之间有一个成立即可。',
      en: 'where and when of a contract: all conditions of a list must be true, and at least one of the lists of where.',
    },
    of: condition,
    words: CONDITION_ITEMS,
    examples: [
      { column: 'status', is: 'removed' },
      { column: 'status', not: ['lit', 'dark'] },
      { column: 'closed_on', present: true },
      { column: 'closed_on', when: 'in-period' },
      { column: 'year', from: '2020', to: '2025' },
      { column: 'accepted_on', notAfter: 'closed_on' },
    ],
  },
  {
    id: 'figures',
    title: { zh: '图', en: 'Figures' },
    about: {
      zh: '数据约定的 presentation.figures，或专题 zh.mdx 开头的 figures。',
      en: 'presentation.figures of a contract, or figures at the head of a topic’s zh.mdx.',
    },
    of: datasetFigure,
    words: FIGURE_ITEMS,
    examples: FIGURE_EXAMPLES,
  },
  {
    id: 'profile',
    title: { zh: '版式', en: 'Profile' },
    about: {
      zh: 'data/raw/<id>/profile.yaml：部门自己的文件版式。',
      en: 'data/raw/<id>/profile.yaml: a department’s own layout.',
    },
    schema: 'profile',
    of: SCHEMAS.profile,
    words: PROFILE_ITEMS,
    examples: [PROFILE_EXAMPLE],
  },
  {
    id: 'site',
    title: { zh: '网站设置', en: 'Site settings' },
    about: { zh: 'content/site.yaml：网站自述。', en: 'content/site.yaml: what the site says of itself.' },
    schema: 'site',
    of: SCHEMAS.site,
    words: SITE_ITEMS,
    examples: [SITE_EXAMPLE],
  },
  {
    id: 'content',
    title: { zh: '专题', en: 'Topics' },
    about: {
      zh: 'content/topics/<id>/zh.mdx 和 en.mdx 的开头；其下为正文。',
      en: 'The head of content/topics/<id>/zh.mdx and en.mdx; the text follows.',
    },
    schema: 'topic',
    of: SCHEMAS.topic,
    words: TOPIC_ITEMS,
    examples: [TOPIC_EXAMPLE],
  },
  {
    id: 'events',
    title: { zh: '事件', en: 'Events' },
    about: { zh: 'content/events.yaml：写在线旁的话。', en: 'content/events.yaml: labels beside the lines of charts.' },
    schema: 'events',
    of: SCHEMAS.events,
    words: EVENT_ITEMS,
    examples: [EVENT_EXAMPLES],
  },
  {
    id: 'thesaurus',
    title: { zh: '同义词', en: 'Synonyms' },
    about: {
      zh: 'content/thesaurus.yaml：搜索时当作同义的词。',
      en: 'content/thesaurus.yaml: words that search treats as the same.',
    },
    schema: 'thesaurus',
    of: SCHEMAS.thesaurus,
    words: SYNONYM_ITEMS,
    examples: [SYNONYM_EXAMPLES],
  },
]

const LISTS: readonly (Omit<ReferenceDocument, 'items'> & { id: keyof typeof LIST_COLUMNS })[] = [
  {
    id: 'places',
    title: { zh: '地区', en: 'Places' },
    about: { zh: 'data/places.csv：地区及其沿革。', en: 'data/places.csv: places, each valid for a span of time.' },
  },
  {
    id: 'departments',
    title: { zh: '部门', en: 'Departments' },
    about: { zh: 'data/departments.csv：主管部门。', en: 'data/departments.csv: the departments that keep datasets.' },
  },
  {
    id: 'holidays',
    title: { zh: '节假日', en: 'Holidays' },
    about: {
      zh: 'data/holidays.csv：放假的工作日和上班的周末，按国务院的安排。',
      en: 'data/holidays.csv: weekdays off and weekend working days, as announced by the State Council.',
    },
  },
  {
    id: 'exceptions',
    title: { zh: '例外', en: 'Exceptions' },
    about: {
      zh: 'data/exceptions.csv：经人核实的例外，写明原因和截止日。标为“须核准”的警告，不写在这里就不发布。',
      en: 'data/exceptions.csv: exceptions that a person has confirmed, with reason and end date. A warning marked “must be accepted” stops publication until it is listed here.',
    },
  },
]

/** Paths that have a document of their own: a condition is the same wherever it occurs. */
function isElsewhere(path: string): boolean {
  return /(^|\.)(where|profile)$|^rules\[\]\.when$|^(presentation\.|sections\[\]\.)?figures$/.test(path)
}

/** Every document, in the order of the index. */
export function listDocuments(): ReferenceDocument[] {
  return [...SOURCES.map(documentOf), ...LISTS.map((list) => ({ ...list, items: listColumns(list.id) }))]
}

function documentOf({ of, words, examples, ...document }: Source): ReferenceDocument {
  const items = listItems(z.toJSONSchema(of, { io: 'input' }), isElsewhere)
  return {
    ...document,
    items: items.map((item) => {
      const [zh = '', en = ''] = words[item.path] ?? []
      return { ...item, meaning: { zh, en }, example: exampleOf(item, examples) }
    }),
  }
}

function listColumns(id: keyof typeof LIST_COLUMNS): ReferenceItem[] {
  return Object.entries(LIST_COLUMNS[id]).map(([path, [zh, en, need, example]]) => ({
    path,
    types: ['text'],
    need: need === 'optional' ? 'optional' : 'required',
    meaning: { zh, en },
    example,
  }))
}

/** A longer one explains less than its parts, each of which has an example of its own. */
const EXAMPLE_LENGTH_MAX = 90

/** The first value at the path in the examples that is short enough to be read at a glance. */
function exampleOf({ path }: SchemaItem, examples: readonly unknown[]): string {
  const steps = path.match(/\[\]|[^.[\]]+/g) ?? []
  for (const value of examples.flatMap((example) => valuesAt(example, steps))) {
    const text = JSON.stringify(value)
    if (text.length <= EXAMPLE_LENGTH_MAX) return text
  }
  return ''
}

/** Every value that a path leads to. */
function valuesAt(value: unknown, [step, ...rest]: readonly string[]): unknown[] {
  if (step === undefined) return [value]
  if (typeof value !== 'object' || value === null) return []
  if (step === '[]') return Array.isArray(value) ? value.flatMap((entry) => valuesAt(entry, rest)) : []
  if (step === '*') return Object.values(value).flatMap((entry) => valuesAt(entry, rest))
  return Object.entries(value).flatMap(([key, child]) => (key === step ? valuesAt(child, rest) : []))
}
