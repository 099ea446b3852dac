import { toBilingual } from '../command/bilingual.ts'
import type { GateFigures } from './measure-gate.ts'

/** One line a release. What is unproven has fewer than three possible values: its table would go up its ladder. */
export function listGateLines(gate: readonly GateFigures[]): string[] {
  const width = Math.max(...gate.map(({ name }) => name.length))
  return [
    toBilingual({ zh: '证明隐去的数', en: 'Proving hidden counts' }),
    ...gate.map(({ name, cells, hidden, unproven, witnesses, wallSeconds, cpuSeconds, checkCpuSeconds }) =>
      [
        `  ${name.padEnd(width)}  ${cells} cells, ${hidden} hidden, ${unproven} unproven`,
        `${wallSeconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} CPU s`,
        `${witnesses} witnesses, checked in ${checkCpuSeconds.toFixed(2)} CPU s`,
      ].join('  '),
    ),
  ]
}
