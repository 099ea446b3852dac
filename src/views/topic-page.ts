import { findCell, type Pick } from '../measure/select.ts'
import type { Topic } from '../portal/content.ts'
import type { DeclaredFigure } from '../portal/settings.ts'
import { formatPeriod } from '../text/format.ts'
import type { Lang, LocalText } from '../text/local-text.ts'
import { t } from '../text/ui.ts'
import { bedTiles, lifeLine, pyramid, shareLine, shareMultiples } from './figures/ageing-figures.ts'
import {
  acceptedHeat,
  caseFunnel,
  hoursTiles,
  levelStack,
  onTimeLine,
  onTimeMultiples,
} from './figures/case-figures.ts'
import { buildDeclaredFigure } from './figures/declared-figures.ts'
import { itemsOf } from './figures/describe-figure.ts'
import { earlyPermits, nanjingElderly, nanjingLife, reportedSatisfaction } from './figures/ledger-figures.ts'
import { industryStack, inForceStack, issuedLine, PERMIT_CLASSES, stageDwell } from './figures/permit-figures.ts'
import { gradesLikert, responseLines, topTwoIntervals, topTwoLine } from './figures/satisfaction-figures.ts'
import { composeCasesSentence, composeSatisfactionSentence, say } from './lead.ts'
import { ledgerSay } from './ledger-rows.ts'
import { drawAll, type Frame, type Report, type Section } from './page-frame.ts'
import { yearUntil } from './report-page.ts'
import { buildMeasuresTable } from './report-tables.ts'
import { makeFigured, type Rich, rich } from './rich.ts'
import { cityOf, findLastPeriod, has, listMonthsShown, type Site } from './site.ts'

export function topicPathOf(id: string): string {
  return `/topics/${id}/`
}

export function buildTopicFrame(topic: Topic, summary: LocalText): Frame {
  return {
    path: topicPathOf(topic.id),
    title: topic.title,
    description: summary,
    crumbs: [{ label: { zh: t('zh', 'topics'), en: t('en', 'topics') }, path: '/topics/' }],
    room: 'topics',
    search: { kind: 'topic', topic: topic.id, authority: true },
  }
}

const BUILT_IN: Record<string, (site: Site) => Report> = {
  ageing: buildAgeingSections,
  permits: buildPermitSections,
  cases: buildCaseSections,
  satisfaction: buildSatisfactionSections,
}

/** The figures of a topic: those of the view of that name, else those that its own words declare. */
export function buildTopicReport(site: Site, id: string, declared: readonly DeclaredFigure[]): Report {
  const own = declared.map((figure) => buildDeclaredFigure(site, figure))
  const built = BUILT_IN[id]?.(site) ?? { lead: { zh: [], en: [] }, sections: [] }
  if (own.length === 0) return built
  const section: Section = { id: 'figures', heading: { zh: '图', en: 'Figures' }, figures: drawAll(own) }
  return { lead: built.lead, sections: [...built.sections, section] }
}

/** Sections that hold something; a portal without a dataset has no empty heading for it. */
function filled(sections: (Section | null)[]): Section[] {
  return sections
    .filter((section) => section !== null)
    .filter((section) => section.figures.length > 0 || (section.tables?.length ?? 0) > 0 || section.say !== undefined)
}

function inBothLanguages(make: (lang: Lang) => Rich): Record<Lang, Rich> {
  return { zh: make('zh'), en: make('en') }
}

function buildAgeingSections(site: Site): Report {
  const city = cityOf(site)
  const year = findLastPeriod(site, 'population', 'ageing')
  const pick = (measure: string) => ({ dataset: 'population', table: 'ageing', measure, where: { place: city.code } })
  const lead = inBothLanguages((lang) => {
    if (year === null) return []
    const number = (measure: string) => say(site, pick(measure), year, lang)
    return lang === 'zh'
      ? rich`${formatPeriod(year, lang)}末，${city.names.zh}常住人口${number('total')}，其中60岁及以上${number('age_60_plus')}，占${number('share_60_plus')}；65岁及以上占${number('share_65_plus')}。老年抚养比（65岁及以上÷15至64岁）${number('dependency_65')}。`
      : rich`At the end of ${formatPeriod(year, lang)} ${city.names.en} had a resident population of ${number('total')}; ${number('age_60_plus')}, or ${number('share_60_plus')}, were aged 60 and over, and ${number('share_65_plus')} were aged 65 and over. The old-age dependency ratio, 65+ over 15–64, was ${number('dependency_65')}.`
  })
  return {
    lead,
    sections: filled([
      {
        id: 'now',
        heading: { zh: '人口在变老', en: 'An older population' },
        figures: drawAll([pyramid(site, city.code), shareLine(site, city.code)]),
      },
      {
        id: 'places',
        heading: { zh: '各区不同', en: 'District by district' },
        figures: drawAll([shareMultiples(site), bedTiles(site)]),
      },
      { id: 'life', heading: { zh: '活得更久', en: 'Longer lives' }, figures: drawAll([lifeLine(site)]) },
      buildLedgerSection(site, [nanjingElderly(site), nanjingLife(site)], 'ageing'),
    ]),
  }
}

/** Stands above figures of other places and years, on pages that otherwise show a city's own. */
const REAL: LocalText = {
  zh: '以下为公开文献中的真实数字，说的是别的地方、别的年份，不是本市数据。',
  en: 'These are real figures from published documents; they are about other places and years, not this city. ',
}

