import type { FigureBase, Item } from '../charts/figure.ts'
import type { CodeItem, Contract, Measure } from '../contracts/contract.ts'
import { protectionOf } from '../contracts/count-protection.ts'
import { listPublishedItems } from '../contracts/published-items.ts'
import type { Cell } from '../contracts/table.ts'
import { findTable, type Pick } from '../measure/select.ts'
import { formatPeriod } from '../text/format.ts'
import type { LocalText } from '../text/local-text.ts'
import { localise } from '../text/ui.ts'
import { type Site, sourceOf } from './site.ts'

/** A measure of a contract; throws where there is none, for a page that asks for it is our fault. */
export function measureOf(site: Site, dataset: string, table: string, measure: string): Measure {
  const spec = findTable(site.published, dataset, table)?.spec.measures[measure]
  if (!spec) throw new Error(`views: ${dataset}/${table} publishes no ${measure}`)
  return spec
}

/** What is measured, a rate with its formula: 按期办结率 = 按期办结 ÷ 应结. */
function describeMeasure(site: Site, dataset: string, table: string, measure: string): LocalText {
  const declared = measureOf(site, dataset, table, measure)
  if (!('rate' in declared)) return declared.names
  const above = measureOf(site, dataset, table, declared.rate.numerator).names
  const below = measureOf(site, dataset, table, declared.rate.denominator).names
  const times = declared.rate.times === 100 || declared.rate.times === 1 ? '' : ` × ${declared.rate.times}`
  return localise((lang) => `${declared.names[lang]} = ${above[lang]} ÷ ${below[lang]}${times}`)
}

/** What each figure states about itself, from the contract and the periods shown. */
export function buildFigureBase(
  site: Site,
  about: { id: string; title: LocalText; pick: Pick; periods: readonly string[]; note?: LocalText | undefined },
): FigureBase {
  const { dataset, table, measure } = about.pick
  const spec = measureOf(site, dataset, table, measure)
  return {
    id: about.id,
    title: about.title,
    measure: describeMeasure(site, dataset, table, measure),
    unit: spec.unit,
    decimals: spec.decimals ?? 0,
    period: describePeriod(about.periods),
    sources: [sourceOf(site, dataset, table, about.periods)],
    traced: { pick: about.pick, period: about.periods.at(-1) ?? '' },
    ...noteOf(site, dataset, about.note),
  }
}

/** Rounded counts need not add up, and a reader who adds them must know. */
export const ROUNDED: LocalText = {
  zh: '为保护个人隐私，人数少的不公开，其余取整；因取整，合计与分项之和可能不等。',
  en: 'To protect privacy, small counts are not published and the others are rounded; because of that, parts need not add up to their total.',
}

function noteOf(site: Site, dataset: string, own: LocalText | undefined): { note?: LocalText } {
  const contract = site.published.contracts.get(dataset)
  const notes = [own, contract && protectionOf(contract) ? ROUNDED : undefined].filter((note) => note !== undefined)
  return notes.length === 0
    ? {}
    : { note: localise((lang) => notes.map((note) => note[lang]).join(lang === 'zh' ? '' : ' ')) }
}

/** 2025年11月—2026年10月, or one period alone. */
export function describePeriod(periods: readonly string[]): LocalText {
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) throw new Error('views: a figure needs a period')
  if (first === last) return localise((lang) => formatPeriod(first, lang))
  return localise((lang) => `${formatPeriod(first, lang)}${lang === 'zh' ? '—' : ' – '}${formatPeriod(last, lang)}`)
}

/** Items of a code list, in its order. */
export function itemsOf(contract: Contract, column: string): CodeItem[] {
  const items = listPublishedItems(contract.columns[column])
  if (items.length === 0) throw new Error(`views: ${contract.id}.${column} is not a code list`)
  return items
}

/** Item of a code list by its code; the code itself where the list no longer holds it. */
export function itemOf(contract: Contract, column: string, code: string): Item {
  const item = itemsOf(contract, column).find((item) => item.code === code)
  return { id: code, label: item ? { zh: item.zh, en: item.en } : { zh: code, en: code } }
}

/** True where at least one cell has a value: a picture of nothing is not drawn. */
export function hasValue(cells: Iterable<Cell>): boolean {
  for (const cell of cells) if (cell.value !== null) return true
  return false
}

export function placePathOf(code: string): string {
  return `/places/${code}/`
}
