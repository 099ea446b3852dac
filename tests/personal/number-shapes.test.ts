import { describe, expect, test } from 'vitest'
import { passesLuhn } from '../../src/personal/luhn.ts'
import { findNumberHits } from '../../src/personal/number-hits.ts'
import {
  isBankCard,
  isMobileNumber,
  isNumberPlate,
  isPassportNumber,
  isResidentNumber,
} from '../../src/personal/number-shapes.ts'

// Numbers of no living person: the standard's own samples, and births before 1901.
describe.each([
  {
    name: 'resident numbers',
    recognise: isResidentNumber,
    yes: ['11010519491231002X', '440524188001010014', '320113190001019996', '110101190001310009'],
    no: [
      '320102190002290017',
      '110105194912310021',
      '11010519491331002X',
      '11010519491231002x',
      '110105491231002',
      '1.10105194912310E+17',
    ],
  },
  {
    name: 'bank cards',
    recognise: isBankCard,
    yes: [
      '6222020000000000000',
      '622848000000000007',
      '3555555555555552',
      '6217000000000000004',
      '6222 0200 0000 0000 000',
    ],
    no: ['6222020000000000001'],
  },
  {
    name: 'mobile numbers',
    recognise: isMobileNumber,
    yes: ['13800138000', '+86 138-0013-8000'],
    no: ['12345678901', '138001380001', '12345', '96105'],
  },
  {
    // As the scanner finds them: people write a space where a dash would be.
    name: 'landlines',
    recognise: (text: string) => findNumberHits(text, '', new Set()).some(({ kind }) => kind === 'landline'),
    yes: ['025-83639000', '(010)65128400', '0512-6668 1234'],
    no: ['400-838-9661', '2015-10-2014', '0739-1234567'],
  },
  {
    name: 'number plates',
    recognise: isNumberPlate,
    yes: ['苏A12345', '苏AD12345', '苏A12345D', '苏A·8888警', '京A1234学'],
    no: ['苏AI2345', '苏O12345', '苏A1234', '甲A12345'],
  },
  {
    name: 'passports',
    recognise: isPassportNumber,
    yes: ['E12345678', 'EA1234567', 'G12345678', 'C12345678'],
    no: ['E1234567', 'EI1234567', 'DN202600012'],
  },
])('$name', ({ recognise, yes, no }) => {
  test.each(yes)('%s is one', (text) => expect(recognise(text)).toBe(true))
  test.each(no)('%s is none', (text) => expect(recognise(text)).toBe(false))
})

test('one number in ten passes Luhn by chance, so that it proves little alone', () => {
  let passed = 0
  for (let number = 0; number < 20_000; number += 1)
    if (passesLuhn(String(6_200_000_000_000_000 + number * 7919))) passed += 1
  expect(passed / 20_000).toBeCloseTo(0.1, 2)
})
