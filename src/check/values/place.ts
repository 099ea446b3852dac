import type { Place, Places } from '../../codes/places.ts'
import { nearest } from './nearest.ts'
import { comparable, normalise } from './normalise.ts'
import type { Parser } from './parser.ts'
import { accept, refuse } from './verdict.ts'

/**
 * A place by code or name → its code. Whether the code stood in the row's time is asked later, row by row; here a name
 * that several places bore means the one that stood on the file's last day.
 */
export function makePlaceParser({ places, day }: PlaceSettings, levels: readonly string[] | undefined): Parser {
  const fits = (place: Place) => levels === undefined || levels.includes(place.level)
  const names = placeNames(places)
  return (raw) => {
    const { text, notes } = normalise(raw)
    const found = names.get(comparable(text)) ?? []
    const fitting = found.filter(fits)
    const place = fitting.find((one) => places.isValid(one, day)) ?? fitting[0]
    if (place) {
      const isAlias = ![place.code, place.names.zh, place.names.en].some(
        (name) => comparable(name) === comparable(text),
      )
      return accept(place.code, isAlias ? [...notes, 'place-alias'] : notes)
    }
    if (found[0]) return refuse('place-level', (levels ?? []).join(' | '), { level: found[0].level })
    const candidates = places.all.filter(fits)
    const isCode = /^\d+$/.test(text)
    const near = nearest(
      text,
      candidates.map((one) => (isCode ? one.code : one.names.zh)),
    )
    return refuse('place-unknown', near.length === 0 ? null : near.join(' | '))
  }
}

interface PlaceSettings {
  places: Places
  day: string
}

function placeNames(places: Places): Map<string, Place[]> {
  const names = new Map<string, Place[]>()
  for (const place of places.all) {
    for (const name of new Set([place.code, place.names.zh, place.names.en, ...place.aliases].map(comparable))) {
      names.set(name, [...(names.get(name) ?? []), place])
    }
  }
  return names
}
