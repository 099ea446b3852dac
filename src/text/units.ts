import type { LocalText } from './local-text.ts'
import { choosePlural, type PluralForms } from './plural.ts'

/** What a number counts, in its own words: applications are 件 as cases are, and no table of all units can know which. */
export interface CounterUnit {
  zh: string
  en: PluralForms
}

/** A unit of measurement by its Chinese name, or what is counted. '' for a bare number. */
export type Unit = string | CounterUnit

/** English words of the units of measurement. What counts things is not here: its words belong to the measure. */
const UNITS: Readonly<Record<string, PluralForms>> = {
  人: { one: 'person', other: 'people' },
  岁: { one: 'year', other: 'years' },
  年: { one: 'year', other: 'years' },
  月: { one: 'month', other: 'months' },
  天: { one: 'day', other: 'days' },
  日: { one: 'day', other: 'days' },
  周: { one: 'week', other: 'weeks' },
  个月: { one: 'month', other: 'months' },
  小时: { one: 'hour', other: 'hours' },
  分钟: { one: 'minute', other: 'minutes' },
  秒: { one: 'second', other: 'seconds' },
  '%': { one: '%', other: '%' },
  '‰': { one: '‰', other: '‰' },
  百分点: { one: 'percentage point', other: 'percentage points' },
  元: { one: 'yuan', other: 'yuan' },
  万元: { one: '10,000 yuan', other: '10,000 yuan' },
  亿元: { one: '100 million yuan', other: '100 million yuan' },
  公顷: { one: 'hectare', other: 'hectares' },
  亩: { one: 'mu', other: 'mu' },
  平方米: { one: 'm²', other: 'm²' },
  平方公里: { one: 'km²', other: 'km²' },
  立方米: { one: 'm³', other: 'm³' },
  米: { one: 'm', other: 'm' },
  公里: { one: 'km', other: 'km' },
  千米: { one: 'km', other: 'km' },
  厘米: { one: 'cm', other: 'cm' },
  毫米: { one: 'mm', other: 'mm' },
  升: { one: 'L', other: 'L' },
  克: { one: 'g', other: 'g' },
  千克: { one: 'kg', other: 'kg' },
  公斤: { one: 'kg', other: 'kg' },
  吨: { one: 't', other: 't' },
  '毫克/升': { one: 'mg/L', other: 'mg/L' },
  '微克/立方米': { one: 'µg/m³', other: 'µg/m³' },
  '毫克/立方米': { one: 'mg/m³', other: 'mg/m³' },
  千瓦: { one: 'kW', other: 'kW' },
  千瓦时: { one: 'kWh', other: 'kWh' },
  分贝: { one: 'dB', other: 'dB' },
}

/** The name that a file prints, by which units are compared. */
export function nameOfUnit(unit: Unit): string {
  return typeof unit === 'string' ? unit : unit.zh
}

/** Names of the units of measurement whose English is known. */
export const UNIT_NAMES: readonly string[] = Object.keys(UNITS)

/** True where a unit has words in both languages: counted things bring theirs, and a sign such as `kg` or `℃` is the same in both. */
export function isUnitKnown(unit: Unit): boolean {
  return typeof unit !== 'string' || unit in UNITS || !/\p{Script=Han}/u.test(unit)
}

/** Words of a unit: `人` → 人 / people. A name that no table holds is printed as it is, in both languages; contracts have none. */
export function describeUnit(unit: Unit): LocalText {
  return { zh: nameOfUnit(unit), en: formsOf(unit).other }
}

/** The unit as it is written after a value: English has a singular and a plural. */
export function formatUnitAfter(value: number, unit: Unit): LocalText {
  return { zh: nameOfUnit(unit), en: choosePlural(value, formsOf(unit)) }
}

function formsOf(unit: Unit): PluralForms {
  if (typeof unit !== 'string') return unit.en
  return UNITS[unit] ?? { one: unit, other: unit }
}
