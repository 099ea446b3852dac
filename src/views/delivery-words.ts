import { comparePeriods } from '../calendar/period.ts'
import type { Site } from '../compose/site.ts'
import type { Delivery, DeliveryState } from '../deliveries/delivery.ts'
import { NO_DEPARTMENTS } from '../portal/read-departments.ts'
import { formatDueDay } from '../text/describe-due.ts'
import { formatDay, formatPeriod } from '../text/format.ts'
import type { Lang, LocalText } from '../text/local-text.ts'
import { pluralise } from '../text/plural.ts'
import { localise } from '../text/ui.ts'

/** The deliveries of one keeper of datasets. */
interface DepartmentDeliveries {
  /** Id in departments.csv; null where contracts name the keeper in words. */
  id: string | null
  names: LocalText
  rows: readonly Delivery[]
}

/** By department, in the order of departments.csv, then those that contracts name in words. */
export function groupByDepartment(site: Site, rows: readonly Delivery[]): DepartmentDeliveries[] {
  const order = site.departments.all.map(({ id }) => id)
  const groups = new Map<string, DepartmentDeliveries>()
  for (const row of rows) {
    const names = nameKeeper(site, row)
    const key = row.department ?? names.zh
    const group = groups.get(key) ?? { id: row.department, names, rows: [] }
    groups.set(key, { ...group, rows: [...group.rows, row] })
  }
  const rank = ({ id }: DepartmentDeliveries) => (id === null ? order.length : order.indexOf(id))
  return [...groups.values()].toSorted((a, b) => rank(a) - rank(b))
}

export function nameKeeper(site: Site, { dataset }: Pick<Delivery, 'dataset'>): LocalText {
  const contract = site.contracts.get(dataset)
  return contract ? site.departments.nameOf(contract.keeper) : { zh: dataset, en: dataset }
}

export function nameDataset(site: Site, { dataset }: Pick<Delivery, 'dataset'>): LocalText {
  return site.contracts.get(dataset)?.title ?? { zh: dataset, en: dataset }
}

/** Said where the portal has no list of departments; null where it has a list. */
export function sayNoDepartments(site: Site): LocalText | null {
  if (site.departments !== NO_DEPARTMENTS) return null
  return {
    zh: '本站没有部门名单（departments.csv），以下按各数据集所写的保管单位列出。',
    en: 'This portal has no list of departments (departments.csv); files are listed by the keeper that each dataset names.',
  }
}

/** What is shown instead of a table where no release has stored a table. */
export const NO_TABLE: LocalText = {
  zh: '发布记录里还没有收件情况；从下一次发布起，这里列出每份文件何时到期、何时收到、何时发布。',
  en: 'No release has stored a record of received files yet; from the next release on, this page lists when each file was due, received and published.',
}

/** The first day on which files were recorded; null where none was. */
export function findRecordStart(rows: readonly Delivery[]): string | null {
  return rows.flatMap(({ received }) => received ?? []).toSorted()[0] ?? null
}

/**
 * Rows whose state is known: due since the record began, still missing, or not due yet. What had come
 * before is known to be there, and no more.
 */
export function isOnRecord({ due, state, received }: Delivery, since: string | null): boolean {
  if (state === 'unjudged') return received === null || (since !== null && received > since)
  if (state === 'not-reported' || state === 'not-due' || state === 'late' || state === 'refused') return true
  return due !== null && 'day' in due && since !== null && due.day >= since
}

/** `20份按时，1份迟报`: how the files on record came, in one line; null where nothing can be said of any. */
export function countStates(rows: readonly Delivery[], since: string | null): LocalText | null {
  const onRecord = rows.filter((row) => isOnRecord(row, since))
  return joinStates(
    COUNTED.map(({ state, ...words }) => ({ ...words, count: onRecord.filter((row) => row.state === state).length })),
  )
}

/** How many of a state, in words behind the number: 份按时. */
interface StateCount extends LocalText {
  count: number
}

