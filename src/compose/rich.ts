import type { Cell } from '../contracts/table.ts'
import type { Pick } from '../measure/select.ts'
import { formatValue } from '../text/format.ts'
import type { Lang } from '../text/local-text.ts'
import type { Unit } from '../text/units.ts'

/** A number in a sentence, and the published cell that it is. */
export interface Figured {
  text: string
  /** now: what the sentence is about. reference: what it is compared with. */
  role: 'now' | 'reference'
  /** Address of the cell: `cases/flow/2026-10?place=990100#accepted`; absent for a number computed from several. */
  cell?: string
}

/** A sentence with its numbers in it. */
export type Rich = (string | Figured)[]

/** Joins words and numbers: rich`十月受理${n}，比上月少${d}。` */
export function rich(words: TemplateStringsArray, ...numbers: (string | Figured | Rich)[]): Rich {
  const parts: Rich = []
  words.forEach((word, index) => {
    if (word !== '') parts.push(word)
    const number = numbers[index]
    if (number === undefined || number === '') return
    if (Array.isArray(number)) parts.push(...number)
    else parts.push(number)
  })
  return parts
}

/** A published cell in a sentence. */
export function makeFigured(at: {
  cell: Cell
  pick: Pick
  period: string
  unit: Unit
  decimals: number
  lang: Lang
}): Figured {
  const { cell, pick, period, unit, decimals, lang } = at
  return { text: formatValue(cell, unit, decimals, lang), role: 'now', cell: addressOf(pick, period) }
}

/** A number that the sentence computes or compares with. */
export function makeReference(text: string): Figured {
  return { text, role: 'reference' }
}

export function addressOf(pick: Pick, period: string): string {
  const where = Object.entries(pick.where).map(([name, value]) => `${name}=${value}`)
  return `${pick.dataset}/${pick.table}/${period}?${where.join('&')}#${pick.measure}`
}

/** The sentence as plain text, for metadata and search. */
export function toPlainText(sentence: Rich): string {
  return sentence.map((part) => (typeof part === 'string' ? part : part.text)).join('')
}
