import { bareNumberOf, composeChange, findEarlier, numberOf } from '../../compose/bound/bound-words.ts'
import { findTop } from '../../compose/bound/top-list.ts'
import type { NamedCell } from '../../compose/named-cell.ts'
import { type Rich, rich } from '../../compose/rich.ts'
import { composeInBoth } from '../../compose/section.ts'
import { cityOf, has, listDistricts, type Site } from '../../compose/site.ts'
import { compareCells, findEnd } from '../../measure/compare.ts'
import { nameOfNumber } from '../../text/chinese.ts'
import { formatPeriod } from '../../text/format.ts'
import { joinNames, lowerFirst } from '../../text/join-names.ts'
import type { Lang, LocalText } from '../../text/local-text.ts'
import { composeDrivers } from './case-drivers.ts'
import { type Both, findCase, NAMED_MAX } from './find-case.ts'

/** 一、基本情况: level and change of what came in, what was closed, what is open, and the on-time rate. */
export function composeOverview(site: Site, month: string): Both[] {
  const findOwn = (measure: string) => findCase(site, 'flow', [cityOf(site).code], month, measure)
  const [accepted, closed, start, end] = ['accepted', 'closed', 'open_start', 'open_end'].map(findOwn)
  const [due, onTime, rate] = ['due', 'closed_on_time', 'on_time_rate'].map(findOwn)
  const paragraphs: Both[] = []
  if (accepted && closed && start && end)
    paragraphs.push(
      composeInBoth((lang) => {
        const [a, c, s, e] = [accepted, closed, start, end].map((cell) => numberOf(cell, lang))
        // In English the noun is said once: 47 were open.
        const [bareEnd, bareStart] = [end, start].map(bareNumberOf)
        const changes = composeChanges(site, accepted, lang)
        return lang === 'zh'
          ? rich`${formatPeriod(month, lang)}，全市受理网格事件${a ?? ''}${changes}。当月办结${c ?? ''}；月末在办${e ?? ''}，月初为${s ?? ''}。`
          : rich`In ${formatPeriod(month, lang)} the city accepted ${a ?? ''}${changes}. It closed ${c ?? ''}; ${bareEnd ?? ''} were open at the end of the month and ${bareStart ?? ''} at its start.`
      }),
    )
  if (due && onTime && rate)
    paragraphs.push(
      composeInBoth((lang) => {
        const [d, o, r] = [due, onTime, rate].map((cell) => numberOf(cell, lang))
        const changes = composeChanges(site, rate, lang)
        return lang === 'zh'
          ? rich`当月应结${d ?? ''}，按期办结${o ?? ''}，按期办结率为${r ?? ''}${changes}。`
          : rich`Of ${d ?? ''} due in the month, ${bareNumberOf(onTime)} were closed on time, a rate of ${r ?? ''}${changes}.`
      }),
    )
  return paragraphs
}

/** ，比上月…，比上年同月…; a period that was not published is left out. */
function composeChanges(site: Site, now: NamedCell, lang: Lang): Rich {
  return (['period', 'year'] as const).flatMap((from): Rich => {
    const before = findEarlier(site, now, from)
    if (!before || 'fault' in before || before.cell.value === null) return []
    const comma = lang === 'zh' ? '，' : ', '
    return [comma, ...composeChange(now, before, from, lang)]
  })
}

/** 二、案件分析: where cases came from, what they were about, how districts did. */
export function composeAnalysis(site: Site, month: string): Both[] {
  const city = cityOf(site).code
  const found: (Both | null)[] = [
    composeShares(site, { table: 'source', measure: 'reported', share: 'reported_share' }, [city, '*'], month, {
      zh: '来源。当月上报的网格事件中，',
      en: 'Cases reported in the month, by source: ',
    }),
    composeShares(site, { table: 'class', measure: 'accepted', share: 'accepted_share' }, [city, '*'], month, {
      zh: '类别。当月受理的网格事件，按大类分，',
      en: 'Cases accepted in the month, by class: ',
    }),
    composeDistricts(site, month),
    composeShares(site, { table: 'level', measure: 'closed', share: 'closed_share' }, [city, '*'], month, {
      zh: '层级。当月办结的网格事件，按办结层级分，',
      en: 'Cases closed in the month, by the level that closed them: ',
    }),
  ]
  // Numbered when it is known which there are.
  return found
    .filter((paragraph) => paragraph !== null)
    .map(({ zh, en }, index) => ({ zh: [`（${nameOfNumber(index + 1)}）`, ...zh], en }))
}

