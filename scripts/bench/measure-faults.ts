import { ALL_KINDS } from '../../tests/faults/all-kinds.ts'
import { type Judged, judge, type Verdict } from '../../tests/faults/judge.ts'
import { Town } from '../../tests/faults/town.ts'
import type { Progress } from '../command/progress-reporter.ts'

/** How often each verdict was given, by the group of the kind and by dataset. */
export interface FaultFigures {
  kinds: number
  datasets: Record<string, FaultCounts>
  groups: Record<string, Record<string, FaultCounts>>
  /** Each injection whose result was wrong. */
  wrong: Judged[]
}

export type FaultCounts = Record<Verdict, number>

/** Every kind of fault and of harmless change put into the last file of every dataset of the demonstration. */
export async function measureFaults(progress: Progress, seed = 1): Promise<FaultFigures> {
  const town = await Town.open()
  const figures: FaultFigures = { kinds: ALL_KINDS.length, datasets: {}, groups: {}, wrong: [] }
  progress.setTotal(town.datasets.length)
  for (const dataset of town.datasets) {
    progress.advance(dataset)
    const subject = town.subject(dataset)
    for (const kind of ALL_KINDS) {
      const judged = judge(town, subject, kind, seed)
      if (judged !== null) count(figures, judged)
    }
  }
  return figures
}

/** Mutates the figures. */
function count(figures: FaultFigures, judged: Judged): void {
  const { group, dataset, verdict } = judged
  const whole = figures.datasets[dataset] ?? { ...NONE }
  figures.datasets[dataset] = whole
  const groups = figures.groups[group] ?? {}
  figures.groups[group] = groups
  const part = groups[dataset] ?? { ...NONE }
  groups[dataset] = part
  for (const counts of [whole, part]) counts[verdict] += 1
  if (verdict !== 'right') figures.wrong.push(judged)
}

const NONE: FaultCounts = { right: 0, words: 0, alarm: 0, noted: 0, silent: 0 }
