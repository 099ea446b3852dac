import { toDayNumber } from '../calendar/days.ts'
import { type Place, Places } from '../codes/places.ts'
import { createProblemAtLevel, type Problem } from '../problems/problem.ts'
import { decode } from '../read/encoding.ts'
import { parseList } from './csv-list.ts'

/** Name of the file of places, below a portal's data folder. */
export const PLACES_FILE = 'places.csv'

const HEADER = [
  'code',
  'name_zh',
  'name_en',
  'level',
  'parent',
  'from',
  'to',
  'successor',
  'aliases',
  'tile_column',
  'tile_row',
] as const

const NEEDED = ['code', 'name_zh', 'name_en', 'level'] as const
const TILE = /^\d{1,2}$/

type Field = (typeof HEADER)[number]

/** The places of a portal from the bytes of its `places.csv`, in any encoding that a raw file may have. */
export function readPlaces(bytes: Uint8Array): { places: Places; problems: Problem[] } {
  const decoded = decode(bytes, PLACES_FILE)
  if ('problem' in decoded) return { places: new Places([]), problems: [decoded.problem] }
  return placesOf(decoded.text)
}

/**
 * The places of a portal from the text of its `places.csv`:
 * `code,name_zh,name_en,level,parent,from,to,successor,aliases,tile_column,tile_row`, aliases separated by `|`.
 */
function placesOf(text: string): { places: Places; problems: Problem[] } {
  const { header, lines } = parseList(text, HEADER)
  if (lines === null) {
    return { places: new Places([]), problems: [reportAt('places-header', 1, header.join(), HEADER.join())] }
  }
  const problems: Problem[] = []
  const sound: Place[] = []
  const rows = new Map<Place, number>()
  for (const { row, get } of lines) {
    const wrong = listWrongFields(get)
    problems.push(...wrong.map(({ field, expected }) => reportAt('places-field', row, get(field), expected, field)))
    const place = placeOf(get)
    rows.set(place, row)
    if (wrong.length === 0) sound.push(place)
  }
  // Others may lie in a place that has a fault.
  problems.push(...checkRelations([...rows.keys()], rows), ...findNamesakes(sound, rows))
  return { places: new Places(problems.length > 0 ? [] : sound), problems }
}

function listWrongFields(get: (field: Field) => string): { field: Field; expected: string }[] {
  const check = (fields: readonly Field[], isRight: (text: string) => boolean, expected: string) =>
    fields.flatMap((field) => (isRight(get(field)) ? [] : [{ field, expected }]))
  return [
    ...check(NEEDED, (text) => text !== '', '≠ ""'),
    ...check(['from', 'to'], (text) => text === '' || toDayNumber(text) !== null, 'YYYY-MM-DD'),
    ...check(['tile_column', 'tile_row'], (text) => text === '' || TILE.test(text), '0–99'),
  ]
}

function placeOf(get: (field: Field) => string): Place {
  const readOrNull = (field: Field) => (get(field) === '' ? null : get(field))
  const [column, row] = [readOrNull('tile_column'), readOrNull('tile_row')]
  return {
    code: get('code'),
    names: { zh: get('name_zh'), en: get('name_en') },
    level: get('level'),
    parent: readOrNull('parent'),
    from: readOrNull('from'),
    to: readOrNull('to'),
    successor: readOrNull('successor'),
    aliases: get('aliases')
      .split('|')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
    tile: column === null || row === null ? null : { column: Number(column), row: Number(row) },
  }
}

/** A name that two places of one parent and level have at one time: nobody could say which a file means. */
function findNamesakes(places: readonly Place[], rows: ReadonlyMap<Place, number>): Problem[] {
  const bearers = new Map<string, Place[]>()
  const problems: Problem[] = []
  for (const place of places) {
    const { zh, en } = place.names
    const names = new Map([
      ...place.aliases.map((alias) => [alias, 'aliases'] as const),
      [en, 'name_en'],
      [zh, 'name_zh'],
    ])
    for (const [name, columnName] of names) {
      const key = JSON.stringify([name, place.level, place.parent])
      const other = (bearers.get(key) ?? []).find(
        (bearer) => bearer.code !== place.code && areValidTogether(bearer, place),
      )
      bearers.set(key, [...(bearers.get(key) ?? []), place])
      if (!other) continue
      problems.push(
        reportNamed('places-name-twice', name, { of: other.code, row: rows.get(place) ?? null, columnName }),
      )
    }
  }
  return problems
}

function areValidTogether(a: Place, b: Place): boolean {
  return (a.from ?? '') <= (b.to ?? '9999') && (b.from ?? '') <= (a.to ?? '9999')
}

/** Codes that occur twice, parents and successors that are nowhere, and places that lie in themselves. */
function checkRelations(places: readonly Place[], rows: ReadonlyMap<Place, number>): Problem[] {
  const problems: Problem[] = []
  const byCode = new Map<string, Place>()
  for (const place of places) {
    const row = rows.get(place) ?? null
    if (place.code !== '' && byCode.has(place.code))
      problems.push(reportNamed('places-twice', place.code, { of: place.code, row, columnName: 'code' }))
    byCode.set(place.code, place)
  }
  for (const place of places) {
    const row = rows.get(place) ?? null
    for (const field of ['parent', 'successor'] as const) {
      const code = place[field]
      if (code !== null && !byCode.has(code))
        problems.push(reportNamed('places-unknown', code, { of: place.code, row, columnName: field }))
    }
    if (place.code !== '' && liesInItself(place, byCode))
      problems.push(reportNamed('places-circle', place.code, { of: place.code, row, columnName: 'parent' }))
  }
  return problems
}

function liesInItself(place: Place, byCode: ReadonlyMap<string, Place>): boolean {
  const seen = new Set<string>()
  let at: Place | undefined = place
  while (at && !seen.has(at.code)) {
    seen.add(at.code)
    at = at.parent === null ? undefined : byCode.get(at.parent)
  }
  return at?.code === place.code
}

function reportAt(
  rule: string,
  row: number,
  found: string,
  expected: string,
  columnName: string | null = null,
): Problem {
  return createProblemAtLevel(rule, 'error', { file: PLACES_FILE, row, columnName }, { found, expected })
}

function reportNamed(rule: string, found: string, at: { of: string; row: number | null; columnName: string }): Problem {
  const { of, row, columnName } = at
  return createProblemAtLevel(rule, 'error', { file: PLACES_FILE, row, columnName }, { found, params: { code: of } })
}
