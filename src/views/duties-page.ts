import type { Site } from '../compose/site.ts'
import type { Duty, DutyDue, DutyRhythm } from '../portal/systems-schema.ts'
import { describeDueRule } from '../text/describe-due.ts'
import type { LocalText } from '../text/local-text.ts'
import { localise, t } from '../text/ui.ts'
import { countStates, findRecordStart, nameDataset } from './delivery-words.ts'
import { type DutyRecordShown, openDutyRegister, showDutyRecord } from './duty-record.ts'
import type { Frame } from './page-frame.ts'
import { systemPathOf, TOPICS } from './systems-page.ts'

export function buildDutiesFrame(site: Site): Frame {
  const count = site.duties?.duties.length ?? 0
  return {
    path: '/duties/',
    title: localise((lang) => t(lang, 'duties')),
    description: {
      zh: `文献规定的${count}项公开、报送和反馈义务：谁，做什么，多久一次。`,
      en: `${count} duties to publish, report and answer that the documents state: who, what, and how often.`,
    },
    crumbs: [TOPICS],
    room: 'topics',
    search: { kind: 'page', authority: true },
  }
}

/** A duty as the page lists it. */
interface DutyRow {
  duty: Duty
  kind: LocalText
  clock: LocalText
  systems: { id: string; names: LocalText; path: string }[]
  /** How the files of the dataset that answers it came; null where none does, or none was due on record. */
  kept: { dataset: LocalText; words: LocalText } | null
  /** How it was met by the register of what comes with no release; null where that has nothing of it. */
  record: DutyRecordShown | null
}

/** Duties in the order of their file, their clocks in words. */
export function listDuties(site: Site): DutyRow[] {
  const book = site.duties
  if (!book) return []
  const register = openDutyRegister(site)
  return book.duties.map((duty) => ({
    duty,
    kind: book.kinds[duty.kind] ?? { zh: duty.kind, en: duty.kind },
    clock: describeClock(duty),
    systems: duty.systems.flatMap((id) => {
      const system = site.systems?.systems.find((candidate) => candidate.id === id)
      return system ? [{ id, names: system.names, path: systemPathOf(id) }] : []
    }),
    kept: duty.dataset === undefined ? null : describeKept(site, duty.dataset),
    record: showDutyRecord(site, duty, register),
  }))
}

/** `10份按时，1份迟报`: from the table of who was late, and from nothing else. */
function describeKept(site: Site, dataset: string): DutyRow['kept'] {
  const rows = site.deliveries.rows.filter((row) => row.dataset === dataset)
  const words = countStates(rows, findRecordStart(site.deliveries.rows))
  return words === null ? null : { dataset: nameDataset(site, { dataset }), words }
}

const RHYTHMS: Record<DutyRhythm, LocalText> = {
  day: { zh: '每天', en: 'daily' },
  week: localise((lang) => t(lang, 'frequencyWeek')),
  'two-weeks': { zh: '每两周', en: 'every two weeks' },
  'half-month': localise((lang) => t(lang, 'frequencyHalfMonth')),
  month: localise((lang) => t(lang, 'frequencyMonth')),
  quarter: localise((lang) => t(lang, 'frequencyQuarter')),
  'half-year': localise((lang) => t(lang, 'frequencyHalfYear')),
  year: localise((lang) => t(lang, 'frequencyYear')),
  once: { zh: '一次', en: 'once' },
  event: { zh: '随事项', en: 'with each event' },
  standing: { zh: '常设', en: 'always' },
  unstated: { zh: '周期未载明', en: 'interval not stated' },
}

/** The clock of a duty: 每月，不晚于25日. Two clocks that disagree are both named, as disagreeing. */
export function describeClock({ every, due, conflict }: Duty): LocalText {
  const rhythms = (typeof every === 'string' ? [every] : every).map((rhythm) => RHYTHMS[rhythm])
  const day = due === undefined ? null : describeDutyDue(due)
  return localise((lang) => {
    const joined = rhythms.map((words) => words[lang]).join(chooseJoiner(conflict === true, lang))
    const stated = conflict ? describeConflict(lang) : ''
    const dated = day === null ? '' : `${lang === 'zh' ? '，' : ', '}${day[lang]}`
    return `${joined}${dated}${stated}`
  })
}

function chooseJoiner(isConflict: boolean, lang: 'zh' | 'en'): string {
  if (isConflict) return lang === 'zh' ? '或' : ' or '
  return lang === 'zh' ? '和' : ' and '
}

function describeConflict(lang: 'zh' | 'en'): string {
  return lang === 'zh' ? '（文献说法不一）' : ' (the documents disagree)'
}

function describeDutyDue(due: DutyDue): LocalText {
  if ('dayOfMonth' in due) return { zh: `不晚于${due.dayOfMonth}日`, en: `by day ${due.dayOfMonth} of the month` }
  if ('lastWorkingDayOf' in due) return describeDueRule(due)
  if ('monthDay' in due) {
    const [month = 0, day = 0] = due.monthDay.split('-').map(Number)
    return localise((lang) =>
      lang === 'zh'
        ? `不晚于${month}月${day}日`
        : `by ${day} ${new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month - 1, 1))}`,
    )
  }
  const names = {
    zh: '一二三四五六日',
    en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  }
  return { zh: `星期${names.zh[due.weekday - 1]}`, en: `on ${names.en[due.weekday - 1]}` }
}
