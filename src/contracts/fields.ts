import { z } from 'zod'

/** Name of a dataset, a table, a column or a measure: `elder-care`, `hours_median`. */
export const id = z.string().regex(/^[a-z][a-z0-9_-]*$/, 'lower-case ASCII, starting with a letter')

/** One text in both languages, neither of them empty. */
export const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
