import type { Contract } from '../contracts/contract.ts'
import { applyExceptions, isOfWords, listAcceptedCells } from '../portal/exceptions.ts'
import type { Portal } from '../portal/portal.ts'
import { PLACES_FILE } from '../portal/read-places.ts'
import { stopsPublishing } from '../problems/acceptance.ts'
import { createProblemAtLevel, hasErrors, type Problem } from '../problems/problem.ts'
import type { Engine } from '../sql/engine.ts'
import type { KeptProof, SourcedTable } from '../store/plan-release.ts'
import type { Release } from '../store/published-tables.ts'
import { checkByEngine } from './check-by-engine.ts'
import { checkFiles } from './check-files.ts'
import { checkTogether } from './check-together.ts'
import type { LineEffects } from './effects.ts'
import { joinParts } from './join-parts.ts'
import { planFiles, type RawFile, type RawPlan } from './plan-files.ts'
import type { CheckedFile, FileReport, FileTask } from './raw-file.ts'
import { type CheckedDataset, withholdAll } from './withhold-all.ts'

/** What a run of the line found and made. */
export interface LineResult {
  files: FileReport[]
  problems: Problem[]
  /** Tables of the datasets that nothing stops, with their raw files. */
  tables: SourcedTable[]
  /** Repairs made on import, for the release. */
  repairs: Release['repairs']
  /** Proofs of the datasets that have hidden cells. */
  proofs: KeptProof[]
}

/**
 * Every raw file of a portal: read → check → protect → tabulate, then the identities between the tables. All
 * problems of all files come out of one run; a dataset with an error, or a warning that must be accepted
 * first, gives no table.
 */
export async function runLine(
  portal: Portal,
  effects: LineEffects,
  given: GivenFiles = NONE_GIVEN,
): Promise<LineResult> {
  if (hasErrors(portal.problems)) return { files: [], problems: portal.problems, tables: [], repairs: [], proofs: [] }
  const entries = await effects.list()
  if (entries === null && given.size === 0) {
    const missing = createProblemAtLevel('raw-missing', 'warning', { file: 'raw' })
    return { files: [], problems: [...portal.problems, missing], tables: [], repairs: [], proofs: [] }
  }
  const today = effects.getToday?.() ?? ''
  const plan = planWithPlaces(planFiles(entries ?? [], portal.contracts), portal)
  const own = await checkAll(removeGiven(plan, given), portal, effects, today)
  const checked = [...own, ...listGiven(portal, given)].sort((a, b) => (a.contract.id < b.contract.id ? -1 : 1))
  const withheld = await withholdAll(checked, portal.places, effects)
  const found = [
    ...portal.problems,
    ...portal.ofWords,
    ...plan.problems,
    ...[...portal.profiles.values()].flatMap((profile) => profile.problems),
    ...checked.flatMap((dataset) => dataset.results.flatMap((result) => result.problems)),
    ...findCrossProblems(checked, portal, today),
    ...withheld.problems,
  ]
  const { exceptions, problems: ofExceptions } = portal.exceptions
  const ofFiles = exceptions.filter((exception) => !isOfWords(exception))
  const problems = [...applyExceptions(found, ofFiles, today), ...ofExceptions]
  const stopped = new Set(problems.filter(stopsPublishing).map((problem) => problem.dataset))
  return {
    files: checked.flatMap((dataset) => dataset.results.map((result) => result.report)),
    problems,
    tables: withheld.tables.filter(({ contract }) => !stopped.has(contract.id)),
    proofs: withheld.proofs,
    repairs: repairsOf(problems),
  }
}

