import { findCellJumps } from '../../src/check/period/cell-jumps.ts'
import { findStoppedFiles } from '../../src/check/period/stopped-files.ts'
import type { Contract } from '../../src/contracts/contract.ts'
import { shapeOf } from '../check/period/shape-of.ts'
import { checkText, contractOf, makeColumn, PLACES } from '../check/small.ts'
import { date, integer, text } from './quirk-columns.ts'
import type { QuirkCases, QuirkResult } from './quirk-files.ts'

const kinds: Contract['columns'][string]['type'] = {
  kind: 'list',
  items: [
    { code: 'a', zh: '甲', en: 'A' },
    { code: 'b', zh: '乙', en: 'B' },
  ],
}
const events = contractOf(
  { kind: makeColumn(kinds, '类别', { privacy: 'dimension' }), opened: makeColumn(date, '受理') },
  { rules: [{ kind: 'belongs-to-period', columns: ['opened'] }] },
)
const count = (zh: string) => makeColumn(integer, zh, { privacy: 'count' })
const people = contractOf(
  { name: makeColumn(text, '街道', { privacy: 'dimension' }), men: count('男'), women: count('女') },
  { key: ['name'] },
)

/** What the files of several months say of each other; each is its text. */
function fromMonths(contract: Contract, texts: Record<string, string>): QuirkResult {
  const files = Object.entries(texts).map(([period, text]) => {
    const { rows } = checkText(contract, text, period)
    return { path: `raw/small/${period}.csv`, period, shape: shapeOf(contract, rows, period) }
  })
  const problems = [...findStoppedFiles(contract, files, PLACES), ...findCellJumps(contract, files, PLACES)]
  return { problems, used: true }
}

const composeMonth = (period: string, days: number, names = ['甲', '乙']) =>
  `类别,受理\n${Array.from({ length: days * 2 }, (_, index) => `${names[index % names.length]},${period}-${String(Math.floor(index / 2) + 1).padStart(2, '0')}\n`).join('')}`
const composeMonths = (last: string) => ({
  '2026-08': composeMonth('2026-08', 30),
  '2026-09': composeMonth('2026-09', 30),
  '2026-10': last,
})

const composeTable = (men: readonly number[], women = [480, 91, 2666, 820, 149]) =>
  `街道,男,女\n${men.map((number, index) => `${'甲乙丙丁戊'[index]},${number},${women[index]}\n`).join('')}`
const MEN = [5120, 830, 2410, 9075, 1333]
const composeTwoMonths = (now: string) => ({ '2026-09': composeTable(MEN), '2026-10': now })

/** Cases of what the rows of several files say of each other. */
export const SHAPE_CASES: QuirkCases = {
  'file-stops': [() => fromMonths(events, composeMonths(composeMonth('2026-10', 15)))],
  'class-gone': [() => fromMonths(events, composeMonths(composeMonth('2026-10', 30, ['甲'])))],
  'cell-jump': [90_750, 9].map(
    (value) => () => fromMonths(people, composeTwoMonths(composeTable([5120, 830, 2410, value, 1333]))),
  ),
  'column-sorted': [() => fromMonths(people, composeTwoMonths(composeTable([...MEN].sort((a, b) => a - b))))],
  'columns-swapped': [() => fromMonths(people, composeTwoMonths(composeTable([480, 91, 2666, 820, 149], MEN)))],
}
