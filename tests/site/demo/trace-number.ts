import { addMonths } from '../../../src/calendar/months.ts'
import type { FigureSpec } from '../../../src/charts/figure.ts'
import { FILES, type Line, linesOf } from './cells.ts'
import { SITE } from './pages.ts'

/**
 * Which published cell a number of a figure's data is: from the line and the column of its CSV to an address. Null for
 * what the figure computes from several cells (shares of a bar) and for words.
 */
export type Trace = (line: Line, column: string) => string | null

/** The trace of a figure on a page; throws for a figure that nobody has said where it comes from. */
export function traceOf(path: string, spec: FigureSpec): Trace {
  const dataset = spec.sources[0]?.dataset ?? ''
  const place = /^\/places\/(\d+)\/$/.exec(path)?.[1] ?? CITY
  const make = TRACES[`${dataset} ${spec.id}`]
  if (!make) throw new Error(`no trace for ${dataset} ${spec.id} on ${path}`)
  return make(place, spec.sources[0]?.from ?? '')
}

const CITY = SITE.settings.city ?? ''

/** By dataset and figure. Each knows the place of its page and the first period of its source. */
const TRACES: Record<string, (place: string, period: string) => Trace> = {
  'cases on-time': (place) => (line, column) => {
    const month = column === 'before' ? addMonths(line['period'] ?? '', -12) : line['period']
    return `cases/flow/${month}?place=${column === 'city' ? CITY : place}#on_time_rate`
  },
  'cases hours': (_, month) => (line, column) =>
    `cases/flow/${month}?place=${findPlaceCode(line)}#${column === 'n' ? 'closed' : 'hours_median'}`,
  'cases accepted': (place) => (line) => `cases/flow/${line['period']}?place=${place}#accepted`,
  'cases districts': () => (line, column) => `cases/flow/${line['period']}?place=${column}#on_time_rate`,
  'cases funnel': (place, month) => (line, column) =>
    column === 'value' ? `cases/flow/${month}?place=${place}#${measureId('cases', 'flow', line['stage_zh'])}` : null,
  'cases levels': (place) => (line, column) => {
    const [level, share] = column.split('_')
    return `cases/level/${line['period']}?place=${place}&level=${level}#${share ? 'closed_share' : 'closed'}`
  },
  'satisfaction satisfied': (_, month) => (line, column) => {
    const place = column === 'rule' ? CITY : findPlaceCode(line)
    return `satisfaction/districts/${month}?place=${place}#${RATINGS[column]}`
  },
  'satisfaction satisfied-trend': (place) => (line, column) =>
    `satisfaction/${place === CITY ? 'ratings' : 'districts'}/${line['period']}?place=${place}#${RATINGS[column]}`,
  'satisfaction grades': (_, month) => (line, column) =>
    column.endsWith('_share')
      ? null
      : `satisfaction/districts/${month}?place=${findPlaceCode(line)}#${RATINGS[column] ?? column}`,
  'satisfaction response': () => (line, column) =>
    `satisfaction/channel/${line['period']}?place=${CITY}&channel=${column}#response_rate`,
  'permits in-force': () => (line, column) =>
    `permits/flow/${line['period']}?place=${CITY}&class=${column}#in_force_end`,
  'permits issued': () => (line, column) => `permits/flow/${line['period']}?place=${CITY}&class=simplified#${column}`,
  'permits industries': (_, month) => (line, column) =>
    `permits/industry/${month}?place=${CITY}&industry=${codeOf('permits', 'industry', line['item_zh'])}&class=${column}#in_force_end`,
  'permit-applications stages': (_, month) => (line, column) => {
    const action = findBusiestAction(month)
    return `permit-applications/stages/${month}?place=${CITY}&action=${action}#${STAGES[line['stage_zh'] ?? '']}_days_${column}`
  },
  'population pyramid': (place) => (line, column) => {
    const [sex, year] = column.split('_')
    return `population/age-sex/${year}?place=${place}&sex=${sex === 'men' ? 'male' : 'female'}&band=${bandOf(line['age'] ?? '')}#persons`
  },
  'population shares': (place) => (line, column) => {
    const year = line['period'] ?? ''
    if (FILES.has(`population/ageing/${year}`)) return `population/ageing/${year}?place=${place}#${column}`
    return `population-projection/ageing/${findNewest('population-projection/ageing')}?place=${place}&year=${year}#${column}`
  },
  'population districts': () => (line, column) => `population/ageing/${line['period']}?place=${column}#share_60_plus`,
  'elder-care beds': (_, year) => (line) => `elder-care/facilities/${year}?place=${findPlaceCode(line)}#beds_per_1000`,
  'life-expectancy life-expectancy': () => (line, column) =>
    `life-expectancy/years/${line['period']}?place=${CITY}&sex=${column}#years`,
  'ledger nanjing-elderly': () => findLedgerLine('南京市', /^60岁及?以上老年人口$/),
  'ledger nanjing-life': () => findLedgerLine('南京市', /^平均预期寿命$/),
  'ledger early-permits': () => findLedgerLine('南京市', /^(首批核发许可证的重点排污企业|发放排污许可证企业数)$/),
  'ledger reported-satisfaction': () => (line, column) =>
    column === 'value'
      ? findLedgerAddress((row) => row['place'] === line['item_zh'] && /满意/.test(row['indicator_zh'] ?? ''))
      : null,
}

