import type { Place, Places } from '../../codes/places.ts'
import { simplify } from '../../codes/simplified.ts'
import type { RuleId } from '../../problems/catalogue.ts'
import { toComparable } from '../../read/comparable.ts'
import { findNearest } from '../../text/nearest.ts'
import { findMark, removeMarks } from './footnote-marks.ts'
import { normalise } from './normalise-cell.ts'
import type { ParseResult } from './parse-result.ts'
import { accept, reject } from './parse-result.ts'
import type { Parser } from './parser.ts'
import { PlaceNames } from './place-names.ts'

/**
 * A place by code or name → its code. Whether the code was valid at the row's time is checked later, row by row; here a name
 * shared by several places means the place that was valid on the file's last day. If several were, it is ambiguous.
 */
export function makePlaceParser({ places, day }: PlaceSettings, levels: readonly string[] | undefined): Parser {
  const fits = (place: Place) => levels === undefined || levels.includes(place.level)
  const names = PlaceNames.from(places)
  const candidates = places.all.filter(fits)
  return (raw) => {
    const { text, notes } = normalise(raw)
    // NFKC makes plain figures of the marks of footnotes.
    const written = findMark(raw) === null ? text : removeMarks(raw)
    // A program that took the codes for numbers wrote 990102.0.
    const found = names.find(written.replace(/^(\d{6,})\.0$/, '$1'))
    const fitting = found.places.filter(fits)
    const standing = fitting.filter((place) => places.isValid(place, day))
    const [place, ...others] = standing.length > 0 ? standing : fitting
    if (place && others.length > 0) return reject('place-ambiguous', listCandidates([place, ...others], places))
    if (place) return accept(place.code, [...notes, ...noteOf(text, place, found.isTraditional)])
    if (found.places[0]) return rejectLevel(levels ?? [], found.places[0])
    if (isNoPlace(text, candidates)) return reject('place-none')
    return rejectUnknown(text, candidates)
  }
}

/** 平均, 第1页, 打印时间：…: a text that no place is named by. A text with the name of a place in it is a misspelling of it. */
function isNoPlace(text: string, candidates: readonly Place[]): boolean {
  if (SUMS.test(text) || NOTES.test(text) || HEADERS.test(text)) return true
  return PROSE.test(text) && !candidates.some((candidate) => text.includes(candidate.names.zh))
}

const SUMS = /合计|小计|总计|累计|平均|占比|比重|同比|环比|增长|增幅|增减|同期|其中|^total|^average/i
const NOTES = /^[(（]?(注|备注|说明)[:：]|^第\s*\d+\s*页|共\s*\d+\s*页|(制表|审核|填表|填报|打印)/
const PROSE = /[:：。；;]|^\d+[.、)）]/
const HEADERS = /^(地区|区划|区县|行政区划?|街道|镇街|名称|地名)$/

interface PlaceSettings {
  places: Places
  day: string
}

function noteOf(text: string, place: Place, isTraditional: boolean): RuleId[] {
  if (isTraditional) return ['name-traditional']
  const own = toComparable(text)
  return [place.code, place.names.zh, place.names.en].some((name) => toComparable(name) === own) ? [] : ['place-alias']
}

/** Each with the place above it and its code: `临月区中山街道 990101099`. */
function listCandidates(candidates: readonly Place[], places: Places): string {
  return candidates
    .map(
      ({ code, names, parent }) => `${parent === null ? '' : (places.get(parent)?.names.zh ?? '')}${names.zh} ${code}`,
    )
    .join(' | ')
}

function rejectLevel(levels: readonly string[], { names, parent }: Place): ParseResult {
  const levelNames = levels.map((level) => LEVELS[level] ?? { zh: `“${level}”`, en: `“${level}”` })
  // A grand total has no name; a subtotal names its part.
  const sum = parent === null ? '合计' : `${names.zh}小计`
  const params = {
    levels: { zh: levelNames.map(({ zh }) => zh).join('、'), en: levelNames.map(({ en }) => en).join(', ') },
    sum,
  }
  return reject('place-level', null, params)
}

/** What people call the levels that every city has; a portal's own are called as it calls them. */
const LEVELS: Readonly<Record<string, { zh: string; en: string }>> = {
  city: { zh: '市', en: 'city' },
  district: { zh: '区县', en: 'district or county' },
  subdistrict: { zh: '乡镇街道', en: 'subdistrict or town' },
}

function rejectUnknown(text: string, candidates: readonly Place[]): ParseResult {
  const isCode = /^\d+$/.test(text)
  const names = candidates.map((candidate) => (isCode ? candidate.code : candidate.names.zh))
  const near = findNearest(simplify(text), names)
  return reject('place-unknown', near.length === 0 ? null : near.join(' | '))
}
