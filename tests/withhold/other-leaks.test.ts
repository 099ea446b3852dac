import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Contract } from '../../src/contracts/contract.ts'
import { protectionOf } from '../../src/contracts/count-protection.ts'
import { isCounted } from '../../src/contracts/counted-rows.ts'
import { DATASETS } from '../../src/datasets/index.ts'
import { permits } from '../../src/datasets/permits/permits-contract.ts'
import { scanRow } from '../../src/personal/scan-rows.ts'
import { auditContract, protect } from '../../src/protect/index.ts'
import { csvOf } from '../../src/store/table-csv.ts'
import { tabulate } from '../../src/tabulate/index.ts'
import { PLACES } from '../tabulate/two-districts.ts'
import { PLACES as CITY_PLACES } from '../views/city.ts'
import { crossOf, type Rows, rowsOf, withhold } from './people-files.ts'

/* What else than a small cell could tell of somebody; the page of privacy states each in words. */

const [AREAS, ANSWERS] = [
  ['a', 'b', 'c'],
  ['yes', 'no'],
] as const
const contract = crossOf(AREAS, ANSWERS)
const NAMES = { names: { zh: '数', en: 'Number' }, unit: '人' }

function publish(rows: Rows): string[] {
  return withhold(contract, { '2026-10': rows }).tables.map(({ table }) => {
    const spec = contract.tables[table.table]
    if (!spec) throw new Error(`no table ${table.table}`)
    return csvOf(table, { contract, spec }, PLACES)
  })
}

const counts = fc.array(fc.integer({ min: 10, max: 40 }), { minLength: 6, maxLength: 6 })

describe('rows of files about people', () => {
  test('are in the order of the groups, whatever order people came in', () => {
    fc.assert(
      fc.property(counts, fc.integer(), (drawn, seed) => {
        const rows = rowsOf(AREAS, ANSWERS, drawn)
        const shuffled = rows
          .map((row, at) => ({ row, rank: Math.imul(at + 1, seed | 1) >>> 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ row }) => row)
        expect(publish(shuffled)).toEqual(publish(rows))
      }),
      { numRuns: 20 },
    )
  })

  test('are as many as there are groups, and not as there are people: a group of nobody has its row', () => {
    const countLines = (drawn: readonly number[]) =>
      publish(rowsOf(AREAS, ANSWERS, drawn)).map((text) => text.split('\n').length)
    expect(countLines([0, 20, 0, 20, 40, 0])).toEqual(countLines([30, 20, 10, 20, 40, 15]))
  })

  test('have the same bytes, and so the same size, for all people who are printed alike', () => {
    // 18 to 22 are printed as 20: one person more or less moves nothing.
    expect(publish(rowsOf(AREAS, ANSWERS, [19, 20, 21, 20, 40, 20]))).toEqual(
      publish(rowsOf(AREAS, ANSWERS, [21, 20, 20, 21, 39, 19])),
    )
  })
})

describe('rates', () => {
  const yes = { count: 'rows' as const, where: [[{ column: 'answer', is: 'yes' }]], ...NAMES }
  const rate = { rate: { numerator: 'yes', denominator: 'n', times: 100 }, decimals: 1, ...NAMES }
  const { areas } = contract.tables
  if (!areas) throw new Error('no table of areas')
  const rated: Contract = {
    ...contract,
    tables: { ...contract.tables, areas: { ...areas, measures: { ...areas.measures, yes, rate } } },
  }
  const printRates = (drawn: readonly number[]) =>
    withhold(rated, { '2026-10': rowsOf(AREAS, ANSWERS, drawn) })
      .tables.filter(({ table }) => table.table === 'areas')
      .flatMap(({ table }) =>
        table.rows.map(({ cells }) => [cells['yes']?.value, cells['n']?.value, cells['rate']?.value]),
      )

  test('are the same for all people who are printed alike, so that working them back gives what is printed', () => {
    const printed = printRates([30, 60, 400, 600, 20, 10])
    // 30 of 90 with no decimal, since both are rounded; 400 of 1,000; no rate of 30 people.
    expect(printed).toEqual([
      [30, 90, 33],
      [400, 1000, 40],
      [20, 30, null],
    ])
    expect(printRates([32, 58, 398, 602, 19, 11])).toEqual(printed)
  })
})

describe('medians, minima and maxima', () => {
  const quantiles = DATASETS.flatMap((own: Contract) =>
    Object.entries(own.tables).flatMap(([table, spec]) =>
      Object.entries(spec.measures).flatMap(([id, measure]) =>
        'quantile' in measure ? [{ name: `${own.id}/${table}/${id}`, own, spec, measure }] : [],
      ),
    ),
  )

  test('of things have the number of cases beside them', () => {
    expect(quantiles.length).toBeGreaterThan(10)
    expect(
      quantiles.filter(({ own, spec, measure }) => !isCounted(own, spec, measure)).map(({ name }) => name),
    ).toEqual([])
  })

  test('of people do not exist', () => {
    expect(quantiles.filter(({ own }) => protectionOf(own) !== null)).toEqual([])
  })
})

describe('a register that lists a sole trader', () => {
  const row = {
    number: '92320114MAF1CT2028001P',
    credit_code: '92320114MAF1CT2028',
    holder: '临月区老周豆制品坊',
    // What a department may send beside, and no contract declares.
    operator: '周某',
    operator_id: '320113189001019996',
    home: '临月区某路12号',
  }

  test('prints what the contract declares public, and nothing else of what came', () => {
    const rows = [{ values: row, file: 'f', sheet: null, row: 2 }]
    const tables = tabulate(permits, protect(permits, rows), { period: '2026-10', places: CITY_PLACES })
    const register = tables.find(({ table }) => table === 'register')
    expect(JSON.stringify(register)).toContain('老周豆制品坊')
    expect(JSON.stringify(register)).not.toMatch(/周某|320113189001019996|某路/)
  })

  test('cannot print a column that is not public', () => {
    const { register } = permits.tables
    const operator = { ...permits.columns.holder, privacy: 'personal' as const }
    const leaking: Contract = {
      ...permits,
      columns: { ...permits.columns, operator },
      tables: { ...permits.tables, register: { ...register, attributes: [...register.attributes, 'operator'] } },
    }
    expect(auditContract(leaking, 'c.ts').map(({ rule, columnName }) => `${rule} ${columnName}`)).toEqual([
      'contract-column-private operator',
    ])
  })

  test('stops at a name, a paper and a home in cells that were declared public by mistake', () => {
    const headers = ['经营者', '证件号码', '住址', '电话']
    const cells = ['周桂兰', '320113189001019996', '锦绣花园7幢1单元402室', '13800138000']
    expect(scanRow(cells, headers).map(({ kind }) => kind)).toEqual(['name', 'resident-id', 'address', 'mobile'])
  })
})
