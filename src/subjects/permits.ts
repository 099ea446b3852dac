import type { Place } from '../codes/places.ts'
import { itemsOf } from '../compose/describe-figure.ts'
import { buildMeasuresTable } from '../compose/measures-table.ts'
import { makeFigured, type Rich, rich } from '../compose/rich.ts'
import { say } from '../compose/say.ts'
import { composeInBoth, drawAll, dropEmpty, type Report, type Section } from '../compose/section.ts'
import { cityOf, findLastPeriod, listMonthsShown, type Site } from '../compose/site.ts'
import type { Contract } from '../contracts/contract.ts'
import { findCell, findTable, type Pick } from '../measure/select.ts'
import { formatPeriod } from '../text/format.ts'
import type { Lang, LocalText } from '../text/local-text.ts'
import { choosePlural } from '../text/plural.ts'
import { localise } from '../text/ui.ts'
import {
  buildIndustryStack,
  buildInForceStack,
  buildIssuedLine,
  buildStageDwell,
  PERMIT_CLASSES,
  PERMIT_FLOW_SHOWN,
} from './permits/permit-figures.ts'
import type { Subject } from './subject.ts'

/** Discharge permits. A registration is no permit: the two are never added. */
export const permits: Subject = {
  id: 'permits',
  name: { zh: '排污许可', en: 'permits' },
  datasets: ['permits', 'permit-applications'],
  bulletin: buildBulletin,
  place: buildPlace,
  topic: (site, topic) => (topic === 'permits' ? buildTopic(site) : null),
  told: PERMIT_CLASSES.map((code) => ({
    dataset: 'permits',
    table: 'flow',
    measures: ['in_force_end'],
    where: { class: code },
  })),
}

interface ClassRow {
  code: string
  label: LocalText
}

function listClassRows(contract: Contract): ClassRow[] {
  return itemsOf(contract, 'class').map(({ code, zh, en }) => ({ code, label: { zh, en } }))
}

function isPermit({ code }: ClassRow): boolean {
  return PERMIT_CLASSES.some((permit) => permit === code)
}

function buildFlowTable(
  site: Site,
  query: { place: string; month: string; measures: readonly string[]; rows: readonly ClassRow[] },
) {
  return buildMeasuresTable(site, {
    dataset: 'permits',
    table: 'flow',
    period: query.month,
    measures: query.measures,
    rowHeading: { zh: '管理类别', en: 'Class' },
    rows: query.rows.map(({ code, label }) => ({ label, where: { place: query.place, class: code } })),
  })
}

function buildBulletin(site: Site, month: string): Section[] {
  const contract = site.published.contracts.get('permits')
  if (!contract || !findTable(site.published, 'permits', 'flow')?.periods.includes(month)) return []
  const rows = listClassRows(contract)
  const measures = [...PERMIT_FLOW_SHOWN, 'changed']
  return [
    {
      id: 'permits',
      heading: { zh: '许可与监管', en: 'Permits' },
      say: composeInBoth((lang) => composeTopicSentence(site, month, lang)),
      figures: [],
      tables: [
        {
          caption: { zh: '排污许可证，张', en: 'Discharge permits' },
          data: buildFlowTable(site, { place: cityOf(site).code, month, measures, rows: rows.filter(isPermit) }),
        },
      ],
    },
  ]
}

function buildPlace(site: Site, place: Place): Report | null {
  const month = findLastPeriod(site, 'permits', 'flow')
  const contract = site.published.contracts.get('permits')
  if (!contract || month === null || place.level === 'subdistrict') return null
  const rows = listClassRows(contract).filter(isPermit)
  return {
    lead: { zh: [], en: [] },
    sections: [
      {
        id: 'permits',
        heading: { zh: '排污许可证', en: 'Discharge permits' },
        figures: [],
        tables: [
          {
            caption: localise((lang) => formatPeriod(month, lang)),
            data: buildFlowTable(site, { place: place.code, month, measures: PERMIT_FLOW_SHOWN, rows }),
          },
        ],
      },
    ],
  }
}

