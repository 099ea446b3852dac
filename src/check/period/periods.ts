import { addDays } from '../../calendar/days.ts'
import { lastDay, periodAfter } from '../../calendar/period.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { Problem } from '../../problems/problem.ts'
import { raise } from '../../problems/raise.ts'

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

/** One file under the names of two periods, by its bytes or by its rows. */
export function sameFiles(contract: Contract, files: readonly PeriodFile[]): Problem[] {
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
      problems.push(raise(twin ? 'file-same-bytes' : 'file-same-rows', at, { params }))
    }
    byBytes.set(file.sha256, file)
    if (file.digest !== null) byRows.set(file.digest, file)
  }
  return problems
}

/**
 * Periods left out between others, and those that are overdue on the day. `dataDay` is the last day that any file of the
 * portal is about: lateness is told by it and not by the clock, so that the same files give the same findings on any day.
 */
export function missingPeriods(contract: Contract, periods: readonly string[], dataDay: string): Problem[] {
  if (contract.frequency === 'occasional') return []
  const ordered = [...periods].sort()
  const problems: Problem[] = []
  for (const [index, period] of ordered.entries()) {
    const before = ordered[index - 1]
    if (before !== undefined) problems.push(...gap(contract, before, period))
  }
  const last = ordered.at(-1)
  if (last !== undefined && contract.dueDays !== undefined) {
    for (let next = periodAfter(last); dueDay(contract, next) < dataDay; next = periodAfter(next)) {
      const params = { period: next, due: dueDay(contract, next), title: contract.title }
      problems.push(raise('period-overdue', { dataset: contract.id }, { expected: `${next}`, params }))
    }
  }
  return problems
}

function gap(contract: Contract, before: string, after: string): Problem[] {
  const missing: string[] = []
  for (let next = periodAfter(before); next < after; next = periodAfter(next)) missing.push(next)
  const params = { before, after }
  const raised = (period: string) =>
    raise(
      'period-missing',
      { dataset: contract.id },
      { expected: period, params: { ...params, period, title: contract.title } },
    )
  if (missing.length <= GAP_LISTED_MAX) return missing.map(raised)
  return [raised(`${missing[0]} … ${missing.at(-1)}`)]
}

function dueDay(contract: Contract, period: string): string {
  return addDays(lastDay(period), contract.dueDays ?? 0)
}
