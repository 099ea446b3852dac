import { describe, expect, test } from 'vitest'
import { parseNumber } from '../../../src/check/values/number.ts'

describe('numbers as people write them', () => {
  test.each([
    ['1,234', 1234, '', '', 'number-grouped'],
    ['１２３４', 1234, '', '', 'cell-width'],
    ['12万', 120_000, '', '', 'number-scaled'],
    ['1.2亿', 120_000_000, '', '', 'number-scaled'],
    ['865万件', 8_650_000, '件', '', 'number-scaled'],
    ['5.8万余家', 58_000, '家', '余', 'number-scaled'],
    ['95%', 95, '%', '', ''],
    ['９５％', 95, '%', '', 'cell-width'],
    ['95', 95, '', '', ''],
    ['0.95', 0.95, '', '', ''],
    ['≥90%', 90, '%', '≥', ''],
    ['约200', 200, '', '约', ''],
    ['200余', 200, '', '余', ''],
    ['1400多人', 1400, '人', '多', ''],
    ['0', 0, '', '', ''],
    ['-3.5', -3.5, '', '', ''],
    ['.5', 0.5, '', '', ''],
    ['+12.3%', 12.3, '%', '', ''],
    ['1.5万元', 15_000, '元', '', 'number-scaled'],
    ['３，４５６', 3456, '', '', 'cell-width number-grouped'],
    ['8003744 ', 8_003_744, '', '', 'cell-trimmed'],
    ['＜0.01', 0.01, '', '<', 'cell-width'],
    ['1.1万', 11_000, '', '', 'number-scaled'],
    ['200人以上', 200, '人', '以上', ''],
  ])('%s → %d %s %s', (text, value, unit, qualifier, notes) => {
    const number = parseNumber(text)
    expect(number).toMatchObject({ is: 'number', value, unit, qualifier })
    expect(number.is === 'number' && number.notes.join(' ')).toBe(notes)
  })

  test.each([
    ['1,23,4', 'number-format'],
    ['1 234', 'number-format'],
    ['12 345', 'number-format'],
    ['十二', 'number-format'],
    ['9.11302E+17', 'number-scientific'],
    ['=1+1', 'number-format'],
    ['12345678901234567890', 'digits-lost'],
  ])('%s is refused: %s', (text, rule) => expect(parseNumber(text)).toMatchObject({ is: 'refused', rule }))
})
