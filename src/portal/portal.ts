import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WorkCalendar } from '../calendar/working-days.ts'
import type { Departments } from '../codes/departments.ts'
import { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import { createProblemAtLevel, type Problem } from '../problems/problem.ts'
import { decode } from '../read/encoding.ts'
import { PROFILE_BYTES_MAX } from '../read/limits.ts'
import { isLink, isMissing, readIfThere } from '../store/disk.ts'
import { checkListWords } from './check-portal-words.ts'
import type { KnownNames } from './check-references.ts'
import { CONTRACTS_FOLDER, listContractFiles, openContracts } from './contract-files.ts'
import { type Accepted, EXCEPTIONS_FILE, NOTHING_ACCEPTED, readExceptions } from './exceptions.ts'
import { HOLIDAYS_FILE, NO_HOLIDAYS, readHolidays } from './holidays.ts'
import { DEPARTMENTS_FILE, NO_DEPARTMENTS, readDepartments } from './read-departments.ts'
import { PLACES_FILE, readPlaces } from './read-places.ts'
import { type Layout, PROFILE_FILE, withProfile } from './read-profile.ts'

/** A portal's data folder but for its raw files: what they are understood and checked by. */
export interface Portal {
  /** Folder that holds `raw/`, `published/`, `places.csv`, `departments.csv`, `holidays.csv`, `exceptions.csv` and `contracts/`. */
  dataDir: string
  /** Built-in contracts and the portal's own, by id. */
  contracts: ReadonlyMap<string, Contract>
  places: Places
  departments: Departments
  /** Working days, as far as the portal's list of holidays covers them. */
  holidays: WorkCalendar
  /** What has been listed as an exception, and what is wrong with that file. */
  exceptions: Accepted
  /** Datasets among whose raw files a profile lies, by id. */
  profiles: ReadonlyMap<string, Layout>
  /** What the portal's other files may name, as far as it is known. */
  names: KnownNames
  /** Personal data in the words of contracts and lists, which an exception may accept. */
  ofWords: Problem[]
  /** What is wrong with the portal itself; with an error here, no file is read. */
  problems: Problem[]
}

/** All that is wrong with a portal before any raw file is read: the command line and the site refuse by the same. */
export function problemsOfPortal({ problems, profiles, exceptions }: Portal): Problem[] {
  return [...problems, ...[...profiles.values()].flatMap((layout) => layout.problems), ...exceptions.problems]
}

/** Opens all of it, once: who judges files by it, on the command line or in a browser, judges by the same. */
export async function openPortal(dataDir: string): Promise<Portal> {
  const links = await findLinks(dataDir)
  if (links.length > 0) return { ...EMPTY, dataDir, problems: links }
  const { places, problems } = await openPlaces(dataDir)
  const { holidays, problems: ofHolidays } = await openHolidays(dataDir)
  const { departments, problems: ofDepartments } = await openDepartments(dataDir, places)
  // Of a faulty list no department is known; that each contract names one of them is then not said beside.
  const known = ofDepartments.length > 0 ? null : departments
  const knownPlaces = problems.length > 0 ? null : places
  const { contracts, doubtful, problems: ofContracts, personal } = await openContracts(dataDir, known, knownPlaces)
  const accepted = await readIfThere(join(dataDir, EXCEPTIONS_FILE))
  return {
    dataDir,
    contracts,
    places,
    departments,
    holidays,
    exceptions: accepted ? readExceptions(accepted) : NOTHING_ACCEPTED,
    profiles: await openProfiles(dataDir, contracts),
    names: { contracts, doubtful, places: knownPlaces },
    ofWords: [...personal, ...(await checkLists(dataDir, departments))],
    problems: [...problems, ...ofHolidays, ...ofDepartments, ...ofContracts],
  }
}

const EMPTY: Omit<Portal, 'dataDir' | 'problems'> = {
  contracts: new Map(),
  places: new Places([]),
  departments: NO_DEPARTMENTS,
  holidays: NO_HOLIDAYS,
  exceptions: NOTHING_ACCEPTED,
  profiles: new Map(),
  names: { contracts: new Map(), doubtful: null, places: null },
  ofWords: [],
}

/** Links are refused before anything is opened: a problem would print lines of whatever they lead to. */
async function findLinks(dataDir: string): Promise<Problem[]> {
  const outer = await filterLinks(dataDir, [
    PLACES_FILE,
    DEPARTMENTS_FILE,
    HOLIDAYS_FILE,
    EXCEPTIONS_FILE,
    CONTRACTS_FOLDER,
  ])
  const paths = outer.includes(CONTRACTS_FOLDER)
    ? outer
    : [...outer, ...(await filterLinks(dataDir, await listContractFiles(dataDir)))]
  return paths.map((file) => createProblemAtLevel('raw-link', 'error', { file }))
}

async function filterLinks(dataDir: string, paths: readonly string[]): Promise<string[]> {
  const links: string[] = []
  for (const path of paths) if (await isLink(join(dataDir, path))) links.push(path)
  return links
}

async function openPlaces(dataDir: string): Promise<{ places: Places; problems: Problem[] }> {
  const bytes = await readIfThere(join(dataDir, PLACES_FILE))
  // A portal without places has no place columns; a place column then finds no place and says so.
  return bytes ? readPlaces(bytes) : { places: new Places([]), problems: [] }
}

async function openDepartments(
  dataDir: string,
  places: Places,
): Promise<{ departments: Departments; problems: Problem[] }> {
  const bytes = await readIfThere(join(dataDir, DEPARTMENTS_FILE))
  return bytes ? readDepartments(bytes, places) : { departments: NO_DEPARTMENTS, problems: [] }
}

async function openHolidays(dataDir: string): Promise<{ holidays: WorkCalendar; problems: Problem[] }> {
  const bytes = await readIfThere(join(dataDir, HOLIDAYS_FILE))
  return bytes ? readHolidays(bytes) : { holidays: NO_HOLIDAYS, problems: [] }
}

/** Personal data in the lists that a publisher keeps; what cannot be decoded is reported where it is read. */
async function checkLists(dataDir: string, { phones }: Departments): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const file of [PLACES_FILE, DEPARTMENTS_FILE, HOLIDAYS_FILE]) {
    const bytes = await readIfThere(join(dataDir, file))
    const decoded = bytes && decode(bytes, file)
    if (decoded && 'text' in decoded) problems.push(...checkListWords(decoded.text, file, phones))
  }
  return problems
}

