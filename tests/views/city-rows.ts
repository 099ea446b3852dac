import type { Value } from '../../src/contracts/row.ts'
import { BANDS } from '../../src/datasets/population/ages.ts'

/*
 * Raw rows of a small city, made from literals, so that every number on its pages can be computed by hand.
 * 990101 锦中区 and 990102 栖云区, each with one subdistrict.
 */

export type Values = Record<string, Value>

/** Cases accepted and, of these, closed too late, by month: 锦中区, then 栖云区. July was never handed in. */
const CASES: Record<string, [number, number, number, number]> = {
  '2026-04': [11, 3, 9, 3],
  '2026-05': [12, 2, 8, 3],
  '2026-06': [15, 2, 10, 3],
  '2026-08': [12, 1, 8, 2],
  '2026-09': [9, 1, 9, 2],
  '2026-10': [10, 2, 8, 3],
}

/** Answers A, B, C, D and none, by month: 锦中区, then 栖云区. September was never handed in. */
const RATINGS: Record<string, [number[], number[]]> = {
  '2026-04': [
    [40, 30, 5, 5, 0],
    [35, 30, 5, 10, 0],
  ],
  '2026-05': [
    [42, 30, 5, 5, 0],
    [33, 30, 5, 10, 0],
  ],
  '2026-06': [
    [40, 32, 4, 4, 0],
    [36, 30, 4, 10, 0],
  ],
  '2026-07': [
    [10, 20, 20, 30, 0],
    [10, 10, 30, 30, 0],
  ],
  '2026-08': [
    [40, 32, 4, 4, 0],
    [36, 30, 4, 10, 0],
  ],
  '2026-10': [
    [40, 30, 5, 5, 0],
    [0, 0, 0, 0, 3],
  ],
}

export function makeCaseRows(): Record<string, Values[]> {
  return Object.fromEntries(
    Object.entries(CASES).map(([month, [jinzhong, jinzhongLate, qiyun, qiyunLate]]) => [
      month,
      [...makeCases(month, '990101001', jinzhong, jinzhongLate), ...makeCases(month, '990102001', qiyun, qiyunLate)],
    ]),
  )
}

/** Accepted on the 1st, due on the 10th, closed on the 5th or, when late, on the 15th; every fifth in the city's own hands. */
function makeCases(month: string, place: string, accepted: number, late: number): Values[] {
  return Array.from({ length: accepted }, (_, index) => ({
    number: `${month}-${place}-${index}`,
    grid: `${place}001001`,
    place,
    major: index % 2 === 0 ? '01' : '06',
    minor: index % 2 === 0 ? '01002' : '06001',
    source: 'hotline',
    reported: `${month}-01 08:00`,
    accepted: `${month}-01 09:00`,
    due: `${month}-10 09:00`,
    closed: `${month}-${index < late ? '15' : '05'} 09:00`,
    voided: null,
    level: index % 5 === 4 ? 'city' : 'community',
    state: 'closed',
    rework: index === late ? 1 : 0,
  }))
}

export function makeRatingRows(): Record<string, Values[]> {
  return Object.fromEntries(
    Object.entries(RATINGS).map(([month, [jinzhong, qiyun]]) => [
      month,
      [...makeAnswers(month, '990101', jinzhong), ...makeAnswers(month, '990102', qiyun)],
    ]),
  )
}

function makeAnswers(month: string, place: string, counts: readonly number[]): Values[] {
  return counts.flatMap((count, grade) =>
    Array.from({ length: count }, (_, index) => ({
      number: `${place}-${grade}-${index}`,
      month,
      place,
      channel: index % 4 === 3 ? 'sms' : 'phone',
      major: '01',
      asked: 'yes',
      reached: 'yes',
      rating: ['a', 'b', 'c', 'd', null][grade] ?? null,
    })),
  )
}

/** Residents of one subdistrict: so many in every band below 60, and in every band from 60 to 79. */
function makeResidents(place: string, young: number, old: number): Values[] {
  return ['male', 'female'].flatMap((sex) =>
    Array.from({ length: 16 }, (_, band) => ({
      place,
      sex,
      band: BANDS[band] ?? '',
      persons: band < 12 ? young : old,
    })),
  )
}

