import { z } from 'zod'
import type { LocalText } from '../text/local-text.ts'
import { findNearest } from '../text/nearest.ts'
import { reasonOf } from './issue-reason.ts'

/** What is wrong with one place of a value: its path, the reason in both languages, and what is near, '' where nothing is. */
export interface SchemaIssue {
  kind: 'key-unknown' | 'key-missing' | 'invalid'
  path: PropertyKey[]
  reason: LocalText
  found: string | null
  expected: string
}

/**
 * All that is wrong with a value, one entry a place. Of several shapes that a place may have, the shape is taken that was
 * meant: that which shares most keys with the value and then has the fewest faults. “Invalid input” alone helps nobody.
 */
export function listSchemaIssues(schema: z.ZodType, value: unknown): SchemaIssue[] {
  const en = schema.safeParse(value).error?.issues ?? []
  // The same faults a second time, for their words in Chinese.
  const zh = schema.safeParse(value, { error: z.locales.zhCN().localeError }).error?.issues ?? []
  return en.flatMap((issue, index) => expandIssue(issue, zh[index] ?? issue, { schema, path: [], whole: value, value }))
}

type Issue = z.core.$ZodIssue

/** Where an issue was found: paths of nested issues count from there. */
interface At {
  schema: z.ZodType
  path: PropertyKey[]
  whole: unknown
  value: unknown
}

function expandIssue(en: Issue, zh: Issue, at: At): SchemaIssue[] {
  const path = [...at.path, ...en.path]
  const value = valueAt(at.value, en.path)
  if (en.code === 'invalid_union' && zh.code === 'invalid_union') {
    const branch = chooseBranch(en.errors, value)
    const issues = branch === null ? [] : (en.errors[branch] ?? [])
    const chinese = branch === null ? [] : (zh.errors[branch] ?? [])
    const inner = issues.flatMap((issue, index) => expandIssue(issue, chinese[index] ?? issue, { ...at, path, value }))
    if (inner.length > 0) return mergeUnknownKeys(inner, { path, asked: listAsked(en.errors, value) })
  }
  const reason = reasonOf(en, zh, value)
  if (en.code === 'unrecognized_keys') {
    const known = keysAt(at.schema, path, at.whole)
    return en.keys.map((key) => ({
      kind: 'key-unknown',
      path: [...path, key],
      reason: { zh: `没有“${key}”这一项`, en: `there is no “${key}”` },
      found: key,
      expected: suggestNames(key, known),
    }))
  }
  if (value === undefined)
    return [{ kind: 'key-missing', path, reason, found: null, expected: listAllowed(en).join(' | ') }]
  const found = typeof value === 'string' ? value : JSON.stringify(value)
  return [{ kind: 'invalid', path, reason, found, expected: suggestNames(found, listAllowed(en)) }]
}

/** The values that are allowed where only some are; [] elsewhere. */
function listAllowed(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String)
  const isKind = issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)
  return isKind ? issue.options.map(String) : []
}

/** Keys that any of several shapes asks for and the value lacks. */
function listAsked(branches: readonly Issue[][], value: unknown): string[] {
  const missing = branches.flat().filter(({ path }) => path.length === 1 && valueAt(value, path) === undefined)
  return [...new Set(missing.map(({ path }) => String(path[0])))]
}

/** An unknown key beside several shapes may have been meant for each key that a shape asks for. */
function mergeUnknownKeys(issues: SchemaIssue[], of: { path: PropertyKey[]; asked: string[] }): SchemaIssue[] {
  const isHere = ({ path }: SchemaIssue) => path.length === of.path.length + 1
  const isUnknown = (issue: SchemaIssue) => isHere(issue) && issue.kind === 'key-unknown'
  if (!issues.some(isUnknown)) return issues
  // That a key of the guessed shape is missing says the same again.
  return issues
    .filter((issue) => !isHere(issue) || issue.kind !== 'key-missing')
    .map((issue) => (isUnknown(issue) ? { ...issue, expected: of.asked.join(' | ') } : issue))
}

/** Index of the shape that was meant; null where there is none to choose from. */
export function chooseBranch(branches: readonly Issue[][], value: unknown): number | null {
  if (branches.length === 0) return null
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  const scores = branches.map((issues) => {
    const strange = new Set(issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : [])))
    return { shared: keys.filter((key) => !strange.has(key)).length, faults: issues.length }
  })
  const best = scores.toSorted((a, b) => b.shared - a.shared || a.faults - b.faults)[0]
  return best === undefined ? null : scores.indexOf(best)
}

/** The nearest of the known names, or all where none is near: `zero | one`. */
export function suggestNames(text: string, known: readonly string[]): string {
  const near = findNearest(text, known)
  return (near.length > 0 ? near : known).join(' | ')
}

/** The keys that a schema knows at a path; [] where it names none. `value` shows which of several kinds is meant. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[], value: unknown): string[] {
  const inner = unwrap(schema)
  const [key, ...rest] = path
  if (inner instanceof z.ZodDiscriminatedUnion) {
    const kind = getChild(value, inner.def.discriminator)
    const option = inner.options.find((candidate) => isOfKind(candidate, inner.def.discriminator, kind))
    return option ? keysAt(option, path, value) : []
  }
  if (inner instanceof z.ZodUnion) return [...new Set(inner.options.flatMap((option) => keysAt(option, path, value)))]
  const next = key === undefined ? undefined : getChild(value, key)
  if (inner instanceof z.ZodObject) {
    if (key === undefined) return Object.keys(inner.shape)
    const child: z.core.$ZodType | undefined = inner.shape[String(key)]
    return child ? keysAt(child, rest, next) : []
  }
  if (inner instanceof z.ZodArray) return keysAt(inner.element, rest, next)
  return inner instanceof z.ZodRecord ? keysAt(inner.valueType, rest, next) : []
}

function isOfKind(option: z.core.$ZodType, discriminator: string, kind: unknown): boolean {
  const literal: unknown = option instanceof z.ZodObject ? option.shape[discriminator] : null
  return literal instanceof z.ZodLiteral && literal.value === kind
}

function getChild(value: unknown, key: PropertyKey): unknown {
  // Plain data, whose own keys are read and nothing else.
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap()) : schema
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => getChild(at, key), value)
}
