import { describe, expect, test } from 'vitest'
import { endOfYears } from '../../src/calendar/days.ts'
import { makeCodeParser } from '../../src/check/values/code.ts'
import { chooseMissingNote } from '../../src/check/values/missing.ts'
import { parseMonth } from '../../src/check/values/month.ts'
import { normalise } from '../../src/check/values/normalise-cell.ts'
import { parseNumber } from '../../src/check/values/number.ts'
import { isLost } from '../../src/check/values/text.ts'
import { checkComponentCode, checkMatterCode } from '../../src/codes/component-code.ts'
import { checkCreditCode } from '../../src/codes/credit-code.ts'
import { checkGridCode } from '../../src/codes/grid-code.ts'
import { checkOrganisationCode } from '../../src/codes/organisation-code.ts'
import { checkPermitNumber } from '../../src/codes/permit-number.ts'
import { findPermitStatus } from '../../src/codes/permit-status.ts'
import { Places } from '../../src/codes/places.ts'
import type { Measure } from '../../src/contracts/contract.ts'
import { AGEING_MEASURES } from '../../src/datasets/population/ages.ts'
import { satisfaction } from '../../src/datasets/satisfaction/satisfaction-contract.ts'
import { passesLuhn } from '../../src/personal/luhn.ts'
import { findNumberHits } from '../../src/personal/number-hits.ts'
import * as personal from '../../src/personal/number-shapes.ts'
import { read } from '../../src/read/index.ts'
import { formatSerialDate } from '../../src/read/serial.ts'
import { computeWilsonInterval } from '../../src/tabulate/wilson.ts'
import { roundRatio } from '../../src/text/decimal.ts'
import { sum } from '../../src/text/sum.ts'
import vectors from './vectors.json' with { type: 'json' }

/** Codes, numbers, dates and rates with what must be said of each: every vector of this file is tested below. */
const GROUPS: { name: keyof typeof vectors; check: (input: string) => boolean }[] = [
  { name: 'uscc', check: (text) => checkCreditCode(text).ok },
  { name: 'orgcode', check: (text) => checkOrganisationCode(text).ok },
  { name: 'permit_no', check: (text) => checkPermitNumber(text).ok },
  { name: 'grid_code', check: (text) => checkGridCode(text).ok },
  { name: 'component_code', check: (text) => checkComponentCode(text).ok },
  { name: 'matter_code', check: (text) => checkMatterCode(text).ok },
  { name: 'resident_id', check: personal.isResidentNumber },
  { name: 'bank_card', check: personal.isBankCard },
  { name: 'mobile', check: personal.isMobileNumber },
  { name: 'landline', check: isLandline },
  { name: 'plate', check: personal.isNumberPlate },
  { name: 'passport', check: personal.isPassportNumber },
]

test('there are 180 vectors, and every group has a test here', () => {
  expect(sum(Object.values(vectors).map((list) => list.length))).toBe(180)
  const tested = [...GROUPS.map((vector) => vector.name), ...OTHERS].toSorted()
  expect(tested).toEqual(Object.keys(vectors).toSorted())
})

/** As the scanner finds it, by which nothing is published that holds such a code. */
function isLandline(text: string): boolean {
  return findNumberHits(text, '', new Set()).some(({ kind }) => kind === 'landline')
}

describe.each(GROUPS)('$name', ({ name, check }) => {
  // The groups above are those whose vectors are an input and whether it is valid.
  const list = vectors[name] as { input: string; valid: boolean }[]
  test.each(list)('$input is valid: $valid', ({ input, valid }) => expect(check(input)).toBe(valid))
})

const OTHERS = [
  'float_loss',
  'luhn_false_positive',
  'permit_validity',
  'permit_status',
  'wilson95',
  'satisfaction_example',
  'throughput_example',
  'ageing_example',
  'excel_serial',
  'month',
  'number',
  'encoding',
]

test('a credit code in full-width form is brought to its own', () => {
  const parse = makeCodeParser('credit-code', new Places([]))
  for (const vector of vectors.uscc) {
    if ('out' in vector) expect(parse(vector.input, undefined)).toMatchObject({ is: 'value', value: vector.out })
  }
})

