import { describe, expect, test } from 'vitest'
import { findShown } from '../../src/read/number-format.ts'

describe('how many powers of ten the screen takes from a number', () => {
  test.each([
    ['General', 0],
    ['@', 0],
    ['#,##0', 0],
    ['#,##0.00_ ;[Red]\\-#,##0.00\\ ', 0],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0],
    ['[$¥-804]#,##0.00', 0],
    ['"第"0"章, 甲"', 0],
    ['000\\-00', 0],
    ['#,##0,', 3],
    ['#,##0.0,,', 6],
    ['#,##0,.00', 3],
    ['0!.0,', 4],
    ['0\\.0,', 4],
    ['0"."0,', 4],
    ['0!.0000', 4],
  ])('%s', (format, power) => expect(findShown(format, 123456)).toMatchObject({ power, percent: null }))

  test('by the section that holds for the value', () => {
    const format = '[>=10000]0!.0,"万";0'
    expect(findShown(format, 123456)).toMatchObject({ power: 4, hasUnit: true })
    expect(findShown(format, 123)).toMatchObject({ power: 0, hasUnit: false })
    expect(findShown('#,##0,;-#,##0', -5)).toMatchObject({ power: 0 })
    expect(findShown('#,##0;-#,##0,', -5)).toMatchObject({ power: 3 })
  })
})

test('a percent sign multiplies, or only stands there', () => {
  expect(['0%', '0.00%', '0.0"%"', '0.00\\%', '0!%', '0"％"', '0'].map((text) => findShown(text, 0.5).percent)).toEqual(
    ['ratio', 'ratio', 'literal', 'literal', 'literal', 'literal', null],
  )
})
