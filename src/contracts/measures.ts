import type { Unit } from '../text/units.ts'
import type { Measure, Where } from './contract.ts'

/** What a reader sees of a measure; `about` explains method and denominator in the dictionary. */
interface Naming {
  zh: string
  en: string
  unit: Unit
  decimals?: number
  about?: { zh: string; en: string }
}

/** Number of rows that satisfy the condition. */
export function countOf(naming: Naming, where?: Where): Measure {
  return { ...wordsOf(naming), count: 'rows', ...(where ? { where } : {}) }
}

/** Sum of a column over the rows that satisfy the condition. */
export function sumOf(naming: Naming, column: string, where?: Where): Measure {
  return { ...wordsOf(naming), sum: column, ...(where ? { where } : {}) }
}

/** The only value of a group. */
export function takeOf(naming: Naming, column: string): Measure {
  return { ...wordsOf(naming), take: column }
}

/** numerator ÷ denominator × times, 100 where nothing else is said. */
export function rateOf(naming: Naming, ratio: { numerator: string; denominator: string; times?: number }): Measure {
  const { numerator, denominator, times = 100 } = ratio
  return { ...wordsOf(naming), rate: { numerator, denominator, times } }
}

/** Part of a measure in its sum over one dimension, in %. */
export function shareOf(naming: Naming, of: string, across: string): Measure {
  return { ...wordsOf(naming), share: { of, across } }
}

/** Exact quantile of the time between two columns. */
export function quantileOf(
  naming: Naming,
  time: { quantile: number; from: string; to: string; in: 'hours' | 'days'; where: Where },
): Measure {
  const { quantile, from, to, in: unit, where } = time
  return { ...wordsOf(naming), quantile, between: { from, to, in: unit }, where }
}

/** Bound of the 95 % Wilson interval of a rate. */
export function wilsonOf(naming: Naming, rate: string, bound: 'low' | 'high'): Measure {
  return { ...wordsOf(naming), wilson: { rate, bound } }
}

/** 累计 since January of a count of people, made of what is printed, and the two ends of its range. */
export function cumulativeOf(naming: Naming, of: string, bound?: 'low' | 'high'): Measure {
  return { ...wordsOf(naming), cumulative: { of, ...(bound ? { bound } : {}) } }
}

/** AND of conditions that are each lists joined by OR: every combination of one list from each. */
export function allOf(...wheres: readonly Where[]): Where {
  let joined: Where = [[]]
  for (const where of wheres) joined = joined.flatMap((before) => where.map((after) => [...before, ...after]))
  return joined
}

function wordsOf(naming: Naming) {
  const { zh, en, unit, decimals = 0, about } = naming
  return { names: { zh, en }, unit, decimals, ...(about ? { description: about } : {}) }
}
