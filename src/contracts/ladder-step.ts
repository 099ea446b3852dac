import { z } from 'zod'
import { PERIOD_KINDS } from '../calendar/period.ts'
import { id } from './fields.ts'

/**
 * A step of the ladder by which a table about people is made coarser: what it does not name is as the table declares. The
 * first step is the finest that is published; a table whose hidden cells cannot be proven safe goes up to the next.
 */
export const ladderStep = z.strictObject({
  /** Files are put together into longer periods; those of the files where left out. */
  period: z.enum(PERIOD_KINDS).optional(),
  /** Columns of places of which only some levels stay. */
  dimensions: z.array(z.strictObject({ column: id, levels: z.array(z.string()).min(1) })).optional(),
})
export type LadderStep = z.infer<typeof ladderStep>