test.each(vectors.float_loss)('$input has lost its digits as a number', (vector) => {
  expect(isLost(vector.excel_15_digits)).toBe(true)
  expect(String(Number(vector.input)) === vector.input).toBe(false)
  expect(BigInt(Number(vector.input)).toString()).toBe(vector.ieee754_double)
})

test.each(vectors.luhn_false_positive)('one number in ten passes the Luhn check by chance', ({ trials, pass_rate }) => {
  let state = 20261123
  let passed = 0
  for (let trial = 0; trial < trials; trial += 1) {
    let digits = ''
    for (let at = 0; at < 16; at += 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      digits += Math.floor((state / 2 ** 32) * 10)
    }
    if (passesLuhn(digits)) passed += 1
  }
  expect(passed / trials).toBeCloseTo(pass_rate, 1)
})

test.each(vectors.permit_validity)('a permit from $from', ({ from, computed_to }) => {
  expect(endOfYears(from, 5)).toBe(computed_to)
})

const STATUS: Record<string, string> = {
  有效: 'valid',
  有效·临期: 'expiring',
  '有效·已过延续申请期限(不足60日)': 'renewal-overdue',
  '已过期(未延续)': 'expired',
  未生效: 'not-yet-valid',
  注销: 'cancelled',
}
test.each(vectors.permit_status)('$as_of: $status', ({ as_of, from, to, event, status, days_left }) => {
  const found = findPermitStatus(from, to, as_of, event === null ? null : 'cancelled')
  expect(found).toEqual({ status: STATUS[status], daysLeft: days_left })
})

test.each(vectors.wilson95)('$satisfied of $n', ({ satisfied, n, low, high }) => {
  expect(computeWilsonInterval({ hits: satisfied, n, times: 1, decimals: 4 })).toEqual({ low, high })
})

/** A measure made of counts by the contract's own formula. */
function computeMade(
  measures: Record<string, Measure>,
  id: string,
  counts: Record<string, number>,
  decimals: number,
): number {
  const computeValue = (id: string): number => {
    const measure = measures[id]
    if (counts[id] !== undefined || !measure || !('plus' in measure)) return counts[id] ?? Number.NaN
    return sum(measure.plus.map((part) => computeValue(part)))
  }
  const measure = measures[id]
  if (!measure || !('rate' in measure)) throw new Error(`no rate: ${id}`)
  const { times, ...of } = measure.rate
  const [numerator, denominator] = [computeValue(of.numerator), computeValue(of.denominator)]
  // A rate of counts that the example does not have is not a number.
  if (Number.isNaN(numerator + denominator)) return Number.NaN
  return roundRatio({ numerator, denominator, times, decimals })
}

test.each(vectors.satisfaction_example)('satisfaction: $A, $B, $C, $D of $asked', (vector) => {
  const measures: Record<string, Measure> = satisfaction.tables.ratings.measures
  const grades = { a: vector.A, b: vector.B, c: vector.C, d: vector.D }
  const counts = { ...grades, satisfied: vector.A + vector.B, rated: vector.valid, asked: vector.asked }
  const rates: [string, number][] = [
    ['top2_rate', vector.top2],
    ['top1_rate', vector.top1],
    ['dissatisfied_rate', vector.bottom],
    ['response_rate', vector.response_rate],
  ]
  for (const [id, stated] of rates) {
    // 910 of 1,600 is 0.56875: the vector rounds the half to even, the portal rounds it up, as people expect.
    expect(Math.abs(computeMade(measures, id, counts, 3) / 100 - stated)).toBeLessThanOrEqual(0.00005 + 1e-12)
  }
  const bounds = computeWilsonInterval({ hits: vector.A + vector.B, n: vector.valid, times: 1, decimals: 4 })
  expect([bounds.low, bounds.high]).toEqual(vector.wilson_top2)
})

