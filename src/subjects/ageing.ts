import type { Place } from '../codes/places.ts'
import { buildMeasuresTable } from '../compose/measures-table.ts'
import { type Rich, rich } from '../compose/rich.ts'
import { say } from '../compose/say.ts'
import { composeInBoth, drawAll, dropEmpty, type Report } from '../compose/section.ts'
import { cityOf, findLastPeriod, type Site } from '../compose/site.ts'
import { findCell, type Pick } from '../measure/select.ts'
import { formatPeriod } from '../text/format.ts'
import type { Lang } from '../text/local-text.ts'
import { localise } from '../text/ui.ts'
import {
  buildBedTiles,
  buildLifeLine,
  buildPyramid,
  buildShareLine,
  buildShareMultiples,
} from './ageing/ageing-figures.ts'
import type { Subject } from './subject.ts'

const pickAgeing = (place: string, measure: string): Pick => ({
  dataset: 'population',
  table: 'ageing',
  measure,
  where: { place },
})

/** The ages of residents, with what depends on them: beds for the aged, length of life, the projection. */
export const ageing: Subject = {
  id: 'ageing',
  name: { zh: '人口', en: 'population' },
  datasets: ['population', 'population-projection', 'elder-care', 'life-expectancy'],
  place: buildPlace,
  topic: (site, topic) => (topic === 'ageing' ? buildTopic(site) : null),
  home: (site) => drawAll([buildShareLine(site, cityOf(site).code)]),
  placeFigure: { pick: (place) => pickAgeing(place, 'total'), label: { zh: '常住人口', en: 'residents' } },
}

const PLACE_MEASURES = [
  'total',
  'age_60_plus',
  'share_60_plus',
  'share_65_plus',
  'age_80_plus',
  'dependency_65',
  'sex_ratio',
]

function buildPlace(site: Site, place: Place): Report | null {
  const year = findLastPeriod(site, 'population', 'ageing')
  if (year === null) return null
  const parent = place.parent === null ? [] : site.places.listChain(place.parent)
  const figures =
    place.level === 'subdistrict' ? [] : [buildPyramid(site, place.code), buildShareLine(site, place.code)]
  return {
    lead: composeInBoth((lang) => composePlaceSentence(site, place, year, lang)),
    sections: [
      {
        id: 'ageing',
        heading: { zh: '人口年龄', en: 'Ages' },
        figures: drawAll(figures),
        tables: [
          {
            caption: localise((lang) =>
              lang === 'zh'
                ? `${formatPeriod(year, lang)}末人口`
                : `Population at the end of ${formatPeriod(year, lang)}`,
            ),
            data: buildMeasuresTable(site, {
              dataset: 'population',
              table: 'ageing',
              period: year,
              measures: PLACE_MEASURES,
              rowHeading: { zh: '地区', en: 'Place' },
              rows: [place, ...parent].map(({ code, names }) => ({ label: names, where: { place: code } })),
            }),
          },
        ],
      },
    ],
  }
}

function composePlaceSentence(site: Site, place: Place, year: string, lang: Lang): Rich {
  if (findCell(site.published, pickAgeing(place.code, 'total'), year).value === null) return []
  const figureOf = (measure: string) => say(site, pickAgeing(place.code, measure), year, lang)
  const when = formatPeriod(year, lang)
  return lang === 'zh'
    ? rich`${place.names.zh}${when}末有常住人口${figureOf('total')}，60岁及以上占${figureOf('share_60_plus')}。`
    : rich`${place.names.en} had a resident population of ${figureOf('total')} at the end of ${when}, ${figureOf('share_60_plus')} of them aged 60 and over. `
}

function buildTopic(site: Site): Report {
  const city = cityOf(site)
  return {
    lead: composeInBoth((lang) => composeTopicSentence(site, lang)),
    sections: dropEmpty([
      {
        id: 'now',
        heading: { zh: '人口在变老', en: 'An older population' },
        figures: drawAll([buildPyramid(site, city.code), buildShareLine(site, city.code)]),
      },
      {
        id: 'places',
        heading: { zh: '各区不同', en: 'District by district' },
        figures: drawAll([buildShareMultiples(site), buildBedTiles(site)]),
      },
      { id: 'life', heading: { zh: '预期寿命', en: 'Life expectancy' }, figures: drawAll([buildLifeLine(site)]) },
    ]),
  }
}

function composeTopicSentence(site: Site, lang: Lang): Rich {
  const city = cityOf(site)
  const year = findLastPeriod(site, 'population', 'ageing')
  if (year === null) return []
  const figureOf = (measure: string) => say(site, pickAgeing(city.code, measure), year, lang)
  return lang === 'zh'
    ? rich`${formatPeriod(year, lang)}末，${city.names.zh}常住人口${figureOf('total')}，其中60岁及以上${figureOf('age_60_plus')}，占${figureOf('share_60_plus')}；65岁及以上占${figureOf('share_65_plus')}。老年抚养比（65岁及以上÷15至64岁）${figureOf('dependency_65')}。`
    : rich`At the end of ${formatPeriod(year, lang)} ${city.names.en} had a resident population of ${figureOf('total')}; ${figureOf('age_60_plus')}, or ${figureOf('share_60_plus')}, were aged 60 and over, and ${figureOf('share_65_plus')} were aged 65 and over. The old-age dependency ratio, 65+ over 15–64, was ${figureOf('dependency_65')}.`
}
