import { describe, expect, test } from 'vitest'
import { findDebris } from '../../../src/check/row/debris.ts'
import type { Column } from '../../../src/contracts/contract.ts'

const text: Pick<Column, 'type' | 'privacy'> = { type: { kind: 'text' }, privacy: 'public' }
const date: Pick<Column, 'type' | 'privacy'> = { type: { kind: 'date' }, privacy: 'public' }
const kindOf = (shown: string, column = text) => findDebris(shown, column)?.what.en ?? null

describe('what a program printed in place of a value', () => {
  test.each([
    ['[object Object]', 'an object of a program'],
    ['[object Object],[object Object]', 'an object of a program'],
    ['com.example.Dept@1b6d3586', 'an object of a program'],
    ['cn.gov.yunjin.model.Street$Info@7a81', 'an object of a program'],
    ['[Ljava.lang.String;@2a139a55', 'an object of a program'],
    ['Dept@1b6d3586', 'an object of a program'],
    ['<__main__.Dept object at 0x7f3c2a>', 'an object of a program'],
    ['System.Data.DataRow', 'an object of a program'],
    ['System.String[]', 'an object of a program'],
    ['Optional[甲]', 'an object of a program'],
    ['Optional.empty', 'an object of a program'],
    ['[a, b]', 'a list of a program'],
    ['["甲","乙"]', 'a list of a program'],
    ["['甲']", 'a list of a program'],
    ['[]', 'a list of a program'],
    ['{"name":"甲"}', 'JSON or the like'],
    ['[{"name":"甲"}]', 'JSON or the like'],
    ['{name=甲, code=1}', 'JSON or the like'],
    ['Dept(id=1, name=甲)', 'JSON or the like'],
    ['#{dept.name}', 'a template that was not filled'],
    ['{{ item.name }}', 'a template that was not filled'],
    ['Sat Oct 31 00:00:00 CST 2026', 'a date as a program prints it'],
    ['Sat Oct 31 2026 00:00:00 GMT+0800 (中国标准时间)', 'a date as a program prints it'],
    ['reserved-46326x1F', 'a date as a program prints it'],
    ['2026"年"10"月"31"日"', 'a date as a program prints it'],
    ['datetime.date(2026, 10, 31)', 'a date as a program prints it'],
  ])('%s is %s', (shown, expected) => expect(kindOf(shown)).toBe(expected))

  test.each([
    '甲[1]',
    '[待定]',
    '（甲）',
    'a@b.com',
    '网格员@社区',
    '1.0',
    'C{x}',
    '甲 = 乙',
    '46326.0',
    '<5',
    'Saturday club',
  ])('%s is a text like any other', (shown) => expect(kindOf(shown)).toBeNull())

  test('a number of days is debris where a date belongs', () => {
    expect(kindOf('46326.0', date)).toBe('a date as a program prints it')
  })

  test('what never gets out may be anything', () => {
    expect(kindOf('[object Object]', { ...text, privacy: 'personal' })).toBeNull()
  })
})
