import type { Contract } from '../../contracts/contract.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Location, Problem } from '../../problems/problem.ts'
import type { ParseResult } from '../values/parse-result.ts'
import { PercentWatch } from './percents.ts'
import { ScaleWatch } from './scales.ts'
import type { BoundColumn } from './unfit-columns.ts'

/** Watches numbers that only the others of their column show to be wrong: ratios among percentages, 万 among plain counts. */
export class NumberWatch {
  readonly #percents: PercentWatch
  readonly #scales = new ScaleWatch()

  constructor(contract: Contract) {
    this.#percents = new PercentWatch(contract)
  }

  /** Mutates the watch. */
  see(
    cell: Pick<BoundColumn, 'id' | 'index' | 'header'>,
    { text, row }: { text: string; row: number },
    result: ParseResult,
  ): void {
    if (result.is !== 'value') return
    this.#percents.see(cell.id, text, result.value)
    this.#scales.see(cell, row, result)
  }

  /** `at` is the sheet. */
  listProblems(at: Partial<Location>, { cells, period }: { cells: readonly BoundColumn[]; period: string }): Problem[] {
    const ratios = this.#percents.listSuspects().map(({ id, rule, found }) => {
      const cell = cells.find((column) => column.id === id)
      const where = { ...at, column: cell ? cell.index + 1 : null, columnName: cell?.header ?? null }
      return createProblem(rule, where, { found, params: { period } })
    })
    return [...this.#scales.listProblems(at), ...ratios]
  }
}
