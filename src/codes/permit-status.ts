import { toDayNumber } from '../calendar/days.ts'

/** Days before expiry from which a permit counts as expiring soon; our own choice. */
export const EXPIRING_DAYS = 180
/** Renewal is asked at least this many days before expiry (排污许可管理条例); that day itself is still in time. */
export const RENEWAL_DAYS = 60

/** What ends a permit, or suspends it, whatever its dates say. */
const PERMIT_EVENTS = ['cancelled', 'withdrawn', 'revoked', 'lost', 'rectifying'] as const
export type PermitEvent = (typeof PERMIT_EVENTS)[number]

export type PermitStatus = PermitEvent | 'not-yet-valid' | 'valid' | 'expiring' | 'renewal-overdue' | 'expired'

/** Status as of a data date, never of the visitor's clock, and days left to the last day (0 on that day, then below). */
export function findPermitStatus(
  validFrom: string,
  validTo: string,
  asOf: string,
  event: PermitEvent | null = null,
): { status: PermitStatus; daysLeft: number } {
  const [from, to, today] = [validFrom, validTo, asOf].map(requireDay) as [number, number, number]
  const daysLeft = to - today
  return { status: event ?? statusOfDays(today < from, daysLeft), daysLeft }
}

function statusOfDays(isBefore: boolean, daysLeft: number): PermitStatus {
  if (isBefore) return 'not-yet-valid'
  if (daysLeft < 0) return 'expired'
  if (daysLeft < RENEWAL_DAYS) return 'renewal-overdue'
  return daysLeft < EXPIRING_DAYS ? 'expiring' : 'valid'
}

function requireDay(date: string): number {
  const day = toDayNumber(date)
  if (day === null) throw new RangeError(`invalid date: ${date}`)
  return day
}
