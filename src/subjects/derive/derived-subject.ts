import { getLastDay, periodOf } from '../../calendar/period.ts'
import type { FigureSpec } from '../../charts/figure.ts'
import type { Place } from '../../codes/places.ts'
import type { Rich } from '../../compose/rich.ts'
import { composeInBoth, drawAll, dropEmpty, joinSentences, type Report, type Section } from '../../compose/section.ts'
import { cityOf, findLastPeriod, type Site } from '../../compose/site.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { TableFigure } from '../../contracts/figure-declaration.ts'
import type { CompletePresentation, Headline, Room } from '../../contracts/presentation.ts'
import { frequencyOfTable } from '../../contracts/table-frequency.ts'
import { findTable } from '../../measure/select.ts'
import { lowerFirst } from '../../text/join-names.ts'
import type { Lang } from '../../text/local-text.ts'
import { buildDeclaredFigure } from '../figures/declared-figure.ts'
import { type FigurePlace, placeColumnOf } from '../figures/figure-scope.ts'
import type { Subject } from '../subject.ts'
import { completePresentation } from './derive-presentation.ts'
import { buildPlaceTables } from './derived-tables.ts'
import { composeHeadline } from './headline-sentence.ts'
import { listRegisterSections } from './register-section.ts'

/** Figures of a dataset in a bulletin or on a place page: more are on the page of its topic. */
const FIGURES_MAX = 2

/** A dataset that no subject speaks for, shown as its contract declares, or as its tables give. */
interface Derived {
  site: Site
  contract: Contract
  presentation: CompletePresentation
}

/** The subject of a contract without a subject file. */
export function deriveSubject(contract: Contract): Subject {
  const presentation = completePresentation(contract)
  const derivedOf = (site: Site): Derived => ({ site, contract, presentation })
  const isIn = (room: Room) => presentation.rooms.includes(room)
  const { zh, en } = presentation.name
  return {
    id: contract.id,
    name: { zh, en: lowerFirst(en) },
    isWithoutCity: true,
    datasets: [contract.id],
    ...(isIn('bulletin')
      ? {
          lead: (site, month) => composeBulletinLead(derivedOf(site), month),
          bulletin: (site, month) => buildBulletin(derivedOf(site), month),
          told: presentation.headline.map(({ table, measure, where = {} }) => ({
            dataset: contract.id,
            table,
            measures: [measure],
            where,
          })),
        }
      : {}),
    ...(isIn('place') ? { place: (site, place) => buildPlace(derivedOf(site), place) } : {}),
    ...(isIn('topic')
      ? { topic: (site, topic) => (topic === contract.topic ? buildTopic(derivedOf(site)) : null) }
      : {}),
    ...(isIn('home') ? { home: (site) => buildHome(derivedOf(site)) } : {}),
  }
}

/**
 * The period of a table that a month's bulletin is about: the month itself, or the newest that ends in it. Null where none
 * does: a yearly table is in the bulletin of the month in which its year ends.
 */
function findPeriodIn({ site, contract }: Derived, table: string, month: string): string | null {
  const spec = contract.tables[table]
  if (spec && frequencyOfTable(contract, spec) === 'month') return month
  const periods = findTable(site.published, contract.id, table)?.periods ?? []
  if (contract.frequency === 'occasional') return null
  return periods.findLast((period) => periodOf(getLastDay(period), 'month') === month) ?? null
}

function composeSentences(
  derived: Derived,
  at: { place: Place | null; periodOf: (headline: Headline) => string | null },
): Record<Lang, Rich> {
  const { site, contract, presentation } = derived
  const sentences = presentation.headline.flatMap((headline) => {
    const period = findTable(site.published, contract.id, headline.table) ? at.periodOf(headline) : null
    if (period === null) return []
    return [composeInBoth((lang) => composeHeadline({ site, contract, headline, place: at.place, period }, lang))]
  })
  // Tables that were not reported say so once.
  return joinSentences(
    sentences.filter((sentence, index) => !sentences.slice(0, index).some((earlier) => isSame(earlier, sentence))),
  )
}

function isSame(a: Record<Lang, Rich>, b: Record<Lang, Rich>): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The first headline opens a page; the others are in the section of the dataset. */
function withHeadlines(derived: Derived, which: 'first' | 'others'): Derived {
  const [first, ...others] = derived.presentation.headline
  const headline = which === 'others' || first === undefined ? others : [first]
  return { ...derived, presentation: { ...derived.presentation, headline } }
}

function composeBulletinLead(derived: Derived, month: string): Record<Lang, Rich> {
  return composeSentences(withHeadlines(derived, 'first'), {
    place: cityOf(derived.site),
    periodOf: ({ table }) => findPeriodIn(derived, table, month),
  })
}

