import type { FigureBase, IntervalSpec, LineSpec } from '../../charts/figure.ts'
import { listAnnotations, type Site, sourceOf } from '../../compose/site.ts'
import type { Annotation, Point } from '../../measure/series.ts'
import type { PublishedRow } from '../../store/published.ts'
import { roundTo } from '../../text/decimal.ts'
import { formatNumber, formatSaid } from '../../text/format.ts'
import type { Lang, LocalText } from '../../text/local-text.ts'
import { inBoth } from '../../text/ui.ts'
import { findLedgerRows, findLedgerValue } from './ledger-rows.ts'
import { unitOfDocument } from './ledger-units.ts'

const NANJING = '南京市'
const ELDERLY = ['60岁及以上老年人口', '60岁以上老年人口']

/** Nanjing's residents aged 60+, counted and forecast, with the two forecasts that cannot both hold. */
export function buildNanjingElderly(site: Site): LineSpec | null {
  const rows = findLedgerRows(site, { place: NANJING, indicator: ELDERLY }).filter((row) => row.text.unit_base === '人')
  const note = describeForecastContradiction(site)
  if (rows.length < 2) return null
  return {
    ...buildLedgerBase(site, {
      id: 'nanjing-elderly',
      title: note
        ? {
            zh: '文献预测的2020年南京老年人口，与它预测的占比对不上',
            en: 'Nanjing’s forecast of residents aged 60+ for 2020 is inconsistent with the share forecast beside it',
          }
        : { zh: '南京市60岁以上人口', en: 'Nanjing’s residents aged 60+' },
      measure: { zh: '60岁及以上人口', en: 'Residents aged 60 and over' },
      rows,
      from: findBeginning(site)[0]?.x,
      ...(note ? { note } : {}),
    }),
    kind: 'line',
    series: [
      {
        id: 'elderly',
        label: { zh: '60岁以上', en: 'Aged 60+' },
        role: 'now',
        points: [...findBeginning(site), ...pointsOf(rows)],
      },
    ],
  }
}

/** 1990, of which the document states only that 2010 was more than twice as many: a bound from above. */
function findBeginning(site: Site): Point[] {
  const known = findGrowth(site)
  return known === null
    ? []
    : [
        {
          x: '1990',
          cell: { value: known.most, status: 'reported' },
          bound: 'at-most',
          derived: { zh: '推算上限', en: 'computed upper bound' },
        },
      ]
}

/** How many there were at most in 1990, from the growth and the count of 2010; null where the ledger lacks either. */
function findGrowth(site: Site): { growth: number; most: number } | null {
  const [row] = findLedgerRows(site, { place: NANJING, indicator: ['2010年较1990年60岁以上人口增加倍数'] })
  const growth = row?.cells.number?.value ?? null
  const counted = findLedgerValue(site, { place: NANJING, indicator: ['60岁及以上老年人口'], year: '2010' })
  return growth === null || counted === null ? null : { growth, most: Math.floor(counted / (1 + growth)) }
}

/** Forecast count ÷ forecast share gives a city smaller than the census before it. Null where a figure is missing. */
function describeForecastContradiction(site: Site): LocalText | null {
  const [count] = findLedgerRows(site, { place: NANJING, indicator: ELDERLY, year: '2020' })
  const share = findLedgerValue(site, { place: NANJING, indicator: ['60岁以上人口占比'], year: '2020' })
  const census = findLedgerValue(site, { place: NANJING, indicator: ['常住人口总数(六普)', '常住人口总数（六普）'] })
  const since = findGrowth(site)
  const forecast = count?.cells.number?.value ?? null
  if (forecast === null || share === null || census === null) return null
  const implied = (forecast / share) * 100
  if (implied >= census) return null
  const people = (value: number, lang: Lang) => formatSaid({ value, status: 'reported' }, '人', 0, lang)
  return inBoth((lang) => {
    const then = since === null ? '' : describeGrowth(since.growth, people(since.most, lang), lang)
    return lang === 'zh'
      ? `文献预测2020年60岁以上达${people(forecast, lang)}、占近${share}%，两者相除，全市只有${people(implied, lang)}，少于2010年普查的${people(census, lang)}。城市若在增长，两个预测不能同时成立。${then}`
      : `The document forecasts ${people(forecast, lang)} aged 60+ in 2020 and a share of nearly ${share}%. Together they imply a city of ${people(implied, lang)}, fewer than the ${people(census, lang)} of the 2010 census; if the city grew, both cannot hold.${then}`
  })
}

/** What a growth of so many times implies for the first year: 1990 at no more than half of 2010. */
function describeGrowth(growth: number, most: string, lang: Lang): string {
  return lang === 'zh'
    ? `文献称二十年间增加${growth}倍以上，由此1990年不超过${most}。`
    : ` According to the source, the number grew to at least ${1 + growth} times its size within twenty years, which puts 1990 at no more than ${most}.`
}

/** Nanjing's life expectancy, with the step that only a change of source explains. */
export function buildNanjingLife(site: Site): LineSpec | null {
  const rows = findLedgerRows(site, { place: NANJING, indicator: ['平均预期寿命'] })
  const results = rows.filter((row) => row.cells.number?.status !== 'forecast')
  const step = findSteepest(results)
  if (!step) return null
  const years = formatNumber(roundTo(step.gain, 2), 2)
  const label: LocalText = { zh: `来源不同：一年多出${years}岁`, en: `Another source: ${years} years more in one year` }
  return {
    ...buildLedgerBase(site, {
      id: 'nanjing-life',
      title: {
        zh: `南京市平均预期寿命：${step.x}年的跳升来自换了来源`,
        en: `Nanjing’s life expectancy: the jump of ${step.x} is a change of source`,
      },
      measure: { zh: '平均预期寿命', en: 'Life expectancy at birth' },
      rows,
    }),
    decimals: 2,
    kind: 'line',
    zero: false,
    series: [{ id: 'life', label: { zh: '预期寿命', en: 'Life expectancy' }, role: 'now', points: pointsOf(rows) }],
    annotations: [{ x: step.x, label, kind: 'break' }],
  }
}

