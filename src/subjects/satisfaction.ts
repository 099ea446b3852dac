import { comparePeriods } from '../calendar/period.ts'
import type { Place } from '../codes/places.ts'
import { toPlainText } from '../compose/rich.ts'
import { composeInBoth, drawAll, dropEmpty, type Report, type Section } from '../compose/section.ts'
import { cityOf, type Site } from '../compose/site.ts'
import { findTable } from '../measure/select.ts'
import { listRatingPeriods, ratingsOf } from './satisfaction/rating-tables.ts'
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
    has(site) ? composeInBoth((lang) => composeSatisfactionSentence(site, cityOf(site).code, month, lang)) : null,
  bulletin: buildBulletin,
  place: buildPlace,
  topic: (site, topic) => (topic === 'satisfaction' ? buildTopic(site) : null),
  home: (site) => drawAll([buildTopTwoLine(site, cityOf(site).code)]),
  told: [{ dataset: 'satisfaction', table: 'ratings', measures: ['top2_rate'] }],
}

function has(site: Site): boolean {
  return findTable(site.published, 'satisfaction', 'ratings') !== null
}

/** The city month by month; its districts by the newest quarter that had ended. */
function buildBulletin(site: Site, month: string): Section[] {
  if (!has(site)) return []
  const quarter = listRatingPeriods(site, 'districts').findLast((period) => comparePeriods(period, month) <= 0)
  const { code } = cityOf(site)
  const asked = composeInBoth((lang) => composeAskedSentence(site, code, month, lang))
  const rated = composeInBoth((lang) => composeSatisfactionSentence(site, code, month, lang))
  return [
    {
      id: 'satisfaction',
      heading: { zh: '满意度', en: 'Satisfaction' },
      say: asked,
      // What was not reported is said once.
      ...(toPlainText(asked.zh) === toPlainText(rated.zh) ? {} : { paragraphs: [rated] }),
      figures: drawAll([quarter === undefined ? null : buildTopTwoIntervals(site, quarter)]),
    },
  ]
}

function buildPlace(site: Site, place: Place): Report | null {
  const period = place.level === 'subdistrict' ? undefined : listRatingPeriods(site, ratingsOf(site, place.code)).at(-1)
  if (period === undefined) return null
  return {
    lead: { zh: [], en: [] },
    sections: [
      {
        id: 'satisfaction',
        heading: { zh: '回访满意度', en: 'Satisfaction' },
        say: composeInBoth((lang) => composeSatisfactionSentence(site, place.code, period, lang)),
        figures: drawAll([buildTopTwoLine(site, place.code)]),
      },
    ],
  }
}

function buildTopic(site: Site): Report | null {
  const city = cityOf(site)
  const [month, quarter] = [listRatingPeriods(site, 'ratings').at(-1), listRatingPeriods(site, 'districts').at(-1)]
  if (month === undefined) return null
  return {
    lead: composeInBoth((lang) => composeSatisfactionSentence(site, city.code, month, lang)),
    sections: dropEmpty([
      {
        id: 'districts-section',
        heading: { zh: '各区', en: 'District by district' },
        figures: drawAll(
          quarter === undefined ? [] : [buildTopTwoIntervals(site, quarter), buildGradesLikert(site, quarter)],
        ),
      },
      {
        id: 'time',
        heading: { zh: '逐月变化', en: 'Month by month' },
        figures: drawAll([
          buildTopTwoLine(site, city.code),
          buildResponseLines(site, listRatingPeriods(site, 'channel')),
        ]),
      },
    ]),
  }
}
