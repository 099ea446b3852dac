import { findCellJumps } from '../../src/check/period/cell-jumps.ts'
import { findLeftOutNumbers } from '../../src/check/period/left-out-numbers.ts'
import { findYearJumps } from '../../src/check/period/year-jumps.ts'
import { findRegisterChanges } from '../../src/check/table/register-changes.ts'
import type { Contract } from '../../src/contracts/contract.ts'
import { protect } from '../../src/protect/index.ts'
import { tabulate } from '../../src/tabulate/index.ts'
import { shapeOf } from '../check/period/shape-of.ts'
import { checkText, contractOf, makeColumn, PLACES } from '../check/small.ts'
import { date, integer, number, place, text } from './quirk-columns.ts'
import { fromCell, fromText, type QuirkCases, type QuirkResult } from './quirk-files.ts'

const count = (zh: string) => makeColumn(integer, zh, { privacy: 'count' })
const keyed = contractOf({ id: makeColumn(text, '编号', { privacy: 'dimension' }), x: count('件数') }, { key: ['id'] })
const places = contractOf(
  {
    place: makeColumn(place, '地区', { privacy: 'dimension' }),
    beds: makeColumn(number, '床位', { privacy: 'count' }),
    day: makeColumn(date, '日期'),
  },
  { key: ['place'] },
)
const people = contractOf(
  { name: makeColumn(text, '街道', { privacy: 'dimension' }), men: count('男'), women: count('女') },
  { key: ['name'] },
)
const projection = contractOf(
  {
    year: makeColumn({ kind: 'year' }, '年份', { privacy: 'dimension' }),
    place: makeColumn(place, '地区', { privacy: 'dimension' }),
    persons: count('人数'),
  },
  { key: ['year', 'place'], frequency: 'occasional', complete: ['place'] },
)
const register = contractOf(
  { id: makeColumn(text, '编号', { privacy: 'dimension' }), holder: makeColumn(text, '单位') },
  {
    key: ['id'],
    tables: {
      register: {
        title: { zh: '登记簿', en: 'Register' },
        kind: 'register',
        dimensions: [{ column: 'id' }],
        measures: {},
        attributes: ['holder'],
      },
    },
  },
)
const dated = contractOf({ id: makeColumn(text, '编号'), day: makeColumn(date, '日期') }, { key: ['id'] })

const composeSerial = (index: number) => `F${String(index + 1).padStart(3, '0')}`
const composeLines = (head: string, length: number, writeLine: (index: number) => string) =>
  `${head}\n${Array.from({ length }, (_, index) => `${writeLine(index)}\n`).join('')}`
const composeNumbered = (odd: string) =>
  composeLines('编号,件数', 30, (index) => `${index === 6 ? odd : `F${String(index + 1).padStart(3, '0')}`},${index}`)

/** What the files of several months say of each other; each is its text. */
function fromMonths(contract: Contract, texts: readonly string[]): QuirkResult {
  const files = texts.map((content, index) => {
    const period = contract.frequency === 'occasional' ? '2026-10' : `2026-${String(index + 6).padStart(2, '0')}`
    const { rows } = checkText(contract, content, period)
    const tables = tabulate(contract, protect(contract, rows), { period, places: PLACES })
    return { path: `raw/small/${period}.csv`, period, shape: shapeOf(contract, rows, period), tables }
  })
  const problems = [
    ...findCellJumps(contract, files, PLACES),
    ...findYearJumps(contract, files, PLACES),
    ...findLeftOutNumbers(contract, files),
    ...findRegisterChanges(
      contract,
      files.flatMap(({ tables }) => tables),
    ),
  ]
  return { problems, used: true }
}

const MEN = [5120, 830, 2410, 9075, 1333]
const WOMEN = [480, 91, 2666, 820, 149]
const composeTable = (men: readonly number[], women: readonly number[] = WOMEN) =>
  composeLines('街道,男,女', men.length, (index) => `${'甲乙丙丁戊'[index]},${men[index]},${women[index]}`)
const composeNumbers = (missing: (index: number) => boolean) =>
  composeLines('编号,件数', 30, (index) => `${composeSerial(index)},1`)
    .split('\n')
    .filter((_, index) => !missing(index))
    .join('\n')
