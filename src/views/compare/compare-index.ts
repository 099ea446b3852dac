import { cityOf, type Site } from '../../compose/site.ts'
import type { LocalText } from '../../text/local-text.ts'
import { namePeriodBefore, nameYearBefore } from '../../text/period-before.ts'
import type { Frame } from '../page-frame.ts'
import {
  type ComparedSide,
  comparePathOf,
  listMonthPairs,
  listPairs,
  listPairsOf,
  listPlacePairs,
} from './compared-sides.ts'

export const COMPARE_PATH = '/compare/'
export const COMPARE_TITLE: LocalText = { zh: '并排比较', en: 'Compare' }

/** True where the portal has two districts, or two months a month or a year apart. */
export function hasComparisons(site: Site): boolean {
  return listPairs(site).length > 0
}

export function buildCompareIndexFrame(site: Site): Frame {
  const { names } = cityOf(site)
  return {
    path: COMPARE_PATH,
    title: COMPARE_TITLE,
    description: {
      zh: `${names.zh}任意两区、相邻或隔年的两个月，各项指标并排看；差别不足以说高低的，写明原因。`,
      en: `Any two districts of ${names.en}, and two months a month or a year apart, measure by measure; where a difference must not be called one, the page says why.`,
    },
    crumbs: [],
    room: 'places',
    search: { kind: 'page', authority: true },
  }
}

/** Anchor of a place or a month: an id of HTML begins with a letter. */
export function compareAnchorOf(id: string): string {
  return `of-${id}`
}

interface ComparedWith {
  side: ComparedSide
  /** The others that it is compared with, each with the page. */
  with: { name: LocalText; path: string }[]
}

/** Each district with all others. */
export function listComparedPlaces(site: Site): ComparedWith[] {
  const pairs = listPlacePairs(site)
  const sides = new Map(pairs.flatMap((pair) => pair.sides).map((side) => [side.id, side]))
  return [...sides.values()].map((side) => ({
    side,
    with: listPairsOf(pairs, side.id).map(({ other, path }) => ({ name: other.name, path })),
  }))
}

/** Each month with those before it, the newest first. */
export function listComparedMonths(site: Site): ComparedWith[] {
  const found = new Map<string, ComparedWith>()
  for (const pair of listMonthPairs(site)) {
    const [side, other] = pair.sides
    const entry = found.get(side.id) ?? { side, with: [] }
    const isYearBefore = other.id.slice(5) === side.id.slice(5)
    entry.with.push({
      name: isYearBefore ? nameYearBefore(side.id) : namePeriodBefore(side.id),
      path: comparePathOf(pair),
    })
    found.set(side.id, entry)
  }
  return [...found.values()]
}
