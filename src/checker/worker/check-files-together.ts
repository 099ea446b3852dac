import { judgeTogether as judgeFiles } from '../../line/check-together.ts'
import { acceptProblems, type Exception } from '../../portal/exceptions.ts'
import { raise } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import type { DeskPortal } from '../checker-portal.ts'
import type { Judged } from './check-file.ts'

/**
 * All that is found of each file: its own problems, and what the files on the desk say of each other and of what is
 * published. What has been accepted by name stands as on the command line; `today` is `YYYY-MM-DD`.
 */
export function judgeTogether(judged: readonly Judged[], portal: DeskPortal, today: string): Map<Judged, Problem[]> {
  const found = new Map(judged.map((one) => [one, [...one.problems]]))
  const give = (file: Judged | undefined, problem: Problem) => {
    if (file) found.get(file)?.push({ ...problem, file: file.name })
  }
  for (const one of judged) {
    const other = firstOfPeriod(one, judged)
    if (other === one) continue
    give(one, raise('raw-period-twice', { dataset: one.dataset }, { found: one.period, params: { other: other.name } }))
  }
  const first = judged.filter((one) => firstOfPeriod(one, judged) === one)
  for (const problem of crossProblems(first, judged, portal)) {
    const { other, period } = problem.params
    const named = judged[Number(problem.file ?? -1)]
    const ofPeriod = first.filter((one) => one.period === period)
    const file = named ?? ofPeriod.find((one) => one.dataset === problem.dataset) ?? ofPeriod[0]
    const twin = judged[Number(other ?? -1)]
    const params = twin ? { ...problem.params, other: twin.name } : problem.params
    give(file ?? first.find((one) => one.dataset === problem.dataset) ?? first[0], { ...problem, params })
  }
  for (const [file, problems] of found) {
    found.set(file, acceptProblems(problems, exceptionsFor(file, portal.exceptions), today).problems)
  }
  return found
}

/** Nobody can say which of two files of one period counts, so the first is taken to look for other faults. */
function firstOfPeriod(one: Judged, judged: readonly Judged[]): Judged {
  if (one.dataset === null || one.period === null) return one
  return judged.find((other) => other.dataset === one.dataset && other.period === one.period) ?? one
}

/** Files are named by their place on the desk, as two may bear one name. */
function crossProblems(files: readonly Judged[], judged: readonly Judged[], portal: DeskPortal): Problem[] {
  const datasets = portal.contracts.map((contract) => ({
    contract,
    known: portal.known.get(contract.id),
    files: files.flatMap((one) => {
      const { dataset, period, fingerprint: sha256, digest, tables } = one
      if (dataset !== contract.id || period === null) return []
      return [{ path: String(judged.indexOf(one)), period, sha256, digest, tables }]
    }),
  }))
  return judgeFiles(datasets, portal)
}

/** An exception may name the raw file that the file on the desk is going to be. */
function exceptionsFor({ name, dataset, period }: Judged, exceptions: readonly Exception[]): Exception[] {
  const path = new RegExp(`^raw/${dataset}/${period}\\.[a-z]+$`, 'i')
  return exceptions.map((one) => (path.test(one.where) ? { ...one, where: name } : one))
}
