import type { Cell } from '../contracts/table.ts'
import type { Series } from '../measure/series.ts'
import { chooseEndSign, formatNumber, formatShort, formatValue } from '../text/format.ts'
import type { Lang } from '../text/local-text.ts'
import type { Unit } from '../text/units.ts'
import type { Mark } from './marks.ts'
import { colorOf } from './palette.ts'

export type Variant = 'wide' | 'narrow'

/** The canvas of a chart: one unit is one pixel at the width that the variant is made for. */
export interface Canvas {
  lang: Lang
  variant: Variant
  width: number
  /** Font size of labels and values. */
  size: number
  /** Font size of ticks and remarks; at least 11 on a narrow canvas, 12 on a wide canvas. */
  small: number
}

/** What the function of a chart kind returns: marks in the order of painting, in units of the canvas. */
export interface Drawing {
  height: number
  marks: Mark[]
  /** Where each value is seen; a value that is missing is where its sign or its word is. */
  values: PlacedValue[]
}

/** A value of the figure's data table, by row and by the id of its column, and its place in the picture. */
export interface PlacedValue {
  row: number
  column: string
  x: number
  y: number
}

export function canvasOf(variant: Variant, lang: Lang): Canvas {
  return variant === 'wide'
    ? { lang, variant, width: 640, size: 14, small: 12.5 }
    : { lang, variant, width: 340, size: 12.5, small: 11.5 }
}

/** The colour of a role: cinnabar for now, indigo for what it is compared with, grey for the rest. */
export function chooseRoleColor(role: Series['role']): string {
  if (role === 'now') return colorOf('now')
  return role === 'reference' ? colorOf('ref') : colorOf('soft')
}

/** A value as a label shows it: short where it is long, with its % but without other units. */
export function labelOf(cell: Cell, unit: Unit, decimals: number, lang: Lang): string {
  if (cell.value === null) return '—'
  if (Math.abs(cell.value) >= 1e4) return formatShort(cell.value, lang)
  return chooseEndSign(cell) + formatNumber(cell.value, decimals) + percentOf(unit)
}

/** A tick's number: no more decimals than the step needs; the topmost has the unit. */
export function listTickLabels(ticks: readonly number[], unit: Unit, lang: Lang): string[] {
  const decimals = Math.max(0, ...ticks.map((tick) => decimalsOf(tick)))
  return ticks.map((tick, index) => {
    const isTop = index === ticks.length - 1
    if (Math.abs(tick) >= 1e4) return formatShort(tick, lang) + (isTop ? shortenUnitAfter(unit, lang) : '')
    if (isTop) return formatValue({ value: tick, status: 'final' }, unit, decimals, lang)
    return formatNumber(tick, decimals)
  })
}

function percentOf(unit: Unit): string {
  return unit === '%' || unit === '‰' ? unit : ''
}

function shortenUnitAfter(unit: Unit, lang: Lang): string {
  const full = formatValue({ value: 2, status: 'final' }, unit, 0, lang).slice(1)
  return lang === 'zh' ? full.trimStart() : full
}

function decimalsOf(value: number): number {
  const text = String(Number(value.toFixed(6)))
  return text.includes('.') ? text.length - text.indexOf('.') - 1 : 0
}
