import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { DATASETS } from '../../src/datasets/index.ts'
import { SCHEMA_NAMES, type SchemaName, toSchemaText } from '../../src/portal/schemas.ts'
import { listFilesBelow, PROJECT, readProject } from '../house/files.ts'

const toJsonSchema = (name: SchemaName) => JSON.parse(toSchemaText(name))

/** Validates by a program of other people, as an editor does; the result is its errors. */
function validatorOf(name: SchemaName) {
  const validate = VALIDATORS.get(name) ?? compile(name)
  VALIDATORS.set(name, validate)
  return (value: unknown) => {
    validate(value)
    return validate.errors ?? []
  }
}

/** By schema: to compile one takes a second. */
const VALIDATORS = new Map<SchemaName, ValidateFunction>()

function compile(name: SchemaName): ValidateFunction {
  // `format: uri` is a hint for editors; Ajv knows formats only by a plug-in.
  return new Ajv2020({ allErrors: true, validateFormats: false }).compile(toJsonSchema(name))
}

const headOf = (text: string) => parse(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '')

describe('JSON Schemas for editors', () => {
  test.each(SCHEMA_NAMES)('%s is a schema of 2020-12', (name) => {
    expect(toJsonSchema(name).$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(validatorOf(name)(null)).not.toEqual([])
  })

  test.each(DATASETS.map((dataset) => [dataset.id, dataset] as const))('the contract of %s is valid', (_, dataset) => {
    expect(validatorOf('contract')(dataset)).toEqual([])
  })

  test.each(['content', 'tests/site/small/content', 'tests/site/world/content', 'scripts/new/portal/content'])(
    'the words of %s are valid',
    async (folder) => {
      expect(validatorOf('site')(parse(readProject(`${folder}/site.yaml`)))).toEqual([])
      const topics = listFilesBelow(folder, /\.mdx$/).filter((file) => file.includes('/topics/'))
      expect(topics.length).toBeGreaterThan(0)
      for (const topic of topics) expect([topic, validatorOf('topic')(headOf(readProject(topic)))]).toEqual([topic, []])
    },
  )

  test('profiles, events and synonyms are valid', async () => {
    const profile = await readFile(join(PROJECT, 'tests/site/world/data/raw/uk-satisfaction/profile.yaml'), 'utf8')
    expect(validatorOf('profile')(parse(profile))).toEqual([])
    expect(validatorOf('events')(parse(readProject('content/events.yaml')))).toEqual([])
    expect(validatorOf('thesaurus')(parse(readProject('content/thesaurus.yaml')))).toEqual([])
  })

  test('an unknown key is refused where it stands', () => {
    const [dataset] = DATASETS
    expect(validatorOf('contract')({ ...dataset, tabels: {} })).toEqual([
      expect.objectContaining({ params: { additionalProperty: 'tabels' } }),
    ])
  })
})
