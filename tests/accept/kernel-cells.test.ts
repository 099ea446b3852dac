import { describe, expect, test } from 'vitest'
import { randomOf } from '../../scripts/demo/random.ts'
import { type CellPlan, makeEnds, NOT_ACCEPTED } from '../../src/accept/cell-plan.ts'
import { CellTexts } from '../../src/accept/cell-texts.ts'
import { DictionaryPlan } from '../../src/accept/dictionary-plan.ts'
import { KernelScanner } from '../../src/accept/kernel/kernel-scanner.ts'
import { MinutesPlan } from '../../src/accept/minutes-plan.ts'
import { NamesPlan } from '../../src/accept/names-plan.ts'
import { NumbersPlan } from '../../src/accept/numbers-plan.ts'

const COMMA = ','.charCodeAt(0)
const ends = makeEnds(COMMA)
const texts = new CellTexts('utf-8')
const isTaken = (text: string) => !text.includes('x')

/** Plans that have met these cells already, so that the kernel knows what they know. */
const PLANS: Record<string, { make: () => CellPlan; met: string[]; accepted: string[]; refused: string[] }> = {
  minutes: {
    make: () => new MinutesPlan({ ends, isOptional: true }),
    met: [],
    accepted: [
      '2026-10-12 09:30',
      '2026-10-12 09:30:00',
      '2028-02-29 23:59',
      '1900-01-01 00:00',
      '2199-12-31 00:00',
      '',
    ],
    refused: [
      ...['2026-02-29 10:00', '2026-13-01 10:00', '2026-00-01 10:00', '2026-10-00 10:00', '2026-10-12 24:00'],
      ...['2026-10-12 09:60', '2026-10-12 09:30:01', '2026-10-12 09:3', '2026-10-12  09:30', '2026/10/12 09:30'],
      ...['1899-12-31 00:00', '2200-01-01 00:00', '2026-1:-12 09:30', '２026-10-12 09:30', ' ', '2026-10-12 09:30 '],
    ],
  },
  numbers: {
    make: () => new NumbersPlan({ ends, isOptional: true, decimalsMax: 6, min: 0, max: 1e15 }),
    met: [],
    accepted: ['0', '7', '120', '3.25', '0.000001', '999999999999999', '12345678901.1234', ''],
    refused: [
      '00',
      '007',
      '-1',
      '+1',
      '1.',
      '.5',
      '1.2345678',
      '9999999999999999',
      '123456789012.1234',
      '1e5',
      '１',
      '1 ',
    ],
  },
  'small numbers': {
    make: () => new NumbersPlan({ ends, isOptional: false, decimalsMax: 0, min: 2, max: 99 }),
    met: [],
    accepted: ['2', '99'],
    refused: ['', '1', '100', '3.0'],
  },
  names: {
    make: () => new NamesPlan({ ends, texts, isTaken, isOptional: true, isApart: () => false }),
    met: ['YJ-000123'],
    accepted: ['YJ-999999', 'YJ-000000', ''],
    refused: ['YJ-00012', 'YJ-0001234', 'YJ_000123', 'Yj-000123', 'YJ-00012三', 'YJ-00012 '],
  },
  'long numbers as names': {
    make: () => new NamesPlan({ ends, texts, isTaken, isOptional: false, isApart: () => false }),
    met: ['123456789012345'],
    accepted: [],
    refused: ['123456789012345', ''],
  },
  dictionary: {
    make: () =>
      new DictionaryPlan({ ends, texts, check: (text) => (isTaken(text) ? { value: text, notes: [] } : null) }),
    met: ['', '街道', '12345热线', 'a', 'abcdefgh', 'abcdefghi', '一个相当长的说法，超过十六个字节', 'x'],
    accepted: ['', '街道', '12345热线', 'a', 'abcdefgh', 'abcdefghi', '一个相当长的说法，超过十六个字节'],
    refused: ['b', 'x', '街', 'abcdefg', 'abcdefghj', '一个相当长的说法，超过十六个字符', '街道 '],
  },
}

describe.each(Object.entries(PLANS))('the kernel on %s', (_, { make, met, accepted, refused }) => {
  test('accepts', () => expect(accepted.filter((cell) => !accepts(make, met, cell))).toEqual([]))
  test('leaves to the plan', () => expect(refused.filter((cell) => accepts(make, met, cell))).toEqual([]))

  test('accepts nothing that the plan does not, and reads the same values', () => {
    const random = randomOf(11, 'cells')
    const cells = [...accepted, ...refused, ...met]
    const bytes = cells.flatMap((cell) => [...new TextEncoder().encode(cell)])
    for (let round = 0; round < 2_000; round += 1) {
      const cell = [...new TextEncoder().encode(cells[random.drawBetween(0, cells.length - 1)])]
      const other = bytes[random.drawBetween(0, bytes.length - 1)] ?? 0
      if (cell.length > 0 && round % 4 > 0) cell.splice(random.drawBetween(0, cell.length - 1), round % 2, other)
      accepts(make, met, Uint8Array.from(cell))
    }
  })
})

/** True where the kernel accepts a cell. Throws where the plan by itself does not, or reads another value. */
function accepts(make: () => CellPlan, met: readonly string[], cell: string | Uint8Array): boolean {
  const bytes = typeof cell === 'string' ? new TextEncoder().encode(cell) : cell
  const line = Uint8Array.from([...bytes, 0x0a])
  const [byKernel, byPlan] = [make(), make()].map((plan) => {
    plan.grow(8)
    for (const known of met) plan.scan(Uint8Array.from([...new TextEncoder().encode(known), 0x0a]), 0, 0)
    return plan
  })
  if (!byKernel || !byPlan) throw new Error('no plans')
  const kernel = KernelScanner.open([byKernel], COMMA)
  if (!kernel?.load(line, 0, line.length)) throw new Error('no kernel')
  const { rows, next } = kernel.scan(0)
  if (rows === 0) return false
  kernel.take(0)
  expect({ cell, next: byPlan.scan(line, 0, 0) }).toEqual({ cell, next: next - 1 })
  expect(byPlan.scan(line, 0, 0)).not.toBe(NOT_ACCEPTED)
  expect(byKernel.finish(null, 1)).toEqual(byPlan.finish(null, 1))
  return true
}
