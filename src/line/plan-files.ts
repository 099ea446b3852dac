import { isPeriod, PERIOD_SHAPES } from '../calendar/period.ts'
import type { Contract } from '../contracts/contract.ts'
import { PROFILE_FILE } from '../portal/read-profile.ts'
import { createProblemAtLevel, type Problem } from '../problems/problem.ts'

/** Something that lies in `raw/<folder>/`, or in `raw/` itself. */
export interface RawEntry {
  /** Path below the data folder, with `/`: `raw/cases/2026-10.csv`. */
  path: string
  /** `other`: a pipe, a socket, a device; to open it might wait for ever. */
  kind: 'file' | 'folder' | 'link' | 'other'
  bytes: number
}

/** A file that the line can take up. */
export interface RawFile {
  path: string
  dataset: string
  period: string
  bytes: number
}

export interface RawPlan {
  /** By dataset, in the order of their ids; files in the order of their periods. */
  files: ReadonlyMap<string, readonly RawFile[]>
  problems: Problem[]
}

/** Files that `read` knows what to say about; the old formats are refused there, with the remedy. */
const TABLES = /\.(csv|xlsx|xls|et)$/i

/** Sorts what lies in `raw/` into files of datasets, and finds what belongs to none. */
export function planFiles(entries: readonly RawEntry[], contracts: ReadonlyMap<string, Contract>): RawPlan {
  const files = new Map<string, RawFile[]>()
  const problems: Problem[] = []
  for (const entry of entries.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const [, folder = '', name, ...deeper] = entry.path.split('/')
    const aside = checkAside(entry, name ?? folder)
    if (aside !== 'data') {
      if (aside !== null) problems.push(aside)
      continue
    }
    // The portal has opened the profile, and has said what is wrong with it.
    if (name === PROFILE_FILE && deeper.length === 0 && entry.kind !== 'folder' && contracts.has(folder)) continue
    if (entry.kind === 'link' || entry.kind === 'other') {
      problems.push(
        createProblemAtLevel(entry.kind === 'link' ? 'raw-link' : 'raw-not-a-file', 'error', { file: entry.path }),
      )
    } else if (name === undefined) {
      problems.push(...findFolderProblems(entry, folder, contracts))
    } else if (entry.kind === 'folder' || deeper.length > 0) {
      problems.push(createProblemAtLevel('raw-folder-nested', 'error', { dataset: folder, file: entry.path }))
    } else {
      const contract = contracts.get(folder)
      const taken = contract && takeUp(entry, name, contract)
      if (taken && 'rule' in taken) problems.push(taken)
      else if (taken) {
        const list = files.get(folder) ?? []
        const other = list.find((file) => file.period === taken.period)
        // Nobody can say which of the two counts, so one is enough to look for other faults.
        if (other) problems.push(createTwiceProblem(taken, other))
        else files.set(folder, [...list, taken])
      }
    }
  }
  return { files, problems }
}

/** What programs leave beside data: the problem to report, null where there is nothing to say. */
function checkAside({ path, kind }: RawEntry, name: string): Problem | null | 'data' {
  const open = /^(?:~\$|\.~lock\.)(.*?)#?$/.exec(name)?.[1]
  if (open !== undefined) return createProblemAtLevel('raw-file-open', 'error', { file: path }, { found: open })
  const isSystem = /^(?:thumbs\.db|desktop\.ini)$/i.test(name)
  if (isSystem || (name.startsWith('.') && kind === 'file' && TABLES.test(name)))
    return createProblemAtLevel('raw-file-ignored', 'note', { file: path }, { found: name })
  return name.startsWith('.') ? null : 'data'
}

function findFolderProblems(entry: RawEntry, folder: string, contracts: ReadonlyMap<string, Contract>): Problem[] {
  if (entry.kind === 'file') return [createProblemAtLevel('raw-file-stray', 'error', { file: entry.path })]
  if (contracts.has(folder)) return []
  const expected = [...contracts.keys()].sort().join(' | ')
  return [createProblemAtLevel('raw-dataset-unknown', 'error', { file: entry.path }, { found: folder, expected })]
}

function takeUp(entry: RawEntry, name: string, contract: Contract): RawFile | Problem {
  const at = { dataset: contract.id, file: entry.path }
  if (!TABLES.test(name)) return createProblemAtLevel('raw-file-stray', 'error', at, { found: name })
  const period = name.replace(TABLES, '')
  if (!isPeriod(period, contract)) {
    const expected = PERIOD_SHAPES[contract.frequency]
    return createProblemAtLevel('raw-period-invalid', 'error', at, { found: period, expected })
  }
  return { path: entry.path, dataset: contract.id, period, bytes: entry.bytes }
}

/** `2026-10.csv` beside `2026-10.xlsx`. */
function createTwiceProblem(file: RawFile, other: RawFile): Problem {
  const at = { dataset: file.dataset, file: file.path }
  return createProblemAtLevel('raw-period-twice', 'error', at, { found: file.period, params: { other: other.path } })
}
