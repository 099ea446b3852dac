import { expect, test } from 'vitest'
import { listGateLines } from '../../../scripts/bench/gate-lines.ts'
import { measureGate } from '../../../scripts/bench/measure-gate.ts'

test('the gate proves every hidden cell of 3,549, and prints what it took', () => {
  const seen: string[] = []
  const progress = {
    setTotal: () => {},
    advance: (name?: string) => seen.push(name ?? ''),
    setResult: () => {},
    markFailed: () => {},
  }
  const figures = measureGate(progress, true)
  expect(seen).toEqual(['12 × 12 × 20', '12 × 12 × 20'])
  expect(figures.map(({ cells, unproven }) => [cells, unproven])).toEqual([
    [3549, 0],
    [3549, 0],
  ])
  expect(figures.every(({ hidden, witnesses }) => hidden > 500 && witnesses > 2)).toBe(true)
  expect(listGateLines(figures)[1]).toMatch(
    /^ {2}12 × 12 × 20, λ = 6 {3}3549 cells, \d+ hidden, 0 unproven {2}\d+\.\d s, \d+\.\d CPU s {2}\d+ witnesses, checked in \d\.\d\d CPU s$/,
  )
})
