import { getLastDay, getPeriodBefore, getYearBefore } from '../../calendar/period.ts'
import { computeChangePercent, computePointsChange } from '../../measure/change.ts'
import { compareCells, mayCall } from '../../measure/compare.ts'
import { roundTo } from '../../text/decimal.ts'
import { formatNumber, formatValue } from '../../text/format.ts'
import type { Lang, LocalText } from '../../text/local-text.ts'
import { namePeriodBefore, nameYearBefore } from '../../text/period-before.ts'
import { choosePlural, formatOrdinal } from '../../text/plural.ts'
import { findNamedCell, type NamedCell } from '../named-cell.ts'
import { addressOf, type Figured, makeReference, type Rich, rich } from '../rich.ts'
import type { Site } from '../site.ts'
import { describeAbout } from './about-words.ts'

/** A number with its unit, or in round words: 近九成. */
export function composeNumber({ cell, measure, pick, name }: NamedCell, about: boolean, lang: Lang): Rich {
  const text = about
    ? describeAbout(cell.value ?? 0)[lang]
    : formatValue(cell, measure.unit, measure.decimals ?? 0, lang)
  return [{ text, role: 'now', cell: addressOf(pick, name.period) }]
}

/** The earlier cell that a change is from; null where periods of this kind have none. */
export function findEarlier(site: Site, { name }: NamedCell, from: 'period' | 'year') {
  const period = from === 'year' ? getYearBefore(name.period) : getPeriodBefore(name.period)
  return period === null ? null : findNamedCell(site.published, { ...name, period })
}

/** 比上月上升2.3个百分点, 与上月大致持平: the direction as far as the rule of comparison allows one. */
export function composeChange(now: NamedCell, before: NamedCell, from: 'period' | 'year', lang: Lang): Rich {
  const isChinese = lang === 'zh'
  const name = from === 'year' ? nameYearBefore(now.name.period) : namePeriodBefore(now.name.period)
  const step = compareCells(now.cell, before.cell)
  const other: Figured = { ...numberOf(before, lang), role: 'reference' }
  switch (step) {
    case 'same':
      return isChinese ? rich`与${name.zh}持平` : rich`the same as ${name.en}`
    case 'level':
      return isChinese ? rich`与${name.zh}大致持平` : rich`about the same as ${name.en}`
    case 'chance':
      return isChinese ? rich`与${name.zh}没有明显差别` : rich`not clearly different from ${name.en}`
    case 'few':
    case 'unknown':
      return isChinese ? rich`${name.zh}为${other}` : rich`against ${other} ${name.en}`
    default:
      return composeStep({ now, before, name, isUp: step === 'up' }, lang)
  }
}

/** From so many times on a multiple is said; up to the second number it is 翻番. The page of methods prints both. */
export const DOUBLED = [1.95, 2.05] as const

interface StepWords {
  now: NamedCell
  before: NamedCell
  name: LocalText
  isUp: boolean
}

function composeStep({ now, before, name, isUp }: StepWords, lang: Lang): Rich {
  const isChinese = lang === 'zh'
  const [value, other] = [now.cell.value ?? 0, before.cell.value ?? 0]
  const isCount = now.cell.basis?.kind === 'count'
  const times = isCount && other > 0 ? value / other : 0
  if (times >= DOUBLED[0] && times < DOUBLED[1])
    return isChinese ? rich`比${name.zh}翻番` : rich`twice as many as ${name.en}`
  if (times >= DOUBLED[1]) {
    const said = makeReference(
      isChinese ? `${formatNumber(roundTo(times, 1), 1)}倍` : `${formatNumber(roundTo(times, 1), 1)} times`,
    )
    return isChinese ? rich`是${name.zh}的${said}` : rich`${said} as many as ${name.en}`
  }
  const size = makeReference(describeSize(now, before, lang))
  const verb =
    CHANGE_VERBS[now.cell.basis?.kind === 'sample' ? 'rate' : (now.cell.basis?.kind ?? 'rate')][isUp ? 'up' : 'down']
  return isChinese ? rich`比${name.zh}${verb.zh}${size}` : rich`${verb.en} ${size} on ${name.en}`
}

