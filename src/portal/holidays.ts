import { toDayNumber } from '../calendar/days.ts'
import { getWeekday } from '../calendar/weeks.ts'
import { type Holiday, WorkCalendar } from '../calendar/working-days.ts'
import type { RuleId } from '../problems/catalogue.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import { decode } from '../read/encoding.ts'
import { findNearest } from '../text/nearest.ts'
import { parseList } from './csv-list.ts'

/** Name of the file of holidays, below a portal's data folder. */
export const HOLIDAYS_FILE = 'holidays.csv'

/** Calendar of a portal that supplies no list: nothing is known of any year. */
export const NO_HOLIDAYS = new WorkCalendar([])

const HEADER = ['date', 'kind', 'name'] as const
const KINDS = ['rest', 'work'] as const

type Field = (typeof HEADER)[number]

interface HolidayList {
  holidays: WorkCalendar
  problems: Problem[]
}

/** The holidays of a portal from the bytes of its `holidays.csv`, in any encoding that a raw file may have. */
export function readHolidays(bytes: Uint8Array): HolidayList {
  const decoded = decode(bytes, HOLIDAYS_FILE)
  if ('problem' in decoded) return { holidays: NO_HOLIDAYS, problems: [decoded.problem] }
  return holidaysOf(decoded.text)
}

/**
 * The holidays of a portal from the text of its `holidays.csv`: `date,kind,name`, where kind is `rest` for a weekday that is
 * free and `work` for a day of a weekend that is worked. With any problem the list is empty.
 */
function holidaysOf(text: string): HolidayList {
  const { header, lines } = parseList(text, HEADER)
  if (lines === null) {
    return { holidays: NO_HOLIDAYS, problems: [reportAt('holidays-header', 1, header.join(), HEADER.join())] }
  }
  const problems: Problem[] = []
  const holidays: Holiday[] = []
  const rows = new Map<string, number>()
  for (const { row, get } of lines) {
    const [date, kind] = [get('date'), KINDS.find((kind) => kind === get('kind'))]
    const findings = [...listFaults(get, row), ...listTwice(date, row, rows)]
    problems.push(...findings)
    if (findings.length === 0 && kind !== undefined) holidays.push({ date, kind, name: get('name') })
    if (!rows.has(date)) rows.set(date, row)
  }
  const dates = [...rows.keys()]
  // A date that is none may be of any year.
  if (dates.every((date) => toDayNumber(date) !== null)) problems.push(...checkYearsLeftOut(dates))
  return { holidays: problems.length > 0 ? NO_HOLIDAYS : new WorkCalendar(holidays), problems }
}

/** A list is worth nothing where one line of it is in doubt: each line shifts every count of working days behind it. */
function listFaults(get: (field: Field) => string, row: number): Problem[] {
  const [date, kind] = [get('date'), KINDS.find((kind) => kind === get('kind'))]
  const isDate = toDayNumber(date) !== null
  const problems = isDate ? [] : [reportAt('holidays-field', row, date, 'YYYY-MM-DD', 'date')]
  if (kind === undefined) {
    const expected = findNearest(get('kind'), KINDS)[0] ?? KINDS.join(' | ')
    problems.push(reportAt('holidays-field', row, get('kind'), expected, 'kind'))
  }
  if (get('name') === '') problems.push(reportAt('holidays-field', row, '', '≠ ""', 'name'))
  if (!isDate) return problems
  const isWeekend = getWeekday(date) > 5
  if (kind === 'rest' && isWeekend) problems.push(reportAt('holidays-rest-weekend', row, date, null, 'date'))
  if (kind === 'work' && !isWeekend) problems.push(reportAt('holidays-work-weekday', row, date, null, 'date'))
  return problems
}

function listTwice(date: string, row: number, rows: ReadonlyMap<string, number>): Problem[] {
  const first = rows.get(date)
  if (first === undefined || date === '') return []
  const where = { file: HOLIDAYS_FILE, row, columnName: 'date' }
  return [createProblem('holidays-twice', where, { found: date, params: { other: first } })]
}

/** A year left out between others would read as a year whose holidays are not published yet. */
function checkYearsLeftOut(dates: readonly string[]): Problem[] {
  const years = new Set(dates.map((date) => Number(date.slice(0, 4))))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const problems: Problem[] = []
  for (let year = first; year < last; year += 1) {
    if (!years.has(year))
      problems.push(createProblem('holidays-year', { file: HOLIDAYS_FILE }, { found: String(year) }))
  }
  return problems
}

function reportAt(
  rule: RuleId,
  row: number,
  found: string,
  expected: string | null,
  columnName: string | null = null,
): Problem {
  return createProblem(rule, { file: HOLIDAYS_FILE, row, columnName }, { found, expected })
}
