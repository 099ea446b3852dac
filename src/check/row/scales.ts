import { createProblem } from '../../problems/create-problem.ts'
import type { Location, Problem } from '../../problems/problem.ts'
import type { ParseResult } from '../values/parse-result.ts'
import type { BoundColumn } from './unfit-columns.ts'

/** How many times the largest plain number of its column a number with 万 may be before it is asked about. */
const TIMES_MAX = 20
/** Plain numbers by which the column is known. */
const PLAIN_MIN = 5

interface Scaled {
  row: number
  column: number
  columnName: string
  value: number
  text: string
}

/** Watches numbers that are written with 万 or 亿 among plain numbers: `300万` where all others are below 30,000 is 300. */
export class ScaleWatch {
  readonly #scaled: (Scaled & { id: string })[] = []
  readonly #greatest = new Map<string, { value: number; count: number }>()

  /** Mutates the watch. */
  see({ id, index, header }: Pick<BoundColumn, 'id' | 'index' | 'header'>, row: number, result: ParseResult): void {
    if (result.is !== 'value' || typeof result.value !== 'number') return
    const { value, notes } = result
    if (notes.includes('number-scaled'))
      this.#scaled.push({ id, row, column: index + 1, columnName: header, value, text: String(value) })
    const seen = this.#greatest.get(id)
    if (notes.length > 0) return
    if (!seen) this.#greatest.set(id, { value, count: 1 })
    else {
      seen.count += 1
      if (value > seen.value) seen.value = value
    }
  }

  listProblems(at: Partial<Location>): Problem[] {
    return this.#scaled.flatMap(({ id, row, column, columnName, value, text }) => {
      const { value: greatest, count } = this.#greatest.get(id) ?? { value: 0, count: 0 }
      if (count < PLAIN_MIN || value <= greatest * TIMES_MAX) return []
      const where = { ...at, row, column, columnName }
      return [
        createProblem('number-scaled-far', where, { found: text, expected: `≤ ${greatest}`, params: { key: text } }),
      ]
    })
  }
}