test.each(vectors.throughput_example)('rates over their declared denominators', (vector) => {
  const rates = Object.entries(vector).flatMap(([name, value]) => {
    const parts = /=(.*)\/(.*)$/.exec(name) ?? /^WRONG (.*)\/(.*)$/.exec(name)
    const [numerator, denominator] = [parts?.[1], parts?.[2]].map(
      (part) => Object.entries(vector).find(([key]) => key === part)?.[1],
    )
    return numerator === undefined || denominator === undefined ? [] : [{ value, numerator, denominator }]
  })
  expect(rates).toHaveLength(7)
  for (const { value, numerator, denominator } of rates) {
    expect(roundRatio({ numerator, denominator, times: 1, decimals: 4 })).toBe(value)
  }
})

test('ageing: 60 and over, and what is made of it', () => {
  const [nanjing, xuanwu] = vectors.ageing_example
  const computeRate = (id: string, counts: Record<string, number>, decimals = 2) =>
    computeMade(AGEING_MEASURES, id, counts, decimals)
  expect(computeRate('share_60_plus', { age_60_plus: 1_100_642, total: 8_003_744 }, 4)).toBe(nanjing?.['60+ share'])
  expect(roundRatio({ numerator: 543_081, denominator: 557_561, times: 100, decimals: 3 })).toBe(
    nanjing?.['sex ratio 60+'],
  )
  const [young, middle, old, older, total] = [
    xuanwu?.['0-14'] ?? 0,
    xuanwu?.['15-59'] ?? 0,
    xuanwu?.['60+'] ?? 0,
    xuanwu?.['65+'] ?? 0,
    xuanwu?.total ?? 0,
  ]
  expect(young + middle + old).toBe(total)
  const counts = {
    age_0_14: young,
    age_15_59: middle,
    age_15_64: middle + old - older,
    age_60_plus: old,
    age_65_plus: older,
    total,
  }
  const ids = Object.keys(AGEING_MEASURES).filter((id) => 'rate' in (AGEING_MEASURES[id] ?? {}))
  const known = ids.flatMap((id) => {
    const value = computeMade(AGEING_MEASURES, id, counts, 2)
    return Number.isNaN(value) ? [] : [value]
  })
  for (const name of ['60+ share', '65+ share', 'dep 60+/15-59', 'dep 65+/15-64'] as const) {
    expect(known).toContain(xuanwu?.[name])
  }
  const index = (numerator: number) => roundRatio({ numerator, denominator: young, times: 100, decimals: 2 })
  expect([index(old), index(older)]).toEqual([xuanwu?.['ageing index 60+/0-14'], xuanwu?.['ageing index 65+/0-14']])
})

test.each(vectors.excel_serial)('day number $serial', ({ serial, date_1900, date_1904 }) => {
  expect([formatSerialDate(serial, false), formatSerialDate(serial, true)]).toEqual([date_1900, date_1904])
})

test.each(vectors.month)('$input is the month $out', ({ input, out }) => {
  const result = parseMonth(input)
  expect(result.is === 'value' ? result.value : null).toBe(out)
})

const COUNT = { type: { kind: 'integer' as const }, names: { zh: '数', en: 'n' }, privacy: 'count' as const }
test.each(vectors.number)('$input is $value $unit_or_kind', (vector) => {
  const { input, value, unit_or_kind } = vector
  const note = chooseMissingNote(normalise(input).text, COUNT, new Set())
  expect(note !== null).toBe(unit_or_kind === 'missing')
  if (note !== null) return
  const number = parseNumber(input)
  if (value === null) expect(number.is).toBe('refused')
  else
    expect(number).toMatchObject({
      value,
      unit: unit_or_kind,
      qualifier: 'qualifier' in vector ? vector.qualifier : '',
    })
})

test.each(vectors.encoding)('encodings of %j', (vector) => {
  const text = vector.text ?? vector.utf8 ?? ''
  for (const [encoding, hex] of Object.entries(vector)) {
    // The euro sign of one Windows code page is no byte of GB18030.
    if (!/^([0-9a-f]{2}){2,}$/.test(hex)) continue
    const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
    const { sheets } = read(bytes, 'raw/x/2026.csv')
    expect(sheets[0]?.headers.join(), encoding).toBe(text)
  }
})
