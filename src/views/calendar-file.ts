import { createHash } from 'node:crypto'
import type { Site } from '../compose/site.ts'
import { dueRuleOf } from '../contracts/due-rule-of.ts'
import type { Delivery } from '../deliveries/delivery.ts'
import { describeDueRule } from '../text/describe-due.ts'
import { formatDay } from '../text/format.ts'
import type { Lang, LocalText } from '../text/local-text.ts'
import { findFullAddress } from './address.ts'
import { listDated } from './calendar-page.ts'
import { escapeText, foldLine } from './calendar-text.ts'
import { describeState, describeSubject, nameKeeper } from './delivery-words.ts'

/**
 * Due days as iCalendar (RFC 5545): an all-day event a file. The stamp of each is the day of the table, so that the same
 * releases give the same bytes; its UID is made of dataset and period and never changes.
 */
export function renderCalendar(site: Site, lang: Lang, base: string): string {
  const { area } = site.settings
  const address = findFullAddress(site, base, '/calendar/')
  const name = lang === 'zh' ? `${area.zh}数据报送日历` : `Data due dates of ${area.en}`
  const events = listDated(site).flatMap((row) => renderEvent(site, row, { lang, base }))
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Mingge//Due dates//${lang.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    ...(address ? [`URL:${address[lang]}`] : []),
    ...events,
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

function renderEvent(site: Site, row: Delivery, { lang, base }: { lang: Lang; base: string }): string[] {
  const { due, dataset, period } = row
  if (due === null || !('day' in due)) return []
  const address = findFullAddress(site, base, `/data/${dataset}/`)
  // In a list of what is to come, that a file is not due yet would read as a task that has gone.
  const standing = row.state === 'not-due' ? DUE : describeState(row)
  return [
    'BEGIN:VEVENT',
    `UID:${dataset}.${period}.${nameSite(site)}`,
    `DTSTAMP:${compactDay(site.deliveries.day ?? due.day)}T000000Z`,
    `DTSTART;VALUE=DATE:${compactDay(due.day)}`,
    `SUMMARY:${escapeText(`${describeSubject(site, row)[lang]}${lang === 'zh' ? '：' : ': '}${standing[lang]}`)}`,
    `DESCRIPTION:${escapeText(describeEvent(site, row, lang))}`,
    ...(address ? [`URL:${address[lang]}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

const DUE: LocalText = { zh: '应报', en: 'due' }

function describeEvent(site: Site, row: Delivery, lang: Lang): string {
  const contract = site.contracts.get(row.dataset)
  const rule = contract ? dueRuleOf(contract) : null
  const say = (zh: string, en: string) => (lang === 'zh' ? zh : en)
  return [
    nameKeeper(site, row)[lang],
    ...(rule ? [describeDueRule(rule)[lang]] : []),
    ...(row.received
      ? [say(`${formatDay(row.received, lang)}收到`, `received on ${formatDay(row.received, lang)}`)]
      : []),
    ...(row.released
      ? [say(`${formatDay(row.released, lang)}发布`, `published on ${formatDay(row.released, lang)}`)]
      : []),
    ...(row.withdrawn && row.tables === 0
      ? [say(`${formatDay(row.withdrawn, lang)}撤下`, `withdrawn on ${formatDay(row.withdrawn, lang)}`)]
      : []),
  ].join('\n')
}

/**
 * What makes the UIDs of a site its own: letters made of its title. A host behind an @ would be the form of an e-mail
 * address, and hexadecimal digits that of a telephone number, for which every file of the site is searched.
 */
function nameSite({ settings }: Site): string {
  const digits = createHash('sha256').update(settings.title.zh).digest('hex').slice(0, 16)
  return [...digits].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('')
}

/** `2026-11-06` → `20261106` */
function compactDay(day: string): string {
  return day.replaceAll('-', '')
}
