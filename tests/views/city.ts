import ledger from '../../data/contracts/ledger.ts'
import { WorkCalendar } from '../../src/calendar/working-days.ts'
import { type Place, Places } from '../../src/codes/places.ts'
import type { Site } from '../../src/compose/site.ts'
import type { Table } from '../../src/contracts/table.ts'
import { DATASETS as BUILT_IN } from '../../src/datasets/index.ts'
import type { Topic } from '../../src/portal/content.ts'
import { NOTHING_ACCEPTED } from '../../src/portal/exceptions.ts'
import { NO_DEPARTMENTS } from '../../src/portal/read-departments.ts'
import type { Settings } from '../../src/portal/settings.ts'
import { protect } from '../../src/protect/index.ts'
import { tabulate } from '../../src/tabulate/index.ts'
import { withholdTables } from '../../src/withhold/withhold-tables.ts'
import {
  makeCaseRows,
  makeLedgerRows,
  makePermitRows,
  makePopulationRows,
  makeRatingRows,
  type Values,
} from './city-rows.ts'
import { publishedOf } from './publish-tables.ts'

/** Built in, with the demonstration's own. */
const DATASETS = [...BUILT_IN, ledger]

export const PLACES = new Places([
  makePlace('990100', ['云锦市', 'Yunjin'], 'city', null),
  { ...makePlace('990101', ['锦中区', 'Jinzhong District'], 'district', '990100'), tile: { column: 0, row: 0 } },
  {
    ...makePlace('990102', ['栖云区', 'Qiyun District'], 'district', '990100'),
    tile: { column: 1, row: 0 },
    from: '2014-01-01',
  },
  { ...makePlace('990103', ['旧云区', 'Old Yun'], 'district', '990100'), to: '2013-12-31', successor: '990102' },
  makePlace('990101001', ['织造街道', 'Zhizao'], 'subdistrict', '990101'),
  makePlace('990102001', ['岫烟街道', 'Xiuyan'], 'subdistrict', '990102'),
])

/** Of the holidays of 2026 those that the next periods of the city ask for. */
const HOLIDAYS = new WorkCalendar([{ date: '2026-10-10', kind: 'work', name: '国庆节' }])

export const SETTINGS: Settings = {
  title: { zh: '明格 · 云锦市', en: 'Mingge · Yunjin' },
  description: { zh: '云锦市公开数据。', en: 'Public figures of Yunjin.' },
  area: { zh: '云锦市', en: 'Yunjin' },
  city: '990100',
  publisher: { zh: '云锦市数据公开办公室', en: 'Yunjin Office of Public Data' },
  demonstration: {
    label: { zh: '示范数据', en: 'Demonstration data' },
    sentence: { zh: '数字由程序生成。', en: 'The figures are generated.' },
  },
  datasets: { ledger: { real: true, publisher: { zh: '本站编辑', en: 'The editors' } } },
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  footer: [],
  topics: ['ageing', 'permits', 'cases', 'satisfaction'],
}

const SUMMARY = { zh: '专题的一句话。', en: 'The topic in one sentence.' }

const TOPICS: Topic[] = [
  { id: 'ageing', title: { zh: '人口老龄化', en: 'Ageing' }, summary: SUMMARY, figures: [], sections: [] },
  { id: 'permits', title: { zh: '排污许可', en: 'Discharge permits' }, summary: SUMMARY, figures: [], sections: [] },
  { id: 'cases', title: { zh: '网格事件', en: 'Grid cases' }, summary: SUMMARY, figures: [], sections: [] },
  { id: 'satisfaction', title: { zh: '回访满意度', en: 'Satisfaction' }, summary: SUMMARY, figures: [], sections: [] },
]

const ROWS: Record<string, () => Record<string, Values[]>> = {
  cases: makeCaseRows,
  satisfaction: makeRatingRows,
  population: makePopulationRows,
  permits: makePermitRows,
  ledger: makeLedgerRows,
}

/** The small city as a site, with these datasets only; its rows go through the same tabulation as every city's. */
export function makeCity(datasets: readonly string[], more: Partial<Site> = {}): Site {
  return {
    contracts: new Map(DATASETS.map((dataset) => [dataset.id, dataset])),
    published: publishedOf(DATASETS, datasets.flatMap(tablesOf)),
    places: PLACES,
    departments: NO_DEPARTMENTS,
    holidays: HOLIDAYS,
    deliveries: { day: null, rows: [], path: null },
    exceptions: NOTHING_ACCEPTED,
    profiles: new Map(),
    systems: null,
    duties: null,
    terms: [],
    questions: [],
    settings: SETTINGS,
    events: [
      {
        period: '2026-06',
        kind: 'event',
        datasets: ['cases'],
        places: ['990101'],
        label: { zh: '暴雨', en: 'Rainstorm' },
      },
    ],
    topics: TOPICS,
    thesaurus: [],
    ...more,
  }
}

export const CITY: Site = makeCity(Object.keys(ROWS))

function tablesOf(dataset: string): Table[] {
  const contract = DATASETS.find((contract) => contract.id === dataset)
  const rows = ROWS[dataset]?.()
  if (!contract || !rows) throw new Error(`no rows of ${dataset}`)
  const raw = Object.entries(rows).flatMap(([period, values]) => {
    const records = values.map((record, index) => ({ values: record, file: dataset, sheet: null, row: index + 2 }))
    return tabulate(contract, protect(contract, records), { period, places: PLACES })
  })
  return withholdTables(contract, raw, { places: PLACES }).tables.map(({ table }) => table)
}

function makePlace(code: string, [zh, en]: [string, string], level: string, parent: string | null): Place {
  return {
    code,
    names: { zh, en },
    level,
    parent,
    from: null,
    to: null,
    successor: null,
    aliases: [],
    tile: null,
  }
}
