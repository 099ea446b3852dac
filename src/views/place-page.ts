import { lastDay } from '../calendar/period.ts'
import type { Place } from '../codes/places.ts'
import { computePointsChange } from '../measure/change.ts'
import { findCell, type Pick } from '../measure/select.ts'
import { formatNumber, formatPeriod } from '../text/format.ts'
import type { Lang, LocalText } from '../text/local-text.ts'
import { inBoth } from '../text/ui.ts'
import { pyramid, shareLine } from './figures/ageing-figures.ts'
import { onTimeLine } from './figures/case-figures.ts'
import { itemOf } from './figures/describe-figure.ts'
import { PERMIT_CLASSES, PERMIT_FLOW_SHOWN } from './figures/permit-figures.ts'
import { topTwoLine } from './figures/satisfaction-figures.ts'
import { composeCasesSentence, composeSatisfactionSentence, say } from './lead.ts'
import { drawAll, type Frame, type Report, type Section } from './page-frame.ts'
import { buildCasesTable, buildMeasuresTable } from './report-tables.ts'
import { type Rich, rich } from './rich.ts'
import { cityOf, findLastPeriod, has, listMonthsShown, type Site } from './site.ts'

export function placeFrame(site: Site, place: Place): Frame {
  const chain = site.places.chain(place.code).slice(1).toReversed()
  const district = site.places.chain(place.code).find((place) => place.level === 'district')
  const inCity = chain.map((place) => place.names.zh).join('')
  return {
    path: `/places/${place.code}/`,
    title: place.names,
    description: {
      zh: `${inCity}${place.names.zh}的${place.level === 'subdistrict' ? '人口和网格事件' : '人口、网格事件、满意度与排污许可'}数据。`,
      en: `${place.level === 'subdistrict' ? 'Population and grid cases' : 'Population, grid cases, satisfaction and permits'} of ${place.names.en}.`,
    },
    crumbs: [
      { label: { zh: '地区', en: 'Places' }, path: '/places/' },
      ...chain
        .filter((place) => place.code !== cityOf(site).code)
        .map((place) => ({ label: place.names, path: `/places/${place.code}/` })),
    ],
    room: 'places',
    search: { kind: 'place', ...(district ? { place: district.code } : {}), authority: place.level !== 'subdistrict' },
  }
}

/** Places that were merged into this one, and the day it began; null where it always stood. */
export function findMerged(site: Site, place: Place): { names: LocalText; day: string } | null {
  const before = site.places.all.filter((earlier) => earlier.successor === place.code)
  if (before.length === 0 || place.from === null) return null
  return {
    names: {
      zh: before.map((place) => place.names.zh).join('、'),
      en: before.map((place) => place.names.en).join(' and '),
    },
    day: place.from,
  }
}

export function placeReport(site: Site, place: Place): Report {
  return {
    lead: { zh: placeLead(site, place, 'zh'), en: placeLead(site, place, 'en') },
    sections: [
      buildCasesSection(site, place),
      buildSatisfactionSection(site, place),
      buildAgeingSection(site, place),
      buildPermitsSection(site, place),
    ].filter((section) => section !== null),
  }
}

function placeLead(site: Site, place: Place, lang: Lang): Rich {
  const month = findLastPeriod(site, 'cases', 'flow')
  const year = findLastPeriod(site, 'population', 'ageing')
  const parts: Rich = []
  if (year !== null) {
    const pick = (measure: string) => ({
      dataset: 'population',
      table: 'ageing',
      measure,
      where: { place: place.code },
    })
    if (findCell(site.published, pick('total'), year).value !== null) {
      const [total, share] = [say(site, pick('total'), year, lang), say(site, pick('share_60_plus'), year, lang)]
      const when = formatPeriod(year, lang)
      parts.push(
        ...(lang === 'zh'
          ? rich`${place.names.zh}${when}末有常住人口${total}，60岁及以上占${share}。`
          : rich`${place.names.en} had a resident population of ${total} at the end of ${when}, ${share} of them aged 60 and over. `),
      )
    }
  }
  if (month !== null && has(site, 'cases', 'flow')) {
    parts.push(...composeCasesSentence(site, place, month, lang), ...compareWithCity(site, place, month, lang))
  }
  return parts
}

