import { describe, expect, test } from 'vitest'
import { listStatedUnits, listUnitsIn, splitUnits } from '../../src/check/header/header-units.ts'
import { listPeriodsIn } from '../../src/check/period/stated-periods.ts'
import { makeTextParser } from '../../src/check/values/text.ts'
import { scanText } from '../../src/personal/scan-text.ts'
import { CELL_LENGTH_MAX } from '../../src/read/limits.ts'
import { findShown } from '../../src/read/number-format.ts'
import { checkText, contractOf, makeColumn } from './small.ts'

/** Seconds of this thread alone, which other jobs of the machine do not lengthen. */
function cpuSecondsOf(act: () => unknown): number {
  const start = process.threadCpuUsage()
  act()
  const { user, system } = process.threadCpuUsage(start)
  return (user + system) / 1e6
}

/** Longer than any cell: what looks at each character once takes a tenth of a second, from each character a minute. */
const LENGTH = 8 * CELL_LENGTH_MAX
const CPU_SECONDS_MAX = 3

describe('a cell is read in steps that grow with its length, whatever fills it', () => {
  const fillings = ['单位', '续', '《', ' ', '\n', '截至2026年9月30日', '1 3 ', '(', '微信 ', ';', '、']
  test.each(fillings)('%j', (filling) => {
    const text = `甲${filling.repeat(LENGTH / filling.length)}!`
    const key = makeTextParser(true, { header: '' })
    const readers: ((text: string) => unknown)[] = [
      (text) => splitUnits(text),
      (text) => listUnitsIn(text),
      (text) => listStatedUnits([text], () => false),
      (text) => listPeriodsIn(text, '2026-10'),
      (text) => scanText(`身份证${text}123`),
      (text) => key(text, 'text'),
      (text) => findShown(text, 1),
    ]
    expect(readers.filter((reader) => cpuSecondsOf(() => reader(text)) > CPU_SECONDS_MAX)).toEqual([])
  })
})

/** Ten times the rows take ten times the steps, or a hundred times where each row looks at all others. */
const GROWTH_MAX = 40

describe('a long file is checked in steps that grow with its rows, however they are', () => {
  const counted = contractOf({
    place: makeColumn({ kind: 'place' }, '地区', { privacy: 'dimension' }),
    homes: makeColumn({ kind: 'integer' }, '机构', { privacy: 'count' }),
    beds: makeColumn({ kind: 'integer' }, '床位', { privacy: 'count' }),
  })
  const checkRepeated = (lines: string, times: number) => checkText(counted, `地区,机构,床位\n${lines.repeat(times)}`)

  const LONG = [
    {
      what: '200,000 records',
      lines: '锦北区,1,2\n',
      times: 200_000,
      counts: { rowsUsed: 200_000 },
    },
    {
      what: '60,000 rows of words where numbers belong',
      lines: '甲,多少,几张\n',
      times: 60_000,
      counts: { rowsRefused: 60_000 },
    },
    {
      what: '30,000 parts',
      lines: '云锦市,1,2\n其中：锦北区,1,2\n',
      times: 30_000,
      counts: { rowsUsed: 30_000, rowsTakenOut: 30_000 },
    },
  ]
  test.each(LONG)('$what', ({ lines, times, counts }) => {
    // Once before it is measured, so that the engine has compiled what it runs.
    checkRepeated(lines, times / 10)
    const few = cpuSecondsOf(() => checkRepeated(lines, times / 10))
    let checked: ReturnType<typeof checkRepeated> | undefined
    const many = cpuSecondsOf(() => {
      checked = checkRepeated(lines, times)
    })
    expect(checked).toMatchObject(counts)
    expect(many / few).toBeLessThan(GROWTH_MAX)
  })
})