const RATINGS: Record<string, string> = {
  value: 'top2_rate',
  rule: 'top2_rate',
  top2: 'top2_rate',
  low: 'top2_low',
  top2_low: 'top2_low',
  high: 'top2_high',
  top2_high: 'top2_high',
  n: 'rated',
}

const STAGES: Record<string, string> = { 受理: 'acceptance', 审查: 'review', 决定: 'decision', 发证: 'issue' }

/** A line of a figure that names a place has the code of the district of that name. */
function findPlaceCode(line: Line): string {
  const found = SITE.places.find(line['item_zh'] ?? '').filter((place) => place.level === 'district')
  if (found.length !== 1 || !found[0]) throw new Error(`no district ${line['item_zh']}`)
  return found[0].code
}

function codeOf(dataset: string, column: string, name: string | undefined): string {
  const type = SITE.published.contracts.get(dataset)?.columns[column]?.type
  const item = type?.kind === 'list' ? type.items.find((item) => item.zh === name) : undefined
  if (!item) throw new Error(`${dataset}.${column} has no ${name}`)
  return item.code
}

function measureId(dataset: string, table: string, name: string | undefined): string {
  const measures = SITE.published.contracts.get(dataset)?.tables[table]?.measures ?? {}
  const [id] = Object.entries(measures).find(([, measure]) => measure.names.zh === name) ?? []
  if (id === undefined) throw new Error(`${dataset}/${table} has no ${name}`)
  return id
}

function findNewest(table: string): string {
  return (
    [...FILES.keys()]
      .filter((name) => name.startsWith(`${table}/`))
      .toSorted()
      .at(-1)
      ?.split('/')[2] ?? ''
  )
}

function findBusiestAction(month: string): string {
  const lines = linesOf(`permit-applications/stages/${month}`).filter((line) => line['place'] === CITY)
  return lines.toSorted((a, b) => Number(b['decided']) - Number(a['decided']))[0]?.['action'] ?? ''
}

function findLedgerLine(place: string, indicator: RegExp): Trace {
  return (line, column) => {
    // What lies beyond a stated bound is computed from other entries, and says so.
    if (/_bound(_|$)/.test(column) || line[`${column}_bound_en`] === 'at most') return null
    return findLedgerAddress(
      (row) => row['place'] === place && row['year'] === line['period'] && indicator.test(row['indicator_zh'] ?? ''),
    )
  }
}

function findLedgerAddress(fits: (row: Line) => boolean): string {
  const edition = findNewest('ledger/figures')
  const found = linesOf(`ledger/figures/${edition}`).filter(fits)
  // No line: the figure shows a year between two that are stated.
  return `ledger/figures/${edition}?id=${found.length === 1 ? found[0]?.['id'] : ''}#number`
}

/** Code of a band as a figure labels it: 5–9 → age_05_09. */
function bandOf(label: string): string {
  const [from, to] = label.split('–').map((age) => age.padStart(2, '0'))
  return to === undefined ? 'age_95_plus' : `age_${from}_${to}`
}
