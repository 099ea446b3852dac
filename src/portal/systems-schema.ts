import { z } from 'zod'
import { id, words } from '../contracts/fields.ts'

const systemId = z.string().regex(/^S\d+$/, 'S and a number, such as S12')
const dutyId = z.string().regex(/^D\d+$/, 'D and a number, such as D3')

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

/** A column of the table that is printed for each system: one column of the register, or one a language. */
const shownColumn = z.strictObject({
  heading: words,
  /** Columns whose texts are printed one after the other; by language where they differ. */
  from: z.union([z.array(z.string()).min(1), z.strictObject({ zh: z.string(), en: z.string() })]),
  /** Column whose text follows in brackets, where it has one. */
  inBrackets: z.string().optional(),
})
export type ShownColumn = z.infer<typeof shownColumn>

/** Where the figures that documents state of the systems are published: a register, one column of which names the system. */
const statedSchema = z.strictObject({
  dataset: id,
  table: z.string(),
  column: z.string(),
  shows: z.array(shownColumn).min(1),
})
export type Stated = z.infer<typeof statedSchema>

/** `content/systems/systems.yaml`: families in the order of the map, every system, and where figures of them are published. */
export const systemsSchema = z.strictObject({
  /** Phrases with numerals that are no figures of data, word for word: 600天行动. */
  notFigures: z.array(z.string().min(2)).optional(),
  families: z.record(id, words),
  stated: statedSchema.optional(),
  systems: z.array(systemSchema),
})
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
  z.strictObject({ monthDay: z.string().regex(/^\d\d-\d\d$/, 'month and day, such as 03-31') }),
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

/** The register that says when duties were met that no release shows: its columns, by what they hold. */
const dutyRecordSchema = z.strictObject({
  dataset: id,
  table: z.string(),
  duty: z.string(),
  place: z.string(),
  /** The office within the place. */
  section: z.string(),
  /** The period that an entry answers: 2026-W40, 2026-10. */
  cycle: z.string(),
  /** The day on which it was received or held. */
  day: z.string(),
})

/** `content/duties/duties.yaml`: kinds of duties, where their record is published, and every duty. */
export const dutiesSchema = z.strictObject({
  kinds: z.record(id, words),
  record: dutyRecordSchema.optional(),
  duties: z.array(dutySchema),
})
export type DutiesFile = z.infer<typeof dutiesSchema>
