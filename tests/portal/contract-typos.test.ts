import { describe, expect, test } from 'vitest'
import { type Contract, contract as contractShape } from '../../src/contracts/contract.ts'
import { DATASETS } from '../../src/datasets/index.ts'
import { checkReferences } from '../../src/portal/check-references.ts'
import streetLamps from '../site/small/data/contracts/street-lamps.ts'
import ukSatisfaction from '../site/world/data/contracts/uk-satisfaction.ts'
import worldPopulation from '../site/world/data/contracts/world-population.ts'
import { PLACES } from '../views/city.ts'

const ALL = [...DATASETS, ...[streetLamps, ukSatisfaction, worldPopulation].map((plain) => contractShape.parse(plain))]
const CONTRACTS = new Map(ALL.map((contract) => [contract.id, contract]))

/**
 * Texts of a contract that name nothing: words for readers, spellings of files, and the places where a name is defined
 * rather than used. Every other text, and every key, is a reference or one of a closed list.
 */
const FREE_TEXTS = [
  /^(id|topic|synonyms\.\d+|keeper)$/,
  /(^|\.)(zh|en|one|other)$/,
  /^columns\.\w+\.(headers\.\d+|blank|unit|(merge|grouping)\.\d+\.code|type\.items\.\d+\.(code|also\.\d+))$/,
  /^tables\.[\w-]+\.measures\.\w+\.unit$/,
  /^profile\.(sheet|wide\.total|columns\.\w+|units\.\w+|(ignore|missing|fillDown|totals)\.\d+)$/,
  /^presentation\.figures\.\d+\.(id|from|to|stages\.\d+\.id)$/,
]
/** Keys that define a name, or are a header of a file. Renamed, they leave at most a name that is used elsewhere. */
const FREE_KEYS = [/^(columns|tables)\.[\w-]+$/, /^tables\.[\w-]+\.measures\.\w+$/, /^profile\.wide\.headers\.[^.]+$/]

interface Mutation {
  path: string
  contract: unknown
}

describe.each(ALL.map((contract) => [contract.id, contract] as const))('%s with a typo', (_, contract) => {
  test('in any name or closed list is refused', () => {
    const passed = listMutations(contract).filter((mutation) => describeFaults(mutation.contract).length === 0)
    expect(passed.map(({ path }) => path)).toEqual([])
  })
})

function describeFaults(plain: unknown): string[] {
  const parsed = contractShape.safeParse(plain)
  if (!parsed.success) return parsed.error.issues.map(({ message }) => message)
  const { data } = parsed
  const contracts = new Map([...CONTRACTS, [data.id, data]])
  return checkReferences(data, 'c.ts', { contracts, places: PLACES }).map(({ columnName }) => String(columnName))
}

/**
 * The contract once for each text and each key that is a name or of a closed list, with one letter too many there. Keys
 * of one shape are all refused by one line of the schema: of those the first is enough.
 */
function listMutations(contract: Contract): Mutation[] {
  const mutations: Mutation[] = []
  const shapes = new Set<string>()
  const visit = (value: unknown, path: readonly string[]): void => {
    const name = path.join('.')
    if (typeof value === 'string' && !FREE_TEXTS.some((free) => free.test(name))) {
      mutations.push({ path: name, contract: replaceAt(contract, path, () => `${value}x`) })
    }
    if (typeof value !== 'object' || value === null) return
    for (const [key, child] of Object.entries(value)) {
      const below = [...path, key]
      const isFree = Array.isArray(value) || FREE_KEYS.some((free) => free.test(below.join('.')))
      const shape = below.join('.').replace(/\b(columns|tables|measures)\.[\w-]+|\d+/g, '$1')
      if (!isFree && !shapes.has(shape))
        mutations.push({ path: `${below.join('.')} (key)`, contract: renameAt(contract, path, key) })
      shapes.add(shape)
      visit(child, below)
    }
  }
  visit(contract, [])
  return mutations
}

function renameAt(root: unknown, path: readonly string[], key: string): unknown {
  return replaceAt(root, path, (object) =>
    Object.fromEntries(Object.entries(object ?? {}).map(([own, value]) => [own === key ? `${own}x` : own, value])),
  )
}

function replaceAt(value: unknown, [key, ...rest]: readonly string[], change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value)
  if (Array.isArray(value)) return value.map((item, at) => (at === Number(key) ? replaceAt(item, rest, change) : item))
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([own, item]) => [own, own === key ? replaceAt(item, rest, change) : item]),
  )
}
