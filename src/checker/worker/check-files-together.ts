import { checkTogether as checkDatasets } from '../../line/check-together.ts'
import { acceptProblems } from '../../portal/exceptions.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import type { CheckerPortal } from '../checker-portal.ts'
import type { CheckedFile } from './check-file.ts'
import { findExceptionsFor } from './exceptions-for.ts'

/**
 * All that is found of each file: its own problems, and what a comparison of the files with each other and with what is
 * published. Exceptions and due days apply as on the command line; `today` is
 * `YYYY-MM-DD`.
 */
export function checkFilesTogether(
  checked: readonly CheckedFile[],
  portal: CheckerPortal,
  today: string,
): Map<CheckedFile, Problem[]> {
  const found = new Map(checked.map((checkedFile) => [checkedFile, [...checkedFile.problems]]))
  const give = (file: CheckedFile | undefined, problem: Problem) => {
    if (file) found.get(file)?.push({ ...problem, file: file.name })
  }
  for (const checkedFile of checked) {
    const other = findFirstOfPeriod(checkedFile, checked)
    if (other === checkedFile) continue
    give(
      checkedFile,
      createProblem(
        'raw-period-twice',
        { dataset: checkedFile.dataset },
        { found: checkedFile.period, params: { other: other.name } },
      ),
    )
  }
  const first = checked.filter((checkedFile) => findFirstOfPeriod(checkedFile, checked) === checkedFile)
  for (const problem of findCrossProblems(first, checked, portal, today)) {
    const { other, period } = problem.params
    const named = checked[Number(problem.file ?? -1)]
    const ofPeriod = first.filter((checkedFile) => checkedFile.period === period)
    const file = named ?? ofPeriod.find((checkedFile) => checkedFile.dataset === problem.dataset) ?? ofPeriod[0]
    const twin = checked[Number(other ?? -1)]
    const params = twin ? { ...problem.params, other: twin.name } : problem.params
    give(file ?? first.find((checkedFile) => checkedFile.dataset === problem.dataset) ?? first[0], {
      ...problem,
      params,
    })
  }
  for (const [file, problems] of found) {
    found.set(file, acceptProblems(problems, findExceptionsFor(file, portal.exceptions), today).problems)
  }
  return found
}

/** It is unknown which of two files of one period counts, so the first is taken to look for other faults. */
function findFirstOfPeriod(checkedFile: CheckedFile, checked: readonly CheckedFile[]): CheckedFile {
  if (checkedFile.dataset === null || checkedFile.period === null) return checkedFile
  return (
    checked.find((other) => other.dataset === checkedFile.dataset && other.period === checkedFile.period) ?? checkedFile
  )
}

/** Files are named by their position on the page, as two may have the same name. */
function findCrossProblems(
  files: readonly CheckedFile[],
  checked: readonly CheckedFile[],
  portal: CheckerPortal,
  today: string,
): Problem[] {
  const datasets = portal.contracts.map((contract) => ({
    contract,
    known: portal.known.get(contract.id),
    files: files.flatMap((checkedFile) => {
      const { dataset, period, fingerprint: sha256, digest, shape, tables } = checkedFile
      if (dataset !== contract.id || period === null) return []
      return [{ path: String(checked.indexOf(checkedFile)), period, sha256, digest, shape, tables }]
    }),
  }))
  return checkDatasets(datasets, { places: portal.places, holidays: portal.holidays, today })
}
