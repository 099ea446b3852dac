import type { DwellSpec, LineSpec, StackedSpec } from '../../charts/figure.ts'
import { buildFigureBase, hasValue, itemOf, itemsOf, measureOf } from '../../compose/describe-figure.ts'
import { listAnnotations, type Site } from '../../compose/site.ts'
import { describeWithdrawal } from '../../compose/withdrawal-words.ts'
import type { CodeItem } from '../../contracts/contract.ts'
import type { Cell } from '../../contracts/table.ts'
import { isKnown, rankByValue } from '../../measure/change.ts'
import { compareCells, findEnd } from '../../measure/compare.ts'
import { findCell, type Pick, periodsOf, pointsOf } from '../../measure/select.ts'
import { formatNumber, formatPeriod, formatValue } from '../../text/format.ts'
import type { LocalText } from '../../text/local-text.ts'
import { sum } from '../../text/sum.ts'
import { localise } from '../../text/ui.ts'
import { composeChangeTitle } from './permit-titles.ts'

/** Classes that are permits. A registration is no permit and is never added to them (办法, part 2). */
export const PERMIT_CLASSES = ['key', 'simplified'] as const

/** In force at the start, what came and went, in force at the end; renewals come last, because they are no part of that sum. */
export const PERMIT_FLOW_SHOWN = [
  'in_force_start',
  'issued',
  'restored',
  'expired',
  'cancelled',
  'revoked',
  'in_force_end',
  'renewed',
] as const

const pickFlow = (place: string, permitClass: string, measure: string): Pick => ({
  dataset: 'permits',
  table: 'flow',
  measure,
  where: { place, class: permitClass },
})

/** Permits in force at the end of each month, by class. */
export function buildInForceStack(site: Site, place: string, months: readonly string[]): StackedSpec | null {
  const contract = site.published.contracts.get('permits')
  if (!contract) return null
  const parts = itemsOf(contract, 'class')
    .filter((item) => PERMIT_CLASSES.some((code) => code === item.code))
    .map((item) => ({ id: item.code, label: { zh: item.zh, en: item.en } }))
  const cells = months.map((month) =>
    parts.map((part) => findCell(site.published, pickFlow(place, part.id, 'in_force_end'), month)),
  )
  const bars = months.map((x) => ({ id: x, label: localise((lang) => formatPeriod(x, lang)) }))
  if (!hasValue(cells.flat()) || !parts[0]) return null
  const gone = describeWithdrawal(site, { dataset: 'permits', table: 'flow', period: months.at(-1) ?? '' })
  const changes = parts.map((part, index) => {
    const [first, last] = [months.length > 1 ? cells[0]?.[index] : undefined, cells.at(-1)?.[index]]
    const change = (last?.value ?? 0) - (first?.value ?? 0)
    return { label: part.label, last: last?.value ?? null, change, step: compareCells(last, first) }
  })
  const base = buildFigureBase(site, {
    id: 'in-force',
    title: gone
      ? { zh: `有效许可证：本月数据${gone.zh}`, en: `Permits in force: the figures of this month were ${gone.en}` }
      : composeChangeTitle(changes),
    pick: pickFlow(place, parts[0].id, 'in_force_end'),
    periods: months,
    note: {
      zh: '登记管理是登记，不是许可证，不计入本图。',
      en: 'Registrations are not permits and are left out of this figure.',
    },
  })
  return { ...base, kind: 'stacked', bars, parts, cells }
}

/** Issued against ended, month by month, for the classes that are permits. */
export function buildIssuedLine(
  site: Site,
  place: string,
  permitClass: string,
  months: readonly string[],
): LineSpec | null {
  const measures = ['issued', 'renewed', 'expired'] as const
  const series = measures.map((measure, index) => ({
    id: measure,
    label: measureOf(site, 'permits', 'flow', measure).names,
    // What the title speaks of is drawn in cinnabar.
    role: (['reference', 'now', 'other'] as const)[index] ?? 'other',
    points: pointsOf(site.published, pickFlow(place, permitClass, measure), months),
  }))
  if (!hasValue(series.flatMap((series) => series.points.map((point) => point.cell)))) return null
  const renewed = series[1]?.points ?? []
  const known = isKnown(renewed)
  if (known.length === 0) return null
  const isNever = known.every(({ value }) => value === 0)
  const [peak] = findEnd(renewed, 'high')
  const title = localise((lang) => {
    if (isNever) return lang === 'zh' ? '没有许可证延续' : 'No permit was renewed'
    if (!peak) return lang === 'zh' ? '每月新发、延续和到期未延续' : 'Issued, renewed and expired, month by month'
    const unit = measureOf(site, 'permits', 'flow', 'renewed').unit
    const [when, count] = [formatPeriod(peak.x, lang), formatValue(peak.cell, unit, 0, lang)]
    return lang === 'zh' ? `延续集中在${when}，一个月${count}` : `Renewals peaked in ${when}: ${count} in a month`
  })
  return {
    ...buildFigureBase(site, { id: 'issued', title, pick: pickFlow(place, permitClass, 'issued'), periods: months }),
    measure: describePermits(describePermitClass(site, permitClass)),
    kind: 'line',
    series,
    annotations: listAnnotations(site, { dataset: 'permits', place, periods: months }),
  }
}

/** 简化管理许可证 / Permits under simplified management */
function describePermits(words: LocalText): LocalText {
  return { zh: `${words.zh}许可证`, en: `Permits under ${words.en.toLowerCase()}` }
}

