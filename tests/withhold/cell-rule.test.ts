import { describe, expect, test } from 'vitest'
import { protectionOf } from '../../src/contracts/count-protection.ts'
import { makePrintedRates, printCount } from '../../src/withhold/cell-rule.ts'

const [PERSONS, SENSITIVE] = [protectionOf({ class: 'P' }), protectionOf({ class: 'S' })]
if (!PERSONS || !SENSITIVE) throw new Error('both classes are protected')

const printValue = (value: number, protection: typeof PERSONS) => {
  const cell = printCount(value, protection)
  return cell.value ?? cell.status
}

describe('a count is printed by itself alone', () => {
  test('of persons: zero as zero, below 5 hidden, the rest to the nearest 5 and at least 5', () => {
    const values = [0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 997, 998]
    const hidden = ['withheld', 'withheld', 'withheld', 'withheld']
    expect(values.map((value) => printValue(value, PERSONS))).toEqual([0, ...hidden, 5, 5, 5, 10, 10, 15, 995, 1000])
  })

  test('of what is sensitive: zero hidden too, below 10 hidden, the rest to the nearest 10', () => {
    const values = [0, 1, 9, 10, 14, 15, 24, 25]
    const hidden = ['withheld', 'withheld', 'withheld']
    expect(values.map((value) => printValue(value, SENSITIVE))).toEqual([...hidden, 10, 10, 20, 20, 30])
  })

  test.each([-1, 0.5, Number.NaN])('%d is no count', (value) => {
    expect(() => printCount(value, PERSONS)).toThrow(/no count of people/)
  })

  test('things are printed exactly, and people in large counts where the contract says so', () => {
    expect([protectionOf({ class: 'O' }), protectionOf({ class: 'P', exact: true })]).toEqual([null, null])
  })
})

describe('a rate is made of printed counts', () => {
  const printRate = (above: number, below: number, decimals = 0, protection = PERSONS) => {
    const { value, status } = makePrintedRates(protection).rate(above, below, { times: 100, decimals })
    return status === 'final' ? value : `${status} ${value}`
  }

  test('only over 50 people, 100 where it is sensitive', () => {
    expect([printRate(25, 45), printRate(25, 50)]).toEqual(['withheld null', 50])
    expect([printRate(40, 90, 0, SENSITIVE), printRate(40, 100, 0, SENSITIVE)]).toEqual(['withheld null', 40])
  })

  test('its ends are cut below 1,000 people, and always where it is sensitive', () => {
    expect([printRate(5, 100), printRate(95, 100), printRate(10, 100)]).toEqual(['at-most 5', 'at-least 95', 10])
    expect([printRate(10, 1000), printRate(995, 1000)]).toEqual([1, 100])
    expect(printRate(20, 2000, 0, SENSITIVE)).toBe('at-most 5')
  })

  test('with a decimal only where rounding cannot move the rate by more than one of it', () => {
    expect([printRate(1000, 2100, 1), printRate(2000, 4200, 1), printRate(20_000, 42_000, 2)]).toEqual([
      48, 47.6, 47.62,
    ])
  })

  test('its interval is wide enough for chance and rounding, and is hidden with the ends', () => {
    const printEnds = (above: number, below: number) =>
      (['low', 'high'] as const).map(
        (end) => makePrintedRates(PERSONS).bound(above, below, { times: 100, decimals: 0, bound: end }).value,
      )
    expect(printEnds(85, 100)).toEqual([73, 94])
    expect(printEnds(95, 100)).toEqual([null, null])
    expect(printEnds(20, 45)).toEqual([null, null])
  })
})
