import { describe, expect, test } from 'vitest'
import { findDebris } from '../../../src/check/row/debris.ts'
import type { Column } from '../../../src/contracts/contract.ts'

const text: Pick<Column, 'type' | 'privacy'> = { type: { kind: 'text' }, privacy: 'public' }
const date: Pick<Column, 'type' | 'privacy'> = { type: { kind: 'date' }, privacy: 'public' }
const kindOf = (shown: string, column = text) => findDebris(shown, column)?.what.en ?? null

describe('what a program printed in place of a value', () => {
  test.each([
    ['[object Object]', 'a program object'],
    ['[object Object],[object Object]', 'a program object'],
    ['com.example.Dept@1b6d3586', 'a program object'],
    ['cn.gov.yunjin.model.Street$Info@7a81', 'a program object'],
    ['[Ljava.lang.String;@2a139a55', 'a program object'],
    ['Dept@1b6d3586', 'a program object'],
    ['<__main__.Dept object at 0x7f3c2a>', 'a program object'],
    ['System.Data.DataRow', 'a program object'],
    ['System.String[]', 'a program object'],
    ['Optional[甲]', 'a program object'],
    ['Optional.empty', 'a program object'],
    ['[a, b]', 'a program list'],
    ['["甲","乙"]', 'a program list'],
    ["['甲']", 'a program list'],
    ['[]', 'a program list'],
    ['{"name":"甲"}', 'JSON or similar'],
    ['[{"name":"甲"}]', 'JSON or similar'],
    ['{name=甲, code=1}', 'JSON or similar'],
    ['Dept(id=1, name=甲)', 'JSON or similar'],
    ['#{dept.name}', 'a template that was not filled in'],
    ['{{ item.name }}', 'a template that was not filled in'],
    ['Sat Oct 31 00:00:00 CST 2026', 'a date in the format of a program'],
    ['Sat Oct 31 2026 00:00:00 GMT+0800 (中国标准时间)', 'a date in the format of a program'],
    ['reserved-46326x1F', 'a date in the format of a program'],
    ['2026"年"10"月"31"日"', 'a date in the format of a program'],
    ['datetime.date(2026, 10, 31)', 'a date in the format of a program'],
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
    expect(kindOf('46326.0', date)).toBe('a date in the format of a program')
  })

  test('what never gets out may be anything', () => {
    expect(kindOf('[object Object]', { ...text, privacy: 'personal' })).toBeNull()
  })
})
