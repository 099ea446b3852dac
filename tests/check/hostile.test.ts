import { describe, expect, test } from 'vitest'
import { partUnit, statedUnits, unitsIn } from '../../src/check/header/units.ts'
import { periodsIn } from '../../src/check/period/stated-periods.ts'
import { makeTextParser } from '../../src/check/values/text.ts'
import { findPersonal } from '../../src/codes/personal-text.ts'
import { CELL_LENGTH_MAX } from '../../src/read/limits.ts'
import { shownBy } from '../../src/read/number-format.ts'
import { checkText, column, contractOf } from './small.ts'

/** What takes seconds where a pattern looks at each character from each character. */
const MS_MAX = 300

function msOf(act: () => unknown): number {
  const start = performance.now()
  act()
  return performance.now() - start
}

describe('the longest cell is read at once, whatever fills it', () => {
  const fillings = ['单位', '续', '《', ' ', '\n', '截至2026年9月30日', '1 3 ', '(', '微信 ', ';', '、']
  test.each(fillings)('%j', (filling) => {
    const text = `甲${filling.repeat(CELL_LENGTH_MAX / filling.length)}!`
    const key = makeTextParser(true, true)
    const readers: ((text: string) => unknown)[] = [
      (one) => partUnit(one),
      (one) => unitsIn(one),
      (one) => statedUnits([one], () => false),
      (one) => periodsIn(one, '2026-10'),
      (one) => findPersonal(`身份证${one}123`),
      (one) => key(one, 'text'),
      (one) => shownBy(one, 1),
    ]
    expect(readers.filter((reader) => msOf(() => reader(text)) > MS_MAX)).toEqual([])
  })
})

describe('a long file is checked, however its rows are', () => {
  const counted = contractOf({
    place: column({ kind: 'place' }, '地区', { privacy: 'dimension' }),
    homes: column({ kind: 'integer' }, '机构', { privacy: 'count' }),
    beds: column({ kind: 'integer' }, '床位', { privacy: 'count' }),
  })
  const repeated = (lines: string, times: number) => checkText(counted, `地区,机构,床位\n${lines.repeat(times)}`)

  test('200,000 records', () => expect(repeated('锦北区,1,2\n', 200_000).rowsUsed).toBe(200_000))

  test('20,000 rows of words where numbers belong', () => {
    expect(repeated('甲,多少,几张\n', 20_000).rowsRefused).toBe(20_000)
  })

  test('10,000 parts', () => {
    expect(repeated('云锦市,1,2\n其中：锦北区,1,2\n', 10_000)).toMatchObject({ rowsUsed: 10_000, rowsTakenOut: 10_000 })
  })
})
