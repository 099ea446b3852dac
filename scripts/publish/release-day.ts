import { toDayNumber } from '../../src/calendar/days.ts'
import type { Release } from '../../src/store/published-tables.ts'
import type { LocalText } from '../../src/text/local-text.ts'
import { UsageError } from '../command/run-command.ts'

/** A release that lies further than this from the last is more often a wrong clock or a slip than a pause. */
const FAR_DAYS = 400

/** A day after today is a slip: with it in the log, every true day would be refused from then on. */
export function refuseDayAfter(today: string, date: string): void {
  if (date <= today) return
  throw new UsageError({
    zh: `发布日期${date}在今天（${today}）之后。请核对--date或本机时钟；没有写入任何内容。`,
    en: `The publication date ${date} is after today, ${today}. Check --date or the clock of this computer. Nothing was written.`,
  })
}

/** How many days a release lies from the last release, in words, where that is far; null where it is near. */
export function describeDistance(releases: readonly Release[], date: string): LocalText | null {
  const last = releases.at(-1)?.date
  if (last === undefined) return null
  const days = (toDayNumber(date) ?? 0) - (toDayNumber(last) ?? 0)
  if (days <= FAR_DAYS) return null
  return {
    zh: `发布日期${date}距上一次发布（${last}）有${days}天。`,
    en: `${date} is ${days} days after the last release, ${last}.`,
  }
}

/** Without a person to ask, a day that lies far from the last release is taken only where it was typed. */
export function requireTypedDay(distance: LocalText, isTyped: boolean): void {
  if (isTyped) return
  throw new UsageError({
    zh: `${distance.zh}请核对本机时钟；无误则用--date写明发布日期。没有写入任何内容。`,
    en: `${distance.en} Check the clock of this computer; if it is right, state the day with --date. Nothing was written.`,
  })
}
