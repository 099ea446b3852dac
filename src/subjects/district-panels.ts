import type { MultiplesSpec } from '../charts/figure.ts'
import { placePathOf } from '../compose/describe-figure.ts'
import { cityOf, listDistricts, type Site } from '../compose/site.ts'
import { type Pick, pointsOf } from '../measure/select.ts'
import type { Series } from '../measure/series.ts'

/** A panel for each district of the last period, the city behind. `pick` addresses the measure of a place. */
export function buildDistrictPanels(
  site: Site,
  periods: readonly string[],
  pick: (place: string) => Pick,
): { reference: Series; panels: MultiplesSpec['panels'] } {
  const city = cityOf(site)
  const lineOf = (code: string) => pointsOf(site.published, pick(code), periods)
  const reference: Series = { id: city.code, label: city.names, role: 'reference', points: lineOf(city.code) }
  const panels = listDistricts(site, periods.at(-1) ?? '').map((place) => ({
    id: place.code,
    label: place.names,
    path: placePathOf(place.code),
    reference,
    series: { id: place.code, label: place.names, role: 'now' as const, points: lineOf(place.code) },
  }))
  return { reference, panels }
}
