import { expect, test } from 'vitest'
import type { Value } from '../../src/contracts/row.ts'
import { composeLines, contractOf, makeColumn, measured } from './two-districts.ts'

const place = makeColumn({ kind: 'place' })

test('a register is its rows, sorted by their key, with their text and what can be counted', () => {
  const contract = contractOf(
    {
      number: makeColumn({ kind: 'text' }),
      holder: makeColumn({ kind: 'text' }, 'public'),
      tonnes: makeColumn({ kind: 'number' }, 'count'),
    },
    {
      kind: 'register',
      dimensions: [{ column: 'number' }],
      attributes: ['holder'],
      measures: { tonnes: { ...measured, take: 'tonnes' } },
    },
  )
  const rows = [
    { number: 'B', holder: '乙厂', tonnes: 0.35 },
    { number: 'A', holder: null, tonnes: null },
  ]
  expect(composeLines(contract, rows)).toEqual(['A | null not-applicable', 'B | 乙厂 | 0.35'])
})

test('a value that was taken stands for its own place only, and two rows for one place are our fault', () => {
  const contract = contractOf(
    { place, years: makeColumn({ kind: 'number' }, 'public') },
    {
      dimensions: [{ column: 'place', levels: ['city', 'district'] }],
      measures: { years: { ...measured, take: 'years' } },
    },
  )
  expect(
    composeLines(contract, [
      { place: '99', years: 81.2 },
      { place: '9901', years: 80.7 },
    ]),
  ).toEqual(['99 | 81.2', '9901 | 80.7'])
  const row: Record<string, Value> = { place: '99', years: 81.2 }
  expect(() => composeLines(contract, [row, row])).toThrow('two rows where one value is taken: years')
})
