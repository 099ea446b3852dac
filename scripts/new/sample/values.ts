import { addDays, toDayNumber } from '../../../src/calendar/days.ts'
import { getFirstDay, getLastDay } from '../../../src/calendar/period.ts'
import { computeCreditCheckDigit } from '../../../src/codes/credit-code.ts'
import { computeOrganisationCheckDigit } from '../../../src/codes/organisation-code.ts'
import type { Place, Places } from '../../../src/codes/places.ts'
import type { Column, Contract } from '../../../src/contracts/contract.ts'
import type { Value } from '../../../src/contracts/row.ts'
import { InputError } from '../../command/run-command.ts'
import type { Random } from '../../demo/random.ts'

/** What values are drawn for. */
export interface Drawing {
  contract: Contract
  places: Places
  period: string
  random: Random
}

/** Counts where the contract sets no upper bound: near each other, so that none has jumped beside its neighbours. */
const [COUNT_MIN, COUNT_MAX] = [400, 600]
/** Dates lie in the period or so many days before it. */
const DAYS_BEFORE = 20

/**
 * A value of a column. `nth` counts rows and makes names and codes that differ; it is no value of any person or body:
 * names are 示例, and codes are of division 99, which no place has.
 */
export function drawValue(id: string, column: Column, nth: number, drawing: Drawing): Exclude<Value, null> {
  const { random, period } = drawing
  const { type } = column
  switch (type.kind) {
    case 'text':
      return drawText(column, nth)
    case 'integer':
      return random.drawBetween(Math.ceil(getLowest(type)), Math.floor(getHighest(type)))
    case 'number':
    case 'percent': {
      const { min = 0, max } = type.kind === 'percent' ? { min: 0, max: 100 } : { min: type.min, max: getHighest(type) }
      return Math.round((min + random.drawNext() * (max - min)) * 10) / 10
    }
    case 'date':
      return drawDay(drawing)
    case 'datetime':
      return drawMinute(drawDay(drawing), random)
    case 'month':
      return getLastDay(period).slice(0, 7)
    case 'year':
      return getLastDay(period).slice(0, 4)
    case 'yes-no':
      return random.drawChance(0.5) ? 'yes' : 'no'
    case 'list':
      return pickOne(type.items, random).code
    case 'place':
      return pickOne(placesOf(column, drawing), random).code
    default:
      return drawCode(id, '', nth, drawing)
  }
}

function getLowest({ min = 0, max }: { min?: number | undefined; max?: number | undefined }): number {
  return max === undefined ? Math.max(min, 0) + COUNT_MIN : min
}

function getHighest({ min = 0, max }: { min?: number | undefined; max?: number | undefined }): number {
  return max ?? Math.max(min, 0) + COUNT_MAX
}

/** `示例37`; where there is little room, the number alone. */
function drawText({ type }: Column, nth: number): string {
  const number = String(nth + 1).padStart(4, '0')
  const name = `示例${number}`
  return type.kind === 'text' && type.max !== undefined && name.length > type.max ? number.slice(-type.max) : name
}

export function drawDay({ period, random }: Drawing, from = addDays(getFirstDay(period), -DAYS_BEFORE)): string {
  const last = getLastDay(period)
  const [low, high] = [toDayNumber(from) ?? 0, toDayNumber(last) ?? 0]
  return low >= high ? from : addDays(from, random.drawBetween(0, high - low))
}

/** `2026-10-12 09:30`, in office hours. */
export function drawMinute(day: string, random: Random): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${day} ${pad(random.drawBetween(8, 18))}:${pad(random.drawBetween(0, 59))}`
}

/** A code of the column's kind that begins with `prefix`: its check digit is right. */
export function drawCode(id: string, prefix: string, nth: number, drawing: Drawing): string {
  const kind = drawing.contract.columns[id]?.type.kind
  switch (kind) {
    case 'credit-code':
      return creditCodeOf(nth)
    case 'permit-number':
      return `${prefix.length === 18 ? prefix : creditCodeOf(nth)}001P`
    case 'grid-code':
    case 'component-code':
    case 'matter-code': {
      const length = { 'grid-code': 15, 'component-code': 16, 'matter-code': 10 }[kind]
      const start = prefix === '' ? countyOf(drawing) : prefix
      return (
        start +
        String(nth + 1)
          .padStart(length - start.length, '0')
          .slice(-(length - start.length))
      )
    }
    default:
      throw new Error(`sample: ${id} holds no code`)
  }
}

/** Registered nowhere: division 990000, and a body that counts the rows. */
function creditCodeOf(nth: number): string {
  const body = `MA${String(nth + 1).padStart(6, '0')}`
  const start = `91990000${body}${computeOrganisationCheckDigit(body)}`
  return start + computeCreditCheckDigit(start)
}

/** First six digits of a place of the portal. */
function countyOf({ places }: Drawing): string {
  const place = places.all.find(({ code }) => /^\d{6}/.test(code) && !/00$/.test(code.slice(0, 6)))
  return (place ?? places.all[0])?.code.slice(0, 6) ?? '990101'
}

/** Places that the column takes on the last day of the period. */
export function placesOf({ type }: Column, { places, period, contract }: Drawing): Place[] {
  const levels = type.kind === 'place' ? type.levels : undefined
  const day = getLastDay(period)
  const found = places.all.filter(
    (place) => places.isValid(place, day) && (levels === undefined || levels.includes(place.level)),
  )
  if (found.length > 0) return found
  throw new InputError({
    zh: `places.csv中没有${day}有效的${levels?.join('、') ?? ''}级地区，造不出${contract.id}的样例。`,
    en: `places.csv has no ${levels?.join(', ') ?? 'place'} valid on ${day}, so there can be no sample of ${contract.id}.`,
  })
}

export function pickOne<T>(items: readonly T[], random: Random): T {
  const item = items[random.drawBetween(0, items.length - 1)]
  if (item === undefined) throw new Error('sample: nothing to pick from')
  return item
}
