import { type LocalText, sameText } from './local-text.ts'
import { pluralForm } from './plural.ts'

/** English words of the units that contracts use: of many, and of one. */
const UNITS: Record<string, { en: string; one: string }> = {
  '女=100': { en: 'women = 100', one: 'women = 100' },
  人次: { en: 'callbacks', one: 'callback' },
  '张/千人': { en: 'beds per 1,000', one: 'bed per 1,000' },
  '处/万人': { en: 'sites per 10,000', one: 'site per 10,000' },
  '个/万人': { en: 'sites per 10,000', one: 'site per 10,000' },
  人: { en: 'people', one: 'person' },
  户: { en: 'households', one: 'household' },
  件: { en: 'cases', one: 'case' },
  张: { en: 'permits', one: 'permit' },
  家: { en: 'organisations', one: 'organisation' },
  所: { en: 'institutions', one: 'institution' },
  处: { en: 'sites', one: 'site' },
  个: { en: 'items', one: 'item' },
  项: { en: 'items', one: 'item' },
  次: { en: 'times', one: 'time' },
  条: { en: 'records', one: 'record' },
  份: { en: 'replies', one: 'reply' },
  床: { en: 'beds', one: 'bed' },
  张床位: { en: 'beds', one: 'bed' },
  岁: { en: 'years', one: 'year' },
  年: { en: 'years', one: 'year' },
  天: { en: 'days', one: 'day' },
  日: { en: 'days', one: 'day' },
  小时: { en: 'hours', one: 'hour' },
  分钟: { en: 'minutes', one: 'minute' },
  '%': { en: '%', one: '%' },
  '‰': { en: '‰', one: '‰' },
}

/** Words of a unit: `件` → 件 / cases. A unit that is not listed keeps its own spelling in both languages. */
export function describeUnit(unit: string): LocalText {
  const known = UNITS[unit]
  return known ? { zh: unit, en: known.en } : sameText(unit)
}

/** The unit as it stands behind one value: English tells one from many. */
export function unitAfter(value: number, unit: string): LocalText {
  const known = UNITS[unit]
  return known ? { zh: unit, en: pluralForm(value, { one: known.one, other: known.en }) } : describeUnit(unit)
}
