import { getMonthEnd, getMonthStart, listMonthsFrom, toDayNumber } from './demo-dates.ts'
import { SUBDISTRICTS, type Subdistrict } from './demo-places.ts'
import { MATTERS, type Matter } from './matters.ts'
import { type Random, randomOf } from './random.ts'

/** One case from report to end; times are minutes since 1970, null where the step is never taken. */
export interface GridCase {
  number: string
  grid: string
  place: Subdistrict
  minor: string
  source: string
  reported: number
  accepted: number | null
  due: number | null
  closed: number | null
  voided: number | null
  level: string
  rework: number
}

/** The story starts two months early, so that the first file finds cases open. */
const STORY = listMonthsFrom('2023-09', 38)
const CASES_A_MONTH = 845
/** By month of the year: quiet at Spring Festival, busy in summer. */
const SEASON = [0.93, 0.74, 0.98, 1.02, 1.06, 1.1, 1.15, 1.12, 1.05, 1.02, 0.98, 0.94]

/** The rainstorm: two nights, and a week in which everybody calls. */
const STORM = { month: '2025-07', from: toDayNumber('2025-07-08'), to: toDayNumber('2025-07-16'), cases: 1050 }

export function createCaseLives(seed: number): GridCase[] {
  const random = randomOf(seed, 'cases')
  const all: GridCase[] = []
  for (const [n, month] of STORY.entries()) {
    const season = SEASON[Number(month.slice(5)) - 1] ?? 1
    const count = Math.round(CASES_A_MONTH * season * (1 + n * 0.0065) * (0.97 + random.drawNext() * 0.06))
    const reports: Report[] = Array.from({ length: count }, () => ({ at: drawAnyTime(month, random), storm: false }))
    if (month === STORM.month) {
      for (let more = 0; more < STORM.cases; more++) reports.push({ at: drawStormTime(random), storm: true })
    }
    reports.sort((a, b) => a.at - b.at)
    for (const [index, report] of reports.entries()) {
      const number = `YJ${month.slice(2, 4)}${month.slice(5)}${String(index + 1).padStart(5, '0')}`
      all.push(simulateCase(number, report, random))
    }
  }
  return all
}

interface Report {
  at: number
  storm: boolean
}

/** Mostly by day, less at weekends. */
function drawAnyTime(month: string, random: Random): number {
  const [start, end] = [getMonthStart(month) / 1440, getMonthEnd(month) / 1440]
  let day = random.drawBetween(start, end - 1)
  const weekday = (day + 4) % 7
  if ((weekday === 0 || weekday === 6) && random.drawChance(0.35)) day = random.drawBetween(start, end - 1)
  return day * 1440 + minuteOfDay(random)
}

function drawStormTime(random: Random): number {
  // The smaller of two draws: most calls come in the first days.
  const day = Math.min(random.drawBetween(STORM.from, STORM.to), random.drawBetween(STORM.from, STORM.to))
  return day * 1440 + minuteOfDay(random)
}

function minuteOfDay(random: Random): number {
  const hour = random.pick([
    [7, 4],
    [8, 10],
    [9, 13],
    [10, 12],
    [11, 8],
    [13, 7],
    [14, 11],
    [15, 11],
    [16, 9],
    [17, 6],
    [19, 4],
    [21, 3],
    [5, 1],
  ] as const)
  return hour * 60 + random.drawBetween(0, 119)
}

function simulateCase(number: string, report: Report, random: Random): GridCase {
  const day = Math.floor(report.at / 1440)
  const inStorm = day >= STORM.from && day <= STORM.to + 3
  const place = random.pick(PLACES)
  const matter = random.pick(MATTERS.map((matter) => [matter, weightOf(matter, report)] as const))
  const source = sourceOf(matter, report.storm, random)
  const level = levelOf(matter, random)
  const base = { number, grid: gridOf(place, random), place, minor: matter.minor, source, reported: report.at, level }
  const accepted = report.at + drawAcceptanceMinutes(source, inStorm, random)
  if (source !== 'patrol' && random.drawChance(0.016)) {
    return {
      ...base,
      accepted: null,
      due: null,
      closed: null,
      voided: accepted + random.drawBetween(60, 1500),
      rework: 0,
    }
  }
  const due = accepted + matter.limitHours * 60
  const rework = reworkOf(place, random)
  const factor = paceOf(place, day) * LEVEL_PACE[level] * (inStorm ? 1.75 : 1) * (1 + rework * 0.45)
  const minutes = Math.max(4, Math.round(matter.limitHours * 60 * factor * Math.exp(0.62 * random.drawNormal())))
  if (random.drawChance(0.018)) {
    return {
      ...base,
      accepted,
      due,
      closed: null,
      voided: accepted + random.drawBetween(20, Math.max(30, minutes)),
      rework: 0,
    }
  }
  return { ...base, accepted, due, closed: accepted + minutes + drawLingering(inStorm, random), voided: null, rework }
}

