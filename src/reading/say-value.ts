import type { Lang } from '../text/local-text.ts'
import type { PointColumn } from './chart-points.ts'

/** A value as it is shown and read out. */
export interface SaidValue {
  /** What the row is of: a period, a place. */
  head: string
  /** Label, value, unit and status. */
  value: string
  /** Bounds and the like, in one line; may be empty. */
  more: string
}

/** Words of a value of a table row, whose cells are given as printed. */
export function sayValue(
  cells: readonly string[],
  columns: readonly PointColumn[],
  { column, marks, lang }: { column: number; marks: Readonly<Record<string, string>>; lang: Lang },
): SaidValue {
  const own = columns[column]
  const say = (index: number) => {
    const of = columns[index]
    return of ? sayCell(cells, of, {}, lang) : ''
  }
  const bound = cells[columns[own?.bound ?? -1]?.cell ?? -1] ?? ''
  return {
    head: cells[0] ?? '',
    value: own ? sayCell(cells, own, { marks, bound }, lang) : '',
    more: (own?.also ?? [])
      .map(say)
      .filter((words) => words !== '')
      .join(lang === 'zh' ? '，' : ', '),
  }
}

/** What a screen reader says. */
export function joinValue({ head, value, more }: SaidValue, lang: Lang): string {
  return [head, value, more].filter((words) => words !== '').join(lang === 'zh' ? '，' : ', ')
}

const NUMBER = /^[≤≥]?[-−]?[\d,.]+$/
const NOTHING = new Set(['', '不适用', 'n/a'])
const SIGNS = { zh: { '≤': '不高于', '≥': '不低于' }, en: { '≤': 'at most ', '≥': 'at least ' } } as const

function sayCell(
  cells: readonly string[],
  { label, unit, cell, status, shared }: PointColumn,
  { marks, bound = '' }: { marks?: Readonly<Record<string, string>>; bound?: string },
  lang: Lang,
): string {
  const text = cells[cell] ?? ''
  if (NOTHING.has(text) && label !== '') return ''
  const lead = label === '' ? '' : `${label} `
  // What is said of a missing value begins with its letter: `[c] 少于5`.
  if (!NUMBER.test(text)) return lead + text.replace(/^\[\w\] /, '')
  const plain = text.replace(/^[≤≥]/, (sign) => SIGNS[lang][sign === '≤' ? '≤' : '≥']) + unit[text === '1' ? 0 : 1]
  const number = lang === 'zh' ? plain + bound : `${bound} ${plain}`.trimStart()
  const mark = marks && (shared === '' ? marks[status === null ? '' : (cells[status] ?? '')] : shared)
  if (mark === undefined) return lead + number
  return lead + number + (lang === 'zh' ? `（${mark}）` : ` (${mark})`)
}
