import { getPeriodBefore, getYearBefore } from '../../calendar/period.ts'
import { memoisePerSite } from '../../compose/once.ts'
import { findNewestPeriod, listDistricts, type Site } from '../../compose/site.ts'
import { formatPeriod } from '../../text/format.ts'
import type { LocalText } from '../../text/local-text.ts'
import { localise } from '../../text/ui.ts'
import { listReportMonths, reportPathOf } from '../report-page.ts'

/** A place or a month beside another. */
export interface ComparedSide {
  /** Code of the place, or the month: `990101`, `2026-10`. */
  id: string
  name: LocalText
  /** Its own page. */
  path: string
}

/** Two places, or two months of the city: the later month first. */
export interface ComparedPair {
  kind: 'places' | 'months'
  sides: readonly [ComparedSide, ComparedSide]
}

/** `/compare/990101-vs-990102/`, `/compare/2026-10-vs-2026-09/` */
export function comparePathOf({ sides: [first, second] }: ComparedPair): string {
  return `/compare/${first.id}-vs-${second.id}/`
}

/** Every pair of districts, the smaller code first. */
export const listPlacePairs = memoisePerSite((site): readonly ComparedPair[] => {
  if (site.settings.city === undefined) return []
  const districts = listDistricts(site, findNewestPeriod(site)).map(
    ({ code, names }): ComparedSide => ({ id: code, name: names, path: `/places/${code}/` }),
  )
  return districts.flatMap((first, at) =>
    districts.slice(at + 1).map((second): ComparedPair => ({ kind: 'places', sides: [first, second] })),
  )
})

/** Each month of a bulletin beside the month before and the same month a year before, the newest first. */
export const listMonthPairs = memoisePerSite((site): readonly ComparedPair[] => {
  const months = listReportMonths(site)
  return months.toReversed().flatMap((month) =>
    [getPeriodBefore(month), getYearBefore(month)].flatMap((other): ComparedPair[] => {
      if (other === null || !months.includes(other)) return []
      return [{ kind: 'months', sides: [describeMonth(month), describeMonth(other)] }]
    }),
  )
})

function describeMonth(month: string): ComparedSide {
  return { id: month, name: localise((lang) => formatPeriod(month, lang)), path: reportPathOf(month) }
}

export function listPairs(site: Site): readonly ComparedPair[] {
  return [...listPlacePairs(site), ...listMonthPairs(site)]
}

/** Pairs that a place or a month is in, with the other of the two. */
export function listPairsOf(pairs: readonly ComparedPair[], id: string): { other: ComparedSide; path: string }[] {
  return pairs.flatMap((pair) => {
    const at = pair.sides.findIndex((side) => side.id === id)
    const other = pair.sides[1 - at]
    return at === -1 || other === undefined ? [] : [{ other, path: comparePathOf(pair) }]
  })
}
