import { addDays } from './days.ts'
import { getWeekday } from './weeks.ts'

/** One line of a list of holidays: a weekday that is free, or a day of a weekend that is worked. */
export interface Holiday {
  /** `YYYY-MM-DD` */
  date: string
  kind: 'rest' | 'work'
  /** The holiday that it belongs to: 春节. */
  name: string
}

/** A year whose working days nobody can know: not yet published, or before the first year of the list. */
export type UnknownYear = { unpublished: number } | { beforeTable: number }

/**
 * Working days of a portal. The State Council publishes the holidays of a year near the end of the year before; until the
 * list has a line of a year, nothing is said of that year, not even of its ordinary weekdays, each of which may yet be free.
 */
export class WorkCalendar {
  readonly all: readonly Holiday[]
  readonly #kinds: ReadonlyMap<string, Holiday['kind']>
  readonly #years: ReadonlySet<number>
  readonly #firstYear: number

  constructor(all: readonly Holiday[]) {
    this.all = all
    this.#kinds = new Map(all.map(({ date, kind }) => [date, kind]))
    this.#years = new Set(all.map(({ date }) => yearOf(date)))
    this.#firstYear = Math.min(...this.#years)
  }

  /** Null for a year of the list. In an empty list every year lies before its first. */
  findUnknownYear(year: number): UnknownYear | null {
    if (this.#years.has(year)) return null
    return year < this.#firstYear ? { beforeTable: year } : { unpublished: year }
  }

  /** Whether a day is worked, or why that is not known. Throws where the date does not exist. */
  isWorkingDay(day: string): boolean | UnknownYear {
    const isWeekend = getWeekday(day) > 5
    const unknown = this.findUnknownYear(yearOf(day))
    if (unknown) return unknown
    const kind = this.#kinds.get(day)
    return kind === undefined ? !isWeekend : kind === 'work'
  }

  /** The `count`th working day after a day, which is itself not counted; for 0 the day itself, worked or not. */
  addWorkingDays(day: string, count: number): { day: string } | UnknownYear {
    let at = day
    for (let left = count; left > 0; ) {
      at = addDays(at, 1)
      const isWorked = this.isWorkingDay(at)
      if (typeof isWorked === 'object') return isWorked
      if (isWorked) left -= 1
    }
    return { day: at }
  }

  /** The day itself where it is worked, else the nearest working day before it. */
  getLastWorkingDay(day: string): { day: string } | UnknownYear {
    for (let at = day; ; at = addDays(at, -1)) {
      const isWorked = this.isWorkingDay(at)
      if (typeof isWorked === 'object') return isWorked
      if (isWorked) return { day: at }
    }
  }
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}
