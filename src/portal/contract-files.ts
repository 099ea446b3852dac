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
import { checkReferences } from './check-references.ts'
import { checkUnits } from './check-units.ts'
import { listSchemaIssues } from './schema-issues.ts'

/** Folder of a portal's own contracts, below its data folder. */
export const CONTRACTS_FOLDER = 'contracts'

/** The built-in contracts and a portal's own, by id: those that may be used. Without departments no keeper is looked up, without places no level. */
export async function openContracts(
  dataDir: string,
  departments: Departments | null,
  places: Places | null,
): Promise<{ contracts: Map<string, Contract>; problems: Problem[] }> {
  const contracts = new Map<string, Contract>()
  const read: { contract: Contract; file: string }[] = []
  const problems: Problem[] = []
  const admit = (contract: Contract, file: string) => {
    problems.push(...admitContracts(contract, file, { contracts, departments }))
    read.push({ contract, file })
  }
  for (const dataset of DATASETS) admit(dataset, `src/datasets/${dataset.id}/${dataset.id}-contract.ts`)
  for (const file of await listContractFiles(dataDir)) {
    const exported = await importContracts(join(dataDir, file), file)
    problems.push(...exported.problems)
    for (const contract of exported.contracts) admit(contract, file)
  }
  // Last, because a contract may name another that is read after it.
  problems.push(...read.flatMap(({ contract, file }) => checkReferences(contract, file, { contracts, places })))
  return { contracts, problems }
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

/** The default export of a contract file: one contract or a list of them. */
async function importContracts(path: string, file: string): Promise<{ contracts: Contract[]; problems: Problem[] }> {
  let exported: unknown
  try {
    const module: { default?: unknown } = await import(/* @vite-ignore */ pathToFileURL(path).href)
    exported = module.default
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const found = reason.replaceAll(`${resolve(dirname(path), '..')}/`, '').replaceAll(`${process.cwd()}/`, '')
    return { contracts: [], problems: [createProblemAtLevel('contract-unreadable', 'error', { file }, { found })] }
  }
  if (exported === undefined)
    return { contracts: [], problems: [createProblemAtLevel('contract-no-default', 'error', { file })] }
  const contracts: Contract[] = []
  const problems: Problem[] = []
  for (const text of Array.isArray(exported) ? exported : [exported]) {
    const parsed = contractShape.safeParse(text)
    if (parsed.success) contracts.push(parsed.data)
    if (parsed.success) continue
    for (const { path, reason, found, expected } of listSchemaIssues(contractShape, text)) {
      const at = { file, columnName: path.map(String).join('.') || 'default' }
      problems.push(
        createProblem('contract-invalid', at, {
          found,
          expected: expected === '' ? null : expected,
          params: { reason },
        }),
      )
    }
  }
  return { contracts, problems }
}

/** Mutates `contracts`. A contract that would let a column out, or that takes another's id, is not admitted. */
function admitContracts(
  contract: Contract,
  file: string,
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