/** The largest rise within a single year between two figures of neighbouring years. */
function findSteepest(rows: readonly PublishedRow[]): { x: string; gain: number } | null {
  let found: { x: string; gain: number } | null = null
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1]
    const [x, y] = [row.text.year, before?.text.year]
    if (x === undefined || y === undefined || Number(x) - Number(y) !== 1) continue
    const gain = (row.cells.number?.value ?? 0) - (before?.cells.number?.value ?? 0)
    if (!found || gain > found.gain) found = { x, gain }
  }
  return found
}

/** Nanjing's permits before today's rules: another regime, shown as history. */
export function buildEarlyPermits(site: Site): LineSpec | null {
  const rows = findLedgerRows(site, {
    place: NANJING,
    indicator: ['首批核发许可证的重点排污企业', '发放排污许可证企业数'],
  })
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last || first === last) return null
  const years = rows.map((row) => row.text.year ?? '')
  const annotations: Annotation[] = listAnnotations(site, { dataset: 'ledger', periods: spanOf(years) })
  const count = (row: PublishedRow) => formatNumber(row.cells.number?.value ?? Number.NaN, 0)
  return {
    ...buildLedgerBase(site, {
      id: 'early-permits',
      title: {
        zh: `南京市早年的发证企业：${first.text.year}年${count(first)}家，${last.text.year}年${count(last)}家`,
        en: `Early permits in Nanjing: ${count(first)} enterprises in ${first.text.year}, ${count(last)} in ${last.text.year}`,
      },
      measure: { zh: '持有排污许可证的企业', en: 'Enterprises holding a discharge permit' },
      rows,
      note: {
        zh: '当年的许可证依地方办法发放，期限和范围都与2021年起施行的《排污许可管理条例》不同，不能与今天的数字连成一条线。首批发证的是重点排污企业，后两年为全部发证企业。',
        en: 'Those permits were issued under local rules whose terms and scope differ from the national regulation in force since 2021, so they cannot be joined to today’s figures. The first batch went to key dischargers; the later counts include all holders.',
      },
    }),
    kind: 'line',
    series: [{ id: 'holders', label: { zh: '持证企业', en: 'Holders' }, role: 'now', points: pointsOf(rows) }],
    annotations,
  }
}

/** Every year from the first stated to a little after the last, so that what came next can be marked. */
function spanOf(years: readonly string[]): string[] {
  const [first, last] = [Number(years[0]), Number(years.at(-1))]
  return Array.from({ length: last - first + 3 }, (_, index) => String(first + index))
}

/** Satisfaction as documents report it: no sample size, so no interval and no ranking. */
export function buildReportedSatisfaction(site: Site): IntervalSpec | null {
  const rows = [
    ...findLedgerRows(site, { place: '北京市朝阳区', indicator: ['群众诉求满意率'] }),
    ...findLedgerRows(site, { place: '南京市栖霞区仙林街道', indicator: ['第三方民调群众满意度'] }),
  ]
  if (rows.length === 0) return null
  return {
    ...buildLedgerBase(site, {
      id: 'reported-satisfaction',
      title: {
        zh: '文献里的满意率只有“以上”，没有样本数',
        en: 'Documents state satisfaction as “more than”, without a sample',
      },
      measure: { zh: '文献所称满意率', en: 'Satisfaction as stated' },
      rows,
    }),
    kind: 'interval',
    items: rows.map((row) => ({
      id: row.key.id ?? '',
      label: { zh: row.text.place ?? '', en: row.text.place ?? '' },
      cell: row.cells.number ?? { value: null, status: 'not-reported' },
      low: null,
      high: null,
      n: null,
      ...findBound(row),
    })),
  }
}

/** 以上 and 以下 of the source; a forecast or an approximate figure is no bound. */
function findBound(row: PublishedRow): { bound?: 'at-least' | 'at-most' } {
  if (row.text.bound === 'low') return { bound: 'at-least' }
  return row.text.bound === 'high' ? { bound: 'at-most' } : {}
}

function pointsOf(rows: readonly PublishedRow[]): Point[] {
  return rows.flatMap((row) =>
    row.text.year && row.cells.number ? [{ x: row.text.year, cell: row.cells.number, ...findBound(row) }] : [],
  )
}

function buildLedgerBase(
  site: Site,
  about: {
    id: string
    title: LocalText
    measure: LocalText
    rows: readonly PublishedRow[]
    note?: LocalText
    /** First year shown, where it is earlier than the rows. */
    from?: string | undefined
  },
): FigureBase {
  const years = about.rows
    .map((row) => row.text.year ?? row.text.stated_period ?? '')
    .filter((year) => /^\d{4}$/.test(year))
  const [from, to] = [about.from ?? years[0], years.at(-1)]
  const edition = about.rows[0]?.period ?? ''
  return {
    id: about.id,
    title: about.title,
    measure: about.measure,
    unit: unitOfDocument(about.rows[0]?.text.unit_base ?? ''),
    decimals: 0,
    period:
      from === undefined || to === undefined
        ? { zh: '年份未载明', en: 'years not stated' }
        : { zh: `${from}—${to}年`, en: `${from}–${to}` },
    sources: [sourceOf(site, 'ledger', 'figures', [edition])],
    ...(about.note ? { note: about.note } : {}),
  }
}
