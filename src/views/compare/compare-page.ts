import { cityOf, type Site } from '../../compose/site.ts'
import type { Contract } from '../../contracts/contract.ts'
import { frequencyOfTable } from '../../contracts/table-frequency.ts'
import { compareCells, mayCall } from '../../measure/compare.ts'
import { findCell, findRow } from '../../measure/select.ts'
import type { TablePeriod } from '../../measure/series.ts'
import type { PublishedTable } from '../../store/published-tables.ts'
import { formatPeriod } from '../../text/format.ts'
import type { LocalText } from '../../text/local-text.ts'
import { pluralise } from '../../text/plural.ts'
import { localise } from '../../text/ui.ts'
import { listNoticesOf } from '../notices.ts'
import type { Frame } from '../page-frame.ts'
import type { RevisionNotice } from '../revisions.ts'
import { tracePathOf } from '../trace-page.ts'
import { nameVintage } from '../vintage.ts'
import { COMPARE_PATH, COMPARE_TITLE } from './compare-index.ts'
import { type ComparedMeasure, listComparedMeasures } from './compared-measures.ts'
import { buildComparedRow, type Compared, type ComparedRow, type Spot } from './compared-row.ts'
import { type ComparedPair, comparePathOf } from './compared-sides.ts'

export function buildCompareFrame(pair: ComparedPair): Frame {
  const [first, second] = pair.sides.map(({ name }) => name) as [LocalText, LocalText]
  return {
    path: comparePathOf(pair),
    title: {
      zh: `${first.zh}与${second.zh}比较`,
      en: `${first.en} and ${second.en} compared`,
    },
    crumb: { zh: `${first.zh}与${second.zh}`, en: `${first.en} and ${second.en}` },
    description: {
      zh: `${first.zh}与${second.zh}的各项指标并排列出；差别不足以说高低的，写明原因。`,
      en: `${first.en} and ${second.en} side by side; where a difference must not be called one, the page says why.`,
    },
    crumbs: [{ label: COMPARE_TITLE, path: COMPARE_PATH }],
    room: pair.kind === 'places' ? 'places' : 'reports',
    // The list of pairs is found; each of them would answer every search for a district.
    search: null,
  }
}

/** The measures of one published table. */
interface ComparedTable {
  caption: LocalText
  rows: ComparedRow[]
  trace: string
}

interface ComparedSection {
  contract: Contract
  tables: ComparedTable[]
}

interface ComparePage {
  sections: ComparedSection[]
  notices: RevisionNotice[]
  lead: LocalText
  /** True where districts of different size are compared in counts. */
  hasCounts: boolean
}

export function buildComparePage(site: Site, pair: ComparedPair): ComparePage {
  const compared = listComparedMeasures(site).flatMap((of) => compare(site, pair, of) ?? [])
  const byTable = Map.groupBy(compared, ({ of }) => of.table)
  const bySet = Map.groupBy(byTable, ([table]) => table.contract)
  const shown = compared.flatMap(({ spots }) =>
    spots.map(({ pick: { dataset, table }, period }): TablePeriod => ({ dataset, table, period })),
  )
  return {
    sections: [...bySet].map(([contract, tables]) => ({
      contract,
      tables: tables.map(([table, measures]) => buildTable(pair, table, measures)),
    })),
    notices: listNoticesOf(site, shown),
    lead: describeLead(compared),
    hasCounts: pair.kind === 'places' && compared.some(({ cells }) => cells[0].basis?.kind === 'count'),
  }
}

/** Under the leading sentence, where districts of different size are compared in counts. */
export const COUNTS_NOTE: LocalText = {
  zh: '件数和人数没有除以人口，各区大小不同，不能凭它们判断好坏。',
  en: 'Counts are not divided by population; districts differ in size, so counts alone say nothing of good or bad.',
}

