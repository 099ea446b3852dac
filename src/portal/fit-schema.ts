import { z } from 'zod'
import { isMisspelling } from '../text/nearest.ts'
import { chooseBranch } from './schema-issues.ts'

/**
 * A value in the shape of its schema, though parts of what was written are missing or not valid: names in the other parts
 * can then be looked up in the same run. Keys that no schema knows are left out, or taken for the key that they misspell.
 */
export interface Fitted<T> {
  value: T
  /** True at and below what is not valid, and where something missing is filled in: no further fault is reported there. */
  isDoubtful(path: readonly PropertyKey[]): boolean
  /** True where nothing at, above or below a path is in doubt. */
  isWhole(path: readonly PropertyKey[]): boolean
  /** The path with the keys as they were written: `mesure` where the schema has `measure`. */
  toWritten(path: readonly PropertyKey[]): PropertyKey[]
}

export function fitToSchema<T>(schema: z.ZodType<T>, value: unknown): Fitted<T> {
  const notes: Notes = { doubtful: new Set(), written: new Map() }
  // What `fit` returns has the shape of the schema; whether texts and numbers are valid, `isDoubtful` says.
  const fitted = fit(schema, value, { path: [], notes }) as T
  const listPrefixes = (path: readonly PropertyKey[]) => path.map((_, at) => path.slice(0, at + 1))
  const isDoubtful = (path: readonly PropertyKey[]) =>
    [[], ...listPrefixes(path)].some((prefix) => notes.doubtful.has(keyOf(prefix)))
  return {
    value: fitted,
    isDoubtful,
    isWhole: (path) =>
      !isDoubtful(path) && ![...notes.doubtful].some((doubtful) => doubtful.startsWith(`${keyOf(path)}${BETWEEN}`)),
    toWritten: (path) => listPrefixes(path).map((prefix) => notes.written.get(keyOf(prefix)) ?? prefix.at(-1) ?? ''),
  }
}

/** A value without a fault. */
export function takeSound<T>(value: T): Fitted<T> {
  return { value, isDoubtful: () => false, isWhole: () => true, toWritten: (path) => [...path] }
}

interface Notes {
  /** Keys of paths. */
  doubtful: Set<string>
  /** Key of a path → its last part as it was written. */
  written: Map<string, string>
}

interface At {
  path: readonly PropertyKey[]
  notes: Notes
}

/** Part of no key that a person types. */
const BETWEEN = '\u0000'

function keyOf(path: readonly PropertyKey[]): string {
  return path.map(String).join(BETWEEN)
}

function fit(schema: z.core.$ZodType, value: unknown, at: At): unknown {
  if (schema instanceof z.ZodOptional) return value === undefined ? undefined : fit(schema.unwrap(), value, at)
  if (schema instanceof z.ZodDiscriminatedUnion) return fit(...chooseKind(schema, value, at), at)
  if (schema instanceof z.ZodUnion) {
    const branches = schema.options.map((option) => z.safeParse(option, value).error?.issues ?? [])
    const option = schema.options[chooseBranch(branches, value) ?? 0]
    return option && fit(option, value, at)
  }
  if (schema instanceof z.ZodObject) return fitObject(schema, requirePlain(value, at), at)
  if (schema instanceof z.ZodRecord)
    return mapEntries(requirePlain(value, at), (key, part) => fit(schema.valueType, part, goTo(at, key)))
  if (schema instanceof z.ZodArray)
    return requireList(value, at).map((part, index) => fit(schema.element, part, goTo(at, index)))
  if (schema instanceof z.ZodTuple) {
    const parts = requireList(value, at)
    return schema.def.items.map((item, index) => fit(item, parts[index], goTo(at, index)))
  }
  return fitLeaf(schema, value, at)
}

