import { readdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Departments } from '../codes/departments.ts'
import type { Places } from '../codes/places.ts'
import { type Contract, contract as contractShape } from '../contracts/contract.ts'
import { DATASETS } from '../datasets/index.ts'
import { createProblem } from '../problems/create-problem.ts'
import { createProblemAtLevel, hasErrors, type Problem } from '../problems/problem.ts'
import { auditContract } from '../protect/index.ts'
import { isMissing } from '../store/disk.ts'
import { auditHeadings } from '../store/file-columns.ts'
import { findNearest } from '../text/nearest.ts'
import { checkContractWords } from './check-portal-words.ts'
import { checkReferences } from './check-references.ts'
import { checkShape } from './check-shape.ts'
import { checkUnits } from './check-units.ts'
import type { Fitted } from './fit-schema.ts'

/** Folder of a portal's own contracts, below its data folder. */
export const CONTRACTS_FOLDER = 'contracts'

/** The contracts of a portal: those that may be used, and what is wrong with the others. */
interface OpenedContracts {
  contracts: Map<string, Contract>
  /** Contracts at fault, as far as they can be understood; null where not even their ids can be read. */
  doubtful: ReadonlyMap<string, Fitted<Contract>> | null
  problems: Problem[]
  /** Personal data in their words, which an exception may accept. */
  personal: Problem[]
}

/** The built-in contracts and a portal's own, by id: those that may be used. Without departments no keeper is looked up, without places no level. */
export async function openContracts(
  dataDir: string,
  departments: Departments | null,
  places: Places | null,
): Promise<OpenedContracts> {
  const contracts = new Map<string, Contract>()
  const read: ReadContract[] = []
  const problems: Problem[] = []
  let areNamesKnown = true
  const admit = (text: ReadContract) => {
    problems.push(...text.problems)
    if (text.problems.length === 0) problems.push(...admitContract(text, { contracts, departments }))
    read.push(text)
  }
  for (const dataset of DATASETS) admit(readContract(dataset, `src/datasets/${dataset.id}/${dataset.id}-contract.ts`))
  for (const file of await listContractFiles(dataDir)) {
    const exported = await importContracts(join(dataDir, file), file)
    if ('problem' in exported) {
      problems.push(exported.problem)
      areNamesKnown = false
    } else for (const text of exported.contracts) admit(text)
  }
  const refused = read.flatMap(({ fitted }) =>
    contracts.has(fitted.value.id) ? [] : [[fitted.value.id, fitted] as const],
  )
  const doubtful = areNamesKnown ? new Map(refused) : null
  // Last, because a contract may name another that is read after it.
  for (const { fitted, file } of read)
    problems.push(...checkReferences(fitted.value, file, { contracts, places, doubtful, fitted }))
  const phones = departments?.phones ?? new Set()
  // The built-in contracts come first; a test holds them free of persons.
  const own = read.slice(DATASETS.length)
  const personal = own.flatMap(({ fitted, file }) => checkContractWords(fitted.value, file, phones))
  return { contracts, doubtful, problems, personal }
}

/** Paths below the data folder, in the order of their names; none where there is no such folder. */
export async function listContractFiles(dataDir: string): Promise<string[]> {
  try {
    const names = await readdir(join(dataDir, CONTRACTS_FOLDER))
    return names
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => `${CONTRACTS_FOLDER}/${name}`)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** A contract as a file states it. */
interface ReadContract {
  fitted: Fitted<Contract>
  file: string
  /** What keeps it from being a contract; [] where it is one. */
  problems: Problem[]
}

function readContract(text: unknown, file: string): ReadContract {
  const { fitted, issues } = checkShape(contractShape, text)
  const problems = issues.map(({ path, reason, found, expected }) => {
    const at = { file, columnName: path.map(String).join('.') || 'default' }
    return createProblem('contract-invalid', at, { found, expected: expected || null, params: { reason } })
  })
  return { fitted, file, problems }
}

/** The default export of a contract file: one contract or a list of them. */
async function importContracts(
  path: string,
  file: string,
): Promise<{ contracts: ReadContract[] } | { problem: Problem }> {
  let exported: unknown
  try {
    const module: { default?: unknown } = await import(/* @vite-ignore */ pathToFileURL(path).href)
    exported = module.default
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const found = reason.replaceAll(`${resolve(dirname(path), '..')}/`, '').replaceAll(`${process.cwd()}/`, '')
    return { problem: createProblemAtLevel('contract-unreadable', 'error', { file }, { found }) }
  }
  if (exported === undefined) return { problem: createProblemAtLevel('contract-no-default', 'error', { file }) }
  return { contracts: [exported].flat().map((text) => readContract(text, file)) }
}

/** Mutates `contracts`. A contract that would let a column out, or that takes another's id, is not admitted. */
function admitContract(
  { fitted: { value: contract }, file }: ReadContract,
  { contracts, departments }: { contracts: Map<string, Contract>; departments: Departments | null },
): Problem[] {
  if (contracts.has(contract.id)) {
    return [createProblemAtLevel('contract-twice', 'error', { dataset: contract.id, file }, { found: contract.id })]
  }
  const problems = [
    ...auditContract(contract, file),
    ...auditHeadings(contract, file),
    ...auditKeeper(contract, file, departments),
    ...checkUnits(contract, file),
  ]
  if (!hasErrors(problems)) contracts.set(contract.id, contract)
  return problems
}

function auditKeeper({ id, keeper }: Contract, file: string, departments: Departments | null): Problem[] {
  if (typeof keeper !== 'string' || departments === null || departments.get(keeper)) return []
  const ids = departments.all.map((department) => department.id)
  const expected = findNearest(keeper, ids).join(' | ') || ids.join(' | ')
  return [
    createProblem('contract-keeper-unknown', { dataset: id, file, columnName: 'keeper' }, { found: keeper, expected }),
  ]
}