function buildBulletin(derived: Derived, month: string): Section[] {
  const { site, contract } = derived
  const city = cityOf(site)
  const say = composeSentences(withHeadlines(derived, 'others'), {
    place: city,
    periodOf: ({ table }) => findPeriodIn(derived, table, month),
  })
  const figures = drawFigures(
    derived,
    (figure) => isSnapshot(figure) && findPeriodIn(derived, figure.table, month) !== null,
    { place: city.code, until: month },
  )
  const section: Section = {
    id: contract.id,
    heading: contract.title,
    ...(say.zh.length > 0 ? { say } : {}),
    figures: figures.slice(0, FIGURES_MAX),
    tables: buildPlaceTables(derived, city, (table) => findPeriodIn(derived, table, month)),
  }
  return dropEmpty([section])
}

function buildPlace(derived: Derived, place: Place): Report | null {
  const { site, contract } = derived
  const findNewest = (table: string) => findLastPeriod(site, contract.id, table)
  const at = { place, periodOf: ({ table }: Headline) => findNewest(table) }
  const lead = composeSentences(compareWithCity(withHeadlines(derived, 'first')), at)
  const say = composeSentences(compareWithCity(withHeadlines(derived, 'others')), at)
  const hasPlace = ({ table }: TableFigure) => {
    const spec = contract.tables[table]
    return spec !== undefined && placeColumnOf(contract, spec) !== undefined
  }
  const figures = drawFigures(
    derived,
    (figure) => hasPlace(figure) && (!isSnapshot(figure) || !isOverPlaces(derived, figure)) && !isMultiples(figure),
    { place: place.code },
  )
  const sections = dropEmpty([
    {
      id: contract.id,
      heading: contract.title,
      ...(say.zh.length > 0 ? { say } : {}),
      figures: figures.slice(0, FIGURES_MAX),
      tables: buildPlaceTables(derived, place, findNewest),
    },
  ])
  const all = [...(hasRowsOf(derived, place) ? sections : []), ...listRegisterSections(site, contract, place)]
  return all.length === 0 ? null : { lead, sections: all }
}

/** Each number of a place is compared with the city's too. */
function compareWithCity(derived: Derived): Derived {
  const headline = derived.presentation.headline.map((item) => ({
    ...item,
    compare: [...new Set([...(item.compare ?? (['period-before'] as const)), 'city' as const])],
  }))
  return { ...derived, presentation: { ...derived.presentation, headline } }
}

/** True where any table of the dataset has a row of the place. */
function hasRowsOf({ site, contract }: Derived, place: Place): boolean {
  return Object.entries(contract.tables).some(([id, spec]) => {
    const column = placeColumnOf(contract, spec)
    const table = findTable(site.published, contract.id, id)
    if (!table) return false
    const rows = table.readRows(table.periods.at(-1) ?? '')
    return column !== undefined && rows.some((row) => row.key[column] === place.code)
  })
}

function buildTopic(derived: Derived): Report | null {
  const { site, contract } = derived
  const city = site.settings.city === undefined ? null : cityOf(site)
  const lead = composeSentences(derived, {
    place: city,
    periodOf: ({ table }) => findLastPeriod(site, contract.id, table),
  })
  const figures = drawFigures(derived, () => true, city ? { place: city.code } : {})
  const tables = city ? buildPlaceTables(derived, city, (table) => findLastPeriod(site, contract.id, table)) : []
  const sections = dropEmpty([
    { id: contract.id, heading: contract.title, figures, tables },
    ...listRegisterSections(site, contract, null),
  ])
  return sections.length === 0 && lead.zh.length === 0 ? null : { lead, sections }
}

function buildHome(derived: Derived): FigureSpec[] {
  const place = cityOf(derived.site).code
  return drawFigures(derived, (figure) => !isSnapshot(figure) && !isMultiples(figure), { place }).slice(0, 1)
}

function drawFigures(derived: Derived, isWanted: (figure: TableFigure) => boolean, at: FigurePlace): FigureSpec[] {
  const { site, contract, presentation } = derived
  const wanted = presentation.figures.filter(
    (figure) => isWanted(figure) && findTable(site.published, contract.id, figure.table),
  )
  return drawAll(
    wanted.map((figure) => {
      const spec = buildDeclaredFigure(site, { ...figure, dataset: contract.id }, at)
      // Figures of several datasets are on one page: their names are distinguished by the dataset.
      return spec && { ...spec, id: `${contract.id}-${spec.id}` }
    }),
  )
}

/** True for a figure of one period; others have periods on their axis. */
function isSnapshot(figure: TableFigure): boolean {
  if (figure.kind === 'heat') return false
  if (figure.kind === 'stacked') return (figure.over ?? 'period') !== 'period'
  return figure.kind !== 'line' && figure.kind !== 'multiples'
}

function isMultiples(figure: TableFigure): boolean {
  return figure.kind === 'multiples'
}

/** True where the places of a figure are on an axis: it shows the districts of the city, whatever the page. */
function isOverPlaces({ contract }: Derived, figure: TableFigure): boolean {
  const spec = contract.tables[figure.table]
  const column = spec && placeColumnOf(contract, spec)
  const axes = ['over', 'series'].map((key) => (key in figure ? (figure as Record<string, unknown>)[key] : undefined))
  return figure.kind === 'tiles' || (column !== undefined && axes.includes(column))
}
