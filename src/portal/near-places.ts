import type { Places } from '../codes/places.ts'
import type { LocalText } from '../text/local-text.ts'
import { findNearest } from '../text/nearest.ts'

/** Places that are offered where none is near. */
const OFFERED_MAX = 5

export const PLACE_KIND: LocalText = { zh: '地区（places.csv）', en: 'place in places.csv' }

/**
 * The nearest places of a code that no place has, with their names: `330102 上城区 | 330105 …`. Who wrote a name where the
 * code belongs finds it as well.
 */
export function suggestPlaces(found: string, places: Places): string {
  const codes = new Map(
    places.all.flatMap(({ code, names, aliases }) =>
      [code, names.zh, names.en, ...aliases].map((name) => [name, `${code} ${names.zh}`] as const),
    ),
  )
  const near = [...new Set(findNearest(found, codes.keys()).map((name) => codes.get(name) ?? name))]
  return (near.length > 0 ? near : [...new Set(codes.values())].slice(0, OFFERED_MAX)).join(' | ')
}
