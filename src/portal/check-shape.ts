import type { z } from 'zod'
import { correctKinds, type Fitted, fitToSchema, takeSound } from './fit-schema.ts'
import { listSchemaIssues, type SchemaIssue } from './schema-issues.ts'

/** A value that has the shape of its schema, or all that is wrong with it and what can be looked up nevertheless. */
interface ShapeResult<T> {
  value: T | null
  fitted: Fitted<T>
  issues: SchemaIssue[]
}

/**
 * All faults of a value at once: a validator passes over much as long as something else is wrong, such as the parts of a
 * figure of no kind, and what it checks of valid values only.
 */
export function checkShape<T>(schema: z.ZodType<T>, value: unknown): ShapeResult<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return { value: parsed.data, fitted: takeSound(parsed.data), issues: [] }
  const issues = listSchemaIssues(schema, value)
  const fitted = fitToSchema(schema, value)
  const hidden = [
    ...listSchemaIssues(schema, correctKinds(schema, value)),
    ...listSchemaIssues(schema, fitted.value)
      .filter(({ path }) => !fitted.isDoubtful(path))
      .map((issue) => ({ ...issue, path: fitted.toWritten(issue.path) })),
  ]
  for (const issue of hidden) {
    if (!issues.some(({ path }) => path.join() === issue.path.join())) issues.push(issue)
  }
  return { value: null, fitted, issues }
}
