import { computeDueDay } from '../../calendar/due.ts'
import { comparePeriods, getFirstDay, getLastDay, getPeriodAfter } from '../../calendar/period.ts'
import type { WorkCalendar } from '../../calendar/working-days.ts'
import type { Contract } from '../../contracts/contract.ts'
import { dueRuleOf } from '../../contracts/due-rule-of.ts'
import type { RuleId } from '../../problems/catalogue.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import { describeDueRule } from '../../text/describe-due.ts'

/** What is known of one file of a dataset when all have been read. */
export interface PeriodFile {
  path: string
  period: string
  sha256: string
  /** Of its rows, as `check` gives it; null where there is none. */
  digest: string | null
}

/** Gaps longer than this are named by their first and last period. */
const GAP_LISTED_MAX = 3

/** What lateness is measured by. */
export interface Lateness {
  /** The day of the run, `YYYY-MM-DD`: a file is overdue once its due day lies before it. '' calls nothing overdue. */
  today: string
  holidays: WorkCalendar
}

/** One file under the names of two periods, by its bytes or by its rows. */
export function findSameFiles(contract: Contract, files: readonly PeriodFile[]): Problem[] {
  const byBytes = new Map<string, PeriodFile>()
  const byRows = new Map<string, PeriodFile>()
  const problems: Problem[] = []
  for (const file of [...files].sort((a, b) => (a.period < b.period ? -1 : 1))) {
    const twin = byBytes.get(file.sha256)
    const alike = file.digest === null ? undefined : byRows.get(file.digest)
    const other = twin ?? alike
    if (other) {
      const at = { dataset: contract.id, file: file.path }
      const params = { period: file.period, other: other.path }
      problems.push(createProblem(twin ? 'file-same-bytes' : 'file-same-rows', at, { params }))
    }
    byBytes.set(file.sha256, file)
    if (file.digest !== null) byRows.set(file.digest, file)
  }
  return problems
}

/** Periods left out between others, and those that are overdue on the day; none before the first that is required. */
export function findMissingPeriods(contract: Contract, periods: readonly string[], lateness: Lateness): Problem[] {
  if (contract.frequency === 'occasional') return []
  const ordered = [...periods].sort(comparePeriods)
  const problems: Problem[] = []
  for (const [index, period] of ordered.entries()) {
    const before = ordered[index - 1]
    if (before !== undefined) problems.push(...createGapProblem(contract, before, period))
  }
  const last = ordered.at(-1)
  return last === undefined ? problems : [...problems, ...findOverdue(contract, last, lateness)]
}

/**
 * Periods after the last that is there whose due day has passed. A day that falls into a year whose holidays are not
 * published is not guessed: that lateness was not checked is reported once, as it is where there is no list at all. A
 * year before the list is past judging.
 */
function findOverdue(contract: Contract, last: string, { today, holidays }: Lateness): Problem[] {
  const rule = dueRuleOf(contract)
  if (rule === null) return []
  const problems: Problem[] = []
  for (let next = getPeriodAfter(last); getFirstDay(next) <= today; next = getPeriodAfter(next)) {
    if (!isRequired(contract, next)) continue
    const due = computeDueDay(rule, next, holidays)
    const params = { period: next, dueRule: describeDueRule(rule), title: contract.title }
    const raise = (id: RuleId, more: Problem['params']) =>
      createProblem(id, { dataset: contract.id }, { expected: next, params: { ...params, ...more } })
    if ('unpublished' in due || ('beforeTable' in due && holidays.all.length === 0)) {
      if (getLastDay(next) >= today) break
      return [
        ...problems,
        'unpublished' in due
          ? raise('period-due-unpublished', { year: due.unpublished })
          : raise('holidays-missing', {}),
      ]
    }
    if ('day' in due && due.day < today) problems.push(raise('period-overdue', { due: due.day, today }))
  }
  return problems
}

function isRequired({ dueFrom }: Contract, period: string): boolean {
  return dueFrom === undefined || comparePeriods(period, dueFrom) >= 0
}

function createGapProblem(contract: Contract, before: string, after: string): Problem[] {
  const missing: string[] = []
  for (let next = getPeriodAfter(before); comparePeriods(next, after) < 0; next = getPeriodAfter(next)) {
    if (isRequired(contract, next)) missing.push(next)
  }
  const params = { before, after }
  const raise = (period: string) =>
    createProblem(
      'period-missing',
      { dataset: contract.id },
      { expected: period, params: { ...params, period, title: contract.title } },
    )
  if (missing.length <= GAP_LISTED_MAX) return missing.map(raise)
  return [raise(`${missing[0]} … ${missing.at(-1)}`)]
}