/** Without a list of places every place would be unknown, row by row: it is said once, and those files are not read. */
function planWithPlaces(plan: RawPlan, { contracts, places }: Portal): RawPlan {
  if (places.all.length > 0) return plan
  const stuck = [...plan.files.keys()].filter((id) => {
    const columns = Object.values(contracts.get(id)?.columns ?? {})
    return columns.some(({ type, absent }) => PLACED.has(type.kind) && absent !== true)
  })
  if (stuck.length === 0) return plan
  const missing = createProblemAtLevel(
    'places-missing',
    'error',
    { file: PLACES_FILE },
    { params: { datasets: stuck.join(', ') } },
  )
  const files = new Map([...plan.files].filter(([id]) => !stuck.includes(id)))
  return { ...plan, files, problems: [...plan.problems, missing] }
}

/** Kinds of columns whose values hold a place. */
const PLACED = new Set(['place', 'grid-code', 'component-code'])

/** Files of datasets that were read, judged and made into tables elsewhere: their raw files are not looked for. */
export type GivenFiles = ReadonlyMap<string, CheckedFile[]>

const NONE_GIVEN: GivenFiles = new Map()

function removeGiven(plan: RawPlan, given: GivenFiles): RawPlan {
  return { ...plan, files: new Map([...plan.files].filter(([dataset]) => !given.has(dataset))) }
}

function listGiven({ contracts, profiles }: Portal, given: GivenFiles): CheckedDataset[] {
  return [...given].flatMap(([dataset, results]) => {
    const contract = profiles.get(dataset)?.contract ?? contracts.get(dataset)
    return contract ? [{ contract, results }] : []
  })
}

/** All files of all datasets, by dataset. */
export async function checkAll(
  plan: RawPlan,
  portal: Portal,
  effects: LineEffects,
  today: string,
): Promise<CheckedDataset[]> {
  const { places, departments } = portal
  const datasets = [...plan.files].flatMap(([dataset, files]) => {
    const declared = portal.contracts.get(dataset)
    if (!declared) return []
    const { contract, problems } = portal.profiles.get(dataset) ?? { contract: declared, problems: [] }
    const tasks = (hasErrors(problems) ? [] : sortByPeriod(files)).map((file) => {
      const of = { dataset, file: file.path, period: file.period, today }
      const acceptedCells = listAcceptedCells(portal.exceptions.exceptions, of)
      return { file, contract, places, departments, acceptedCells }
    })
    return [{ contract, tasks }]
  })
  const { engine } = effects
  if (engine) return checkAllByEngine(datasets, engine, effects)
  const results = await checkFiles(
    datasets.flatMap(({ tasks }) => tasks),
    effects,
  )
  return datasets.map(({ contract, tasks }) => ({ contract, results: results.splice(0, tasks.length) }))
}

async function checkAllByEngine(
  datasets: readonly { contract: Contract; tasks: readonly FileTask[] }[],
  engine: Engine,
  effects: LineEffects,
): Promise<CheckedDataset[]> {
  const checked: CheckedDataset[] = []
  for (const { contract, tasks } of datasets) {
    checked.push({ contract, results: await checkByEngine(tasks, engine, effects) })
  }
  return checked
}

/** What the files say of each other, checked once all have been read. */
function findCrossProblems(checked: readonly CheckedDataset[], portal: Portal, today: string): Problem[] {
  const datasets = checked.map(({ contract, results }) => ({
    contract,
    files: joinParts(
      results.map(({ report, period, digest, shape, tables }) => ({ ...report, period, digest, shape, tables })),
    ),
  }))
  return checkTogether(datasets, { places: portal.places, holidays: portal.holidays, today })
}

/** Notes of the check, counted by file and rule. */
function repairsOf(problems: readonly Problem[]): Release['repairs'] {
  const repairs = new Map<string, Release['repairs'][number] & { count: number }>()
  for (const { level, dataset, file, rule, params } of problems) {
    if (level !== 'note' || dataset === null || file === null) continue
    const name = `${file}\t${rule}`
    const repair = repairs.get(name) ?? { dataset, file, rule, count: 0 }
    repair.count += typeof params['count'] === 'number' ? params['count'] : 1
    repairs.set(name, repair)
  }
  return [...repairs.values()]
}

function sortByPeriod(files: readonly RawFile[]): RawFile[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}