export function makePopulationRows(): Record<string, Values[]> {
  return {
    '2024': [...makeResidents('990101001', 1000, 800), ...makeResidents('990102001', 500, 600)],
    '2025': [...makeResidents('990101001', 1000, 900), ...makeResidents('990102001', 480, 620)],
  }
}

/** A register entry that has been in force since 2023, with what differs. */
function makePermit(index: number, more: Values = {}): Values {
  const credit = `91990101MA0${String(index).padStart(7, '0')}`
  return {
    number: `${credit}001P`,
    credit_code: credit,
    holder: `云锦市第${index}水厂有限公司`,
    industry: '46',
    place: index % 2 === 0 ? '990101001' : '990102001',
    class: 'simplified',
    water: 'yes',
    air: 'no',
    noise: 'yes',
    first_issued: '2023-05-10',
    valid_from: '2023-05-10',
    valid_to: '2028-05-09',
    previous_valid_to: null,
    changed_on: null,
    renewed_on: null,
    cancelled_on: null,
    revoked_on: null,
    ...more,
  }
}

/** One entry of each status on 31 October 2026, by what makes it so. */
export const PERMIT_CASES: Record<string, Values> = {
  valid: { class: 'key' },
  expiring: { class: 'key', valid_to: '2027-03-31' },
  overdue: { valid_to: '2026-11-30' },
  expired: { valid_to: '2026-10-15' },
  'last day': { valid_to: '2026-10-31' },
  cancelled: { cancelled_on: '2026-10-08' },
  revoked: { revoked_on: '2026-10-09' },
  renewed: {
    class: 'key',
    valid_from: '2026-10-20',
    valid_to: '2031-10-19',
    previous_valid_to: '2026-10-19',
    renewed_on: '2026-10-12',
    changed_on: '2025-02-01',
  },
  'not yet': { first_issued: '2026-10-25', valid_from: '2026-11-01', valid_to: '2031-10-31' },
  registered: { class: 'registration', valid_to: '2027-03-31' },
  'registration lapsed': { class: 'registration', valid_to: '2026-09-30' },
}

/** Those eleven and 49 like them that are simply valid: 60 entries, a page of 50 and a page of ten. */
export function makePermitRows(): Record<string, Values[]> {
  const special = Object.values(PERMIT_CASES)
  const all = Array.from({ length: 60 }, (_, index) => makePermit(index + 1, special[index]))
  return { '2026-10': all }
}

/** `indicator | year | number | unit | bound | nature`, as the five documents state them. */
const LEDGER: [place: string, lines: string[]][] = [
  [
    '南京市',
    [
      '常住人口总数（六普）|2010|8003744|人|exact|result',
      '60岁及以上老年人口|2010|1100642|人|exact|result',
      '60岁以上老年人口|2015|1500000|人|exact|forecast',
      '60岁以上老年人口|2020|2000000|人|exact|forecast',
      '60岁以上人口占比|2020|25|%|approximate|forecast',
      '2010年较1990年60岁以上人口增加倍数||1|倍（增加）|low|bound-low',
      '平均预期寿命|2010|76.84|岁|exact|result',
      '平均预期寿命|2011|79.31|岁|exact|result',
      '首批核发许可证的重点排污企业|1988|12|家|exact|result',
      '发放排污许可证企业数|1991|90|家|exact|result',
      '发放排污许可证企业数|1998|283|家|exact|result',
    ],
  ],
  [
    '北京市朝阳区',
    [
      '五年共解决各类问题||8650000|件|exact|result',
      '占六城区总量||80|%|low|bound-low',
      '受理群众诉求||720000|件|exact|result',
      '群众诉求满意率||90|%|low|bound-low',
    ],
  ],
]

export function makeLedgerRows(): Record<string, Values[]> {
  const rows = LEDGER.flatMap(([place, lines]) => lines.map((line) => [place, ...line.split('|')]))
  return {
    '2026-11': rows.map(([place, indicator, year, number, unit, bound, nature], index) => ({
      id: `F${String(index + 1).padStart(3, '0')}`,
      place: place ?? null,
      indicator_zh: indicator ?? null,
      year: year || null,
      number: Number(number),
      unit_base: unit ?? null,
      bound: bound ?? null,
      nature: nature ?? null,
    })),
  }
}
