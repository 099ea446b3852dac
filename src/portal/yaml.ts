import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { z } from 'zod'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import { findNearest } from '../text/nearest.ts'

/** A YAML text in the form that its schema asks for, or what is wrong with it, line by line. */
export interface YamlReading<T> {
  value: T | null
  problems: Problem[]
  /** Line of a key or an item, or of the nearest thing around it that the text has. */
  lineOf(path: readonly PropertyKey[]): number | null
}

/** `firstLine` is the line of the file on which the text begins: YAML may be the head of another file. */
export function readYaml<T>(
  text: string,
  schema: z.ZodType<T>,
  at: { file: string; firstLine?: number },
): YamlReading<T> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const before = (at.firstLine ?? 1) - 1
  const broken = document.errors[0]
  if (broken) {
    const line = broken.linePos?.[0].line ?? 1
    const found = (text.split(/\r\n?|\n/)[line - 1] ?? '').trim()
    const problems = [createProblem('content-yaml', { file: at.file, row: line + before }, { found })]
    return { value: null, problems, lineOf: () => line + before }
  }
  const lineOf = (path: readonly PropertyKey[]) => {
    const line = lineInDocument(document, lines, path)
    return line === null ? null : line + before
  }
  // A file of comments only says nothing; a schema of a list takes that for an empty one.
  const value: unknown = document.toJS() ?? (schema instanceof z.ZodArray ? [] : {})
  const parsed = schema.safeParse(value)
  if (parsed.success) return { value: parsed.data, problems: [], lineOf }
  // The same faults a second time, for their words in Chinese.
  const chinese = schema.safeParse(value, { error: z.locales.zhCN().localeError }).error?.issues ?? []
  const problems = parsed.error.issues.flatMap((issue, index) =>
    problemsOf(issue, { schema, document, zh: chinese[index]?.message ?? issue.message }).map(({ rule, path, more }) =>
      createProblem(rule, { file: at.file, row: lineOf(path), columnName: nameOf(path) }, more),
    ),
  )
  return { value: null, problems, lineOf }
}

interface Fault {
  rule: 'content-key-unknown' | 'content-key-missing' | 'content-invalid'
  path: readonly PropertyKey[]
  more: Partial<Problem>
}

function problemsOf(
  issue: z.core.$ZodIssue,
  { schema, document, zh }: { schema: z.ZodType; document: Document; zh: string },
): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path, document.toJS())
    return issue.keys.map((key) => ({
      rule: 'content-key-unknown',
      path: [...issue.path, key],
      more: { expected: namesNear(key, known) },
    }))
  }
  const value: unknown = document.getIn(issue.path)
  if (value === undefined) return [{ rule: 'content-key-missing', path: issue.path, more: {} }]
  const found = typeof value === 'string' ? value : JSON.stringify(value)
  const expected = namesNear(found, listAllowed(issue))
  const reason = { zh, en: issue.message }
  return [{ rule: 'content-invalid', path: issue.path, more: { found, expected, params: { reason } } }]
}

/** The values that are allowed where only some are; [] elsewhere. */
function listAllowed(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String)
  const isKind = issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)
  return isKind ? issue.options.map(String) : []
}

/** The nearest of the known names, or all where none is near: `zero | one`. */
export function namesNear(text: string, known: readonly string[]): string {
  const near = findNearest(text, known)
  return (near.length > 0 ? near : known).join(' | ')
}

/** `figures.0.kind`; the whole text has the name of a file only. */
export function nameOf(path: readonly PropertyKey[]): string | null {
  return path.length === 0 ? null : path.map(String).join('.')
}

/** The keys that a schema knows at a path; [] where it names none. `value` tells which of several kinds is meant. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[], value: unknown): string[] {
  const inner = unwrapped(schema)
  const [key, ...rest] = path
  if (inner instanceof z.ZodDiscriminatedUnion) {
    const kind = childValue(value, inner.def.discriminator)
    const option = inner.options.find((candidate) => isOfKind(candidate, inner.def.discriminator, kind))
    return option ? keysAt(option, path, value) : []
  }
  if (inner instanceof z.ZodUnion) return [...new Set(inner.options.flatMap((option) => keysAt(option, path, value)))]
  const next = key === undefined ? undefined : childValue(value, key)
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

function childValue(value: unknown, key: PropertyKey): unknown {
  // A value of YAML is plain data, whose own keys are read and nothing else.
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema
}

/** Line of the deepest part of a path that the document has. */
export function lineInDocument(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | null {
  let at: unknown = document.contents
  let offset = document.contents?.range?.[0] ?? null
  for (const part of path) {
    const next = childOf(at, part)
    if (next === null) break
    offset = next.offset ?? offset
    at = next.node
  }
  return offset === null ? null : lines.linePos(offset).line
}

function childOf(at: unknown, part: PropertyKey): { node: unknown; offset: number | null } | null {
  if (isSeq<Node>(at)) {
    const node = at.items[Number(part)]
    return node ? { node, offset: node.range?.[0] ?? null } : null
  }
  if (!isMap(at)) return null
  const pair = at.items.find(({ key }) => isScalar(key) && String(key.value) === String(part))
  if (!pair) return null
  return { node: pair.value, offset: isScalar(pair.key) ? (pair.key.range?.[0] ?? null) : null }
}
