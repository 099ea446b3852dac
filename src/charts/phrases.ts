import { type PeriodKind, parsePeriod } from '../calendar/period.ts'
import type { Cell } from '../contracts/table.ts'
import { findEnd } from '../measure/compare.ts'
import { formatSaid } from '../text/format.ts'
import type { Lang, LocalText } from '../text/local-text.ts'
import type { FigureBase } from './figure-base.ts'
import { translateTerm } from './terms.ts'

/** How the sentence of a figure is worded: values, lists and the end of the sentence. */
export interface Voice {
  lang: Lang
  /** A value with its unit, words that follow the unit, and a word where it is provisional, revised or only reported. */
  say(cell: Cell, after?: string): string
  /** 甲、乙 / A, B and C */
  list(items: readonly string[]): string
  /** Clauses as one sentence with its stop. */
  composeSentence(clauses: readonly (string | null)[]): string
  pick(words: LocalText): string
}

/** `figures`: how many figures numbers in 万 and 亿 have, so that all of a figure have as many as the finest. */
export function voiceOf(spec: Pick<FigureBase, 'unit' | 'decimals'>, lang: Lang, figures?: number): Voice {
  return {
    lang,
    say: (cell, after = '') =>
      formatSaid(cell, spec.unit, spec.decimals, lang, figures) + after + composeRemark(cell, lang),
    list: (items) => joinList(items, lang),
    composeSentence: (clauses) => joinClauses(clauses, lang),
    pick: (words) => words[lang],
  }
}

/** The same voice for shares, in %. */
export function voiceOfShares({ lang }: Voice, decimals = 1): Voice {
  return voiceOf({ unit: '%', decimals }, lang)
}

/** What is known of cells without a value, by status: `浦南区未报，溧川区不公开`; null where none is missing. */
export function composeMissingClause(items: readonly { label: string; cell: Cell }[], voice: Voice): string | null {
  const byStatus = Map.groupBy(
    items.filter((item) => item.cell.value === null),
    (item) => item.cell.status,
  )
  const clauses = [...byStatus].map(([status, some]) => {
    const names = some.length > 4 ? describeCount(some.length, voice.lang) : voice.list(some.map((item) => item.label))
    return voice.lang === 'zh' ? `${names}${translateTerm(status, 'zh')}` : `${names}: ${translateTerm(status, 'en')}`
  })
  return clauses.length > 0 ? clauses.join(voice.lang === 'zh' ? '，' : ', ') : null
}

/** Names whose samples are too small to be read; null where there are none. */
export function composeSmallClause(names: readonly string[], voice: Voice): string | null {
  if (names.length === 0) return null
  // A long list of names says less than their number.
  if (names.length > NAMES_MAX)
    return voice.lang === 'zh' ? `${names.length}个样本过少` : `${names.length} small samples`
  return voice.lang === 'zh'
    ? `${voice.list(names)}${translateTerm('small-sample', 'zh')}`
    : `${voice.list(names)}: ${translateTerm('small-sample', 'en')}`
}

const NAMES_MAX = 4

/** One of several that are compared: where, and its value in words. */
export interface LabelledValue {
  label: string
  said: string
  /** Its code, where it is a period. */
  x?: string
  cell: Cell
}

/** 甲最高、乙最低, of values from high to low, as far as the rule of comparison allows; a single place is only reported. */
export function composeEndsClause(what: string, ranked: readonly LabelledValue[], voice: Voice): string {
  const isChinese = voice.lang === 'zh'
  const [high, low] = [ranked[0], ranked.at(-1)]
  if (!high || !low) return ''
  if (high === low) return isChinese ? `${what}：${high.label}${high.said}` : `${what}: ${high.label} ${high.said}`
  if (high.said === low.said) return isChinese ? `${what}均为${high.said}` : `${what} is ${high.said} throughout`
  const ends = [describeEnd(ranked, 'high', voice), describeEnd(ranked, 'low', voice)].filter((words) => words !== null)
  if (ends.length === 0) return composeRangeClause(what, ranked, voice)
  return isChinese ? `${what}：${ends.join('，')}` : `${what} is ${ends.join(', and ')}`
}

