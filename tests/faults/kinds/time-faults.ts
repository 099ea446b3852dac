import { defineFaults } from '../fault.ts'
import { toCsv, withColumn } from '../grid.ts'
import { DATES, type GridColumn, pickColumn } from '../subject-file.ts'
import { changeCell } from './cell-fault.ts'

const FORMAT = [
  'date-format',
  'datetime-format',
  'date-order',
  'date-nonexistent',
  'date-fragment',
  'cell-debris',
  'date-span',
]
const ORDER = [
  'not-before',
  'not-after-period',
  'belongs-to-period',
  'validity',
  'requires',
  'date-far',
  'date-shifted',
  'date-placeholder',
  'starts-with',
  'table-carry',
  'attributes-changed',
]
const isDate = ({ kind }: GridColumn, text: string) => DATES.has(kind) && /^\d{4}-/.test(text)
const isMinute = ({ kind }: GridColumn) => kind === 'datetime'
const isYear = ({ kind }: GridColumn) => kind === 'year'
const isMonth = ({ kind }: GridColumn) => kind === 'month'
const changeDate = (change: (text: string) => string | null, rules: readonly string[]) =>
  changeCell(isDate, change, rules)
const OTHER = [
  'starts-with',
  'is-period',
  'file-other-period',
  'year-format',
  'month-format',
  'row-not-reported',
  'key-duplicate',
  'class-gone',
  'year-far',
  'value-form',
]

const splitDate = (text: string) => ({
  year: text.slice(0, 4),
  month: text.slice(5, 7),
  day: text.slice(8, 10),
  rest: text.slice(10),
})

