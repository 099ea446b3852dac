import { getLastDay } from '../calendar/period.ts'
import type { Place } from '../codes/places.ts'
import { itemsOf } from '../compose/describe-figure.ts'
import { buildMeasuresTable } from '../compose/measures-table.ts'
import { type Rich, rich } from '../compose/rich.ts'
import { say } from '../compose/say.ts'
import { composeInBoth, drawAll, dropEmpty, type Report, type Section } from '../compose/section.ts'
import { cityOf, findLastPeriod, has, listYearUntil, type Site } from '../compose/site.ts'
import { computePointsChange } from '../measure/change.ts'
import { compareCells, mayCall } from '../measure/compare.ts'
import type { Pick } from '../measure/select.ts'
import { formatNumber, formatPeriod } from '../text/format.ts'
import type { Lang } from '../text/local-text.ts'
import { localise } from '../text/ui.ts'
import { buildAnnexTable } from './cases/annex-table.ts'
import {
  buildAcceptedHeat,
  buildCaseFunnel,
  buildHoursTiles,
  buildLevelStack,
  buildOnTimeLine,
  buildOnTimeMultiples,
} from './cases/case-figures.ts'
import { composeAnalysis, composeFocus, composeOverview } from './cases/case-report.ts'
import { composeCasesSentence } from './cases/case-sentence.ts'
import { buildCasesTable } from './cases/case-table.ts'
import { composeEventSentence } from './cases/event-sentence.ts'
import { findOnTimeRate } from './cases/on-time-title.ts'
import type { Subject } from './subject.ts'

const pickOnTimeRate = (place: string): Pick => ({
  dataset: 'cases',
  table: 'flow',
  measure: 'on_time_rate',
  where: { place },
})

/** Grid cases: how many, how fast, at which level, and how a place compares with the city. */
export const cases: Subject = {
  id: 'cases',
  name: { zh: '网格事件', en: 'grid cases' },
  datasets: ['cases'],
  lead: (site, month) =>
    has(site, 'cases', 'flow')
      ? composeInBoth((lang) => [
          ...composeCasesSentence(site, cityOf(site), month, lang),
          ...composeEventSentence(site, month, lang),
        ])
      : null,
  bulletin: buildBulletin,
  append: (site, month) => {
    const data = buildAnnexTable(site, month)
    return data && { caption: { zh: '各区办理情况', en: 'Cases by district' }, data }
  },
  place: buildPlace,
  topic: (site, topic) => (topic === 'cases' ? buildTopic(site) : null),
  home: (site, month) =>
    month === null ? [] : drawAll([buildHoursTiles(site, month), buildOnTimeLine(site, cityOf(site).code, month)]),
  monthFigure: {
    pick: pickOnTimeRate,
    label: { zh: '当月网格事件的按期办结率', en: 'the month’s on-time rate of grid cases' },
  },
  told: [
    { dataset: 'cases', table: 'flow', measures: ['accepted', 'on_time_rate', 'hours_median', 'open_end'] },
    { dataset: 'cases', table: 'minor', measures: ['accepted'] },
    { dataset: 'cases', table: 'source', measures: ['reported'] },
  ],
}

function buildBulletin(site: Site, month: string): Section[] {
  if (!has(site, 'cases', 'flow')) return []
  const city = cityOf(site)
  return dropEmpty([
    {
      id: 'overview',
      heading: { zh: '基本情况', en: 'Overview' },
      paragraphs: [
        ...composeOverview(site, month),
        composeInBoth((lang) => composeEventSentence(site, month, lang)),
      ].filter(({ zh }) => zh.length > 0),
      figures: drawAll([buildOnTimeLine(site, city.code, month)]),
    },
    {
      id: 'cases',
      heading: { zh: '案件分析', en: 'Case analysis' },
      paragraphs: composeAnalysis(site, month),
      figures: drawAll([buildHoursTiles(site, month)]),
    },
    {
      id: 'focus',
      heading: { zh: '热点难点', en: 'Pressing issues' },
      paragraphs: composeFocus(site, month),
      figures: [],
    },
  ])
}

