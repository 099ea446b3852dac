import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dayOf } from '../../src/calendar/days.ts'
import type { LineEffects, Memory } from '../../src/line/effects.ts'
import { listPublicTables } from '../../src/line/list-public-tables.ts'
import { planFiles } from '../../src/line/plan-files.ts'
import { checkAll } from '../../src/line/run-line.ts'
import { withholdAll } from '../../src/line/withhold-all.ts'
import type { Portal } from '../../src/portal/portal.ts'
import { openFolder } from '../../src/store/file-reader.ts'
import { findWithdrawn, readReleases } from '../../src/store/log.ts'
import { sum } from '../../src/text/sum.ts'
import { auditPublished } from '../../src/withhold/audit-published.ts'
import { loadSolver } from '../../src/withhold/highs-solver.ts'
import type { Progress } from '../command/progress-reporter.ts'
import { buildDiskEffects } from '../line/disk-effects.ts'
import { openDiskLedger } from '../line/disk-ledger.ts'
import { toCpuSeconds } from './statistics.ts'

/** What withholding, proving and attacking takes for a portal as it is. */
export interface OwnGateFigures {
  datasets: number
  witnesses: number
  /** Hidden cells without proof. */
  unproven: number
  /** Withholding with no proof kept, then with those that are kept by the hash of what they prove. */
  made: Times
  kept: Times
  /** The attack on all that is public. */
  attack: Times
  tables: number
  cells: number
  hidden: number
}

interface Times {
  wallSeconds: number
  cpuSeconds: number
}

/** From the checked files of a portal to what is published of them; reading and checking is not in it. */
export async function measureOwnGate(portal: Portal, progress: Progress): Promise<OwnGateFigures> {
  const { dataDir, contracts, places } = portal
  const today = dayOf(new Date())
  const published = join(dataDir, 'published')
  const memory = createMemory()
  const effects: LineEffects = {
    ...buildDiskEffects(dataDir, today),
    memory,
    ledger: openDiskLedger(published, join(dataDir, 'proofs')),
  }
  const plan = planFiles((await effects.list()) ?? [], contracts)
  const { memory: _none, ...unaided } = effects
  const checked = await checkAll(plan, portal, unaided, today)
  progress.advance(published)
  const made = await measure(() => withholdAll(checked, places, effects))
  const kept = await measure(() => withholdAll(checked, places, effects))
  const tables = listPublicTables(contracts, await listPublic(published))
  const openSolver = await loadSolver()
  const attack = await measure(async () => auditPublished(tables, openSolver))
  const { proofs, problems } = made.result
  return {
    datasets: proofs.length,
    witnesses: sum(proofs.map(({ witnesses }) => witnesses)),
    unproven: problems.length,
    ...{ made: made.times, kept: kept.times, attack: attack.times },
    ...{ tables: attack.result.tables, cells: attack.result.cells, hidden: attack.result.hidden },
  }
}

function createMemory(): Memory {
  const kept = new Map<string, string>()
  return {
    salt: '',
    recall: async (key) => kept.get(key) ?? null,
    keep: async (key, text) => void kept.set(key, text),
    forgetRest: async () => {},
  }
}

async function listPublic(folder: string) {
  const { releases } = await readReleases(openFolder(folder))
  const withdrawn = findWithdrawn(releases)
  const files = releases
    .flatMap(({ release, files }) => files.map((file) => ({ file, release })))
    .filter(({ file }) => !withdrawn.has(file.path))
  return Promise.all(files.map(async (of) => ({ ...of, text: await readFile(join(folder, of.file.path), 'utf8') })))
}

async function measure<T>(work: () => Promise<T>): Promise<{ result: T; times: Times }> {
  const [start, before] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const cpuSeconds = toCpuSeconds(process.cpuUsage(before))
  return { result, times: { wallSeconds: (performance.now() - start) / 1000, cpuSeconds } }
}
