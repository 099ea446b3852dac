import { FREQUENCIES, getLastDay } from '../calendar/period.ts'
import type { Place } from '../codes/places.ts'
import { memoisePerSite } from '../compose/once.ts'
import { joinSentences, type Report } from '../compose/section.ts'
import { cityOf, findLastPeriod, findNewestPeriod, listDistricts, type Site } from '../compose/site.ts'
import { findCell } from '../measure/select.ts'
import { listSubjects } from '../subjects/index.ts'
import type { KeyFigure, Subject } from '../subjects/subject.ts'
import { formatShort } from '../text/format.ts'
import { capitalise, joinNames } from '../text/join-names.ts'
import type { LocalText } from '../text/local-text.ts'
import { describeMissing } from '../text/status.ts'
import { localise, t } from '../text/ui.ts'
import { listNoticesOf } from './notices.ts'
import type { Frame } from './page-frame.ts'
import type { RevisionNotice } from './revisions.ts'

export function buildPlaceFrame(site: Site, place: Place): Frame {
  const chain = site.places.listChain(place.code).slice(1).toReversed()
  const district = site.places.listChain(place.code).find((place) => place.level === 'district')
  const inCity = chain.map((place) => place.names.zh).join('')
  const subjects = joinNames(
    sortSlowestFirst(site, listPlaceSubjects(site, place.code)).map(({ subject }) => subject.name),
  )
  return {
    path: `/places/${place.code}/`,
    title: place.names,
    description: {
      zh: subjects.zh === '' ? `${inCity}${place.names.zh}。` : `${inCity}${place.names.zh}的${subjects.zh}数据。`,
      en: subjects.en === '' ? `${place.names.en}.` : `${capitalise(subjects.en)} of ${place.names.en}.`,
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

/** The room of places: what each of them has, in the words of the subjects that the portal has. */
export function buildPlacesFrame(site: Site): Frame {
  const city = cityOf(site)
  const newest = findNewestPeriod(site)
  const districts = listDistricts(site, newest)
  const subjects = listSubjectsOf(site, districts)
  const below = districts.flatMap(({ code }) => site.places.listChildren(code, getLastDay(newest)))
  const ofBelow = listSubjectsOf(site, below)
  return {
    path: '/places/',
    title: localise((lang) => t(lang, 'places')),
    description: {
      zh:
        subjects.zh === ''
          ? `${city.names.zh}各区。`
          : `${city.names.zh}各区的${subjects.zh}${ofBelow.zh && `，各街道的${ofBelow.zh}`}。`,
      en:
        subjects.en === ''
          ? `Districts of ${city.names.en}.`
          : `${capitalise(subjects.en)} of every district of ${city.names.en}${ofBelow.en && `; ${ofBelow.en} of every subdistrict`}.`,
    },
    crumbs: [],
    room: 'places',
    search: { kind: 'page', authority: true },
  }
}

/** Subjects that any of these places has, as a list within a sentence. */
function listSubjectsOf(site: Site, places: readonly Place[]): LocalText {
  const found = new Map<Subject, PlaceSubject>()
  for (const place of places) for (const item of listPlaceSubjects(site, place.code)) found.set(item.subject, item)
  return joinNames(sortSlowestFirst(site, [...found.values()]).map(({ subject }) => subject.name))
}

/** A district in the grid of the city, with the number that a subject gives for it. */
export interface PlaceTile {
  code: string
  names: LocalText
  column: number
  row: number
  figure: { value: LocalText; label: LocalText } | null
}

/** Row by row, as the grid is read: a row that came before the row above it would be pushed down. */
export function listPlaceTiles(site: Site): PlaceTile[] {
  const keyFigure = listSubjects(site).find((subject) => subject.placeFigure)?.placeFigure
  return listDistricts(site, findNewestPeriod(site))
    .flatMap(({ code, names, tile }) => (tile ? [{ code, names, ...tile, figure: null }] : []))
    .map((tile) => ({ ...tile, figure: keyFigure ? describeKeyFigure(site, keyFigure, tile.code) : null }))
    .toSorted((a, b) => a.row - b.row || a.column - b.column)
}

/** Of the number that the grid of places shows. */
export function listPlacesNotices(site: Site): RevisionNotice[] {
  const figure = listSubjects(site).find((subject) => subject.placeFigure)?.placeFigure
  if (!figure) return []
  const { dataset, table } = figure.pick(cityOf(site).code)
  const period = findLastPeriod(site, dataset, table)
  return period === null ? [] : listNoticesOf(site, [{ dataset, table, period }])
}

function describeKeyFigure(site: Site, { pick, label }: KeyFigure, place: string): PlaceTile['figure'] {
  const { dataset, table } = pick(place)
  const period = findLastPeriod(site, dataset, table)
  if (period === null) return null
  const cell = findCell(site.published, pick(place), period)
  const value = localise((lang) => (cell.value === null ? describeMissing(cell)[lang] : formatShort(cell.value, lang)))
  return { value, label }
}

/** Places that were merged into this place, and the day it began; null where it was not formed by a merger. */
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

/** What each subject says of a place; what comes once a year opens the page, what comes each month follows. */
export function buildPlaceReport(site: Site, code: string): Report {
  const reports = listPlaceSubjects(site, code)
  return {
    lead: joinSentences(sortSlowestFirst(site, reports).map(({ report }) => report.lead)),
    sections: reports.flatMap(({ report }) => report.sections),
  }
}

interface PlaceSubject {
  subject: Subject
  report: Report
}

/** What each subject has of a place. Once a site: the page, its frame and the list of places all ask for it. */
const listPlaceSubjects = memoisePerSite((site, code: string): readonly PlaceSubject[] => {
  const place = site.places.get(code)
  if (!place) throw new Error(`views: no place ${code}`)
  return listSubjects(site).flatMap((subject) => {
    const report = subject.place?.(site, place) ?? null
    return report === null ? [] : [{ subject, report }]
  })
})

function sortSlowestFirst(site: Site, reports: readonly PlaceSubject[]): PlaceSubject[] {
  return reports.toSorted((a, b) => rankOf(site, b.subject) - rankOf(site, a.subject))
}

/** How seldom the first dataset of a subject comes: 0 for the most frequent. */
function rankOf(site: Site, subject: Subject): number {
  const [first] = subject.datasets.flatMap((id) => site.published.contracts.get(id) ?? [])
  return first === undefined ? 0 : FREQUENCIES.indexOf(first.frequency)
}
