import { type Document, isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml'
import { z } from 'zod'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import { checkShape } from './check-shape.ts'
import type { Fitted } from './fit-schema.ts'
import { parseYaml } from './parse-yaml.ts'

/** A YAML text in the form that its schema asks for, or what is wrong with it, line by line. */
export interface YamlReading<T> {
  value: T | null
  /** What the text says as far as it can be understood; null where nothing can. */
  fitted: Fitted<T> | null
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
  const { document, lines, faults, value: parsed } = parseYaml(text)
  const before = (at.firstLine ?? 1) - 1
  const reports = faults.map((line) => {
    const found = (text.split(/\r\n?|\n/)[line - 1] ?? '').trim()
    return createProblem('content-yaml', { file: at.file, row: line + before }, { found })
  })
  const lineOf = (path: readonly PropertyKey[]) => {
    const line = findLine(document, lines, path)
    return line === null ? null : line + before
  }
  if (parsed === undefined) return { value: null, fitted: null, problems: reports, lineOf }
  // A file of comments only says nothing; a schema of a list takes that for an empty list.
  const shape = checkShape(schema, parsed ?? (schema instanceof z.ZodArray ? [] : {}))
  const issues = shape.issues.map(({ kind, path, found, expected, reason }) => {
    const where = { file: at.file, row: lineOf(path), columnName: nameOf(path) }
    if (kind === 'key-missing') return createProblem('content-key-missing', where)
    if (kind === 'key-unknown') return createProblem('content-key-unknown', where, { expected })
    return createProblem('content-invalid', where, { found, expected, params: { reason } })
  })
  const problems = [...reports, ...issues]
  return { value: problems.length > 0 ? null : shape.value, fitted: shape.fitted, problems, lineOf }
}

/** `figures.0.kind`; the whole text has the name of a file only. */
export function nameOf(path: readonly PropertyKey[]): string | null {
  return path.length === 0 ? null : path.map(String).join('.')
}

/** Line of the deepest part of a path that the document has. */
function findLine(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | null {
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
