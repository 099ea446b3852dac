import type { Cell } from '../contracts/table.ts'
import { lowerFirst } from '../text/join-names.ts'
import type { Lang, LocalText } from '../text/local-text.ts'
import type { DataColumn, DataTable, FigureBase } from './figure-base.ts'
import { isSmallSample } from './small-sample.ts'
import { describeTerm } from './terms.ts'

export type Entry = DataTable['rows'][number][number]
type Units = Pick<DataColumn, 'unit' | 'decimals'>

export const PERIOD: DataColumn = { id: 'period', label: { zh: '期次', en: 'Period' } }
export const ITEM: DataColumn = { id: 'item', label: { zh: '项目', en: 'Item' } }
export const STAGE: DataColumn = { id: 'stage', label: { zh: '阶段', en: 'Stage' } }
export const COUNT: DataColumn = { id: 'n', label: { zh: '有效回答', en: 'Valid replies' }, unit: '', decimals: 0 }
/** Of how many cases a median is. */
export const CASES: DataColumn = { id: 'n', label: { zh: '件数', en: 'Cases' }, unit: '', decimals: 0 }
export const PERCENT: Units = { unit: '%', decimals: 1 }
export const SAMPLE: DataColumn = { id: 'sample', label: { zh: '样本', en: 'Sample' } }
export const LOW: LocalText = { zh: '区间下限', en: 'lower bound' }
export const HIGH: LocalText = { zh: '区间上限', en: 'upper bound' }
export const NO_WORDS: LocalText = { zh: '', en: '' }
export const NONE: Cell = { value: null, status: 'not-applicable' }

/** Unit and decimals of a figure's values. */
export function unitOf({ unit, decimals }: FigureBase): Units {
  return { unit, decimals }
}

/** The column of a figure's own values. */
export function buildValueColumn(spec: FigureBase): DataColumn {
  return { id: 'value', label: nameOfMeasure(spec), ...unitOf(spec) }
}

/** The name of what is measured, without its formula: 按期办结率 of 按期办结率 = 按期办结 ÷ 应结. */
export function nameOfMeasure(spec: FigureBase): LocalText {
  const name = (text: string): string => text.split(/\s*[=＝]/)[0] ?? text
  return { zh: name(spec.measure.zh), en: name(spec.measure.en) }
}

/** English names that take an article in a sentence: the on-time rate, but beds in use. */
const WITH_ARTICLE = /\b(?:rate|share|ratio|index|median)\b/i

/** The same within a sentence: 按期办结率 / the on-time rate. */
export function sayMeasure(spec: FigureBase, lang: Lang): string {
  return addArticle(nameOfMeasure(spec)[lang], lang)
}

export function addArticle(name: string, lang: Lang): string {
  return lang === 'en' && WITH_ARTICLE.test(name) ? `the ${lowerFirst(name)}` : name
}

export function makeFinalCell(value: number): Cell {
  return { value, status: 'final' }
}

/** A value computed from other cells, rounded; it has the status of the first that is not final. */
export function deriveCell(value: number | null, from: readonly Cell[], decimals = 1): Cell {
  const status = from.find((cell) => cell.status !== 'final')?.status ?? 'final'
  if (value === null) return { value, status: status === 'final' ? 'not-applicable' : status }
  return { value: Number(value.toFixed(decimals)), status }
}

/** True where values are medians, which are printed with the number of their cases. */
export function areMedians(cells: readonly Cell[]): boolean {
  return cells.some(({ basis }) => basis?.kind === 'quantile')
}

/** Of how many cases a median is. */
export function countCases(cell: Cell | undefined): Cell {
  const { basis } = cell ?? NONE
  return basis?.kind === 'quantile' && basis.of !== null ? makeFinalCell(basis.of) : NONE
}

export function describeBound(bound: 'at-least' | 'at-most' | undefined): LocalText {
  return bound ? describeTerm(bound) : NO_WORDS
}

/** 样本过少 where the number of valid answers is known and too small. */
export function describeSample(n: Cell | null): LocalText {
  return isSmallSample(n) ? describeTerm('small-sample') : NO_WORDS
}

export function buildShareColumn(part: { id: string; label: LocalText }, decimals = 1): DataColumn {
  return { id: `${part.id}_share`, label: joinTexts(part.label, { zh: '占比', en: 'share' }), ...PERCENT, decimals }
}

export function joinTexts(a: LocalText, b: LocalText): LocalText {
  return { zh: `${a.zh}${b.zh}`, en: `${a.en}, ${b.en}` }
}
