import { toPlainText } from '../../src/compose/rich.ts'
import type { Site } from '../../src/compose/site.ts'
import { type Contract, contract as contractSchema } from '../../src/contracts/contract.ts'
import type { Value } from '../../src/contracts/row.ts'
import { protect } from '../../src/protect/index.ts'
import { tabulate } from '../../src/tabulate/index.ts'
import { buildReport } from '../../src/views/report-page.ts'
import { CITY, PLACES } from './city.ts'
import { publishedOf } from './publish-tables.ts'

/** Quarterly returns on trees of each district, with a register of the oldest. */
export const TREES: Contract = contractSchema.parse({
  id: 'trees',
  title: { zh: '行道树', en: 'Street trees' },
  description: { zh: '各区行道树。', en: 'Street trees of each district.' },
  class: 'O',
  frequency: 'quarter',
  keeper: { zh: '园林部门', en: 'Parks office' },
  topic: 'trees',
  columns: {
    place: { type: { kind: 'place' }, names: { zh: '所在区', en: 'District' }, privacy: 'dimension' },
    number: { type: { kind: 'text' }, names: { zh: '编号', en: 'Number' }, privacy: 'public' },
    trees: { type: { kind: 'integer' }, names: { zh: '株数', en: 'Trees' }, privacy: 'count' },
    watered: { type: { kind: 'integer' }, names: { zh: '浇过水的', en: 'Watered' }, privacy: 'count' },
  },
  key: ['place'],
  tables: {
    trees: {
      title: { zh: '行道树', en: 'Street trees' },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city', 'district'] }],
      measures: {
        trees: {
          names: { zh: '行道树', en: 'Trees' },
          unit: { zh: '株', en: { one: 'tree', other: 'trees' } },
          sum: 'trees',
        },
        watered: { names: { zh: '浇水', en: 'Watered trees' }, unit: '', sum: 'watered' },
        watered_rate: {
          names: { zh: '浇水率', en: 'Watered share' },
          unit: '%',
          decimals: 1,
          rate: { numerator: 'watered', denominator: 'trees', times: 100 },
        },
      },
    },
    register: {
      title: { zh: '古树', en: 'Old trees' },
      kind: 'register',
      dimensions: [{ column: 'number' }],
      measures: {},
      attributes: ['place'],
    },
  },
})

/** The city with trees: watered and counted by quarter, first of the one district, then of the other. */
export function cityOfTrees(
  quarters: Record<string, [[watered: number, trees: number], [watered: number, trees: number]]>,
  contract = TREES,
): Site {
  const tables = Object.entries(quarters).flatMap(([period, districts]) => {
    const rows = districts.map(([watered, trees], index) => {
      const values: Record<string, Value> = { place: `99010${index + 1}`, number: `G${index + 1}`, trees, watered }
      return { values, file: 'trees', sheet: null, row: index + 2 }
    })
    return tabulate(contract, protect(contract, rows), { period, places: PLACES })
  })
  const month = CITY.published.tables.get('cases/flow')
  if (!month) throw new Error('the city has cases')
  const published = publishedOf([contract], tables)
  // A bulletin comes out each month of which a monthly dataset knows anything.
  return {
    ...CITY,
    published: { ...published, tables: new Map([...published.tables, ['cases/flow', month]]) },
    topics: [],
  }
}

/** What the bulletin of a month says of the trees. */
export function sayOfTrees(site: Site, lang: 'zh' | 'en', month = '2026-09'): string {
  const report = buildReport(site, month)
  const section = report.sections.find(({ id }) => id === 'trees')
  return toPlainText([...report.lead[lang], ' ', ...(section?.say?.[lang] ?? [])])
}
