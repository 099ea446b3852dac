import { getLastDay, type PeriodKind } from '../calendar/period.ts'
import type { DataTable } from '../charts/figure.ts'
import type { Site } from '../compose/site.ts'
import { type DutyEntry, type DutyLine, listDutyLines, listUnasked } from '../deliveries/duty-lines.ts'
import { findTable } from '../measure/select.ts'
import type { Duty } from '../portal/systems-schema.ts'
import { formatDay, formatPeriod } from '../text/format.ts'
import type { LocalText } from '../text/local-text.ts'
import { localise } from '../text/ui.ts'
import { describeState, joinStates } from './delivery-words.ts'

export const RECORD_HEADING: LocalText = { zh: '逐期记录', en: 'Period by period' }

/** How the due days came about; what was not counted follows. */
export const RECORD_NOTE: LocalText = {
  zh: '例会、督查、简报等不随数据发布的义务，按期限台账逐期列出。应在哪天、迟了几天、哪期未报，由本站按义务的周期和工作日历计算；文献没有写明日期的，以当期最后一天为限。',
  en: 'Duties that come with no release of data, such as meetings, inspections and briefs, by the deadline ledger. Due days, lateness and what is missing are computed from the clock of each duty and the calendar of working days; where the document names no day, the last day of the period is the limit.',
}

/** Periods that a table shows, newest last; the dataset has all of them. */
const CYCLES_MAX: Record<PeriodKind, number> = {
  week: 8,
  'half-month': 8,
  month: 10,
  quarter: 6,
  'half-year': 4,
  year: 4,
}

/** How a duty was met, by the register of the portal. */
export interface DutyRecordShown {
  duty: Duty
  /** `162次按时，8次迟报`: of all periods on record; null where none is due yet. */
  words: LocalText | null
  /** A table a kind of period: offices down, periods across. */
  tables: { caption: LocalText; data: DataTable }[]
}

/** The register of duties as it was published last; null where a portal names none, or none is published. */
interface DutyRegister {
  entries: readonly DutyEntry[]
  /** Last day that it speaks of. */
  day: string
}

export function openDutyRegister(site: Site): DutyRegister | null {
  const columns = site.duties?.record
  if (!columns) return null
  const table = findTable(site.published, columns.dataset, columns.table)
  const period = table?.periods.at(-1)
  if (!table || period === undefined) return null
  const entries = table.readRows(period).map(({ key, text }): DutyEntry => {
    const read = (column: string) => key[column] ?? text[column] ?? ''
    return {
      duty: read(columns.duty),
      place: read(columns.place),
      section: read(columns.section),
      cycle: read(columns.cycle),
      day: read(columns.day),
    }
  })
  return { entries, day: getLastDay(period) }
}

/** Null where the register has nothing of a duty. */
export function showDutyRecord(site: Site, duty: Duty, register: DutyRegister | null): DutyRecordShown | null {
  if (!register) return null
  const lines = listDutyLines(duty, { ...register, calendar: site.holidays })
  if (lines.length === 0) return null
  return {
    duty,
    words: countCells(lines),
    tables: [...Map.groupBy(lines, ({ kind }) => kind)].map(([kind, own]) => ({
      caption: composeCaption(duty, register.day),
      data: buildTable(site, own, CYCLES_MAX[kind]),
    })),
  }
}

/** `另有2条登记不合任何义务的周期，未计入。`; null where there are none. */
export function sayUnasked(site: Site, register: DutyRegister | null): LocalText | null {
  const count = register ? listUnasked(site.duties?.duties ?? [], register.entries).length : 0
  if (count === 0) return null
  return {
    zh: `另有${count}条登记不合任何义务的周期，未计入。`,
    en: `Not counted: ${count} entries that match the clock of no duty.`,
  }
}

function composeCaption(duty: Duty, day: string): LocalText {
  return localise((lang) =>
    lang === 'zh'
      ? `${duty.id} ${duty.what.zh}，截至${formatDay(day, 'zh')}`
      : `${duty.id} ${duty.what.en}, as of ${formatDay(day, 'en')}`,
  )
}

function countCells(lines: readonly DutyLine[]): LocalText | null {
  const cells = lines.flatMap((line) => line.cells)
  return joinStates(
    COUNTED.map(({ state, ...words }) => ({ ...words, count: cells.filter((cell) => cell.state === state).length })),
  )
}

const COUNTED = [
  { state: 'on-time', zh: '次按时', en: 'on time' },
  { state: 'late', zh: '次迟报', en: 'late' },
  { state: 'not-reported', zh: '次未报', en: 'not reported' },
] as const

function buildTable(site: Site, lines: readonly DutyLine[], max: number): DataTable {
  const cycles = [...new Set(lines.flatMap(({ cells }) => cells.map(({ cycle }) => cycle)))].toSorted().slice(-max)
  return {
    columns: [
      { id: 'office', label: { zh: '责任单位', en: 'Office' } },
      ...cycles.map((cycle) => ({ id: cycle, label: localise((lang) => formatPeriod(cycle, lang)) })),
    ],
    rows: lines.map(({ place, section, cells }) => [
      localise((lang) => `${site.places.get(place)?.names[lang] ?? place} ${section}`),
      ...cycles.map((cycle): LocalText | string => {
        const cell = cells.find((candidate) => candidate.cycle === cycle)
        return cell === undefined ? '—' : describeState(cell)
      }),
    ]),
  }
}
