import { formatLike } from '../../calendar/period.ts'
import type { Contract } from '../../contracts/contract.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Location, Problem } from '../../problems/problem.ts'
import type { Sheet, SheetRow } from '../../read/sheet.ts'
import type { RuleFinding } from '../rules/rule.ts'
import { listPeriodsIn } from './stated-periods.ts'

/** Rules that find a row to be of another time than its file. */
const FOREIGN = new Set<string>(['is-period', 'belongs-to-period', 'not-after-period'])
/** Share of the rows that must be of another time before the file itself is reported. */
const SHARE_MIN = 0.8

/** Watches whether the rows of a file are, as a whole, those of another month. */
export class PeriodWatch {
  readonly #period: string
  readonly #counts = new Map<string, number>()
  #foreign = 0
  #last: SheetRow | null = null

  constructor(period: string) {
    this.#period = period
  }

  /** Mutates the watch; it receives every broken rule and keeps those about time, one per line. */
  see(finding: RuleFinding, line: SheetRow): void {
    if (!FOREIGN.has(finding.rule) || finding.found === null || line === this.#last) return
    this.#last = line
    const period = formatLike(finding.found, this.#period)
    this.#foreign += 1
    this.#counts.set(period, (this.#counts.get(period) ?? 0) + 1)
  }

  findProblem(at: Partial<Location>, rows: number): Problem | null {
    const [likely] = [...this.#counts].sort((a, b) => b[1] - a[1])
    if (!likely || rows < 2 || this.#foreign < rows * SHARE_MIN || likely[1] < this.#foreign / 2) return null
    const params = { count: likely[1], rows, period: this.#period }
    return createProblem('file-other-period', at, { found: likely[0], expected: this.#period, params })
  }
}

/** A title that names another month than the file does: `2026年9月养老服务情况表` in the file of 2026-10. */
export function checkTitle(contract: Contract, sheet: Sheet, period: string): Problem[] {
  if (hasTimesOfItsOwn(contract)) return []
  const stated = [...(sheet.preamble ?? []), sheet.sheet ?? ''].filter((text) => !FORM_FIELD.test(text))
  const periods = stated.flatMap((text) => listPeriodsIn(text, period))
  const [found] = periods
  if (found === undefined || periods.includes(period)) return []
  const at = { dataset: contract.id, file: sheet.file, sheet: sheet.sheet }
  return [createProblem('title-other-period', at, { found, expected: period, params: { period } })]
}

/**
 * Rows that each name a year or month of their own, as those of a projection do: its title speaks of them, not of the
 * file.
 */
function hasTimesOfItsOwn({ columns, key, frequency }: Contract): boolean {
  return frequency === 'occasional' && key.some((id) => ['year', 'month'].includes(columns[id]?.type.kind ?? ''))
}

/** Dates on which a form was filled in do not state what period it is about. */
const FORM_FIELD = /填表|制表|填报|报送|打印|导出|印发|审核/
