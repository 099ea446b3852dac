import { toBilingual } from '../command/bilingual.ts'
import type { FaultCounts, FaultFigures } from './measure-faults.ts'

/** A table of groups of kinds × datasets, each cell right/injected; then what was not right, one line each. */
export function listFaultLines({ kinds, datasets, groups, wrong }: FaultFigures): string[] {
  const ids = Object.keys(datasets)
  const joinLine = (name: string, cells: readonly string[]) =>
    `  ${name.padEnd(NAME_WIDTH)}${cells.map((cell) => cell.padStart(CELL_WIDTH)).join('')}`
  const outcomes = (['words', 'alarm', 'noted', 'silent'] as const).map((outcome) =>
    joinLine(
      outcome,
      ids.map((id) => String(datasets[id]?.[outcome] ?? 0)),
    ),
  )
  return [
    toBilingual({ zh: `注入差错（${kinds}种）`, en: `Injected faults (${kinds} kinds)` }),
    joinLine(
      '',
      ids.map((id) => id.slice(0, CELL_WIDTH - 1)),
    ),
    ...Object.entries(groups).map(([group, own]) =>
      joinLine(
        group,
        ids.map((id) => formatRatio(own[id])),
      ),
    ),
    joinLine(
      'all right',
      ids.map((id) => formatRatio(datasets[id])),
    ),
    joinLine(
      '%',
      ids.map((id) => formatPercent(datasets[id])),
    ),
    ...outcomes,
    ...wrong.map(({ outcome, dataset, group, kind, said }) => `  ${outcome} ${dataset} ${group}/${kind}: ${said}`),
  ]
}

const NAME_WIDTH = 12
const CELL_WIDTH = 11

function formatRatio(counts: FaultCounts | undefined): string {
  return counts === undefined ? '–' : `${counts.right}/${sumOf(counts)}`
}

function formatPercent(counts: FaultCounts | undefined): string {
  return counts === undefined ? '–' : ((counts.right / sumOf(counts)) * 100).toFixed(1)
}

function sumOf({ right, words, alarm, noted, silent }: FaultCounts): number {
  return right + words + alarm + noted + silent
}
