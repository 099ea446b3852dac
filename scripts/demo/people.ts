import { SUBDISTRICTS, type Subdistrict } from './demo-places.ts'
import { type Random, randomOf } from './random.ts'

export const FIRST_YEAR = 2000
export const LAST_YEAR = 2025
export const LAST_PROJECTED = 2040
/** Single ages kept; the last is open. */
const AGE_MAX = 109
export const SEXES = ['male', 'female'] as const
export type Sex = (typeof SEXES)[number]

/** Persons by sex and single year of age, not rounded. */
export type Ages = Record<Sex, number[]>

/** Everybody in every year, and the mortality that they lived under. */
export interface People {
  /** By year, then in the order of SUBDISTRICTS. */
  years: ReadonlyMap<number, readonly Ages[]>
  /** Deaths a person-year by age. */
  mortality: ReadonlyMap<number, Record<Sex, number[]>>
}

/**
 * Cohort-component model: each year everybody grows a year older, some die, some move, children are born. Up to 2025
 * it plays the census, from 2026 on the projection.
 */
export function createPeople(seed: number): People {
  const random = randomOf(seed, 'people')
  const mortality = new Map<number, Record<Sex, number[]>>()
  const years = new Map<number, readonly Ages[]>()
  let now: readonly Ages[] = SUBDISTRICTS.map(start)
  for (let year = FIRST_YEAR; year <= LAST_PROJECTED; year++) {
    const rates = { male: mortalityOf('male', year, random), female: mortalityOf('female', year, random) }
    mortality.set(year, rates)
    if (year > FIRST_YEAR)
      now = now.map((ages, n) => computeNextYear(ages, { year, rates, place: SUBDISTRICTS[n], random }))
    years.set(year, now)
  }
  return { years, mortality }
}

/** Sum over the ages from `low` to `high`, of one sex. */
export function countPersonsAged(ages: readonly number[], low: number, high: number): number {
  let sum = 0
  for (let age = low; age <= Math.min(high, AGE_MAX); age++) sum += ages[age] ?? 0
  return sum
}

/** Shares of five-year bands in 2000: a large generation of 25–39, few old people. */
const BANDS_2000 = [
  4.2, 5, 7, 7.2, 8, 9.8, 10.4, 9.6, 8.2, 8, 6.3, 4.9, 4, 3.4, 2.6, 1.7, 0.85, 0.34, 0.09, 0.015, 0.002,
]
const PERSONS_PER_WEIGHT = 930

/** Share of net migration by district: the new quarters grow, the old centre empties. */
const ATTRACTION: Record<string, number> = {
  '990101': -0.04,
  '990102': 0.17,
  '990104': 0.13,
  '990105': 0.21,
  '990106': 0.3,
  '990108': 0.1,
  '990109': 0.04,
  '990110': 0.09,
}

function start(place: Subdistrict): Ages {
  const ages: Ages = { male: [], female: [] }
  for (let age = 0; age <= AGE_MAX; age++) {
    const band = Math.min(Math.floor(age / 5), BANDS_2000.length - 1)
    const share = (BANDS_2000[band] ?? 0) / 5
    const tilt = tiltAt(age, place.age)
    const men = age < 60 ? 0.515 : Math.max(0.3, 0.5 - (age - 60) * 0.006)
    const persons = share * tilt * place.weight * PERSONS_PER_WEIGHT
    ages.male[age] = persons * men
    ages.female[age] = persons * (1 - men)
  }
  return ages
}

/** An old quarter has more people from 50 on and fewer children; the difference grows with age, without a step. */
function tiltAt(age: number, old: number): number {
  if (age < 15) return 1 - (old - 1) * 0.4
  return 1 + (old - 1) * Math.min(1, Math.max(0, (age - 40) / 25))
}

function computeNextYear(
  ages: Ages,
  {
    year,
    rates,
    place,
    random,
  }: { year: number; rates: Record<Sex, number[]>; place: Subdistrict | undefined; random: Random },
): Ages {
  const next: Ages = { male: [], female: [] }
  const movers = computeNetMovers(year) * (ATTRACTION[place?.code.slice(0, 6) ?? ''] ?? 0) * 0.2 * (place?.weight ?? 1)
  const jitter = 0.85 + random.drawNext() * 0.3
  for (const sex of SEXES) {
    next[sex][0] = computeBirths(ages.female, year) * (sex === 'male' ? 0.522 : 0.478)
    for (let age = 1; age <= AGE_MAX; age++) {
      const alive = (ages[sex][age - 1] ?? 0) * (1 - (rates[sex][age - 1] ?? 1))
      const stay = age === AGE_MAX ? (ages[sex][age] ?? 0) * (1 - (rates[sex][age] ?? 1)) : 0
      next[sex][age] = Math.max(0, alive + stay + movers * jitter * computeMoverShare(age))
    }
  }
  return next
}

/** Net migration into the city, persons a year. */
function computeNetMovers(year: number): number {
  if (year <= 2010) return 42000 + (year - FIRST_YEAR) * 2200
  if (year <= 2020) return 64000 - (year - 2010) * 3900
  return Math.max(6000, 25000 - (year - 2020) * 1500)
}

/** Share of movers of one sex at an age: young adults, their children, few after 45. */
function computeMoverShare(age: number): number {
  if (age < 12) return 0.004
  if (age < 17) return 0.003
  if (age < 25) return 0.024
  if (age < 35) return 0.016
  if (age < 46) return 0.005
  return age < 70 ? 0.001 : 0
}

/** Children per woman over a life, by year; the bump of 2016–2017 is the second-child policy. */
const FERTILITY: readonly (readonly [number, number])[] = [
  [2004, 1.12],
  [2010, 1.08],
  [2015, 1.14],
  [2017, 1.36],
  [2019, 1.16],
  [2021, 0.98],
  [2025, 0.86],
  [LAST_PROJECTED, 0.92],
]

function computeBirths(women: readonly number[], year: number): number {
  const perWoman = FERTILITY.find(([until]) => year <= until)?.[1] ?? 0.9
  let sum = 0
  for (const [low, high, share] of [
    [18, 22, 0.1],
    [23, 27, 0.35],
    [28, 32, 0.35],
    [33, 37, 0.16],
    [38, 42, 0.04],
  ] as const) {
    sum += countPersonsAged(women, low, high) * ((perWoman * share) / 5)
  }
  return sum
}

/** Gompertz mortality that falls by 1.6 % a year, and a first year of its own. */
function mortalityOf(sex: Sex, year: number, random: Random): number[] {
  let level = sex === 'male' ? 0.0000272 : 0.0000176
  for (let past = FIRST_YEAR; past < year; past++) level *= 0.984
  const noise = year <= LAST_YEAR ? 0.985 + random.drawNext() * 0.03 : 1
  return Array.from({ length: AGE_MAX + 1 }, (_, age) => {
    const infant = age === 0 ? 200 * level : 0
    return 1 - Math.exp(-(level * Math.exp(0.102 * (age + 0.5)) * noise + infant))
  })
}
