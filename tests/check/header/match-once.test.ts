import { expect, test } from 'vitest'
import { matchHeaders } from '../../../src/check/header/match-headers.ts'
import { check } from '../../../src/check/index.ts'
import { read } from '../../../src/read/index.ts'
import { contractOf, makeColumn, PLACES } from '../small.ts'

test('the header of a sheet is matched once, however often it is asked about', () => {
  const contract = contractOf({ a: makeColumn({ kind: 'integer' }, '甲'), b: makeColumn({ kind: 'integer' }, '乙') })
  const [sheet] = read(new TextEncoder().encode('甲,乙\n1,2\n3,4\n'), 'a.csv', {}).sheets
  if (!sheet) throw new Error('no sheet')
  // Every match begins by asking for the columns that the profile declares.
  let asked = 0
  const counted = {
    ...contract,
    get profile() {
      asked += 1
      return {}
    },
  }
  const countOnce = () => {
    asked = 0
    expect(check(counted, [sheet], { period: '2026-10', places: PLACES }).rowsUsed).toBe(2)
    return asked
  }
  const [first, again] = [countOnce(), countOnce()]
  asked = 0
  // The same sheet under another identity, as nobody has asked about it.
  matchHeaders(counted, { ...sheet })
  expect(asked).toBeGreaterThan(0)
  expect(first - again).toBe(asked)
})
