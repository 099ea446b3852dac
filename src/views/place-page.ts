import { FREQUENCIES } from '../calendar/period.ts'
import type { Place } from '../codes/places.ts'
import { oncePerSite } from '../compose/once.ts'
import { joinSentences, type Report } from '../compose/report.ts'
import { cityOf, type Site } from '../compose/site.ts'
import { listSubjects } from '../subjects/index.ts'
import type { Subject } from '../subjects/subject.ts'
import { capitalise, joinNames } from '../text/join-names.ts'
import type { LocalText } from '../text/local-text.ts'
import type { Frame } from './page-frame.ts'

export function buildPlaceFrame(site: Site, place: Place): Frame {
  const chain = site.places.chain(place.code).slice(1).toReversed()
  const district = site.places.chain(place.code).find((place) => place.level === 'district')
  const inCity = chain.map((place) => place.names.zh).join('')
  const subjects = joinNames(slowestFirst(site, listPlaceSubjects(site, place)).map(({ subject }) => subject.name))
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

/** Places that were merged into this one, and the day it began; null where it was not formed by a merger. */
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
export const buildPlaceReport = oncePerSite((site, code: string): Report => {
  const place = site.places.get(code)
  if (!place) throw new Error(`views: no place ${code}`)
  const reports = listPlaceSubjects(site, place)
  return {
    lead: joinSentences(slowestFirst(site, reports).map(({ report }) => report.lead)),
    sections: reports.flatMap(({ report }) => report.sections),
  }
})

interface PlaceSubject {
  subject: Subject
  report: Report
}

function listPlaceSubjects(site: Site, place: Place): PlaceSubject[] {
  return listSubjects(site).flatMap((subject) => {
    const report = subject.place?.(site, place) ?? null
    return report === null ? [] : [{ subject, report }]
  })
}

function slowestFirst(site: Site, reports: readonly PlaceSubject[]): PlaceSubject[] {
  return reports.toSorted((a, b) => rankOf(site, b.subject) - rankOf(site, a.subject))
}

/** How seldom the first dataset of a subject comes: 0 for the most frequent. */
function rankOf(site: Site, subject: Subject): number {
  const [first] = subject.datasets.flatMap((id) => site.published.contracts.get(id) ?? [])
  return first === undefined ? 0 : FREQUENCIES.indexOf(first.frequency)
}
