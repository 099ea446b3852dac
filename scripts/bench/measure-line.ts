import { dayOf } from '../../src/calendar/days.ts'
import { check } from '../../src/check/index.ts'
import type { Contract } from '../../src/contracts/contract.ts'
import type { LineEffects } from '../../src/line/effects.ts'
import { planFiles, type RawFile } from '../../src/line/plan-files.ts'
import type { Portal } from '../../src/portal/portal.ts'
import { hasErrors } from '../../src/problems/problem.ts'
import { protect } from '../../src/protect/index.ts'
import { read } from '../../src/read/index.ts'
import { tabulate } from '../../src/tabulate/index.ts'
import { sum } from '../../src/text/sum.ts'
import type { Progress } from '../command/progress-reporter.ts'
import { buildDiskEffects } from '../line/disk-effects.ts'
import { divide, measureTime } from './statistics.ts'

/** The rooms of the line that a raw file passes, in order. */
export const ROOMS = ['read', 'check', 'protect', 'tabulate'] as const
type Room = (typeof ROOMS)[number]

export interface LineFigures {
  files: number
  /** Files that were stopped by an error; their later rooms took no time. */
  stopped: number
  bytes: number
  rows: number
  cpuSeconds: number
  rowsPerCpuSecond: number | null
  rooms: Record<Room, { cpuSeconds: number; share: number | null }>
}

/** Every raw file through the four rooms, without the memory of earlier runs. `last` takes the newest files only. */
export async function measureLine(
  portal: Portal,
  progress: Progress,
  last = Number.POSITIVE_INFINITY,
): Promise<LineFigures> {
  const effects = buildDiskEffects(portal.dataDir, dayOf(new Date()))
  const plan = planFiles((await effects.list()) ?? [], portal.contracts)
  const chosen = new Map([...plan.files].map(([dataset, files]) => [dataset, files.slice(-last)]))
  progress.setTotal(sum([...chosen.values()].map((files) => files.length)))
  const totals: Totals = {
    files: 0,
    stopped: 0,
    bytes: 0,
    rows: 0,
    cpu: { read: 0, check: 0, protect: 0, tabulate: 0 },
  }
  for (const [dataset, files] of chosen) {
    const declared = portal.contracts.get(dataset)
    if (!declared) continue
    const contract = portal.profiles.get(dataset)?.contract ?? declared
    for (const file of files) {
      progress.advance(file.path)
      await addFile(totals, file, { contract, portal, effects })
    }
  }
  return computeLineFigures(totals)
}

interface Totals {
  files: number
  stopped: number
  bytes: number
  rows: number
  /** CPU seconds. */
  cpu: Record<Room, number>
}

export function computeLineFigures({ cpu, ...counts }: Totals): LineFigures {
  const total = sum(ROOMS.map((room) => cpu[room]))
  const figuresOf = (name: Room) => ({ cpuSeconds: cpu[name], share: divide(cpu[name], total) })
  return {
    ...counts,
    cpuSeconds: total,
    rowsPerCpuSecond: divide(counts.rows, total),
    rooms: {
      read: figuresOf('read'),
      check: figuresOf('check'),
      protect: figuresOf('protect'),
      tabulate: figuresOf('tabulate'),
    },
  }
}

/** Mutates `totals`. The same steps as the line takes, one after the other under the clock. */
async function addFile(
  totals: Totals,
  file: RawFile,
  { contract, portal, effects }: { contract: Contract; portal: Portal; effects: LineEffects },
): Promise<void> {
  const bytes = await effects.read(file.path)
  totals.files += 1
  totals.bytes += bytes.length
  const { period } = file
  const { places } = portal
  const opened = measureTime(() => read(bytes, file.path, contract.profile))
  totals.cpu.read += opened.cpu
  if (hasErrors(opened.result.problems)) {
    totals.stopped += 1
    return
  }
  const checked = measureTime(() => check(contract, opened.result.sheets, { period, places }))
  totals.cpu.check += checked.cpu
  totals.rows += checked.result.rowsRead
  if (hasErrors(checked.result.problems)) {
    totals.stopped += 1
    return
  }
  const safe = measureTime(() => protect(contract, checked.result.rows))
  totals.cpu.protect += safe.cpu
  totals.cpu.tabulate += measureTime(() => tabulate(contract, safe.result, { period, places })).cpu
}