const CHANGE_VERBS: Record<'count' | 'rate' | 'quantile', Record<'up' | 'down', LocalText>> = {
  count: { up: { zh: '增加', en: 'up' }, down: { zh: '减少', en: 'down' } },
  rate: { up: { zh: '上升', en: 'up' }, down: { zh: '下降', en: 'down' } },
  quantile: { up: { zh: '延长', en: 'up' }, down: { zh: '缩短', en: 'down' } },
}

/** Points of a percentage; of a count of a hundred and more a percentage; else the difference itself. */
function describeSize({ cell, measure }: NamedCell, { cell: before }: NamedCell, lang: Lang): string {
  const [value, other] = [cell.value ?? 0, before.value ?? 0]
  if (measure.unit === '%') {
    const points = Math.abs(computePointsChange(value, other) ?? 0)
    return lang === 'zh'
      ? `${formatNumber(points, 1)}个百分点`
      : `${formatNumber(points, 1)} ${choosePlural(points, { one: 'point', other: 'points' })}`
  }
  const percent = computeChangePercent(value, other)
  if (cell.basis?.kind === 'count' && percent !== null && Math.min(value, other) >= 100)
    return `${formatNumber(Math.abs(percent), 1)}%`
  const decimals = measure.decimals ?? 0
  return formatValue(
    { value: roundTo(Math.abs(value - other), decimals), status: 'final' },
    measure.unit,
    decimals,
    lang,
  )
}

/** 在8个区中居第二位: a rank, only where both neighbours are clearly apart. */
export function composeRank(site: Site, of: NamedCell, lang: Lang): Rich {
  const peers = listPeers(site, of).toSorted((a, b) => (b.cell.value ?? 0) - (a.cell.value ?? 0))
  const at = peers.findIndex(({ code }) => of.name.key.includes(code))
  const near = [peers[at - 1], peers[at + 1]].find((peer) => peer && !mayCall(compareCells(of.cell, peer.cell)))
  const names = site.places.get(near?.code ?? '')?.names
  if (near && names)
    return lang === 'zh' ? rich`与${names.zh}相近，不排名次` : rich`close to ${names.en}, and not ranked`
  const count = makeReference(String(peers.length))
  return lang === 'zh'
    ? rich`在${count}个地区中居第${makeReference(String(at + 1))}位`
    : rich`${makeReference(formatOrdinal(at + 1))} of ${count} places`
}

/** The same measure of all places that lie in the same place, on the last day of the period. */
export function listPeers(site: Site, { name, table, row }: NamedCell): { code: string; cell: NamedCell['cell'] }[] {
  const column = table.spec.dimensions.find(
    ({ column: id }) => table.contract.columns[id]?.type.kind === 'place',
  )?.column
  const own = site.places.get(row.key[column ?? ''] ?? '')
  if (column === undefined || !own || own.parent === null) return []
  return site.places.listChildren(own.parent, getLastDay(name.period)).flatMap(({ code }) => {
    const key = table.spec.dimensions.map((dimension) =>
      dimension.column === column ? code : (row.key[dimension.column] ?? ''),
    )
    const found = findNamedCell(site.published, { ...name, key })
    return 'fault' in found || found.cell.value === null ? [] : [{ code, cell: found.cell }]
  })
}

/** A rate with what it is made of, behind a button where the browser has it: 88.2%（921÷1,044）. */
export function composeShare(site: Site, of: NamedCell, lang: Lang): { rate: Rich; parts: Rich } | null {
  const { measure } = of
  if (!('rate' in measure)) return null
  const [above, below] = [measure.rate.numerator, measure.rate.denominator].map((id) =>
    findNamedCell(site.published, { ...of.name, measure: id }),
  )
  if (!above || !below || 'fault' in above || 'fault' in below) return null
  return { rate: composeNumber(of, false, lang), parts: rich`${numberOf(above, lang)} ÷ ${numberOf(below, lang)}` }
}

/** A count without its unit, where an English sentence has said what is counted. */
export function bareNumberOf({ cell, measure, pick, name }: NamedCell): Figured {
  return { text: formatNumber(cell.value ?? 0, measure.decimals ?? 0), role: 'now', cell: addressOf(pick, name.period) }
}

export function numberOf({ cell, measure, pick, name }: NamedCell, lang: Lang): Figured {
  return {
    text: formatValue(cell, measure.unit, measure.decimals ?? 0, lang),
    role: 'now',
    cell: addressOf(pick, name.period),
  }
}