/** The kind that a value is of, or the kind that was meant: of those that its name may misspell, that which has most of its keys. */
function chooseKind(schema: z.ZodDiscriminatedUnion, value: unknown, at: At): [z.core.$ZodType, unknown] {
  const written = requirePlain(value, at)
  const { discriminator } = schema.def
  const { likely, isKnown } = listKinds(schema, written)
  if (!isKnown) at.notes.doubtful.add(keyOf([...at.path, discriminator]))
  const branches = likely.map(
    ({ option, kind }) => z.safeParse(option, { ...written, [discriminator]: kind }).error?.issues ?? [],
  )
  const meant = likely[chooseBranch(branches, written) ?? 0]
  // A discriminated union has options, each with a literal.
  return meant ? [meant.option, { ...written, [discriminator]: meant.kind }] : [z.unknown(), written]
}

/** The kinds that a value may be of: its own, else those that its name may misspell, else all. */
function listKinds({ def: { discriminator, options } }: z.ZodDiscriminatedUnion, value: Plain) {
  const kinds = options.flatMap((option) => {
    const literal: unknown = option instanceof z.ZodObject ? option.shape[discriminator] : null
    return literal instanceof z.ZodLiteral ? [{ option, kind: String(literal.value) }] : []
  })
  const found = String(value[discriminator])
  const same = kinds.filter(({ kind }) => kind === found)
  const near = same.length > 0 ? same : kinds.filter(({ kind }) => isMisspelling(found, kind))
  return { likely: near.length > 0 ? near : kinds, isKnown: same.length > 0 }
}

/**
 * The value as it was written, but for names of kinds where it is clear which was meant: a validator looks at nothing else
 * in a part of no kind.
 */
export function correctKinds(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodOptional) return value === undefined ? undefined : correctKinds(schema.unwrap(), value)
  if (schema instanceof z.ZodArray)
    return Array.isArray(value) ? value.map((part) => correctKinds(schema.element, part)) : value
  if (!isPlain(value)) return value
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const [meant, other] = listKinds(schema, value).likely
    if (meant === undefined || other !== undefined) return value
    return correctKinds(meant.option, { ...value, [schema.def.discriminator]: meant.kind })
  }
  if (schema instanceof z.ZodRecord) return mapEntries(value, (_, part) => correctKinds(schema.valueType, part))
  if (!(schema instanceof z.ZodObject)) return value
  const { shape } = schema
  return mapEntries(value, (key, part) => (Object.hasOwn(shape, key) ? correctKinds(shape[key], part) : part))
}

function fitObject({ shape }: z.ZodObject, value: Plain, at: At): Record<string, unknown> {
  const strange = Object.keys(value).filter((key) => !Object.hasOwn(shape, key))
  const fitted: Record<string, unknown> = {}
  for (const [key, schema] of Object.entries(shape)) {
    const misspelt = key in value ? undefined : strange.find((candidate) => isMisspelling(candidate, key))
    if (misspelt !== undefined) {
      strange.splice(strange.indexOf(misspelt), 1)
      at.notes.written.set(keyOf([...at.path, key]), misspelt)
    }
    const part = fit(schema, value[misspelt ?? key], goTo(at, key))
    if (part !== undefined) fitted[key] = part
  }
  for (const key of strange) at.notes.doubtful.add(keyOf([...at.path, key]))
  return fitted
}

function fitLeaf(schema: z.core.$ZodType, value: unknown, at: At): unknown {
  const parsed = z.safeParse(schema, value)
  if (parsed.success) return parsed.data
  at.notes.doubtful.add(keyOf(at.path))
  if (schema instanceof z.ZodEnum) return schema.options[0]
  if (schema instanceof z.ZodLiteral) return schema.value
  if (schema instanceof z.ZodBoolean) return value === true
  if (schema instanceof z.ZodNumber) return typeof value === 'number' ? value : 0
  return typeof value === 'string' ? value : ''
}

function requirePlain(value: unknown, at: At): Plain {
  if (isPlain(value)) return value
  at.notes.doubtful.add(keyOf(at.path))
  return {}
}

/** Data as a text gives it. */
type Plain = Readonly<Record<string, unknown>>

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function requireList(value: unknown, at: At): readonly unknown[] {
  if (Array.isArray(value)) return value
  at.notes.doubtful.add(keyOf(at.path))
  return []
}

function goTo({ path, notes }: At, key: PropertyKey): At {
  return { path: [...path, key], notes }
}

function mapEntries(value: Plain, change: (key: string, part: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(key, part)]))
}