function buildLedgerSection(site: Site, figures: Parameters<typeof drawAll>[0], topic: string): Section | null {
  if (!has(site, 'ledger', 'figures')) return null
  const words = ledgerSay(site, topic)
  if (!words && drawAll(figures).length === 0) return null
  return {
    id: 'ledger',
    heading: { zh: '文献里的历史数字', en: 'History, from published documents' },
    say: {
      zh: [REAL.zh, ...(words?.zh ?? [])],
      en: [REAL.en, ...(words?.en ?? [])],
    },
    figures: drawAll(figures),
  }
}

function buildPermitSections(site: Site): Report {
  const city = cityOf(site)
  const months = listMonthsShown(site, 'permits', 'flow')
  const month = months.at(-1)
  if (month === undefined) return { lead: { zh: [], en: [] }, sections: [] }
  const pick = (code: string, measure: string): Pick => ({
    dataset: 'permits',
    table: 'flow',
    measure,
    where: { place: city.code, class: code },
  })
  const number = (code: string, measure: string, lang: Lang) => say(site, pick(code, measure), month, lang)
  // The unit of the table is permits, which a registration is not.
  const registered = pick('registration', 'in_force_end')
  const count = { cell: findCell(site.published, registered, month), pick: registered, period: month }
  const registrations = (lang: Lang) => makeFigured({ ...count, unit: '', decimals: 0, lang })
  return {
    lead: inBothLanguages((lang) =>
      lang === 'zh'
        ? rich`${formatPeriod(month, lang)}末，${city.names.zh}有效排污许可证中，重点管理${number('key', 'in_force_end', lang)}，简化管理${number('simplified', 'in_force_end', lang)}；另有排污登记${registrations(lang)}项，登记不是许可证。当月新发重点管理许可证${number('key', 'issued', lang)}、简化管理许可证${number('simplified', 'issued', lang)}；到期未延续的，重点管理${number('key', 'expired', lang)}，简化管理${number('simplified', 'expired', lang)}。`
        : rich`At the end of ${formatPeriod(month, lang)} ${city.names.en} had ${number('key', 'in_force_end', lang)} in force under key management and ${number('simplified', 'in_force_end', lang)} under simplified management; registrations, which are not permits, number ${registrations(lang)}. In the month ${number('key', 'issued', lang)} were issued under key management and ${number('simplified', 'issued', lang)} under simplified management; ${number('key', 'expired', lang)} and ${number('simplified', 'expired', lang)} expired without renewal.`,
    ),
    sections: filled([
      {
        id: 'in-force-section',
        heading: { zh: '有效许可证', en: 'Permits in force' },
        figures: drawAll([
          inForceStack(site, city.code, months),
          issuedLine(site, city.code, PERMIT_CLASSES[1], months),
          industryStack(site, city.code, month),
        ]),
      },
      {
        id: 'time',
        heading: { zh: '办一张证要多久', en: 'How long a permit takes' },
        figures: drawAll([stageDwell(site, city.code)]),
      },
      buildLedgerSection(site, [earlyPermits(site)], 'permits'),
    ]),
  }
}

function buildCaseSections(site: Site): Report {
  const city = cityOf(site)
  const month = findLastPeriod(site, 'cases', 'flow')
  const contract = site.published.contracts.get('cases')
  if (month === null || !contract) return { lead: { zh: [], en: [] }, sections: [] }
  const classes = itemsOf(contract, 'major').map((item) => ({
    label: { zh: item.zh, en: item.en },
    where: { place: city.code, major: item.code },
  }))
  return {
    lead: inBothLanguages((lang) => composeCasesSentence(site, city, month, lang)),
    sections: filled([
      {
        id: 'speed',
        heading: { zh: '办得快不快', en: 'How fast' },
        figures: drawAll([hoursTiles(site, month), onTimeLine(site, city.code, month), onTimeMultiples(site)]),
      },
      {
        id: 'load',
        heading: { zh: '受理了多少', en: 'How many' },
        figures: drawAll([acceptedHeat(site, city.code), caseFunnel(site, city.code, month)]),
      },
      {
        id: 'who',
        heading: { zh: '谁办的，是什么事', en: 'Who solved what' },
        figures: drawAll([levelStack(site, city.code, yearUntil(month))]),
        tables: has(site, 'cases', 'class')
          ? [
              {
                caption: { zh: `${formatPeriod(month, 'zh')}，按大类`, en: `${formatPeriod(month, 'en')}, by class` },
                data: buildMeasuresTable(site, {
                  dataset: 'cases',
                  table: 'class',
                  period: month,
                  measures: ['accepted', 'closed', 'due', 'closed_on_time', 'on_time_rate', 'hours_median'],
                  rowHeading: { zh: '大类', en: 'Class' },
                  rows: classes,
                }),
              },
            ]
          : [],
      },
      buildLedgerSection(site, [], 'cases'),
    ]),
  }
}

function buildSatisfactionSections(site: Site): Report {
  const city = cityOf(site)
  const months = listMonthsShown(site, 'satisfaction', 'ratings')
  const month = months.at(-1)
  if (month === undefined) return { lead: { zh: [], en: [] }, sections: [] }
  return {
    lead: inBothLanguages((lang) => composeSatisfactionSentence(site, city.code, month, lang)),
    sections: filled([
      {
        id: 'districts-section',
        heading: { zh: '各区', en: 'District by district' },
        figures: drawAll([topTwoIntervals(site, month), gradesLikert(site, month)]),
      },
      {
        id: 'time',
        heading: { zh: '逐月变化', en: 'Month by month' },
        figures: drawAll([topTwoLine(site, city.code, months), responseLines(site, months)]),
      },
      buildLedgerSection(site, [reportedSatisfaction(site)], 'satisfaction'),
    ]),
  }
}
