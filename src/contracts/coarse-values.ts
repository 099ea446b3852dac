import { z } from 'zod'
import { id, words } from './fields.ts'

/** Keys of a column that say how its values are made coarser before anything is published. */
export const coarseValues = {
  /** Of a list: values that files hold apart and tables show together, so that no cell is of too few. */
  merge: z.array(z.strictObject({ code: id, ...words.shape, of: z.array(z.string()).min(2) })).optional(),
  /**
   * Of a quasi column: the groups in which tables may show it, and never finer. Values of a list by their codes; numbers and
   * dates in bands, each from its bound up to the next, the first without one.
   */
  grouping: z
    .array(
      z.strictObject({
        code: id,
        ...words.shape,
        from: z.string().optional(),
        of: z.array(z.string()).min(1).optional(),
      }),
    )
    .min(2)
    .optional(),
}