/** States that occur, in one line; null where none does. */
export function joinStates(states: readonly StateCount[]): LocalText | null {
  const parts = states.filter(({ count }) => count > 0)
  if (parts.length === 0) return null
  return {
    zh: parts.map(({ count, zh }) => `${count}${zh}`).join('，'),
    en: parts.map(({ count, en }) => `${count} ${en}`).join(', '),
  }
}

const COUNTED: readonly { state: DeliveryState; zh: string; en: string }[] = [
  { state: 'on-time', zh: '份按时', en: 'on time' },
  { state: 'late', zh: '份迟报', en: 'late' },
  { state: 'refused', zh: '份退回后未重报', en: 'refused and not sent again' },
  { state: 'not-reported', zh: '份未报', en: 'not reported' },
]

/** Newest due day first; what is due at an unknown day before that. */
export function compareDeliveries(a: Delivery, b: Delivery): number {
  const [left, right] = [dueKeyOf(a), dueKeyOf(b)]
  if (left !== right) return left < right ? 1 : -1
  return comparePeriods(b.period, a.period) || (a.dataset < b.dataset ? -1 : 1)
}

function dueKeyOf({ due }: Delivery): string {
  return due !== null && 'day' in due ? due.day : '9999'
}

/** `按时`, `迟报33天`, `未报，已逾期255天`: the state of a file. */
export function describeState({ state, daysLate }: Pick<Delivery, 'state' | 'daysLate'>): LocalText {
  const words = STATES[state]
  if (daysLate === 0) return words
  const days = localise((lang) => (lang === 'zh' ? `${daysLate}天` : pluralise(daysLate, 'day')))
  if (state === 'late') return { zh: `迟报${days.zh}`, en: `${days.en} late` }
  const overdue = state === 'refused' ? '迟报' : '已逾期'
  return {
    zh: `${words.zh}，${overdue}${days.zh}`,
    en: `${words.en}, ${days.en} ${state === 'refused' ? 'late' : 'overdue'}`,
  }
}

const STATES: Record<DeliveryState, LocalText> = {
  'on-time': { zh: '按时', en: 'on time' },
  late: { zh: '迟报', en: 'late' },
  refused: { zh: '已退回，未重报', en: 'refused, not sent again' },
  'not-reported': { zh: '未报', en: 'not reported' },
  'not-due': { zh: '未到期', en: 'not due yet' },
  'before-record': { zh: '记录开始前已到', en: 'received before the record began' },
  unjudged: { zh: '未判断', en: 'not judged' },
  'no-date': { zh: '没有期限', en: 'no due date' },
}

/** `2026年10月网格事件` / `Grid cases, October 2026`. */
export function describeSubject(site: Site, row: Pick<Delivery, 'dataset' | 'period'>): LocalText {
  const title = nameDataset(site, row)
  return localise((lang) => {
    const period = formatPeriod(row.period, lang)
    return lang === 'zh' ? `${period}${title.zh}` : `${title.en}, ${period}`
  })
}

/** A day in words, `—` where there is none. */
export function formatDayOrNone(day: string | null, lang: Lang): string {
  return day === null ? '—' : formatDay(day, lang)
}

/** The day of publication, and that of a withdrawal where nothing of the file is public any more. */
export function describeReleased({ released, withdrawn, tables }: Delivery): LocalText {
  return localise((lang) => {
    const day = formatDayOrNone(released, lang)
    if (withdrawn === null || tables > 0) return day
    return lang === 'zh'
      ? `${day}，${formatDay(withdrawn, lang)}撤下`
      : `${day}, withdrawn on ${formatDay(withdrawn, lang)}`
  })
}

/** The due day in words; `—` for a file that is due at no date. */
export function describeDueDay({ due }: Delivery): LocalText {
  return localise((lang) => (due === null ? '—' : formatDueDay(due, lang)))
}