/** How many of the measures differ enough, and what keeps the others from being ranked. */
function describeLead(compared: readonly Compared[]): LocalText {
  const all = compared.length
  const called = compared.filter(({ cells: [a, b] }) => mayCall(compareCells(a, b))).length
  const measures = pluralise(all, 'measure')
  if (called === all)
    return {
      zh: `${all}项指标并排列出，各写明相差多少。`,
      en: `${measures} side by side, each with how far the two differ.`,
    }
  const zh = '相差很小、区间有重叠、数目太少，或没有公布的数，不分高低。'
  const en =
    'differ little, have intervals that overlap, rest on too few, or have no published value, and are not ranked.'
  if (called === 0) return { zh: `${all}项指标并排列出，都${zh}`, en: `${measures} side by side. They ${en}` }
  return {
    zh: `${all}项指标并排列出。${called}项的差别够大，写明相差多少；其余的${zh}`,
    en: `${measures} side by side. For ${called} the difference is large enough to be stated; the others ${en}`,
  }
}

/** Null where neither side has a row, and in months where the table comes more seldom. */
function compare(site: Site, pair: ComparedPair, of: ComparedMeasure): Compared | null {
  const { table, place, where, id } = of
  const { contract, spec } = table
  const newest = table.periods.at(-1)
  const isOfMonths = pair.kind === 'months'
  if (newest === undefined || (isOfMonths ? frequencyOfTable(contract, spec) !== 'month' : place === undefined))
    return null
  const both = pair.sides.map((side): Spot => {
    const code = isOfMonths ? cityOf(site).code : side.id
    const at = place === undefined ? { ...where } : { [place]: code, ...where }
    return {
      pick: { dataset: contract.id, table: table.id, measure: id, where: at },
      period: isOfMonths ? side.id : newest,
    }
  })
  const [first, second] = both
  if (!first || !second) throw new Error('compare: a pair has two sides')
  if (both.every(({ pick, period }) => findRow(table, period, pick.where) === null)) return null
  const cells = [
    findCell(site.published, first.pick, first.period),
    findCell(site.published, second.pick, second.period),
  ] as const
  // Nothing to measure on either side: 不适用 beside 不适用 tells a reader nothing.
  if (cells.every(({ status }) => status === 'not-applicable')) return null
  return { of, spots: [first, second], cells }
}

function buildTable(pair: ComparedPair, table: PublishedTable, compared: readonly Compared[]): ComparedTable {
  const { contract, spec } = table
  const periods = [...new Set(compared.flatMap(({ spots }) => spots.map(({ period }) => period)))]
  const said =
    pair.kind === 'places' ? periods.map((period) => describePeriod(table, period)) : describeVintages(table, periods)
  const caption = localise((lang) => [spec.title, ...said].map((part) => part[lang]).join(lang === 'zh' ? '，' : ', '))
  return {
    caption,
    rows: compared.map((one) => buildComparedRow(pair, one)),
    trace: tracePathOf(contract.id, table.id),
  }
}

/** The period of both districts and, of people, whether its numbers are final. */
function describePeriod(table: PublishedTable, period: string): LocalText {
  const vintage = nameVintage(table.files.get(period) ?? {})
  return localise((lang) => {
    const when = formatPeriod(period, lang)
    if (!vintage) return when
    return lang === 'zh' ? `${when}（${vintage.zh}）` : `${when} (${vintage.en})`
  })
}

/** Of people in two months, whose names head the columns: whether their numbers are final. */
function describeVintages(table: PublishedTable, periods: readonly string[]): LocalText[] {
  const known = periods.flatMap((period) => {
    const vintage = nameVintage(table.files.get(period) ?? {})
    return vintage ? [{ period, vintage }] : []
  })
  const [first] = known
  if (!first) return []
  if (known.length > 1 && known.every(({ vintage }) => vintage === first.vintage))
    return [{ zh: `两个月都是${first.vintage.zh}`, en: `both ${first.vintage.en}` }]
  return known.map(({ period, vintage }) =>
    localise((lang) => {
      const when = formatPeriod(period, lang)
      return lang === 'zh' ? `${when}为${vintage.zh}` : `${when} ${vintage.en}`
    }),
  )
}
