import type { Place } from '../codes/places.ts'
import { composeInBoth, drawAll, dropEmpty, type Report, type Section } from '../compose/section.ts'
import { cityOf, has, listMonthsShown, type Site } from '../compose/site.ts'
import {
  buildGradesLikert,
  buildResponseLines,
  buildTopTwoIntervals,
  buildTopTwoLine,
} from './satisfaction/satisfaction-figures.ts'
import { composeAskedSentence, composeSatisfactionSentence } from './satisfaction/satisfaction-sentence.ts'
import type { Subject } from './subject.ts'

/** Satisfaction with handling: rates with their intervals, and who was asked at all. */
export const satisfaction: Subject = {
  id: 'satisfaction',
  name: { zh: '满意度', en: 'satisfaction' },
  datasets: ['satisfaction'],
  lead: (site, month) =>
    has(site, 'satisfaction', 'ratings')
      ? composeInBoth((lang) => composeSatisfactionSentence(site, cityOf(site).code, month, lang))
      : null,
  bulletin: buildBulletin,
  place: buildPlace,
  topic: (site, topic) => (topic === 'satisfaction' ? buildTopic(site) : null),
  home: (site) => drawAll([buildTopTwoLine(site, cityOf(site).code, listMonths(site))]),
}

function listMonths(site: Site): string[] {
  return listMonthsShown(site, 'satisfaction', 'ratings')
}

function buildBulletin(site: Site, month: string): Section[] {
  if (!has(site, 'satisfaction', 'ratings')) return []
  return [
    {
      id: 'satisfaction',
      heading: { zh: '回访满意度', en: 'Satisfaction' },
      say: composeInBoth((lang) => composeAskedSentence(site, cityOf(site).code, month, lang)),
      figures: drawAll([buildTopTwoIntervals(site, month)]),
    },
  ]
}

function buildPlace(site: Site, place: Place): Report | null {
  const months = listMonths(site)
  const month = months.at(-1)
  if (month === undefined || place.level === 'subdistrict') return null
  return {
    lead: { zh: [], en: [] },
    sections: [
      {
        id: 'satisfaction',
        heading: { zh: '回访满意度', en: 'Satisfaction' },
        say: composeInBoth((lang) => composeSatisfactionSentence(site, place.code, month, lang)),
        figures: drawAll([buildTopTwoLine(site, place.code, months)]),
      },
    ],
  }
}

function buildTopic(site: Site): Report | null {
  const city = cityOf(site)
  const months = listMonths(site)
  const month = months.at(-1)
  if (month === undefined) return null
  return {
    lead: composeInBoth((lang) => composeSatisfactionSentence(site, city.code, month, lang)),
    sections: dropEmpty([
      {
        id: 'districts-section',
        heading: { zh: '各区', en: 'District by district' },
        figures: drawAll([buildTopTwoIntervals(site, month), buildGradesLikert(site, month)]),
      },
      {
        id: 'time',
        heading: { zh: '逐月变化', en: 'Month by month' },
        figures: drawAll([buildTopTwoLine(site, city.code, months), buildResponseLines(site, months)]),
      },
    ]),
  }
}
