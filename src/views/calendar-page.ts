import type { Site } from '../compose/site.ts'
import { dueRuleOf } from '../contracts/due-rule-of.ts'
import type { Delivery } from '../deliveries/delivery.ts'
import { describeDueRule } from '../text/describe-due.ts'
import { formatDay } from '../text/format.ts'
import type { LocalText } from '../text/local-text.ts'
import { choosePlural } from '../text/plural.ts'
import { localise, t } from '../text/ui.ts'
import { listDatasets } from './dataset-page.ts'
import {
  compareDeliveries,
  countStates,
  describeDueDay,
  describeReleased,
  describeState,
  describeSubject,
  findRecordStart,
  formatDayOrNone,
  groupByDepartment,
  isOnRecord,
  NO_TABLE,
  nameKeeper,
  sayNoDepartments,
} from './delivery-words.ts'
import type { Frame } from './page-frame.ts'

/** The address of what a calendar program subscribes to, beside the page. */
export const CALENDAR_FILE = '/calendar/calendar.ics'

/** One file as a table of the calendar lists it. */
interface CalendarRow {
  subject: LocalText
  path: string
  due: LocalText
  received: LocalText
  released: LocalText
  state: LocalText
  /** It is late, missing or refused. */
  isLate: boolean
}

interface CalendarPage {
  /** The state of the files, in one sentence. */
  lead: LocalText
  notes: LocalText[]
  upcoming: { subject: LocalText; path: string; due: LocalText; keeper: LocalText }[]
  departments: { names: LocalText; rows: CalendarRow[]; before: LocalText | null }[]
  rules: { title: LocalText; path: string; keeper: LocalText; rule: LocalText }[]
  hasFile: boolean
}

export function buildCalendarFrame(site: Site): Frame {
  return {
    path: '/calendar/',
    title: localise((lang) => t(lang, 'calendar')),
    description: {
      zh: `${site.settings.area.zh}各部门的数据文件何时到期，按时、迟报还是未报。`,
      en: `When the data files of each department of ${site.settings.area.en} are due, and which arrived on time, late or not at all.`,
    },
    crumbs: [{ label: localise((lang) => t(lang, 'data')), path: '/data/' }],
    room: 'data',
    search: { kind: 'page', authority: true },
  }
}

export function buildCalendar(site: Site): CalendarPage {
  const { day, rows } = site.deliveries
  const since = findRecordStart(rows)
  const listed = rows.filter((row) => isOnRecord(row, since)).toSorted(compareDeliveries)
  const isOpen = ({ state, due }: Delivery) =>
    state === 'not-due' || (state === 'unjudged' && due !== null && 'unpublished' in due)
  const upcoming = rows
    .filter((row) => isOpen(row) && row.received === null)
    .toSorted((a, b) => -compareDeliveries(a, b))
  const noDepartments = sayNoDepartments(site)
  return {
    lead: day === null ? NO_TABLE : sayHowMany(listed, { day, since }),
    notes: noDepartments ? [noDepartments] : [],
    upcoming: upcoming.map((row) => ({
      subject: describeSubject(site, row),
      path: `/data/${row.dataset}/`,
      due: describeDueDay(row),
      keeper: nameKeeper(site, row),
    })),
    departments: groupByDepartment(site, rows).flatMap(({ names, rows: own }) => {
      const onRecord = own
        .filter((row) => isOnRecord(row, since) && !(isOpen(row) && row.received === null))
        .toSorted(compareDeliveries)
      const before = own.filter((row) => row.due !== null && row.received !== null && !isOnRecord(row, since)).length
      if (onRecord.length + before === 0) return []
      return [{ names, rows: onRecord.map((row) => describeRow(site, row)), before: sayBefore(before, since) }]
    }),
    rules: listDatasets(site).flatMap((contract) => {
      const rule = dueRuleOf(contract)
      if (rule === null) return []
      const keeper = site.departments.nameOf(contract.keeper)
      return [{ title: contract.title, path: `/data/${contract.id}/`, keeper, rule: describeDueRule(rule) }]
    }),
    hasFile: listDated(site).length > 0,
  }
}

/** Files on record that have a due day: those that the calendar file holds. */
export function listDated(site: Site): Delivery[] {
  const { rows } = site.deliveries
  const since = findRecordStart(rows)
  return rows.filter((row) => isOnRecord(row, since) && row.due !== null && 'day' in row.due)
}

function describeRow(site: Site, row: Delivery): CalendarRow {
  return {
    subject: describeSubject(site, row),
    path: `/data/${row.dataset}/`,
    due: describeDueDay(row),
    received: localise((lang) => formatDayOrNone(row.received, lang)),
    released: describeReleased(row),
    state: describeState(row),
    isLate: row.state === 'late' || row.state === 'not-reported' || row.state === 'refused',
  }
}

function sayBefore(count: number, since: string | null): LocalText | null {
  if (count === 0 || since === null) return null
  return {
    zh: `另有${count}份在收件记录开始（${formatDay(since, 'zh')}）前已经到了，哪天到的没有记录。`,
    en: `${count} more ${choosePlural(count, { one: 'file was', other: 'files were' })} received before the record began on ${formatDay(since, 'en')}; the day of receipt was not recorded.`,
  }
}

function sayHowMany(rows: readonly Delivery[], { day, since }: { day: string; since: string | null }): LocalText {
  const counted = countStates(rows, since)
  const from = since ?? day
  if (counted === null) {
    return {
      zh: `截至${formatDay(day, 'zh')}，还没有一份文件可以判断是否按时。`,
      en: `As of ${formatDay(day, 'en')}, no file can yet be judged on time or late.`,
    }
  }
  return {
    zh: `截至${formatDay(day, 'zh')}：${counted.zh}。收件记录自${formatDay(from, 'zh')}起。`,
    en: `As of ${formatDay(day, 'en')}: ${counted.en}. Files have been recorded since ${formatDay(from, 'en')}.`,
  }
}
