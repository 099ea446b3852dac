import type { CodeItem, Identity, Measure, Where } from '../../contracts/contract.ts'
import { rateOf, sumOf } from '../../contracts/measures.ts'
import type { CounterUnit } from '../../text/units.ts'

const WOMEN_100: CounterUnit = { zh: '女=100', en: { one: 'women = 100', other: 'women = 100' } }

/** The 20 closed bands, `[0, 4]` … `[95, 99]`; after them everybody from 100. */
const CLOSED = Array.from({ length: 20 }, (_, n): [number, number] => [n * 5, n * 5 + 4])

/** The open band. */
const OLDEST: CodeItem = {
  code: 'age_100_plus',
  zh: '100岁及以上',
  en: '100 and over',
  also: ['100岁以上', '百岁及以上', '100+'],
}

/**
 * The 21 five-year bands from young to old. Their codes begin with letters: Excel makes a date of `5-9` when it opens a
 * CSV file. Files from departments may go on writing it.
 */
export const BAND_ITEMS: CodeItem[] = [...CLOSED.map(([from, to]) => createBandItem(from, to)), OLDEST]

function createBandItem(from: number, to: number): CodeItem {
  const code = `age_${String(from).padStart(2, '0')}_${String(to).padStart(2, '0')}`
  const spelled = ['-', '~', '至'].map((dash) => `${from}${dash}${to}岁`)
  return { code, zh: `${from}—${to}岁`, en: `${from}–${to} years`, also: [...spelled, `${from}-${to}`] }
}

/** Codes of the bands, `age_00_04` … `age_100_plus`. */
export const BANDS: readonly string[] = BAND_ITEMS.map(({ code }) => code)

/** Headers of a wide table, one column a band: `0-4岁` … `100岁及以上`. */
export const BAND_HEADERS: Record<string, string> = Object.fromEntries([
  ...CLOSED.map(([from, to], n) => [`${from}-${to}岁`, BANDS[n]]),
  [OLDEST.zh, OLDEST.code],
])

export const SEX_ITEMS: CodeItem[] = [
  { code: 'male', zh: '男', en: 'Men', also: ['男性', 'M'] },
  { code: 'female', zh: '女', en: 'Women', also: ['女性', 'F'] },
]