async function openProfiles(dataDir: string, contracts: ReadonlyMap<string, Contract>): Promise<Map<string, Layout>> {
  const profiles = new Map<string, Layout>()
  for (const contract of contracts.values()) {
    const layout = await openProfile(dataDir, contract)
    if (layout) profiles.set(contract.id, layout)
  }
  return profiles
}

/** Null where there is none, or none that can be reached without a link: the folder itself is refused as a raw file is. */
async function openProfile(dataDir: string, contract: Contract): Promise<Layout | null> {
  const folder = `raw/${contract.id}`
  // One after the other: a link to itself cannot be looked behind.
  for (const path of ['raw', folder]) if (await isLink(join(dataDir, path))) return null
  const file = `${folder}/${PROFILE_FILE}`
  const found = await lstat(join(dataDir, file)).catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
  if (found === null || found.isDirectory()) return null
  const reportRefused = (rule: string, more: Partial<Problem> = {}) => ({
    contract,
    problems: [createProblemAtLevel(rule, 'error', { dataset: contract.id, file }, more)],
  })
  if (found.isSymbolicLink()) return reportRefused('raw-link')
  if (!found.isFile()) return reportRefused('raw-not-a-file')
  if (found.size > PROFILE_BYTES_MAX)
    return reportRefused('file-too-large', { found: String(found.size), expected: `≤ ${PROFILE_BYTES_MAX}` })
  return withProfile(contract, await readFile(join(dataDir, file)), file)
}
