import { z } from 'zod'

/** Name of a dataset, a table, a column or a measure: `elder-care`, `hours_median`. */
export const id = z.string().regex(/^[a-z][a-z0-9_-]*$/, 'lower-case ASCII, starting with a letter')

/** What is counted, in English: one and many. */
export const pluralForms = z.strictObject({ one: z.string().min(1), other: z.string().min(1) })

/** A unit of measurement by its Chinese name (%, 人, 小时), or what is counted: `{ zh: '件', en: { one: 'case', other: 'cases' } }`. */
export const unit = z.union([z.string(), z.strictObject({ zh: z.string().min(1), en: pluralForms })])

/** One text in both languages, neither of them empty. */
export const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
