import type { Cell } from '../datasets/table.ts'
import { formatSaid } from '../text/format.ts'
import type { Lang, Words } from '../text/words.ts'
import type { FigureSpec } from './figure.ts'
import { term } from './terms.ts'

/** The tongue of one figure's sentence: how it says values, lists and ends. */
export interface Voice {
  lang: Lang
  /** A value with its unit, words that follow the unit, and a word where it is provisional or only reported. */
  say(cell: Cell, after?: string): string
  /** 甲、乙 / A, B and C */
  list(items: readonly string[]): string
  /** Clauses as one sentence with its stop. */
  sentence(clauses: readonly (string | null)[]): string
  pick(words: Words): string
}

export function voiceOf(spec: Pick<FigureSpec, 'unit' | 'decimals'>, lang: Lang): Voice {
  return {
    lang,
    say: (cell, after = '') => formatSaid(cell, spec.unit, spec.decimals, lang) + after + remark(cell, lang),
    list: (items) => listed(items, lang),
    sentence: (clauses) => ended(clauses, lang),
    pick: (words) => words[lang],
  }
}

/** What is known of cells without a value, by status: `浦南区未报，溧川区不公开`; null where none is missing. */
export function missingClause(items: readonly { label: string; cell: Cell }[], voice: Voice): string | null {
  const byStatus = Map.groupBy(
    items.filter((item) => item.cell.value === null),
    (item) => item.cell.status,
  )
  const clauses = [...byStatus].map(([status, some]) => {
    const names = some.length > 4 ? countWords(some.length, voice.lang) : voice.list(some.map((item) => item.label))
    return voice.lang === 'zh' ? `${names}${term(status, 'zh')}` : `${names}: ${term(status, 'en')}`
  })
  return clauses.length > 0 ? clauses.join(voice.lang === 'zh' ? '，' : ', ') : null
}

/** One end of a comparison: where, and its value in words. */
export interface End {
  label: string
  said: string
}

/** 甲最高、乙最低; one place alone is only told, and places that are equal are not ranked. */
export function endsClause(what: string, [high, low]: readonly [End, End], voice: Voice): string {
  const isChinese = voice.lang === 'zh'
  if (high.label === low.label)
    return isChinese ? `${what}：${high.label}${high.said}` : `${what}: ${high.label} ${high.said}`
  if (high.said === low.said) return isChinese ? `${what}均为${high.said}` : `${what} is ${high.said} throughout`
  return isChinese
    ? `${what}以${high.label}最高，为${high.said}，${low.label}最低，为${low.said}`
    : `${what} is highest in ${high.label}, ${high.said}, and lowest in ${low.label}, ${low.said}`
}

function countWords(count: number, lang: Lang): string {
  return lang === 'zh' ? `另有${count}项` : `${count} others`
}

function remark(cell: Cell, lang: Lang): string {
  if (cell.status !== 'provisional' && cell.status !== 'reported') return ''
  return lang === 'zh' ? `（${term(cell.status, lang)}）` : ` (${term(cell.status, lang)})`
}

function listed(items: readonly string[], lang: Lang): string {
  if (lang === 'zh') return items.join('、')
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

function ended(clauses: readonly (string | null)[], lang: Lang): string {
  const said = clauses.filter((clause) => clause !== null && clause !== '')
  const text = said.join(lang === 'zh' ? '；' : '; ')
  return lang === 'zh' ? `${text}。` : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
