import { createProblem } from './create-problem.ts'
import type { Problem } from './problem.ts'

/** Findings of one cause that are kept with their location; further findings are only counted, so that a bad file cannot fill memory. */
const FINDINGS_MAX = 1_000

/** Gathers the problems of one file, capped by cause: rule and column. */
export class ProblemCollector {
  readonly #kept: Problem[] = []
  readonly #counts = new Map<string, { first: Problem; count: number }>()

  /** Mutates the gathering. */
  add(problem: Problem): void {
    const cause = `${problem.rule}\t${problem.columnName ?? ''}`
    const seen = this.#counts.get(cause)
    if (seen) seen.count += 1
    else this.#counts.set(cause, { first: problem, count: 1 })
    if ((seen?.count ?? 1) <= FINDINGS_MAX) this.#kept.push(problem)
  }

  addAll(many: Iterable<Problem>): void {
    for (const problem of many) this.add(problem)
  }

  /** What was kept, and for each capped cause a finding with the number of further findings. */
  listAll(): Problem[] {
    const more: Problem[] = []
    for (const { first, count } of this.#counts.values()) {
      if (count <= FINDINGS_MAX) continue
      const at = { dataset: first.dataset, file: first.file, sheet: first.sheet, columnName: first.columnName }
      const params = { rule: first.rule, count: count - FINDINGS_MAX }
      more.push({ ...createProblem('more-of-the-same', at, { params }), level: first.level })
    }
    return [...this.#kept, ...more]
  }
}