function buildPlace(site: Site, place: Place): Report | null {
  const month = findLastPeriod(site, 'cases', 'flow')
  if (month === null) return null
  const below = site.places.listChildren(place.code, getLastDay(month))
  const above = site.places.listChain(place.code).slice(1)
  return {
    lead: composeInBoth((lang) => [
      ...composeCasesSentence(site, place, month, lang),
      ...compareWithCity(site, place, month, lang),
    ]),
    sections: [
      {
        id: 'cases',
        heading: { zh: '网格事件', en: 'Grid cases' },
        figures: drawAll([buildOnTimeLine(site, place.code, month)]),
        tables: [
          {
            caption: localise((lang) =>
              lang === 'zh' ? `${formatPeriod(month, lang)}网格事件办理` : `Cases in ${formatPeriod(month, lang)}`,
            ),
            data: buildCasesTable(site, month, [...below, place, ...above]),
          },
        ],
      },
    ],
  }
}

/** How the place compares with the city; nothing where it is the city, or where either has no rate. */
function compareWithCity(site: Site, place: Place, month: string, lang: Lang): Rich {
  const city = cityOf(site)
  const [own, whole] = [place, city].map(({ code }) => findOnTimeRate(site, code, month))
  const gap = computePointsChange(own?.value ?? null, whole?.value ?? null)
  if (place.code === city.code || gap === null) return []
  const rate = say(site, pickOnTimeRate(city.code), month, lang)
  const step = compareCells(own, whole)
  if (step === 'same')
    return lang === 'zh' ? rich`全市也是${rate}。` : rich`The city as a whole had the same rate, ${rate}.`
  // Where no difference may be spoken of, the reader has both numbers.
  if (!mayCall(step)) return lang === 'zh' ? rich`全市为${rate}。` : rich`The rate of the city as a whole was ${rate}.`
  const size = formatNumber(Math.abs(gap), 1)
  return lang === 'zh'
    ? rich`全市为${rate}，本地区${step === 'up' ? '高' : '低'}${size}个百分点。`
    : rich`The rate of the city as a whole was ${rate}, ${size} points ${step === 'up' ? 'lower' : 'higher'}.`
}

function buildTopic(site: Site): Report | null {
  const city = cityOf(site)
  const month = findLastPeriod(site, 'cases', 'flow')
  if (month === null) return null
  return {
    lead: composeInBoth((lang) => composeCasesSentence(site, city, month, lang)),
    sections: dropEmpty([
      {
        id: 'speed',
        heading: { zh: '办得快不快', en: 'How fast' },
        figures: drawAll([
          buildHoursTiles(site, month),
          buildOnTimeLine(site, city.code, month),
          buildOnTimeMultiples(site),
        ]),
      },
      {
        id: 'load',
        heading: { zh: '受理了多少', en: 'How many' },
        figures: drawAll([buildAcceptedHeat(site, city.code), buildCaseFunnel(site, city.code, month)]),
      },
      {
        id: 'who',
        heading: { zh: '谁办的，是什么事', en: 'Who solved what' },
        figures: drawAll([buildLevelStack(site, city.code, listYearUntil(month))]),
        tables: buildClassTables(site, city.code, month),
      },
    ]),
  }
}

function buildClassTables(site: Site, place: string, month: string): NonNullable<Section['tables']> {
  const contract = site.published.contracts.get('cases')
  if (!contract || !has(site, 'cases', 'class')) return []
  return [
    {
      caption: { zh: `${formatPeriod(month, 'zh')}，按大类`, en: `${formatPeriod(month, 'en')}, by class` },
      data: buildMeasuresTable(site, {
        dataset: 'cases',
        table: 'class',
        period: month,
        measures: ['accepted', 'closed', 'due', 'closed_on_time', 'on_time_rate', 'hours_median'],
        rowHeading: { zh: '大类', en: 'Class' },
        rows: itemsOf(contract, 'major').map(({ code, zh, en }) => ({
          label: { zh, en },
          where: { place, major: code },
        })),
      }),
    },
  ]
}
