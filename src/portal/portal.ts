import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Places } from '../codes/places.ts'
import { type Contract, contract as contractShape } from '../contracts/contract.ts'
import { DATASETS } from '../datasets/index.ts'
import { type Problem, problem } from '../problems/problem.ts'
import { auditContract } from '../protect/index.ts'
import { auditHeadings } from '../release/columns.ts'
import { isLink, isMissing } from '../release/log.ts'
import { PLACES_FILE, readPlaces } from './places.ts'

/** A portal's folder, as far as it is needed to understand its files. */
export interface Portal {
  /** Folder that holds `raw/`, `published/`, `places.csv` and `contracts/`. */
  dataDir: string
  /** Built-in contracts and the portal's own, by id. */
  contracts: ReadonlyMap<string, Contract>
  places: Places
  /** What is wrong with the portal itself; with an error here, no file is read. */
  problems: Problem[]
}

export const CONTRACTS_FOLDER = 'contracts'

export async function openPortal(dataDir: string): Promise<Portal> {
  const contracts = new Map<string, Contract>()
  const links = await linksIn(dataDir)
  if (links.length > 0) return { dataDir, contracts, places: new Places([]), problems: links }
  const { places, problems } = await openPlaces(dataDir)
  for (const one of DATASETS) problems.push(...admit(one, `src/datasets/${one.id}/${one.id}.ts`, contracts))
  for (const file of await contractFiles(dataDir)) {
    const exported = await importContracts(join(dataDir, file), file)
    problems.push(...exported.problems)
    for (const one of exported.contracts) problems.push(...admit(one, file, contracts))
  }
  return { dataDir, contracts, places, problems }
}

/** Links are refused before anything is opened: a problem would print lines of whatever they lead to. */
async function linksIn(dataDir: string): Promise<Problem[]> {
  const settings = [PLACES_FILE, 'exceptions.csv', CONTRACTS_FOLDER]
  const outer = await filterLinks(dataDir, settings)
  const paths = outer.includes(CONTRACTS_FOLDER)
    ? outer
    : [...outer, ...(await filterLinks(dataDir, await contractFiles(dataDir)))]
  return paths.map((file) => problem('raw-link', 'error', { file }))
}

async function filterLinks(dataDir: string, paths: readonly string[]): Promise<string[]> {
  const links: string[] = []
  for (const path of paths) if (await isLink(join(dataDir, path))) links.push(path)
  return links
}

async function openPlaces(dataDir: string): Promise<{ places: Places; problems: Problem[] }> {
  try {
    return readPlaces(await readFile(join(dataDir, PLACES_FILE)))
  } catch (error) {
    // A portal without places has no place columns; a place column then finds no place and says so.
    if (isMissing(error)) return { places: new Places([]), problems: [] }
    throw error
  }
}

async function contractFiles(dataDir: string): Promise<string[]> {
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
    return { contracts: [], problems: [problem('contract-unreadable', 'error', { file }, { found })] }
  }
  if (exported === undefined) return { contracts: [], problems: [problem('contract-no-default', 'error', { file })] }
  const contracts: Contract[] = []
  const problems: Problem[] = []
  for (const one of Array.isArray(exported) ? exported : [exported]) {
    const parsed = contractShape.safeParse(one)
    if (parsed.success) contracts.push(parsed.data)
    for (const issue of parsed.error?.issues ?? []) {
      const columnName = issue.path.join('.') || 'default'
      problems.push(problem('contract-invalid', 'error', { file, columnName }, { found: issue.message }))
    }
  }
  return { contracts, problems }
}

/** Mutates `contracts`. A contract that would let a column out, or that takes another's id, is not admitted. */
function admit(one: Contract, file: string, contracts: Map<string, Contract>): Problem[] {
  if (contracts.has(one.id)) {
    return [problem('contract-twice', 'error', { dataset: one.id, file }, { found: one.id })]
  }
  const problems = [...auditContract(one, file), ...auditHeadings(one, file)]
  if (problems.length === 0) contracts.set(one.id, one)
  return problems
}