/** A few cases wait for weeks, for money, for another department, or behind the queue that the storm left. */
function drawLingering(inStorm: boolean, random: Random): number {
  return random.drawChance(inStorm ? 0.17 : 0.028) ? random.drawBetween(8 * 1440, 36 * 1440) : 0
}

type Level = 'community' | 'subdistrict' | 'district' | 'city'
const LEVEL_PACE: Record<Level, number> = { community: 0.33, subdistrict: 0.47, district: 0.6, city: 0.75 }

function levelOf(matter: Matter, random: Random): Level {
  const heavy = matter.limitHours >= 72
  return random.pick([
    ['community', heavy ? 38 : 68],
    ['subdistrict', heavy ? 34 : 24],
    ['district', heavy ? 22 : 6.6],
    ['city', heavy ? 6 : 1.4],
  ] as const)
}

const PLACES = SUBDISTRICTS.map(
  (subdistrict) => [subdistrict, subdistrict.weight * computeBusyness(subdistrict.code.slice(0, 6))] as const,
)

/** Cases in relation to people: the old centre is walked most. */
function computeBusyness(district: string): number {
  const known: Record<string, number> = {
    '990101': 1.35,
    '990106': 1.15,
    '990105': 1.05,
    '990108': 0.85,
    '990109': 0.85,
  }
  return known[district] ?? 1
}

/** How long a district takes in relation to the limits. 栖云 is slow; it gets better until early 2025, then no more. */
function paceOf(place: Subdistrict, day: number): number {
  const years = (day - toDayNumber('2023-11-01')) / 365
  const district = place.code.slice(0, 6)
  if (district === '990102') return 1.78 - Math.min(years, 1.4) * 0.16
  const known: Record<string, number> = { '990101': 0.9, '990104': 1.06, '990106': 0.94, '990109': 1.1, '990110': 1.05 }
  return (known[district] ?? 1) * (1.04 - years * 0.022)
}

function reworkOf(place: Subdistrict, random: Random): number {
  if (!random.drawChance(place.code.startsWith('990102') ? 0.085 : 0.036)) return 0
  return random.pick([
    [1, 84],
    [2, 13],
    [3, 3],
  ] as const)
}

function weightOf(matter: Matter, report: Report): number {
  const month = new Date(report.at * 60000).getUTCMonth()
  const summer = month >= 5 && month <= 8 ? matter.summer : 1
  return matter.weight * summer * (report.storm ? matter.storm : 1)
}

function sourceOf(matter: Matter, storm: boolean, random: Random): string {
  if (storm)
    return random.pick([
      ['hotline', 68],
      ['public', 17],
      ['patrol', 10],
      ['video', 4],
      ['department', 1],
    ] as const)
  const asked = matter.minor.startsWith('10') || matter.minor === '08001'
  if (asked)
    return random.pick([
      ['hotline', 74],
      ['public', 16],
      ['department', 10],
    ] as const)
  return random.pick([
    ['patrol', 54],
    ['hotline', 21],
    ['public', 10],
    ['video', 12],
    ['department', 3],
  ] as const)
}

function drawAcceptanceMinutes(source: string, inStorm: boolean, random: Random): number {
  const slow = inStorm ? 3 : 1
  if (source === 'patrol' || source === 'video') return random.drawBetween(3, 45)
  if (source === 'hotline') return random.drawBetween(8, 200) * slow
  return random.drawBetween(30, 1300)
}

/** Subdistrict, one of nine communities, one of eight grids. */
function gridOf(place: Subdistrict, random: Random): string {
  const community = random.drawBetween(1, 9)
  return `${place.code}${String(community).padStart(3, '0')}${String(random.drawBetween(1, 8)).padStart(3, '0')}`
}