/** Persons by sex and broad age, and the ageing indicators computed from them. */
export const AGEING_MEASURES: Record<string, Measure> = {
  total: sumOf({ zh: '总人口', en: 'Total population', unit: '人' }, 'persons'),
  male: sumOf({ zh: '男性人口', en: 'Men', unit: '人' }, 'persons', matchSex('male')),
  female: sumOf({ zh: '女性人口', en: 'Women', unit: '人' }, 'persons', matchSex('female')),
  age_0_14: sumOf({ zh: '0—14岁人口', en: 'Population aged 0–14', unit: '人' }, 'persons', matchAged(0, 14)),
  age_15_59: sumOf({ zh: '15—59岁人口', en: 'Population aged 15–59', unit: '人' }, 'persons', matchAged(15, 59)),
  age_15_64: sumOf({ zh: '15—64岁人口', en: 'Population aged 15–64', unit: '人' }, 'persons', matchAged(15, 64)),
  age_60_plus: sumOf({ zh: '60岁及以上人口', en: 'Population aged 60 and over', unit: '人' }, 'persons', matchAged(60)),
  age_65_plus: sumOf({ zh: '65岁及以上人口', en: 'Population aged 65 and over', unit: '人' }, 'persons', matchAged(65)),
  age_80_plus: sumOf({ zh: '80岁及以上人口', en: 'Population aged 80 and over', unit: '人' }, 'persons', matchAged(80)),
  male_60_plus: sumOf(
    { zh: '60岁及以上男性人口', en: 'Men aged 60 and over', unit: '人' },
    'persons',
    matchAged(60, undefined, 'male'),
  ),
  female_60_plus: sumOf(
    { zh: '60岁及以上女性人口', en: 'Women aged 60 and over', unit: '人' },
    'persons',
    matchAged(60, undefined, 'female'),
  ),
  share_60_plus: declareShare('60岁及以上人口比重', 'Share of population aged 60 and over', 'age_60_plus'),
  share_65_plus: declareShare('65岁及以上人口比重', 'Share of population aged 65 and over', 'age_65_plus'),
  share_80_plus: rateOf(
    {
      zh: '80岁及以上人口占总人口比重',
      en: 'Share of total population aged 80 and over',
      unit: '%',
      decimals: 2,
      about: {
        zh: '80岁及以上人口÷总人口。分母是总人口，与高龄化率不同。',
        en: 'Population aged 80 and over ÷ total population. The denominator is the total population, unlike the oldest-old share.',
      },
    },
    { numerator: 'age_80_plus', denominator: 'total' },
  ),
  oldest_share: rateOf(
    {
      zh: '高龄化率',
      en: 'Oldest-old share of the aged',
      unit: '%',
      decimals: 2,
      about: {
        zh: '80岁及以上人口÷60岁及以上人口。分母是老年人口，不是总人口。',
        en: 'Population aged 80 and over ÷ population aged 60 and over, not ÷ total population.',
      },
    },
    { numerator: 'age_80_plus', denominator: 'age_60_plus' },
  ),
  dependency_60: rateOf(
    {
      zh: '老年抚养比（60岁口径）',
      en: 'Old-age dependency ratio (60+ to 15–59)',
      unit: '%',
      decimals: 2,
      about: {
        zh: '60岁及以上人口÷15—59岁人口。与65岁口径不可直接比较。',
        en: 'Population aged 60 and over ÷ population aged 15–59. Not comparable with the ratio from 65.',
      },
    },
    { numerator: 'age_60_plus', denominator: 'age_15_59' },
  ),
  dependency_65: rateOf(
    {
      zh: '老年抚养比（65岁口径）',
      en: 'Old-age dependency ratio (65+ to 15–64)',
      unit: '%',
      decimals: 2,
      about: {
        zh: '65岁及以上人口÷15—64岁人口，为国家统计和国际比较的常用口径。',
        en: 'Population aged 65 and over ÷ population aged 15–64, as national statistics and international comparisons use it.',
      },
    },
    { numerator: 'age_65_plus', denominator: 'age_15_64' },
  ),
  ageing_index: rateOf(
    {
      zh: '老龄化指数（老少比）',
      en: 'Ageing index (65+ to 0–14)',
      unit: '%',
      decimals: 2,
      about: {
        zh: '65岁及以上人口÷0—14岁人口。超过100%，说明老人多于孩子。',
        en: 'Population aged 65 and over ÷ population aged 0–14. Above 100%, there are more older people than children.',
      },
    },
    { numerator: 'age_65_plus', denominator: 'age_0_14' },
  ),
  sex_ratio: declareSexRatio('性别比', 'Sex ratio', { numerator: 'male', denominator: 'female' }),
  sex_ratio_60_plus: declareSexRatio('60岁及以上人口性别比', 'Sex ratio of the population aged 60 and over', {
    numerator: 'male_60_plus',
    denominator: 'female_60_plus',
  }),
}

export const AGEING_IDENTITIES: Identity[] = [
  { kind: 'balance', plus: ['male', 'female'], minus: [], equals: 'total' },
  { kind: 'balance', plus: ['age_0_14', 'age_15_59', 'age_60_plus'], minus: [], equals: 'total' },
  { kind: 'balance', plus: ['age_0_14', 'age_15_64', 'age_65_plus'], minus: [], equals: 'total' },
  { kind: 'balance', plus: ['male_60_plus', 'female_60_plus'], minus: [], equals: 'age_60_plus' },
  { kind: 'at-most', a: 'age_65_plus', b: 'age_60_plus' },
  { kind: 'at-most', a: 'age_80_plus', b: 'age_65_plus' },
  {
    kind: 'adds-up',
    measures: [
      'total',
      'male',
      'female',
      'age_0_14',
      'age_15_59',
      'age_15_64',
      'age_60_plus',
      'age_65_plus',
      'age_80_plus',
      'male_60_plus',
      'female_60_plus',
    ],
  },
]

function declareShare(zh: string, en: string, numerator: string): Measure {
  const about = { zh: '该年龄段人口÷总人口。', en: 'Population of these ages ÷ total population.' }
  return rateOf({ zh, en, unit: '%', decimals: 2, about }, { numerator, denominator: 'total' })
}

function declareSexRatio(zh: string, en: string, ratio: { numerator: string; denominator: string }): Measure {
  const about = { zh: '男性人数÷女性人数×100，以女性为100。', en: 'Men for every 100 women.' }
  return rateOf({ zh, en, unit: WOMEN_100, decimals: 2, about }, ratio)
}

function matchSex(code: 'male' | 'female'): Where {
  return [[{ column: 'sex', is: code }]]
}

/** Bands that begin at or after `from` and end at or before `to`; the open band has no end. */
function matchAged(from: number, to = Number.POSITIVE_INFINITY, of?: 'male' | 'female'): Where {
  const bands = BANDS.filter((_, n) => n * 5 >= from && n * 5 <= to)
  return [[{ column: 'band', is: bands }, ...(of ? [{ column: 'sex', is: of }] : [])]]
}
