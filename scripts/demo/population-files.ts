import { BAND_HEADERS, BANDS } from '../../src/datasets/population/ages.ts'
import { CITY, DISTRICTS, MERGER_YEAR, SUBDISTRICTS } from './demo-places.ts'
import { encodeUtf8 } from './encode.ts'
import {
  type Ages,
  countPersonsAged,
  FIRST_YEAR,
  LAST_PROJECTED,
  LAST_YEAR,
  type People,
  SEXES,
  type Sex,
} from './people.ts'

const SEX_WORDS: Record<Sex, string> = { male: '男', female: '女' }
const BAND_NAMES = Object.keys(BAND_HEADERS)

/** Files of the population, of its projection and of life expectancy. */
export function buildPopulationFiles(people: People): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    files.set(`raw/population/${year}.csv`, encodeUtf8(buildPopulationLines(people, year)))
    files.set(`raw/life-expectancy/${year}.csv`, encodeUtf8(buildLifeLines(people, year)))
  }
  files.set(`raw/population-projection/${LAST_YEAR}.csv`, encodeUtf8(buildProjectionLines(people)))
  return files
}

/** Persons aged 60 and over in a district, as the population file adds up. */
export function countPersonsAged60(people: People, year: number, district: string): number {
  let sum = 0
  for (const [n, ages] of requireAges(people, year).entries()) {
    if (!SUBDISTRICTS[n]?.code.startsWith(district)) continue
    for (const sex of SEXES) for (const persons of bandsOf(ages, sex).slice(12)) sum += persons
  }
  return sum
}

function buildPopulationLines(people: People, year: number): string[] {
  const lines = [['年份', '区划代码', '地区', '性别', ...BAND_NAMES].join()]
  for (const [n, ages] of requireAges(people, year).entries()) {
    const place = SUBDISTRICTS[n]
    if (!place) throw new Error('more populations than subdistricts')
    const code = year < MERGER_YEAR ? place.oldCode : place.code
    for (const sex of SEXES) lines.push([year, code, place.zh, SEX_WORDS[sex], ...bandsOf(ages, sex)].join())
  }
  return lines
}

function buildProjectionLines(people: People): string[] {
  const lines = [['预测年份', '地区', '性别', ...BAND_NAMES].join()]
  for (let year = LAST_YEAR + 1; year <= LAST_PROJECTED; year++) {
    for (const district of DISTRICTS) {
      const ages = requireAges(people, year).filter((_, n) => SUBDISTRICTS[n]?.code.startsWith(district.code))
      for (const sex of SEXES) {
        const sums = BANDS.map((_, band) => sumOf(ages.map((age) => bandsOf(age, sex)[band] ?? 0)))
        // A projection pretends to no more precision than hundreds.
        lines.push([year, district.zh, SEX_WORDS[sex], ...sums.map((sum) => Math.round(sum / 100) * 100)].join())
      }
    }
  }
  return lines
}

/** Life expectancy at birth by the mortality of one year. */
function buildLifeLines(people: People, year: number): string[] {
  const rates = people.mortality.get(year)
  if (!rates) throw new Error(`no mortality for ${year}`)
  const male = computeSurvivors(rates.male)
  const female = computeSurvivors(rates.female)
  const both = male.map((alive, age) => alive * 0.522 + (female[age] ?? 0) * 0.478)
  const rows = [
    ['男女合计', both],
    ['男', male],
    ['女', female],
  ] as const
  return [
    '年份,地区,性别,平均预期寿命（岁）',
    ...rows.map(([sex, alive]) => [year, CITY.zh, sex, (sumOf(alive) - 0.5).toFixed(2)].join()),
  ]
}

function computeSurvivors(rates: readonly number[]): number[] {
  let alive = 1
  return rates.map((rate) => {
    const now = alive
    alive *= 1 - rate
    return now
  })
}

function bandsOf(ages: Ages, sex: Sex): number[] {
  return BANDS.map((_, n) =>
    Math.round(countPersonsAged(ages[sex], n * 5, n === BANDS.length - 1 ? Number.POSITIVE_INFINITY : n * 5 + 4)),
  )
}

function requireAges(people: People, year: number): readonly Ages[] {
  const found = people.years.get(year)
  if (!found) throw new Error(`no population for ${year}`)
  return found
}

function sumOf(numbers: readonly number[]): number {
  let sum = 0
  for (const number of numbers) sum += number
  return sum
}
