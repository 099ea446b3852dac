import { pluralise } from '../../src/text/plural.ts'
import { toBilingual } from '../command/bilingual.ts'
import type { GateFigures } from './measure-gate.ts'
import type { OwnGateFigures } from './measure-own-gate.ts'

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

/** What the gate takes for the portal itself: all proofs, with kept proofs, and the attack. */
export function listOwnGateLines(own: OwnGateFigures): string[] {
  const say = ({ wallSeconds, cpuSeconds }: OwnGateFigures['made']) =>
    `${wallSeconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} CPU s`
  return [
    toBilingual({ zh: '这些数据发布前', en: 'Before these data are published' }),
    `  withheld and proven  ${pluralise(own.datasets, 'dataset')}, ${own.witnesses} witnesses, ${own.unproven} unproven  ${say(own.made)}`,
    `  with kept proofs     ${say(own.kept)}`,
    `  attacked             ${own.tables} tables, ${own.cells} cells, ${own.hidden} hidden  ${say(own.attack)}`,
  ]
}
