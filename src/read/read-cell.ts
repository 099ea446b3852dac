import type { CellObject } from '@e965/xlsx'
import type { RuleId } from '../problems/catalogue.ts'
import type { LocalText } from '../text/local-text.ts'
import { findDateKind, printDuration, printWeekday } from './date-format.ts'
import { findShown, findTextFault, printShown } from './number-format.ts'
import { formatRatio, formatSerialDate } from './serial.ts'
import type { CellKind } from './sheet.ts'

/** Why the text of a cell must not be taken: whoever looked at the sheet saw something else. */
export interface Doubt {
  rule: RuleId
  found: string
  /** What the screen shows. */
  shown?: LocalText | string
}

export interface CellContent {
  text: string
  kind: CellKind
  doubt?: Doubt
}

/** What a workbook says of all its cells. */
export interface BookSettings {
  date1904: boolean
  /** Some cells have East Asian formats of ids that no part of the file defines; the library gives them no format. */
  hasEastAsianDates: boolean
  /** `showZeros="0"`: the sheet shows nothing for 0. */
  hidesZeros: boolean
}

export const NOTHING: CellContent = { text: '', kind: 'empty' }

/** A cell of the library → its text as stored, or as shown for percentages, dates, times and units. */
export function readCell(cell: CellObject, settings: BookSettings): CellContent {
  if (cell.t === 'z') return NOTHING
  if (cell.t === 'e') return { text: ERRORS[Number(cell.v)] ?? '#ERROR!', kind: 'error' }
  if (cell.t === 'b') return { text: cell.v === true ? 'TRUE' : 'FALSE', kind: 'boolean' }
  if (typeof cell.v === 'number') return readNumber(cell.v, formatOf(cell, settings), settings)
  if (typeof cell.v !== 'string' || cell.v === '') return NOTHING
  return readText(cell.v, cell.z === undefined ? 'General' : String(cell.z))
}

/** The library knows General as a format, so a cell without a format has an id that the library does not know. */
export function formatOf(cell: CellObject, { hasEastAsianDates }: BookSettings): string {
  if (cell.z !== undefined) return String(cell.z)
  return hasEastAsianDates ? 'yyyy/m/d h:mm' : 'General'
}

function readText(text: string, format: string): CellContent {
  if (format === 'General' || format === '@') return { text, kind: 'text' }
  const fault = findTextFault(format)
  if (fault === null) return { text, kind: 'text' }
  const shown = fault === 'hidden' ? BLANK : format.replace(/^.*;/, '').replace(/"/g, '').replace('@', text)
  return { text, kind: 'text', doubt: { rule: 'cell-shown-otherwise', found: text, shown } }
}

/** A number as stored, not as shown: full digits; dates as ISO text; percentages with their sign. */
function readNumber(value: number, format: string, settings: BookSettings): CellContent {
  if (format === 'General' && (value !== 0 || !settings.hidesZeros)) return { text: String(value), kind: 'number' }
  const dateKind = findDateKind(format)
  if (dateKind !== null) return readMoment(value, format, settings.date1904)
  const { percent, unit, fault } = findShown(format, value)
  const isHidden = value === 0 && settings.hidesZeros
  if (fault !== null || isHidden) {
    const shown = isHidden ? BLANK : printShown(format, value) || BLANK
    return { text: String(value), kind: 'number', doubt: { rule: 'cell-shown-otherwise', found: String(value), shown } }
  }
  if (percent === 'ratio') return { text: formatRatio(value), kind: 'number' }
  // A literal sign does not multiply by 100, but readers see a percentage: 0.5 is 0.5%.
  if (percent === 'literal') return { text: `${value}%`, kind: 'number' }
  if (unit !== '') return { text: `${value}${unit}`, kind: 'number' }
  // A format of zeros alone declares a width: 1001 under `00000` is the code 01001.
  if (/^0{2,}$/.test(format) && Number.isInteger(value) && value >= 0) {
    return { text: String(value).padStart(format.length, '0'), kind: 'number' }
  }
  return { text: String(value), kind: 'number' }
}

/** Excel's last day, 9999-12-31, as a serial. */
const SERIAL_LAST = 2_958_465

function readMoment(value: number, format: string, date1904: boolean): CellContent {
  const kind = findDateKind(format)
  if (kind === 'duration' && value <= SERIAL_LAST && (value >= 0 || date1904)) {
    return { text: printDuration(format, value), kind: 'text' }
  }
  const text = formatSerialDate(value, date1904)
  const markDoubtful = (shown: string): CellContent => ({
    text,
    kind: 'date',
    doubt: { rule: 'cell-shown-otherwise', found: text, shown },
  })
  // Excel fills the cell with # where it cannot show a date.
  if (value < 0 || value > SERIAL_LAST) return markDoubtful('#######')
  if (kind === 'weekday') return markDoubtful(printWeekday(value, date1904))
  if (value >= 1) return { text, kind: 'date' }
  const hasDay = /[ydge]|m{3}/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ''))
  // A time of day under a format with a day is shown as the day before the first.
  if (value > 0) return hasDay ? markDoubtful(date1904 ? '1904-01-01' : '1900-01-00') : { text, kind: 'date' }
  // Midnight under `h:mm` is a time; 0 under a format with a day is what a reference to a blank cell gives.
  if (!hasDay) return { text: '00:00:00', kind: 'date' }
  return { text, kind: 'date', doubt: { rule: 'cell-zero-date', found: '0' } }
}

const BLANK: LocalText = { zh: '空白', en: 'nothing' }

const ERRORS: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
}
