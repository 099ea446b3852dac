import { toDayNumber } from '../calendar/days.ts'
import { computeDueDay, type DueDay } from '../calendar/due.ts'
import { comparePeriods, getFirstDay, getPeriodAfter, isPeriod } from '../calendar/period.ts'
import type { WorkCalendar } from '../calendar/working-days.ts'
import type { Contract } from '../contracts/contract.ts'
import { dueRuleOf } from '../contracts/due-rule-of.ts'
import type { Release } from '../store/published-tables.ts'
import type { Receipt } from './receipt.ts'
import { countReleases, type ReleasedPeriod } from './released-periods.ts'

/**
 * How a file compares with its due day. `no-date`: due at none. `unjudged`: the due day is unknown. `before-record`: it was
 * there when the record began, and nobody knows since when. `refused`: it came and has not passed yet.
 */
export const DELIVERY_STATES = [
  'on-time',
  'late',
  'refused',
  'not-reported',
  'not-due',
  'before-record',
  'unjudged',
  'no-date',
] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** What became of the file of one dataset for one period: a row of the one table of who was late. */
export interface Delivery {
  dataset: string
  /** Id in departments.csv; null where the contract names its keeper in words. */
  department: string | null
  period: string
  /** Null where files are due at no date. */
  due: DueDay | null
  state: DeliveryState
  /** Day on which a file was first seen, passed or not. */
  received: string | null
  /** Files that were refused, each version counted. */
  refusals: number
  /**
   * Rules that refused it, and how many files each. Cells are not counted: of a register of persons their number would be
   * that of its rows.
   */
  errors: Readonly<Record<string, number>>
  /** Day on which a file first passed. */
  accepted: string | null
  /** Rules of the repairs made in the version that passed last, of each reader's file where there are several, ascending. */
  repairs: readonly string[]
  released: string | null
  /** Number of the release that it came with. */
  release: number | null
  /** Days between the due day and the day of receipt; without a receipt, the day of the table. 0 where it is in time. */
  daysLate: number
  /** Releases that published a corrected version. */
  corrections: number
  /** Day of the last of them. */
  corrected: string | null
  /** Releases that took something of it out, other than entries that had lapsed. */
  withdrawals: number
  /** Day of the last of them. */
  withdrawn: string | null
  /** How many of its tables the public has; 0 where all were taken out, or none was released. */
  tables: number
}

/** What the table is computed from; nothing in it is typed by a person. */
export interface DeliverySources {
  contracts: readonly Contract[]
  holidays: WorkCalendar
  receipts: readonly Receipt[]
  releases: readonly Release[]
  /** Day of the table, `YYYY-MM-DD`. */
  today: string
}

/**
 * Every file that was due or came, by dataset and period. A dataset of which nothing ever came is not due, and none is due
 * what lies before the first period that came: the program has contracts that a portal uses late or not at all. The last
 * is the period that is under way.
 */
export function listDeliveries(sources: DeliverySources): Delivery[] {
  const receipts = Map.groupBy(sources.receipts, ({ dataset }) => dataset)
  const released = countReleases(sources.releases)
  return sources.contracts
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((contract) => {
      const own = { receipts: receipts.get(contract.id) ?? [], released: released.get(contract.id) ?? new Map() }
      return listOfDataset(contract, own, sources)
    })
}

interface OwnSources {
  receipts: readonly Receipt[]
  released: ReadonlyMap<string, ReleasedPeriod>
}

function listOfDataset(contract: Contract, own: OwnSources, { holidays, today }: DeliverySources): Delivery[] {
  const came = [...own.receipts.map(({ period }) => period), ...own.released.keys()]
    .filter((period) => isPeriod(period, contract))
    .toSorted(comparePeriods)
  const [first] = came
  if (first === undefined) return []
  const rule = dueRuleOf(contract)
  const periods = rule === null ? [] : listRequired(first, today)
  const byPeriod = Map.groupBy(own.receipts, ({ period }) => period)
  // From this day on it is known when a file came.
  const since = own.receipts.map(({ day }) => day).toSorted()[0] ?? null
  return [...new Set([...periods, ...came])].toSorted(comparePeriods).map((period) => {
    const isRequired = contract.dueFrom === undefined || comparePeriods(period, contract.dueFrom) >= 0
    const due = rule === null || !isRequired ? null : computeDueDay(rule, period, holidays)
    const facts = describeFacts(byPeriod.get(period) ?? [], own.released.get(period))
    return {
      dataset: contract.id,
      department: typeof contract.keeper === 'string' ? contract.keeper : null,
      period,
      due,
      ...facts,
      ...decideState(due, facts, { since, today }),
    }
  })
}

/** Periods from the first that came to the period of the day. */
function listRequired(from: string, today: string): string[] {
  const periods: string[] = []
  for (let period = from; getFirstDay(period) <= today; period = getPeriodAfter(period)) periods.push(period)
  return periods
}

type Facts = Omit<Delivery, 'dataset' | 'department' | 'period' | 'due' | 'state' | 'daysLate'>

function describeFacts(receipts: readonly Receipt[], released: ReleasedPeriod | undefined): Facts {
  const refused = receipts.filter(({ verdict }) => verdict === 'refused')
  const passed = receipts.filter(({ verdict }) => verdict === 'accepted')
  const errors: Record<string, number> = {}
  for (const [, versions] of Map.groupBy(refused, ({ sha256 }) => sha256)) {
    const rules = new Set(versions.flatMap((receipt) => Object.keys(receipt.errors)))
    for (const rule of rules) errors[rule] = (errors[rule] ?? 0) + 1
  }
  return {
    received: receipts[0]?.day ?? null,
    refusals: new Set(refused.map(({ sha256 }) => sha256)).size,
    errors,
    accepted: passed[0]?.day ?? null,
    repairs: listRepairs(passed),
    released: released?.day ?? null,
    release: released?.release ?? null,
    corrections: released?.corrections ?? 0,
    corrected: released?.corrected ?? null,
    withdrawals: released?.withdrawals ?? 0,
    withdrawn: released?.withdrawn ?? null,
    tables: released?.tables ?? 0,
  }
}

/** A file that came again in another format is the same file. */
function listRepairs(passed: readonly Receipt[]): string[] {
  const last = new Map(passed.map(({ path, repairs }) => [path.replace(/\.[^./]+$/, ''), repairs]))
  return [...new Set([...last.values()].flatMap((repairs) => Object.keys(repairs)))].toSorted()
}

function decideState(
  due: DueDay | null,
  { received, accepted, released }: Facts,
  { since, today }: { since: string | null; today: string },
): Pick<Delivery, 'state' | 'daysLate'> {
  if (due === null) return { state: 'no-date', daysLate: 0 }
  if (!('day' in due)) return { state: 'unjudged', daysLate: 0 }
  const came = received ?? released
  if (came === null) {
    const isDue = due.day < today
    return { state: isDue ? 'not-reported' : 'not-due', daysLate: isDue ? countDaysBetween(due.day, today) : 0 }
  }
  // What was there on the first day of the record came on that day or long before.
  if (due.day < came && (received === null || received === since)) return { state: 'before-record', daysLate: 0 }
  const daysLate = Math.max(0, countDaysBetween(due.day, came))
  if (accepted === null && released === null) return { state: 'refused', daysLate }
  return { state: daysLate > 0 ? 'late' : 'on-time', daysLate }
}

function countDaysBetween(from: string, to: string): number {
  return (toDayNumber(to) ?? 0) - (toDayNumber(from) ?? 0)
}