function composeShares(
  site: Site,
  { table, measure, share }: Record<'table' | 'measure' | 'share', string>,
  key: string[],
  month: string,
  opening: LocalText,
): Both | null {
  if (!has(site, 'cases', table)) return null
  const top = findTop(site, { name: { dataset: 'cases', table, key, period: month, measure }, open: 1 })
  if ('fault' in top) return null
  return composeInBoth((lang) => {
    const parts = top.items.slice(0, NAMED_MAX).flatMap(({ label, of }, index): Rich => {
      const part = findCase(site, table, of.name.key, month, share)
      const number = numberOf(of, lang)
      const comma = index === 0 ? '' : { zh: '；', en: ', ' }[lang]
      if (!part) return rich`${comma}${label[lang]}${lang === 'zh' ? '' : ' '}${number}`
      return lang === 'zh'
        ? rich`${comma}${label.zh}${number}，占${numberOf(part, lang)}`
        : rich`${comma}${lowerFirst(label.en)} ${number} (${numberOf(part, lang)})`
    })
    return [opening[lang], ...parts, lang === 'zh' ? '。' : '.']
  })
}

/** The districts at the ends of the on-time rate, as far as they may be called so; else its range. */
function composeDistricts(site: Site, month: string): Both | null {
  const districts = listDistricts(site, month).flatMap(({ code, names }) => {
    const of = findCase(site, 'flow', [code], month, 'on_time_rate')
    return of ? [{ names, of, cell: of.cell }] : []
  })
  const ranked = districts.toSorted((a, b) => (b.cell.value ?? 0) - (a.cell.value ?? 0))
  const [first, last] = [ranked[0], ranked.at(-1)]
  if (!first || !last || ranked.length < 2) return null
  const whole = findCase(site, 'flow', [cityOf(site).code], month, 'on_time_rate')
  const below = whole ? ranked.filter(({ cell }) => compareCells(cell, whole.cell) === 'down') : []
  const [high, low] = (['high', 'low'] as const).map((end) => {
    const found = findEnd(ranked, end)
    return found.length === 1 ? found[0] : undefined
  })
  const others = below.filter((item) => item !== low)
  return composeInBoth((lang) => {
    const isChinese = lang === 'zh'
    const [from, to] = [numberOf(last.of, lang), numberOf(first.of, lang)]
    const range = isChinese
      ? rich`各区按期办结率在${from}与${to}之间`
      : rich`The on-time rate of the districts lay between ${from} and ${to}`
    const ends = [
      ...(high ? [isChinese ? `${high.names.zh}最高` : `highest in ${high.names.en}`] : []),
      ...(low ? [isChinese ? `${low.names.zh}最低` : `lowest in ${low.names.en}`] : []),
    ].map((end) => (isChinese ? `，${end}` : `, ${end}`))
    const names = joinNames(others.map((item) => item.names))
    const tail = isChinese
      ? `；${names.zh}${low ? '也' : ''}低于全市`
      : `; ${names.en} ${others.length === 1 ? 'was' : 'were'} ${low ? 'also ' : ''}below the city as a whole`
    return [isChinese ? '区域。' : '', ...range, ...ends, others.length > 0 ? tail : '', isChinese ? '。' : '.']
  })
}

/** 三、热点难点: which minor classes grew or shrank, where the change of the month was, and which are closed late. */
export function composeFocus(site: Site, month: string): Both[] {
  return [composeDrivers(site, month), composeLate(site, month)].filter((paragraph) => paragraph !== null)
}

/** Minor classes that are closed on time clearly less often than all cases. */
function composeLate(site: Site, month: string): Both | null {
  if (!has(site, 'cases', 'minor')) return null
  const city = cityOf(site).code
  const whole = findCase(site, 'flow', [city], month, 'on_time_rate')
  const top = findTop(site, {
    name: { dataset: 'cases', table: 'minor', key: [city, '*'], period: month, measure: 'on_time_rate' },
    open: 1,
  })
  if (!whole || 'fault' in top) return null
  const late = top.items.filter(({ cell }) => compareCells(cell, whole.cell) === 'down').toReversed()
  if (late.length === 0) return null
  return composeInBoth((lang) => {
    const number = numberOf(whole, lang)
    const parts = late.slice(0, NAMED_MAX).flatMap(({ label, of }, index): Rich => {
      const due = findCase(site, 'minor', of.name.key, month, 'due')
      const own = numberOf(of, lang)
      if (lang === 'zh')
        return rich`${index === 0 ? '' : '，'}${label.zh}${own}${due ? rich`（应结${numberOf(due, lang)}）` : ''}`
      return rich`${index === 0 ? '' : ', '}${lowerFirst(label.en)} ${own}${due ? rich` (${numberOf(due, lang)} due)` : ''}`
    })
    return lang === 'zh'
      ? rich`按期办结率低于全市（${number}）的小类有：${parts}。`
      : rich`Minor classes below the city’s on-time rate (${number}): ${parts}.`
  })
}
