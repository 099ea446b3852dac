import type { Contract } from '../../contracts/contract.ts'
import type { Row } from '../../contracts/row.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Location, Problem } from '../../problems/problem.ts'

/** So many consecutive rows that repeat earlier consecutive rows are a block that was pasted twice, not a chance. */
export const BLOCK_ROWS_MIN = 5

const SMALL = /[a-z]/

interface Seen {
  row: Row
  /** Counted over all rows of the file, so that neighbours can be recognised. */
  index: number
}

interface Repeat {
  row: Row
  index: number
  earlier: Seen
  at: Partial<Location>
}

/**
 * Finds repetitions in a file: a key, a row, a block. Without a key single equal rows may be true,
 * so only blocks are reported.
 */
export class DuplicateWatch {
  readonly #contract: Contract
  readonly #columns: readonly string[]
  readonly #seen = new Map<string, Seen>()
  readonly #repeats: Repeat[] = []
  /** Keys with small letters. */
  readonly #small: string[] = []
  /** Where keys are. The place of each row is not kept: of a million rows it would fill the memory. */
  #column: Partial<Location> = {}
  #count = 0

  constructor(contract: Contract) {
    this.#contract = contract
    this.#columns = contract.key.length > 0 ? contract.key : Object.keys(contract.columns)
  }

  /** False where the row repeats an earlier row and must not be used. Mutates the watch. */
  see(row: Row, at: Partial<Location>): boolean {
    const key = this.#keyOf(row)
    const index = this.#count++
    const earlier = this.#seen.get(key)
    if (!earlier) {
      this.#seen.set(key, { row, index })
      if (this.#contract.key.length > 0 && SMALL.test(key)) {
        this.#small.push(key)
        this.#column = { dataset: at.dataset ?? null, column: at.column ?? null, columnName: at.columnName ?? null }
      }
      return true
    }
    this.#repeats.push({ row, index, earlier, at })
    return this.#contract.key.length === 0
  }

  /** A key of one text is that text itself, so that a million keys are not in memory twice. */
  #keyOf({ values }: Row): string {
    const [first = ''] = this.#columns
    if (this.#columns.length === 1) return String(values[first] ?? '')
    return this.#columns.map((column) => `${values[column] ?? ''}\u001F`).join('')
  }

  /** Counts rows whose keys come once in the file, as is known without them. Mutates the watch. */
  countUnseen(rows: number): void {
    this.#count += rows
  }

  /** Keys that are the same but for the case of their letters. Of two such keys one has small letters. */
  #listDifferentInCase(): Problem[] {
    if (this.#small.length === 0) return []
    const small = new Set(this.#small.map((key) => key.toLowerCase()))
    const first = new Map<string, number>()
    const problems: Problem[] = []
    for (const [key, { row }] of this.#seen) {
      const folded = key.toLowerCase()
      if (!small.has(folded)) continue
      const earlier = first.get(folded)
      if (earlier === undefined) first.set(folded, row.row)
      else
        problems.push(
          createProblem(
            'key-case',
            { ...this.#column, file: row.file, sheet: row.sheet, row: row.row },
            { found: this.#nameOf(row), params: { earlier } },
          ),
        )
    }
    return problems
  }

  #nameOf(row: Row): string {
    return this.#contract.key.map((column) => row.values[column] ?? '').join(' | ')
  }

  /** One problem a block, and one for each row that is no part of a block. */
  listProblems(): Problem[] {
    const repeats = this.#listRuns().flatMap((run) => {
      if (run.length >= BLOCK_ROWS_MIN && run.every(isSame)) return [this.#reportBlock(run)]
      return this.#contract.key.length === 0 ? [] : run.map((repeat) => this.#reportSingle(repeat))
    })
    return [...repeats, ...this.#listDifferentInCase()]
  }

  /** Repeats that follow each other as the rows they repeat do. */
  #listRuns(): Repeat[][] {
    const runs: Repeat[][] = []
    for (const repeat of this.#repeats) {
      const run = runs.at(-1)
      const before = run?.at(-1)
      const follows = before && repeat.index === before.index + 1 && repeat.earlier.index === before.earlier.index + 1
      if (run && follows && isSame(repeat) === isSame(before)) run.push(repeat)
      else runs.push([repeat])
    }
    return runs
  }

  #reportBlock(run: readonly Repeat[]): Problem {
    const [first, last] = [run[0], run.at(-1)]
    const params = {
      count: run.length,
      last: last?.row.row ?? '',
      earlier: first?.earlier.row.row ?? '',
      earlierLast: last?.earlier.row.row ?? '',
    }
    return createProblem('block-duplicate', { ...first?.at, column: null, columnName: null }, { params })
  }

  #reportSingle(repeat: Repeat): Problem {
    const { row, earlier, at } = repeat
    const found = this.#nameOf(row)
    const rule = isSame(repeat) ? 'row-duplicate' : 'key-duplicate'
    return createProblem(rule, at, { found, params: { earlier: earlier.row.row } })
  }
}

/** True where two rows say the same in every column. */
function isSame({ row, earlier }: Repeat): boolean {
  return Object.keys(row.values).every((column) => row.values[column] === earlier.row.values[column])
}