const composeEntries = (holder: (index: number) => string, key = composeSerial) =>
  composeLines('编号,单位', 20, (index) => `${key(index)},${holder(index)}`)
const composeYears = (all: readonly number[], countPersons: (year: number, place: string) => number | null) =>
  `年份,地区,人数\n${all
    .flatMap((year) => ['锦北区', '栖云区', '高泽区'].map((name) => [year, name, countPersons(year, name)] as const))
    .filter(([, , value]) => value !== null)
    .map((cells) => `${cells.join(',')}\n`)
    .join('')}`
const DECADE = [2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033]
const plain = composeEntries((index) => `${'甲乙丙丁'[index % 4]}厂`)

/** Cases of what other cells, rows and files show. */
export const EVIDENCE_CASES: QuirkCases = {
  'date-placeholder': ['1900-01-01', '1970/1/1', '9999年12月31日'].map((cell) => () => fromCell(date, cell)),
  'text-formula-call': ['=HYPERLINK(""x"",""甲"")', '=A2+1', "=cmd|' /C calc'!A0", '+IF(A1,1,2)'].map(
    (cell) => () => fromCell(text, cell),
  ),
  'text-quoted': [() => fromCell(text, '""甲厂""')],
  'rows-above-header': [
    () => fromText('锦北区,12,2026-10-05\n地区,床位,日期\n栖云区,9,2026-10-06\n高泽区,8,2026-10-07\n', places),
  ],
  'key-shape': ['F0O7', 'F07', 'f007', 'F0071', 'Fl07'].map((id) => () => fromText(composeNumbered(id), keyed)),
  'date-far': ['2016-10-05', '1926-10-05', '2126-10-05'].map(
    (day) => () =>
      fromText(
        composeLines(
          '编号,日期',
          40,
          (index) => `${composeSerial(index)},${index === 9 ? day : '2026-10-1'}${index === 9 ? '' : index % 9}`,
        ),
        dated,
      ),
  ),
  'number-scaled-far': [
    () =>
      fromText(
        composeLines('编号,件数', 20, (index) => `${composeSerial(index)},${index === 3 ? '300万' : index * 20}`),
        keyed,
      ),
  ],
  'cell-zero': [() => fromMonths(people, [composeTable(MEN), composeTable([5120, 830, 0, 9075, 1333])])],
  'cell-jump-years': [
    () =>
      fromMonths(projection, [composeYears(DECADE, (year) => (year === 2029 ? 30_000 : 3_000 + (year - 2026) * 50))]),
    () => fromMonths(projection, [composeYears(DECADE, (year) => (year === 2026 ? 300 : 3_000))]),
  ],
  'column-flat': [() => fromMonths(people, [composeTable(MEN), composeTable([5120, 5120, 5120, 5120, 5120])])],
  'columns-equal': [() => fromMonths(people, [composeTable(MEN), composeTable(MEN, MEN)])],
  'numbers-left-out': [(index: number) => index === 12, (index: number) => index > 0 && index < 4].map(
    (missing) => () =>
      fromMonths(keyed, [...[1, 2, 3].map(() => composeNumbers(() => false)), composeNumbers(missing)]),
  ),
  'rows-gone': [
    () =>
      fromMonths(register, [
        plain,
        plain,
        plain,
        composeEntries(
          (index) => `${'甲乙丙丁'[index % 4]}厂`,
          (index) => (index === 5 ? 'F906' : composeSerial(index)),
        ),
      ]),
  ],
  'attributes-changed': [
    () => fromMonths(register, [plain, plain, plain, composeEntries((index) => `${'甲乙丙丁'[(index + 1) % 4]}厂`)]),
  ],
  'time-left-out': [
    () =>
      fromText(
        composeYears(
          DECADE.filter((year) => year !== 2029),
          () => 100,
        ),
        projection,
      ),
  ],
  'pair-left-out': [
    () =>
      fromText(
        composeYears(DECADE, (year, name) => (year === 2029 && name === '栖云区' ? null : 100)),
        projection,
      ),
  ],
}