/** How the place stands beside the city; nothing where it is the city, or where either has no rate. */
function compareWithCity(site: Site, place: Place, month: string, lang: Lang): Rich {
  const city = cityOf(site)
  const pick = (code: string): Pick => ({
    dataset: 'cases',
    table: 'flow',
    measure: 'on_time_rate',
    where: { place: code },
  })
  const [own, whole] = [
    findCell(site.published, pick(place.code), month),
    findCell(site.published, pick(city.code), month),
  ]
  const gap = computePointsChange(own.value, whole.value)
  if (place.code === city.code || gap === null) return []
  const rate = say(site, pick(city.code), month, lang)
  if (gap === 0) return lang === 'zh' ? rich`全市也是${rate}。` : rich`The city as a whole had the same rate, ${rate}.`
  const size = formatNumber(Math.abs(gap), 1)
  return lang === 'zh'
    ? rich`全市为${rate}，本地区${gap > 0 ? '高' : '低'}${size}个百分点。`
    : rich`The rate of the city as a whole was ${rate}, ${size} points ${gap > 0 ? 'lower' : 'higher'}.`
}

function buildCasesSection(site: Site, place: Place): Section | null {
  const month = findLastPeriod(site, 'cases', 'flow')
  if (month === null) return null
  const below = site.places.children(place.code, lastDay(month))
  const above = site.places.chain(place.code).slice(1)
  return {
    id: 'cases',
    heading: { zh: '网格事件', en: 'Grid cases' },
    figures: drawAll([onTimeLine(site, place.code, month)]),
    tables: [
      {
        caption: inBoth((lang) =>
          lang === 'zh' ? `${formatPeriod(month, lang)}网格事件办理` : `Cases in ${formatPeriod(month, lang)}`,
        ),
        data: buildCasesTable(site, month, [...below, place, ...above]),
      },
    ],
  }
}

function buildSatisfactionSection(site: Site, place: Place): Section | null {
  if (place.level === 'subdistrict' || !has(site, 'satisfaction', 'ratings')) return null
  const months = listMonthsShown(site, 'satisfaction', 'ratings')
  const month = months.at(-1)
  if (month === undefined) return null
  return {
    id: 'satisfaction',
    heading: { zh: '回访满意度', en: 'Satisfaction' },
    say: {
      zh: composeSatisfactionSentence(site, place.code, month, 'zh'),
      en: composeSatisfactionSentence(site, place.code, month, 'en'),
    },
    figures: drawAll([topTwoLine(site, place.code, months)]),
  }
}

function buildAgeingSection(site: Site, place: Place): Section | null {
  const year = findLastPeriod(site, 'population', 'ageing')
  if (year === null) return null
  const parent = place.parent === null ? [] : site.places.chain(place.parent)
  return {
    id: 'ageing',
    heading: { zh: '人口年龄', en: 'Ages' },
    figures: place.level === 'subdistrict' ? [] : drawAll([pyramid(site, place.code), shareLine(site, place.code)]),
    tables: [
      {
        caption: inBoth((lang) =>
          lang === 'zh' ? `${formatPeriod(year, lang)}末人口` : `Population at the end of ${formatPeriod(year, lang)}`,
        ),
        data: buildMeasuresTable(site, {
          dataset: 'population',
          table: 'ageing',
          period: year,
          measures: [
            'total',
            'age_60_plus',
            'share_60_plus',
            'share_65_plus',
            'age_80_plus',
            'dependency_65',
            'sex_ratio',
          ],
          rowHeading: { zh: '地区', en: 'Place' },
          rows: [place, ...parent].map((place) => ({ label: place.names, where: { place: place.code } })),
        }),
      },
    ],
  }
}

function buildPermitsSection(site: Site, place: Place): Section | null {
  const month = findLastPeriod(site, 'permits', 'flow')
  const contract = site.published.contracts.get('permits')
  if (!contract || month === null || place.level === 'subdistrict') return null
  return {
    id: 'permits',
    heading: { zh: '排污许可证', en: 'Discharge permits' },
    figures: [],
    tables: [
      {
        caption: inBoth((lang) => formatPeriod(month, lang)),
        data: buildMeasuresTable(site, {
          dataset: 'permits',
          table: 'flow',
          period: month,
          measures: PERMIT_FLOW_SHOWN,
          rowHeading: { zh: '管理类别', en: 'Class' },
          rows: PERMIT_CLASSES.map((code) => ({
            label: itemOf(contract, 'class', code).label,
            where: { place: place.code, class: code },
          })),
        }),
      },
    ],
  }
}