/** Dates and periods. */
export const TIME_FAULTS = defineFaults('times', {
  'a day that does not exist': changeDate((text) => `${text.slice(0, 4)}-02-30${text.slice(10)}`, FORMAT),
  'the thirteenth month': changeDate((text) => `${text.slice(0, 4)}-13-01${text.slice(10)}`, FORMAT),
  'month and day 0': changeDate((text) => `${text.slice(0, 4)}-00-00${text.slice(10)}`, FORMAT),
  'the leap day of another year': changeDate((text) => `2026-02-29${text.slice(10)}`, FORMAT),
  'the day first': changeDate(
    (text) => `${splitDate(text).day}/${splitDate(text).month}/${splitDate(text).year}${splitDate(text).rest}`,
    FORMAT,
  ),
  'the month first': changeDate(
    (text) => `${splitDate(text).month}/${splitDate(text).day}/${splitDate(text).year}${splitDate(text).rest}`,
    FORMAT,
  ),
  'a year of two digits': changeDate((text) => text.slice(2), FORMAT),
  'a month in English': changeDate(
    (text) => `Oct ${splitDate(text).day}, ${splitDate(text).year}${splitDate(text).rest}`,
    FORMAT,
  ),
  'as a program prints it': changeDate((text) => `Sat Oct 31 00:00:00 CST ${splitDate(text).year}`, FORMAT),
  'no day': changeDate((text) => text.slice(0, 7), FORMAT),
  'a point number': changeDate((text) => `${splitDate(text).year}.${splitDate(text).month}`, FORMAT),
  'a word behind': changeDate((text) => `${text}前`, FORMAT),
  'a span': changeDate((text) => `${text}至${text}`, FORMAT),
  'a question mark': changeDate((text) => `${text}?`, FORMAT),
  'a letter O': changeDate((text) => text.replace('0', 'O'), FORMAT),
  'a stamp in milliseconds': changeDate(() => '1793404800000', FORMAT),
  'a stamp in seconds': changeDate(() => '1793404800', FORMAT),
  'a date of a database for none': changeDate(
    (text) => `1900-01-01${text.length > 10 ? ' 00:00' : ''}`,
    [...FORMAT, ...ORDER],
  ),
  'the first day of Unix': changeDate((text) => `1970-01-01${text.length > 10 ? ' 08:00' : ''}`, [...FORMAT, ...ORDER]),
  'the last of all days': changeDate((text) => `9999-12-31${text.length > 10 ? ' 23:59' : ''}`, [...FORMAT, ...ORDER]),
  zeros: changeDate((text) => `0000-00-00${text.length > 10 ? ' 00:00' : ''}`, FORMAT),
  'a hundred years late': changeDate(
    (text) => `${Number(splitDate(text).year) + 100}${text.slice(4)}`,
    [...FORMAT, ...ORDER],
  ),
  'a hundred years early': changeDate(
    (text) => `${Number(splitDate(text).year) - 100}${text.slice(4)}`,
    [...FORMAT, ...ORDER],
  ),
  'a thousand years late': changeDate((text) => `3${text.slice(1)}`, [...FORMAT, ...ORDER]),
  'digits of the year turned': changeDate((text) => `2${text.slice(2, 3)}0${text.slice(3)}`, [...FORMAT, ...ORDER]),
  'ten years early': changeDate((text) => `${Number(splitDate(text).year) - 10}${text.slice(4)}`, ORDER),
  'the hour 24': changeCell(isMinute, (text) => `${text.slice(0, 10)} 24:00`, ['time-24']),
  'the hour 25': changeCell(isMinute, (text) => `${text.slice(0, 10)} 25:10`, FORMAT),
  'sixty minutes': changeCell(isMinute, (text) => `${text.slice(0, 10)} 10:60`, FORMAT),
  'no time': changeCell(isMinute, (text) => text.slice(0, 10), ['datetime-without-time']),
  'the time alone': changeCell(isMinute, (text) => text.slice(11), FORMAT),
  'the time first': changeCell(isMinute, (text) => `${text.slice(11)} ${text.slice(0, 10)}`, FORMAT),
  'a clock of twelve hours': changeCell(isMinute, (text) => `${text.slice(0, 10)} 下午 25:00`, FORMAT),
  'after the end of the period': changeCell(
    ({ kind, id }) => DATES.has(kind) && !['due', 'valid_to', 'previous_valid_to'].includes(id),
    (text) => `2026-11-05${text.slice(10)}`,
    ORDER,
  ),
  'another year': changeCell(isYear, (text) => String(Number(text) - 1), OTHER, { isPlaced: false }),
  'a year of three digits': changeCell(isYear, (text) => text.slice(0, 3), OTHER),
  'a year of five digits': changeCell(isYear, (text) => `${text}0`, OTHER),
  'a year of the last millennium': changeCell(isYear, (text) => `1${text.slice(1)}`, OTHER, { isPlaced: false }),
  'a year with letters': changeCell(isYear, (text) => text.replace('0', 'O'), OTHER),
  'a span of years': changeCell(isYear, (text) => `${text}-${Number(text) + 1}`, OTHER),
  'another month': changeCell(isMonth, () => '2026-09', OTHER),
  'a month that does not exist': changeCell(isMonth, () => '2026-13', OTHER),
  'a month of another year': changeCell(isMonth, () => '2025-10', OTHER),
  'a month as a decimal': changeCell(isMonth, () => '2026.1', [...OTHER, 'month-ambiguous', 'date-fragment']),
  'all dates the day first': (subject, random) => {
    const column = pickColumn(subject, random, ({ kind }) => DATES.has(kind))
    const turn = (text: string) =>
      text === '' ? '' : `${text.slice(8, 10)}/${text.slice(5, 7)}/${text.slice(0, 4)}${text.slice(10)}`
    return column && { bytes: toCsv(withColumn(subject.grid, column.index, turn)), rules: [...FORMAT, 'column-other'] }
  },
  'all dates a year early': (subject, random) => {
    const column = pickColumn(
      subject,
      random,
      ({ kind, id }) => DATES.has(kind) && ['closed', 'decided', 'accepted', 'valid_from'].includes(id),
    )
    const turn = (text: string) => (text === '' ? '' : `${Number(text.slice(0, 4)) - 1}${text.slice(4)}`)
    return column && { bytes: toCsv(withColumn(subject.grid, column.index, turn)), rules: ORDER }
  },
})
