import { dateOfDay, toDayNumber } from '../../calendar/days.ts'

/** A time of day as exports write it. */
export interface Clock {
  hour: number
  minute: number
  /** Seconds or fractions are given. */
  hasSeconds: boolean
  /** Minutes that the written zone is ahead of Greenwich; null where none is written. */
  zone: number | null
}

/** `16:00`, `16:00:00.123Z`, `16:00+08:00`, `9时30分`, `下午 3:21`; null where it is no time of a day. */
export function parseClock(text: string): Clock | null {
  const joined = text.replace(/^(.*\d)[时点](\d{1,2})分(?:(\d{1,2})秒)?$/, joinClock)
  const parts = CLOCK.exec(joined)?.groups
  if (!parts) return null
  const hour = parseHour(Number(parts['hour']), parts['half'] ?? parts['after'])
  const [minute, second] = [Number(parts['minute']), Number(parts['second'] ?? 0)]
  const zone = parseZone(parts['zone'])
  if (hour === null || hour > 23 || minute > 59 || second > 59 || Number.isNaN(zone)) return null
  return { hour, minute, hasSeconds: second > 0 || /[1-9]/.test(parts['fraction'] ?? ''), zone }
}

/** True for a time that is given to the hour alone: `16时`, `9点整`. */
export function isHour(text: string): boolean {
  const hour = /^(\d{1,2})[时点]整?$/.exec(text)
  return hour !== null && Number(hour[1]) <= 23
}

/** Day and minute in Beijing of a moment that is written in another zone. */
export function toBeijing(date: string, { hour, minute, zone }: Clock): { date: string; hour: number; minute: number } {
  const minutes = (toDayNumber(date) ?? 0) * DAY + hour * 60 + minute - (zone ?? BEIJING) + BEIJING
  const rest = ((minutes % DAY) + DAY) % DAY
  return { date: dateOfDay(Math.floor(minutes / DAY)), hour: Math.floor(rest / 60), minute: rest % 60 }
}

/** Minutes that Beijing is ahead of Greenwich, all the year. */
export const BEIJING = 480
const DAY = 1440
const CLOCK =
  /^(?:(?<half>上午|下午) ?)?(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?<fraction>\.\d+)?)?(?: ?(?<after>[AP]M))? ?(?<zone>Z|[+-]\d{2}:?\d{2})?$/i

function joinClock(_all: string, hour: string, minute: string, second: string | undefined): string {
  return `${hour}:${minute.padStart(2, '0')}${second === undefined ? '' : `:${second.padStart(2, '0')}`}`
}

/** The hour of 24 of an hour of twelve; null where it is no hour of twelve. */
function parseHour(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (/^(下午|PM)$/i.test(half) ? 12 : 0)
}

/** NaN where no place on earth has that zone. */
function parseZone(text: string | undefined): number | null {
  if (text === undefined) return null
  if (/^z$/i.test(text)) return 0
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(-2))]
  if (hours > 14 || minutes > 59) return Number.NaN
  return (hours * 60 + minutes) * (text.startsWith('-') ? -1 : 1)
}
