import { ALL_KINDS } from '../../tests/faults/all-kinds.ts'
import { checkFault, type FaultCheck, type FaultOutcome } from '../../tests/faults/check-fault.ts'
import { Town } from '../../tests/faults/town.ts'
import type { Progress } from '../command/progress-reporter.ts'

/** How often each outcome occurred, by the group of the kind and by dataset. */
export interface FaultFigures {
  kinds: number
  datasets: Record<string, FaultCounts>
  groups: Record<string, Record<string, FaultCounts>>
  /** Each injection whose result was wrong. */
  wrong: FaultCheck[]
}

export type FaultCounts = Record<FaultOutcome, number>

/** Every kind of fault and of harmless change put into the last file of every dataset of the demonstration. */
export async function measureFaults(progress: Progress, seed = 1): Promise<FaultFigures> {
  const town = await Town.open()
  const figures: FaultFigures = { kinds: ALL_KINDS.length, datasets: {}, groups: {}, wrong: [] }
  progress.setTotal(town.datasets.length)
  for (const dataset of town.datasets) {
    progress.advance(dataset)
    const subject = town.getSubject(dataset)
    for (const kind of ALL_KINDS) {
      const checked = checkFault(town, subject, kind, seed)
      if (checked !== null) count(figures, checked)
    }
  }
  return figures
}

/** Mutates the figures. */
function count(figures: FaultFigures, checked: FaultCheck): void {
  const { group, dataset, outcome } = checked
  const whole = figures.datasets[dataset] ?? { ...NONE }
  figures.datasets[dataset] = whole
  const groups = figures.groups[group] ?? {}
  figures.groups[group] = groups
  const part = groups[dataset] ?? { ...NONE }
  groups[dataset] = part
  for (const counts of [whole, part]) counts[outcome] += 1
  if (outcome !== 'right') figures.wrong.push(checked)
}

const NONE: FaultCounts = { right: 0, words: 0, alarm: 0, noted: 0, silent: 0 }