function buildTopic(site: Site): Report | null {
  const city = cityOf(site)
  const months = listMonthsShown(site, 'permits', 'flow')
  const month = months.at(-1)
  if (month === undefined) return null
  return {
    lead: composeInBoth((lang) => composeTopicSentence(site, month, lang)),
    sections: dropEmpty([
      {
        id: 'in-force-section',
        heading: { zh: '有效许可证', en: 'Permits in force' },
        figures: drawAll([
          buildInForceStack(site, city.code, months),
          buildIssuedLine(site, city.code, PERMIT_CLASSES[1], months),
          buildIndustryStack(site, city.code, month),
        ]),
      },
      {
        id: 'time',
        heading: { zh: '办一张证要多久', en: 'How long a permit takes' },
        figures: drawAll([buildStageDwell(site, city.code)]),
      },
    ]),
  }
}

/** Permits in force and what came and went; "expired" is expired without renewal, which no column can say. */
function composeTopicSentence(site: Site, month: string, lang: Lang): Rich {
  const city = cityOf(site)
  const pick = (code: string, measure: string): Pick => ({
    dataset: 'permits',
    table: 'flow',
    measure,
    where: { place: city.code, class: code },
  })
  const figureOf = (code: string, measure: string) => say(site, pick(code, measure), month, lang)
  // The unit of the table is permits, which a registration is not.
  const registered = pick('registration', 'in_force_end')
  const cell = findCell(site.published, registered, month)
  const registrations = makeFigured({ cell, pick: registered, period: month, unit: '', decimals: 0, lang })
  const flow = composeFlow(site, month, (code, measure) => pick(code, measure), lang)
  return lang === 'zh'
    ? rich`${formatPeriod(month, lang)}末，${city.names.zh}有效排污许可证中，重点管理${figureOf('key', 'in_force_end')}，简化管理${figureOf('simplified', 'in_force_end')}；另有排污登记${registrations}项（登记不是许可证）。${flow}`
    : rich`At the end of ${formatPeriod(month, lang)} ${city.names.en} had ${figureOf('key', 'in_force_end')} in force under key management and ${figureOf('simplified', 'in_force_end')} under simplified management, besides ${registrations} ${choosePlural(cell.value ?? 0, REGISTRATIONS)}. ${flow}`
}

/** What came and what went in the month. What there was none of is said in one word. */
function composeFlow(site: Site, month: string, pick: (code: string, measure: string) => Pick, lang: Lang): Rich {
  const clauses = (['issued', 'expired'] as const).map((measure): Rich => {
    const classes = [
      { code: 'key', name: { zh: '重点管理', en: 'under key management' } },
      { code: 'simplified', name: { zh: '简化管理', en: 'under simplified management' } },
    ].filter(({ code }) => findCell(site.published, pick(code, measure), month).value !== 0)
    const parts = classes.flatMap(({ code, name }, index): Rich => {
      const number = say(site, pick(code, measure), month, lang)
      return lang === 'zh'
        ? rich`${index === 0 ? '' : '、'}${name.zh}${number}`
        : rich`${index === 0 ? '' : ' and '}${number} ${name.en}`
    })
    const { none, some } = FLOW_WORDS[measure]
    if (parts.length === 0) return [none[lang]]
    if (lang === 'zh') return [some.zh, ...parts]
    const [first] = classes
    const isOne =
      classes.length === 1 && first && findCell(site.published, pick(first.code, measure), month).value === 1
    return [...parts, isOne ? some.en.one : some.en.other]
  })
  const [issued = [], expired = []] = clauses
  return lang === 'zh' ? rich`当月${issued}；${expired}。` : rich`In the month, ${issued}; ${expired}.`
}

const REGISTRATIONS = { one: 'registration, which is not a permit', other: 'registrations, which are not permits' }

const FLOW_WORDS = {
  issued: {
    some: { zh: '新发', en: { one: ' was issued', other: ' were issued' } },
    none: { zh: '没有新发许可证', en: 'no permit was issued' },
  },
  expired: {
    some: { zh: '到期未延续的有', en: { one: ' expired without renewal', other: ' expired without renewal' } },
    none: { zh: '没有到期未延续的许可证', en: 'none expired without renewal' },
  },
}
