import { toDayNumber } from '../calendar/days.ts'
import { computeDutyDueDay } from '../calendar/duty-due.ts'
import {
  comparePeriods,
  getFirstDay,
  getPeriodAfter,
  kindOf,
  PERIOD_KINDS,
  type PeriodKind,
  parsePeriod,
} from '../calendar/period.ts'
import type { WorkCalendar } from '../calendar/working-days.ts'
import type { Duty } from '../portal/systems-schema.ts'

/** An entry of the register: on `day`, the office answered the duty for the period `cycle`. */
export interface DutyEntry {
  duty: string
  /** Code of the place. */
  place: string
  section: string
  cycle: string
  day: string
}

/** What became of a duty in one period. `not-reported`: due and not there. `unjudged`: the due day is unknown. */
interface DutyCell {
  cycle: string
  state: 'on-time' | 'late' | 'not-reported' | 'not-due' | 'unjudged'
  /** Days after the due day: of receipt, or of the data where nothing came; 0 where it is in time. */
  daysLate: number
}

/** The periods of one kind that a duty asks of an office, ascending. */
export interface DutyLine {
  kind: PeriodKind
  place: string
  section: string
  cells: DutyCell[]
}

interface RecordSources {
  entries: readonly DutyEntry[]
  calendar: WorkCalendar
  /** Last day that the register speaks of. */
  day: string
}

/**
 * Every period that is required of an office: from its first entry on, so that one without an entry is visible. The due day follows
 * from the clock of the duty; nothing of it is in the register.
 */
export function listDutyLines(duty: Duty, { entries, calendar, day }: RecordSources): DutyLine[] {
  const kinds = kindsOf(duty)
  const own = entries.filter((entry) => entry.duty === duty.id && kinds.has(kindOf(entry.cycle)))
  const lines = Map.groupBy(own, ({ cycle, place, section }) => [kindOf(cycle), place, section].join('|'))
  return [...lines.values()]
    .map((group): DutyLine => {
      const [first] = group.toSorted((a, b) => comparePeriods(a.cycle, b.cycle))
      if (!first) throw new Error(`deliveries: ${duty.id} has a line without entries`)
      const came = new Map(group.map((entry) => [entry.cycle, entry.day]))
      return {
        kind: kindOf(first.cycle),
        place: first.place,
        section: first.section,
        cells: listCycles(first.cycle, day).map((cycle) => ({
          cycle,
          ...decideState(computeDutyDueDay(duty.due ?? null, cycle, calendar), came.get(cycle) ?? null, day),
        })),
      }
    })
    .toSorted(
      (a, b) =>
        PERIOD_KINDS.indexOf(a.kind) - PERIOD_KINDS.indexOf(b.kind) ||
        Number(a.place > b.place) - Number(a.place < b.place),
    )
}

/** Entries that no duty asks for: of an unknown duty, or for a period of a kind that its clock has not. */
export function listUnasked(duties: readonly Duty[], entries: readonly DutyEntry[]): DutyEntry[] {
  const kinds = new Map(duties.map((duty) => [duty.id, kindsOf(duty)]))
  return entries.filter(({ duty, cycle }) => {
    const kind = parsePeriod(cycle)?.kind
    return kind === undefined || !kinds.get(duty)?.has(kind)
  })
}

/** Kinds of periods that a duty recurs in; none of one that comes with each event, always, or at times left open. */
function kindsOf({ every }: Duty): Set<PeriodKind> {
  const rhythms: readonly string[] = typeof every === 'string' ? [every] : every
  return new Set(PERIOD_KINDS.filter((kind) => rhythms.includes(kind)))
}

function listCycles(first: string, day: string): string[] {
  const cycles: string[] = []
  for (let cycle = first; getFirstDay(cycle) <= day; cycle = getPeriodAfter(cycle)) cycles.push(cycle)
  return cycles
}

function decideState(
  due: ReturnType<typeof computeDutyDueDay>,
  came: string | null,
  day: string,
): Pick<DutyCell, 'state' | 'daysLate'> {
  if (!('day' in due)) return { state: 'unjudged', daysLate: 0 }
  const daysLate = Math.max(0, (toDayNumber(came ?? day) ?? 0) - (toDayNumber(due.day) ?? 0))
  if (came !== null) return { state: daysLate > 0 ? 'late' : 'on-time', daysLate }
  return { state: daysLate > 0 ? 'not-reported' : 'not-due', daysLate }
}
