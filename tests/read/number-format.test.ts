import { describe, expect, test } from 'vitest'
import { findShown, findTextFault, printShown } from '../../src/read/number-format.ts'

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

test('a percent sign multiplies, or is only printed', () => {
  expect(['0%', '0.00%', '0.0"%"', '0.00\\%', '0!%', '0"％"', '0'].map((text) => findShown(text, 0.5).percent)).toEqual(
    ['ratio', 'ratio', 'literal', 'literal', 'literal', 'literal', null],
  )
})

describe('what a person who looks at the sheet does not see as it is stored', () => {
  test.each([
    [';;;', 3, 'hidden', ''],
    ['0;-0;;@', 0, 'hidden', ''],
    ['0;;', -3, 'hidden', ''],
    ['#', 0, 'hidden', ''],
    ['#,###', 0, 'hidden', ''],
    ['[<5]"*";0', 3, 'replaced', '*'],
    ['[=0]"无";0', 0, 'replaced', '无'],
    ['0;-0;"-"', 0, 'replaced', '-'],
    ['"*"', 3, 'replaced', '*'],
    ['"SQ-"0000', 12, 'words', 'SQ-0012'],
    ['"约"0', 5, 'words', '约5'],
    ['0"*"', 5, 'words', '5*'],
    ['0"①"', 5, 'words', '5①'],
    ['"第"0"章"', 3, 'words', '第3章'],
    ['[$甲-804]0', 3, 'words', '甲3'],
    ['0;0', -5, 'sign', '5'],
    ['#,##0;[Red]#,##0', -5, 'sign', '5'],
    ['-0', 5, 'sign', '-5'],
    ['0"万"', 12, 'unit', '12万'],
    ['0万', 12, 'unit', '12万'],
    ['0"万元"', 12, 'unit', '12万元'],
    ['0.0,"万"', 123456, 'unit', '123.5万'],
    ['[>=10000]0!.0,"万";0"万"', 123, 'unit', '123万'],
  ])('%s of %s: %s', (format, value, fault, shown) => {
    expect(findShown(format, value).fault).toBe(fault)
    expect(printShown(format, value)).toBe(shown)
  })

  test.each([
    ['General', 5],
    ['0_ ', -5],
    ['#,##0.00_);(#,##0.00)', -5],
    ['0.00_);[Red]\\(0.00\\)', -3],
    ['#,##0.00_ ;[Red]\\-#,##0.00\\ ', -5],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0],
    ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', 0],
    ['[$¥-804]#,##0.00', 5],
    ['"人民币"0.00', 5],
    ['[DBNum1][$-804]General', 5],
    ['+0;-0;0', 5],
    ['# ?/?', 0.5],
    ['0.00E+00', 5],
    ['0!.0,"万"', 123456],
    ['0,"千元"', 12000],
    ['#,##0.0,,"百万"', 1234567],
    ['@', 5],
    ['00000', 12],
  ])('%s of %s says what is stored', (format, value) => expect(findShown(format, value).fault).toBe(null))

  test('a unit is read with its number', () => {
    expect(['0"人"', 'General"张"', '0\\ "个"', '0"km"', '0"‰"'].map((format) => findShown(format, 5).unit)).toEqual([
      '人',
      '张',
      '个',
      'km',
      '‰',
    ])
  })

  test.each([
    [';;;', 'hidden'],
    ['0;-0;0;"**"', 'replaced'],
    ['"SQ-"@', 'words'],
    ['@"（注）"', 'words'],
    ['@', null],
    ['0', null],
    ['0;-0;0;@', null],
    [';;;@', null],
    ['_ @_ ', null],
  ])('a text under %s: %s', (format, fault) => expect(findTextFault(format)).toBe(fault))
})
