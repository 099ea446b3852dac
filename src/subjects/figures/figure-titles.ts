import type { Cell } from '../../contracts/table.ts'
import { findEnd } from '../../measure/compare.ts'
import type { Series } from '../../measure/series.ts'
import { formatPeriod, formatValue } from '../../text/format.ts'
import { lowerFirst } from '../../text/join-names.ts'
import type { Lang, LocalText } from '../../text/local-text.ts'
import { localise } from '../../text/ui.ts'
import { type FigureScope, measureAt } from './figure-scope.ts'

/** Something with a value of one measure. */
export interface Ranked {
  id: string
  label: LocalText
  cell: Cell
}

/** Names of at most so many values are put into a title. */
const LISTED_MAX = 3

export function sayAt(scope: FigureScope, measure: string, cell: Cell, lang: Lang): string {
  const { unit, decimals = 0 } = measureAt(scope, measure)
  return formatValue(cell, unit, decimals, lang)
}

/** Lines of which one contains another, a city and its districts, are not ranked against each other. */
function dropContaining(scope: FigureScope, items: readonly Ranked[]): Ranked[] {
  const { places } = scope.site
  const containers = new Set(
    items.flatMap(({ id }) => (places.get(id) ? places.listChain(id).slice(1) : []).map(({ code }) => code)),
  )
  return items.filter(({ id }) => !containers.has(id))
}

/** What the lines of a figure show at their newest result. */
export function composeLinesTitle(
  scope: FigureScope,
  measure: string,
  series: readonly Series[],
  ranked: readonly Ranked[],
): LocalText {
  const { names } = measureAt(scope, measure)
  const known = series.flatMap((line) => {
    const points = line.points.filter(({ cell }) => cell.value !== null && cell.status !== 'forecast')
    const [first, last] = [points[0], points.at(-1)]
    return first && last ? [{ ...line, first, last }] : []
  })
  const [only] = known
  if (!only) return names
  if (known.length > 1 && known.some(({ last }) => last.cell.status === 'reported'))
    return { zh: `${names.zh}：${known.length}项报道值`, en: `${names.en}: ${known.length} values as reported` }
  if (only.last.cell.status === 'reported') return names
  const [top] = findEnd(dropContaining(scope, ranked), 'high')
  const subject = top ? known.find(({ id }) => id === top.id) : only
  if (!subject || (!top && known.length > 1)) return composeListTitle(scope, measure, ranked)
  return localise((lang) => {
    const value = sayAt(scope, measure, subject.last.cell, lang)
    const before = sayAt(scope, measure, subject.first.cell, lang)
    const [from, to] = [formatPeriod(subject.first.x, lang), formatPeriod(subject.last.x, lang)]
    if (lang === 'zh') {
      const head = top ? `${subject.label.zh}最高` : names.zh
      return subject.first === subject.last ? `${head}，${value}` : `${head}：${from}${before}，${to}${value}`
    }
    const head = top ? `${subject.label.en} is highest` : names.en
    return subject.first === subject.last ? `${head}, ${value}` : `${head}: ${before} in ${from}, ${value} in ${to}`
  })
}

/** The values side by side without a ranking, or by what they are distinguished. */
function composeListTitle(scope: FigureScope, measure: string, items: readonly Ranked[]): LocalText {
  const { names } = measureAt(scope, measure)
  const known = items.filter(({ cell }) => cell.value !== null)
  if (known.length === 0 || known.length > LISTED_MAX) return names
  return localise((lang) => {
    const values = known.map(
      ({ label, cell }) => `${label[lang]}${lang === 'zh' ? '' : ' '}${sayAt(scope, measure, cell, lang)}`,
    )
    return lang === 'zh' ? `${names.zh}：${values.join('，')}` : `${names.en}: ${values.join(', ')}`
  })
}

/** Which item has the most or the least of a measure; a list where no top can be stated. */
export function composeTopTitle(
  scope: FigureScope,
  measure: string,
  items: readonly Ranked[],
  end: 'high' | 'low' = 'high',
): LocalText {
  const top = findEnd(items, end)
  const [first] = top
  if (!first || top.length > LISTED_MAX) return composeListTitle(scope, measure, items)
  const { names } = measureAt(scope, measure)
  return localise((lang) => {
    const value = sayAt(scope, measure, first.cell, lang)
    const labels = top.map(({ label }) => label[lang])
    return lang === 'zh'
      ? `${labels.join('、')}的${names.zh}${end === 'high' ? '最高' : '最低'}，${value}`
      : `${names.en} ${end === 'high' ? 'highest' : 'lowest'} in ${labels.join(' and ')}: ${value}`
  })
}

/** 月末盏数，按所在区和光源 / Lamps at end by district and light */
export function composeByTitle(scope: FigureScope, names: LocalText, columns: readonly string[]): LocalText {
  const by = columns.flatMap((column) => scope.table.contract.columns[column]?.names ?? [])
  if (by.length === 0) return names
  return {
    zh: `${names.zh}，按${by.map(({ zh }) => zh).join('和')}`,
    en: `${names.en} by ${by.map(({ en }) => lowerFirst(en)).join(' and ')}`,
  }
}
