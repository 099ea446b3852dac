import { splitScale } from '../check/values/quantity.ts'
import { describeUnit, isUnitKnown, type Unit } from '../text/units.ts'
import { makeId } from './header-names.ts'

/**
 * A unit as a contract must state it: by its name where English is known for it, else in both languages. What nobody knows
 * is written in pinyin, as names of columns are, for a person to translate.
 */
export function draftUnit(name: string): Unit {
  if (isUnitKnown(name)) return name
  const [, of = '', per = ''] = /^([^/]+)\/([^/]+)$/.exec(name) ?? []
  const [above, below] = of === '' ? [wordOf(name), null] : [wordOf(of), wordOf(per)]
  const tail = below === null ? '' : ` per ${below.one}`
  return { zh: name, en: { one: `${above.one}${tail}`, other: `${above.other}${tail}` } }
}

function wordOf(name: string): { one: string; other: string } {
  const { power, base } = splitScale(name)
  const scale = power === 0 ? '' : `${(10 ** power).toLocaleString('en')} `
  const counted =
    COUNTERS[base] ?? (isUnitKnown(base) ? { one: describeUnit(base).en, other: describeUnit(base).en } : null)
  const unknown = makeId(base, new Set()).replaceAll('_', ' ')
  const { one, other } = counted ?? { one: unknown, other: unknown }
  return { one: `${scale}${scale === '' ? one : other}`, other: `${scale}${other}` }
}

const COUNTERS: Readonly<Record<string, { one: string; other: string }>> = {
  人次: { one: 'visit', other: 'visits' },
  户: { one: 'household', other: 'households' },
  家: { one: 'establishment', other: 'establishments' },
  所: { one: 'school', other: 'schools' },
  个: { one: 'item', other: 'items' },
  件: { one: 'case', other: 'cases' },
  张: { one: 'bed', other: 'beds' },
  头: { one: 'head', other: 'head' },
  辆: { one: 'vehicle', other: 'vehicles' },
  起: { one: 'incident', other: 'incidents' },
  处: { one: 'site', other: 'sites' },
  次: { one: 'time', other: 'times' },
  套: { one: 'set', other: 'sets' },
  吨标准煤: { one: 't of coal equivalent', other: 't of coal equivalent' },
}