/** From where to where values from high to low reach, without calling any the highest. */
export function composeRangeClause(what: string, ranked: readonly LabelledValue[], voice: Voice): string {
  const [high, low] = [ranked[0], ranked.at(-1)]
  if (!high || !low || high === low || high.said === low.said) return composeEndsClause(what, ranked, voice)
  const isChinese = voice.lang === 'zh'
  const describe = (which: 'high' | 'low', { said }: LabelledValue) => {
    const { labels } = findExtreme(ranked, which)
    if (labels.length === 0) return said
    return isChinese ? `${labels.join('、')}的${said}` : `${said} in ${voice.list(labels)}`
  }
  const [from, to] = [describe('low', low), describe('high', high)]
  return isChinese ? `${what}在${from}与${to}之间` : `${what} lies between ${from} and ${to}`
}

/** Who shares an end of what is ranked. */
interface Extreme {
  /** Where; none where more than two share it. */
  labels: string[]
  /** More than two share it, and they are more than half of all. */
  isMost: boolean
}

/** Those whose value is printed like that of the first (`high`) or of the last. A value that many share is not an extreme. */
export function findExtreme(ranked: readonly LabelledValue[], which: 'high' | 'low'): Extreme {
  const end = which === 'high' ? ranked[0] : ranked.at(-1)
  const same = ranked.filter((labelled) => labelled.said === end?.said)
  return {
    labels: same.length <= 2 ? same.map((labelled) => labelled.label) : [],
    isMost: same.length > 2 && same.length * 2 > ranked.length,
  }
}

/** `多数月份为0张` / `0 permits in most months`: the wording where more than half share a value. */
export function describeMost(said: string, all: readonly LabelledValue[], voice: Voice): string {
  const kind = describePeriodKind(all.map((labelled) => labelled.x ?? ''))
  return voice.lang === 'zh' ? `多数${kind.zh}为${said}` : `${said} in most${kind.en}`
}

function describeEnd(ranked: readonly LabelledValue[], which: 'high' | 'low', voice: Voice): string | null {
  const said = (which === 'high' ? ranked[0] : ranked.at(-1))?.said ?? ''
  const { labels, isMost } = findExtreme(ranked, which)
  const isChinese = voice.lang === 'zh'
  if (isMost) return describeMost(said, ranked, voice)
  if (labels.length === 0 || findEnd(ranked, which).length === 0) return null
  const names = voice.list(labels)
  if (isChinese) return `${names}${which === 'high' ? '最高' : '最低'}，为${said}`
  return `${which === 'high' ? 'highest' : 'lowest'} in ${names}, ${said}`
}

function describePeriodKind(xs: readonly string[]): LocalText {
  const kinds = new Set(xs.map((x) => parsePeriod(x)?.kind))
  const [kind] = kinds
  return kind === undefined || kinds.size > 1 ? { zh: '', en: ' of them' } : KIND_WORDS[kind]
}

const KIND_WORDS: Record<PeriodKind, LocalText> = {
  week: { zh: '周次', en: ' weeks' },
  'half-month': { zh: '半月', en: ' half-months' },
  month: { zh: '月份', en: ' months' },
  quarter: { zh: '季度', en: ' quarters' },
  'half-year': { zh: '半年', en: ' half-years' },
  year: { zh: '年份', en: ' years' },
}

function describeCount(count: number, lang: Lang): string {
  return lang === 'zh' ? `另有${count}项` : `${count} others`
}

/** Statuses that a value in a sentence is followed by. */
const REMARKED: ReadonlySet<Cell['status']> = new Set(['provisional', 'revised', 'reported'])

function composeRemark(cell: Cell, lang: Lang): string {
  if (!REMARKED.has(cell.status)) return ''
  return lang === 'zh' ? `（${translateTerm(cell.status, lang)}）` : ` (${translateTerm(cell.status, lang)})`
}

function joinList(items: readonly string[], lang: Lang): string {
  if (lang === 'zh') return items.join('、')
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

function joinClauses(clauses: readonly (string | null)[], lang: Lang): string {
  const said = clauses.filter((clause) => clause !== null && clause !== '')
  const text = said.join(lang === 'zh' ? '；' : '; ')
  return lang === 'zh' ? `${text}。` : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
