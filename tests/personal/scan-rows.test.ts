import { expect, test } from 'vitest'
import { hashDatum } from '../../src/personal/hash-datum.ts'
import { scanRow } from '../../src/personal/scan-rows.ts'

test.each([
  ['a resident number in three cells', ['320113', '19000101', '9996'], ['区划', '生日', '尾号'], ['resident-id']],
  ['a mobile number in three cells', ['138', '0013', '8000'], ['手机', '', ''], ['mobile']],
  ['three counts', ['138', '1013', '8000'], ['受理', '办结', '满意'], []],
  ['region, day and sequence of a case', ['320113', '20261012', '0017'], ['区划', '日期', '序号'], []],
  ['a card in groups of four', ['6222', '0200', '0000', '0000', '000'], ['银行卡号', '', '', '', ''], ['bank-card']],
])('%s', (_, cells, headers, kinds) => {
  expect(scanRow(cells, headers).map((hit) => hit.kind)).toEqual(kinds)
})

test('a split number is reported at its first cell, joined and masked', () => {
  expect(scanRow(['x', '320113', '19000101', '9996'], [])).toEqual([
    {
      kind: 'resident-id',
      start: 0,
      end: 6,
      masked: '320***********9996',
      hash: hashDatum('320113190001019996'),
      column: 1,
    },
  ])
})
