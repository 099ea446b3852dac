import type { z } from 'zod'

type Schema = z.core.JSONSchema.BaseSchema

/** `by-kind`: belongs to some alternatives of a union only. */
export type Need = 'required' | 'optional' | 'by-kind'

/** One item that a file may hold: `columns.*.type.kind`; `*` is a name of the publisher's, `[]` an entry of a list. */
export interface SchemaItem {
  path: string
  /** `text`, `number`, `whole number`, `yes-no`, `list`, `group`, `words` (both languages), or the values allowed. */
  types: string[]
  need: Need
}

/**
 * Every item of a JSON Schema, each path once: alternatives of a union are laid over each other, since a reader looks up
 * the word that is in the file and not the alternative. Paths that `isClosed` names are listed and not entered.
 */
export function listItems(schema: Schema, isClosed: (path: string) => boolean): SchemaItem[] {
  const items = new Map<string, SchemaItem>()
  addChildren(resolve(schema, schema), '', { items, root: schema, isClosed })
  return [...items.values()]
}

interface Walk {
  items: Map<string, SchemaItem>
  root: Schema
  isClosed: (path: string) => boolean
}

/** Mutates the items of the walk. */
function addChildren(schema: Schema, path: string, walk: Walk): void {
  if (walk.isClosed(path)) return
  const variants = listVariants(schema, walk.root)
  const objects = variants.filter(({ properties }) => properties !== undefined)
  for (const variant of variants) {
    if (isWords(variant)) continue
    for (const [key, child] of Object.entries(variant.properties ?? {})) {
      const isEverywhere = objects.every(({ properties }) => properties?.[key] !== undefined)
      const needOfAll = variant.required?.includes(key) ? 'required' : 'optional'
      addItem(child, path === '' ? key : `${path}.${key}`, { walk, need: isEverywhere ? needOfAll : 'by-kind' })
    }
    if (typeof variant.additionalProperties === 'object')
      addChildren(resolve(variant.additionalProperties, walk.root), `${path}.*`, walk)
    if (typeof variant.items === 'object' && !Array.isArray(variant.items))
      addChildren(resolve(variant.items, walk.root), `${path}[]`, walk)
  }
}

function addItem(
  schema: z.core.JSONSchema._JSONSchema,
  path: string,
  { walk, need }: { walk: Walk; need: Need },
): void {
  const resolved = resolve(schema, walk.root)
  const known = walk.items.get(path)
  const types = new Set([...(known?.types ?? []), ...listVariants(resolved, walk.root).flatMap(listTypes)])
  // Needed in one alternative and not in another, it may be left out somewhere.
  walk.items.set(path, { path, types: [...types], need: known && known.need !== need ? 'by-kind' : need })
  addChildren(resolved, path, walk)
}

/** The alternatives of a schema, nested alternatives too. */
function listVariants(schema: Schema, root: Schema): Schema[] {
  const alternatives = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  if (alternatives.length === 0) return [schema]
  return alternatives.flatMap((alternative) => listVariants(resolve(alternative, root), root))
}

/** A schema that is kept among the definitions of the root, by its reference. */
function resolve(schema: z.core.JSONSchema._JSONSchema, root: Schema): Schema {
  if (typeof schema === 'boolean') return {}
  const name = schema.$ref?.replace('#/$defs/', '')
  const target = name === undefined ? schema : root.$defs?.[name]
  return typeof target === 'object' ? target : schema
}

/** `{ zh, en }`: one text in both languages. */
function isWords({ properties }: Schema): boolean {
  return properties !== undefined && Object.keys(properties).join() === 'zh,en'
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'yes-no',
  array: 'list',
  object: 'group',
}

function listTypes(schema: Schema): string[] {
  if (schema.const !== undefined) return [JSON.stringify(schema.const)]
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value))
  if (isWords(schema)) return ['words']
  const { type } = schema
  return [type ?? []].flat().map((name) => TYPES[name] ?? name)
}
