import { protectionOf } from '../../src/contracts/count-protection.ts'
import { checkWitnesses } from '../../src/withhold/check-proof.ts'
import { prove } from '../../src/withhold/prove.ts'
import { buildReleaseSystem } from '../../src/withhold/release-system.ts'
import type { Progress } from '../command/progress-reporter.ts'
import { makeLargeRelease } from './large-release.ts'

/** What proving one release of made-up people takes. */
export interface GateFigures {
  name: string
  cells: number
  hidden: number
  witnesses: number
  unproven: number
  /** The system, and the search for witnesses. */
  wallSeconds: number
  cpuSeconds: number
  /** The checker, which trusts neither. */
  checkCpuSeconds: number
}

/** 12 districts × 20 categories × 12 months with all sums: 3,549 cells; with subdistricts and 35 categories: 51,012. */
const SIZES = [
  { name: '12 × 12 × 20', districts: 12, subdistricts: 0, categories: 20, mean: 6 },
  { name: '12 × 12 × 20', districts: 12, subdistricts: 0, categories: 20, mean: 20 },
  { name: '12 × (12 × 8) × 35', districts: 12, subdistricts: 8, categories: 35, mean: 20 },
]

/** Times the proof of made-up releases; a quick run leaves out the largest. */
export function measureGate(progress: Progress, isQuick: boolean): GateFigures[] {
  const sizes = isQuick ? SIZES.slice(0, 2) : SIZES
  progress.setTotal(sizes.length)
  return sizes.map(({ name, ...size }) => {
    progress.advance(name)
    return { ...measureOne(size), name: `${name}, λ = ${size.mean}` }
  })
}

function measureOne(size: Parameters<typeof makeLargeRelease>[0]): Omit<GateFigures, 'name'> {
  const { contract, people, tables, places } = makeLargeRelease(size)
  const protection = protectionOf(contract)
  if (!protection) throw new Error('bench: people without protection')
  const before = process.cpuUsage()
  const start = performance.now()
  const system = buildReleaseSystem(contract, people, { tables, places })
  const { witnesses } = prove(system, protection)
  const proven = performance.now()
  const { user, system: kernel } = process.cpuUsage(before)
  const unproven = checkWitnesses(system, witnesses, protection)
  const checked = process.cpuUsage(before)
  const hidden = system.cells.filter(({ value }) => value > 0 && value < protection.n).length
  return {
    ...{ cells: system.cells.length, hidden, witnesses: witnesses.length, unproven: unproven.length },
    ...{ wallSeconds: (proven - start) / 1000, cpuSeconds: (user + kernel) / 1e6 },
    checkCpuSeconds: (checked.user + checked.system - user - kernel) / 1e6,
  }
}
