import { z } from 'zod'
import { findNearest } from '../text/nearest.ts'
import { keysAt } from './yaml.ts'

/** What is wrong with one place of a value: its path, the reason in both languages, and what is near, '' where nothing is. */
export interface SchemaIssue {
  path: PropertyKey[]
  reason: { zh: string; en: string }
  found: string | null
  expected: string
}

/**
 * All that is wrong with a value, one entry a place. Of several shapes that a place may have, the one is taken that was
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
  const reason = { zh: zh.message, en: en.message }
  if (en.code === 'unrecognized_keys') {
    const known = keysAt(at.schema, path, at.whole)
    return en.keys.map((key) => ({
      path: [...path, key],
      reason: { zh: `没有“${key}”这一项`, en: `there is no “${key}”` },
      found: key,
      expected: near(key, known),
    }))
  }
  const found = typeof value === 'string' ? value : null
  const allowed = en.code === 'invalid_value' ? en.values.map(String) : []
  return [{ path, reason, found, expected: near(found ?? '', allowed) }]
}

/** Keys that any of several shapes asks for and the value lacks. */
function listAsked(branches: readonly Issue[][], value: unknown): string[] {
  const missing = branches.flat().filter(({ path }) => path.length === 1 && valueAt(value, path) === undefined)
  return [...new Set(missing.map(({ path }) => String(path[0])))]
}

/** An unknown key beside several shapes: any key that one of them asks for may have been meant. */
function mergeUnknownKeys(issues: SchemaIssue[], of: { path: PropertyKey[]; asked: string[] }): SchemaIssue[] {
  const isHere = ({ path }: SchemaIssue) => path.length === of.path.length + 1
  const isUnknown = (issue: SchemaIssue) => isHere(issue) && issue.found === String(issue.path.at(-1))
  if (!issues.some(isUnknown)) return issues
  // That a key of the guessed shape is missing says the same again.
  return issues
    .filter((issue) => isUnknown(issue) || !isHere(issue) || issue.found !== null)
    .map((issue) => (isUnknown(issue) ? { ...issue, expected: of.asked.join(' | ') } : issue))
}

/** Index of the shape that was meant; null where there is none to choose from. */
function chooseBranch(branches: readonly Issue[][], value: unknown): number | null {
  if (branches.length === 0) return null
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  const scores = branches.map((issues) => {
    const strange = new Set(issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : [])))
    return { shared: keys.filter((key) => !strange.has(key)).length, faults: issues.length }
  })
  const best = scores.toSorted((a, b) => b.shared - a.shared || a.faults - b.faults)[0]
  return best === undefined ? null : scores.indexOf(best)
}

function near(text: string, known: readonly string[]): string {
  const found = findNearest(text, known)
  return (found.length > 0 ? found : known).join(' | ')
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined
    // Plain data of a contract file: whatever key it has may be read.
    at = (at as Record<PropertyKey, unknown>)[key]
  }
  return at
}