function describePermitClass(site: Site, code: string): LocalText {
  const contract = site.published.contracts.get('permits')
  if (!contract) throw new Error('views: permits are not published')
  return itemOf(contract, 'class', code).label
}

/** Stages of an application with the measures of their days. */
const STAGES = [
  { id: 'acceptance', label: { zh: '受理', en: 'Acceptance' } },
  { id: 'review', label: { zh: '审查', en: 'Review' } },
  { id: 'decision', label: { zh: '决定', en: 'Decision' } },
  { id: 'issue', label: { zh: '发证', en: 'Issue' } },
] as const

/** The month and kind of application with the most decisions: the median of one case is no finding. Null where none was decided. */
function findBusiest(site: Site, place: string): { month: string; action: CodeItem; decided: Cell } | null {
  const contract = site.published.contracts.get('permit-applications')
  if (!contract) return null
  const months = periodsOf(site.published, 'permit-applications', 'stages')
  const all = itemsOf(contract, 'action').flatMap((action) =>
    months.map((month) => {
      const where = { place, action: action.code }
      const decided = findCell(
        site.published,
        { dataset: 'permit-applications', table: 'stages', measure: 'decided', where },
        month,
      )
      return { month, action, decided, cell: decided }
    }),
  )
  return rankByValue(all)[0] ?? null
}

/** Days that an application spends in each stage, in the busiest month. */
export function buildStageDwell(site: Site, place: string): DwellSpec | null {
  const at = findBusiest(site, place)
  if (!at) return null
  const { month, action, decided } = at
  const pick = (measure: string): Pick => ({
    dataset: 'permit-applications',
    table: 'stages',
    measure,
    where: { place, action: action.code },
  })
  const stages = STAGES.map((stage) => ({
    ...stage,
    median: findCell(site.published, pick(`${stage.id}_days_median`), month),
    p90: findCell(site.published, pick(`${stage.id}_days_p90`), month),
    n: findCell(site.published, pick(`${stage.id}_days_n`), month),
  }))
  const timed = stages.map((stage) => ({ ...stage, cell: stage.median }))
  const [longest] = findEnd(timed, 'high')
  const [first] = rankByValue(timed)
  if (!first) return null
  const spec = measureOf(site, 'permit-applications', 'stages', `${first.id}_days_median`)
  const title = localise((lang) => {
    if (!longest) return lang === 'zh' ? `${action.zh}各阶段用时` : `Days in each stage (${action.en.toLowerCase()})`
    const days = formatValue(longest.cell, spec.unit, spec.decimals ?? 0, lang)
    return lang === 'zh'
      ? `办一次${action.zh}，${longest.label.zh}最费时，中位${days}`
      : `${longest.label.en} takes longest: ${days} at the median (${action.en.toLowerCase()})`
  })
  const { unit } = measureOf(site, 'permit-applications', 'stages', 'decided')
  const note = {
    zh: `取作出决定最多的一个月：${action.zh}${formatValue(decided, unit, 0, 'zh')}。天数为日历天，含补正。`,
    en: `The month with the most decisions: ${formatNumber(decided.value ?? 0, 0)} (${action.en.toLowerCase()}). Calendar days, supplements included.`,
  }
  const base = buildFigureBase(site, {
    id: 'stages',
    title,
    pick: pick('acceptance_days_median'),
    periods: [month],
    note,
  })
  const measure = { zh: '各阶段用时：中位数与第九十百分位数', en: 'Days in each stage: median and 90th percentile' }
  return { ...base, measure, kind: 'dwell', stages }
}

/** Permits in force by industry and class. */
export function buildIndustryStack(site: Site, place: string, month: string): StackedSpec | null {
  const contract = site.published.contracts.get('permits')
  if (!contract) return null
  const parts = itemsOf(contract, 'class')
    .filter((item) => PERMIT_CLASSES.some((code) => code === item.code))
    .map((item) => ({ id: item.code, label: { zh: item.zh, en: item.en } }))
  const pick = (industry: string, permitClass: string): Pick => ({
    dataset: 'permits',
    table: 'industry',
    measure: 'in_force_end',
    where: { place, industry, class: permitClass },
  })
  const rows = itemsOf(contract, 'industry')
    .map((item) => ({
      item: { id: item.code, label: { zh: item.zh, en: item.en } },
      cells: parts.map((part) => findCell(site.published, pick(item.code, part.id), month)),
    }))
    .toSorted((a, b) => addUp(b.cells) - addUp(a.cells))
  const [top, firstPart] = [rows[0], parts[0]]
  if (!top || !firstPart || addUp(top.cells) === 0) return null
  const [most] = findEnd(
    rows.map(({ item, cells }) => ({ item, cell: addUpCells(cells) })),
    'high',
  )
  const title = most
    ? { zh: `有效许可证以${most.item.label.zh}最多`, en: `${most.item.label.en} holds the most permits` }
    : { zh: '有效许可证，按行业', en: 'Permits in force by industry' }
  return {
    ...buildFigureBase(site, { id: 'industries', title, pick: pick(top.item.id, firstPart.id), periods: [month] }),
    kind: 'stacked',
    bars: rows.map((row) => row.item),
    parts,
    cells: rows.map((row) => row.cells),
  }
}

/** Counts of one industry as one count. */
function addUpCells(cells: readonly Cell[]): Cell {
  return { value: addUp(cells), status: 'final', basis: { kind: 'count', step: 0 } }
}

function addUp(cells: readonly Cell[]): number {
  return sum(cells.map((cell) => cell.value ?? 0))
}
