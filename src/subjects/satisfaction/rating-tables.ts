import { comparePeriods, getPeriodAfter } from '../../calendar/period.ts'
import { cityOf, type Site } from '../../compose/site.ts'
import { periodsOf } from '../../measure/select.ts'

/** The table that has a place's ratings: the city's month by month, a district's by the quarter, for it has fewer replies. */
export function ratingsOf(site: Site, place: string): 'ratings' | 'districts' {
  return place === cityOf(site).code ? 'ratings' : 'districts'
}

/** Every period of a table from its first to its last, so that one that nobody reported is a gap and not skipped. */
export function listRatingPeriods(site: Site, table: 'ratings' | 'districts' | 'channel'): string[] {
  const published = periodsOf(site.published, 'satisfaction', table)
  const [first, last] = [published[0], published.at(-1)]
  if (first === undefined || last === undefined) return []
  const all: string[] = []
  for (let next = first; comparePeriods(next, last) <= 0; next = getPeriodAfter(next)) all.push(next)
  return all
}
