import { z } from 'zod'
import { id, words } from '../contracts/fields.ts'

const systemId = z.string().regex(/^S\d+$/)
const dutyId = z.string().regex(/^D\d+$/)

/** A system or mechanism of governance that a portal has a page for. */
const systemSchema = z.strictObject({
  id: systemId,
  /** A key of `families`. */
  family: id,
  names: words,
  /** What it is, in one line. */
  line: words,
  /** What a portal would publish of it. */
  discloses: words,
  /** Documents that describe it. */
  documents: z.array(z.string()).optional(),
  /** Datasets of the portal that hold its figures; none: the page says that no data is connected. */
  datasets: z.array(id).optional(),
  related: z.array(systemId).optional(),
})
export type SystemEntry = z.infer<typeof systemSchema>

/** `content/systems/systems.yaml`: families in the order of the map, and every system. */
export const systemsSchema = z.strictObject({ families: z.record(id, words), systems: z.array(systemSchema) })
export type SystemsFile = z.infer<typeof systemsSchema>

/** How often a duty falls due: by a calendar, with each event, always, or at times that the document leaves open. */
const DUTY_RHYTHMS = [
  'day',
  'week',
  'two-weeks',
  'half-month',
  'month',
  'quarter',
  'half-year',
  'year',
  'once',
  'event',
  'standing',
  'unstated',
] as const
const rhythm = z.enum(DUTY_RHYTHMS)
export type DutyRhythm = z.infer<typeof rhythm>

/** A day that a duty names within its rhythm. */
const dutyDue = z.union([
  z.strictObject({ dayOfMonth: z.int().min(1).max(31) }),
  z.strictObject({ lastWorkingDayOf: z.enum(['month', 'quarter']) }),
  z.strictObject({ monthDay: z.string().regex(/^\d\d-\d\d$/) }),
  /** 1 is Monday. */
  z.strictObject({ weekday: z.int().min(1).max(7) }),
])
export type DutyDue = z.infer<typeof dutyDue>

/** A duty to publish, report or answer. */
const dutySchema = z.strictObject({
  id: dutyId,
  /** A key of `kinds`. */
  kind: id,
  who: words,
  what: words,
  every: z.union([rhythm, z.array(rhythm).min(2)]),
  /** The document states two clocks that disagree. */
  conflict: z.boolean().optional(),
  due: dutyDue.optional(),
  /** The clock in the words of the document. */
  clock: z.string(),
  document: z.string().optional(),
  systems: z.array(systemId),
  /** The dataset whose releases show whether the duty was met. */
  dataset: id.optional(),
})
export type Duty = z.infer<typeof dutySchema>

/** `content/duties/duties.yaml`: kinds of duties and every duty. */
export const dutiesSchema = z.strictObject({ kinds: z.record(id, words), duties: z.array(dutySchema) })
export type DutiesFile = z.infer<typeof dutiesSchema>
