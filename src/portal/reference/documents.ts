import { z } from 'zod'
import type { LocalText } from '../../text/local-text.ts'
import type { SchemaName } from '../schemas.ts'
import { LIST_COLUMNS } from './content-items.ts'
import { listItems, type SchemaItem } from './list-items.ts'
import { SOURCES, type Source } from './schema-sources.ts'

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
