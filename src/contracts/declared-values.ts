import { z } from 'zod'
import { unit, words } from './fields.ts'

/*
 * Numbers that words of a figure or of a section name in braces, `{share}`: cells of published tables, and what is computed
 * from them. A number that is typed into a sentence would stay when the data are corrected.
 */

const valueId = z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower-case ASCII, starting with a letter')

/**
 * Values of the other dimensions that are fixed; a place that is left out is the place of the page. The rows of a register
 * are chosen by any of its columns, each with one value or several.
 */
export const fixed = z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]))
export type Fixed = z.infer<typeof fixed>

/** A value by its name, or a number. */
const operand = z.union([valueId, z.number()])

const computed = { unit: unit.optional(), decimals: z.int().min(0).max(4).optional() }

const sum = z.strictObject({ ...computed, sum: z.array(operand).min(2) })
const difference = z.strictObject({ ...computed, difference: z.tuple([operand, operand]) })
/** The first divided by the second, times 1 where nothing is said. */
const quotient = z.strictObject({ ...computed, quotient: z.tuple([operand, operand]), times: z.number().optional() })

const cell = { where: fixed, period: z.string().optional() }

/** A cell of the figure's own table, of the newest period where none is given. */
const figureValue = z.union([z.strictObject({ ...cell, measure: z.string().optional() }), sum, difference, quotient])
/** A cell of any table. */
const sectionValue = z.union([
  z.strictObject({ ...cell, dataset: z.string(), table: z.string(), measure: z.string() }),
  sum,
  difference,
  quotient,
])
export type DeclaredValue = z.infer<typeof figureValue> | z.infer<typeof sectionValue>
export const figureValues = z.record(valueId, figureValue)
export const sectionValues = z.record(valueId, sectionValue)

/** What must hold for words to be printed: a value lies below another, or above it. */
export const claims = z.array(z.strictObject({ value: valueId, below: operand.optional(), above: operand.optional() }))
export type Claim = z.infer<typeof claims>[number]

/** A line across a chart at one value of its horizontal axis, with its words. */
export const mark = z.strictObject({ x: z.string(), kind: z.enum(['event', 'break']), label: words })
/** A point that is computed from other figures, and how far it reaches. */
export const point = z.strictObject({
  x: z.string(),
  value: valueId,
  bound: z.enum(['at-least', 'at-most']).optional(),
  label: words,
})

/** A name in braces: `{share}`, `{share.number}` without unit and bound, `{share.year}` another column of its row. */
export const PLACEHOLDER = /\{([a-z][a-z0-9_]*)(?:\.([a-z][a-z0-9_]*))?\}/g
/** The part of a value that is no column. */
export const BARE_NUMBER = 'number'

/** The values that words name, with the columns of their rows that they print. */
export function listPlaceholders(texts: { zh: string; en: string }): { name: string; part: string | undefined }[] {
  return [texts.zh, texts.en].flatMap((text) =>
    [...text.matchAll(PLACEHOLDER)].map(([, name = '', part]) => ({ name, part })),
  )
}

/** Names that a value is computed from, with their places in it. */
export function listOperands(value: DeclaredValue): { name: string; path: PropertyKey[] }[] {
  for (const key of ['sum', 'difference', 'quotient'] as const) {
    const operands = key in value ? (value as Partial<Record<typeof key, (string | number)[]>>)[key] : undefined
    if (operands) return operands.flatMap((name, at) => (typeof name === 'string' ? [{ name, path: [key, at] }] : []))
  }
  return []
}
