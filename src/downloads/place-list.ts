import Papa from 'papaparse'
import type { Place, Places } from '../codes/places.ts'
import { escapeFormula } from '../store/table-csv.ts'
import type { LocalText } from '../text/local-text.ts'

/** The list of places, to which the codes of other tables lead. */
export const PLACES_FILE = 'places.csv'

export const PLACE_COLUMNS: readonly { id: string; names: LocalText; isDay: boolean; cellOf(place: Place): string }[] =
  [
    { id: 'code', names: { zh: '代码', en: 'Code' }, isDay: false, cellOf: ({ code }) => code },
    { id: 'name', names: { zh: '名称', en: 'Name (Chinese)' }, isDay: false, cellOf: ({ names }) => names.zh },
    { id: 'name_en', names: { zh: '英文名称', en: 'Name' }, isDay: false, cellOf: ({ names }) => names.en },
    { id: 'level', names: { zh: '级别', en: 'Level' }, isDay: false, cellOf: ({ level }) => level },
    { id: 'parent', names: { zh: '上级代码', en: 'Parent' }, isDay: false, cellOf: ({ parent }) => parent ?? '' },
    { id: 'valid_from', names: { zh: '生效日', en: 'Valid from' }, isDay: true, cellOf: ({ from }) => from ?? '' },
    { id: 'valid_to', names: { zh: '失效日', en: 'Valid to' }, isDay: true, cellOf: ({ to }) => to ?? '' },
    {
      id: 'successor',
      names: { zh: '继任代码', en: 'Successor' },
      isDay: false,
      cellOf: ({ successor }) => successor ?? '',
    },
  ]

export function renderPlaces(places: Places): string {
  const lines = places.all.map((place) => PLACE_COLUMNS.map(({ cellOf }) => escapeFormula(cellOf(place))))
  return `${Papa.unparse([PLACE_COLUMNS.map(({ id }) => id), ...lines], { newline: '\n' })}\n`
}
