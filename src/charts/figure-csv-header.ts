import { describeUnit, nameOfUnit } from '../text/units.ts'
import type { DataColumn } from './figure.ts'

/** `value_hours`, `on_time_percent`; without a suffix where the unit has no English name or none at all. */
export function headerOf(column: DataColumn): string {
  const unit = column.unit ?? ''
  const suffix = SIGNS[nameOfUnit(unit)] ?? asciiOf(describeUnit(unit).en)
  return suffix === '' ? column.id : `${column.id}_${suffix}`
}

const SIGNS: Record<string, string> = { '%': 'percent', '‰': 'per_mille' }

/** `beds per 1,000` → `beds_per_1000`; empty where a letter or digit is not ASCII. */
function asciiOf(words: string): string {
  if (/[^\p{ASCII}]/u.test(words)) return ''
  const parts =
    words
      .toLowerCase()
      .replaceAll(',', '')
      .match(/[a-z0-9]+/g) ?? []
  return parts.join('_')
}
