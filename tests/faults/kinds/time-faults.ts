import { faults } from '../fault.ts'
import { csv, withColumn } from '../grid.ts'
import { DATES, type GridColumn, pickColumn } from '../subject-file.ts'
import { inCell } from './cell-fault.ts'

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
const inDate = (change: (text: string) => string | null, rules: readonly string[]) => inCell(isDate, change, rules)
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

const parts = (text: string) => ({
  year: text.slice(0, 4),
  month: text.slice(5, 7),
  day: text.slice(8, 10),
  rest: text.slice(10),
})

/** Dates and periods. */
export const TIME_FAULTS = faults('times', {
  'a day that does not exist': inDate((text) => `${text.slice(0, 4)}-02-30${text.slice(10)}`, FORMAT),
  'the thirteenth month': inDate((text) => `${text.slice(0, 4)}-13-01${text.slice(10)}`, FORMAT),
  'month and day 0': inDate((text) => `${text.slice(0, 4)}-00-00${text.slice(10)}`, FORMAT),
  'the leap day of another year': inDate((text) => `2026-02-29${text.slice(10)}`, FORMAT),
  'the day first': inDate(
    (text) => `${parts(text).day}/${parts(text).month}/${parts(text).year}${parts(text).rest}`,
    FORMAT,
  ),
  'the month first': inDate(
    (text) => `${parts(text).month}/${parts(text).day}/${parts(text).year}${parts(text).rest}`,
    FORMAT,
  ),
  'a year of two digits': inDate((text) => text.slice(2), FORMAT),
  'a month in English': inDate((text) => `Oct ${parts(text).day}, ${parts(text).year}${parts(text).rest}`, FORMAT),
  'as a program prints it': inDate((text) => `Sat Oct 31 00:00:00 CST ${parts(text).year}`, FORMAT),
  'no day': inDate((text) => text.slice(0, 7), FORMAT),
  'a point number': inDate((text) => `${parts(text).year}.${parts(text).month}`, FORMAT),
  'a word behind': inDate((text) => `${text}前`, FORMAT),
  'a span': inDate((text) => `${text}至${text}`, FORMAT),
  'a question mark': inDate((text) => `${text}?`, FORMAT),
  'a letter O': inDate((text) => text.replace('0', 'O'), FORMAT),
  'a stamp in milliseconds': inDate(() => '1793404800000', FORMAT),
  'a stamp in seconds': inDate(() => '1793404800', FORMAT),
  'a date of a database for none': inDate(
    (text) => `1900-01-01${text.length > 10 ? ' 00:00' : ''}`,
    [...FORMAT, ...ORDER],
  ),
  'the first day of Unix': inDate((text) => `1970-01-01${text.length > 10 ? ' 08:00' : ''}`, [...FORMAT, ...ORDER]),
  'the last of all days': inDate((text) => `9999-12-31${text.length > 10 ? ' 23:59' : ''}`, [...FORMAT, ...ORDER]),
  zeros: inDate((text) => `0000-00-00${text.length > 10 ? ' 00:00' : ''}`, FORMAT),
  'a hundred years late': inDate((text) => `${Number(parts(text).year) + 100}${text.slice(4)}`, [...FORMAT, ...ORDER]),
  'a hundred years early': inDate((text) => `${Number(parts(text).year) - 100}${text.slice(4)}`, [...FORMAT, ...ORDER]),
  'a thousand years late': inDate((text) => `3${text.slice(1)}`, [...FORMAT, ...ORDER]),
  'digits of the year turned': inDate((text) => `2${text.slice(2, 3)}0${text.slice(3)}`, [...FORMAT, ...ORDER]),
  'ten years early': inDate((text) => `${Number(parts(text).year) - 10}${text.slice(4)}`, ORDER),
  'the hour 24': inCell(isMinute, (text) => `${text.slice(0, 10)} 24:00`, ['time-24']),
  'the hour 25': inCell(isMinute, (text) => `${text.slice(0, 10)} 25:10`, FORMAT),
  'sixty minutes': inCell(isMinute, (text) => `${text.slice(0, 10)} 10:60`, FORMAT),
  'no time': inCell(isMinute, (text) => text.slice(0, 10), ['datetime-without-time']),
  'the time alone': inCell(isMinute, (text) => text.slice(11), FORMAT),
  'the time first': inCell(isMinute, (text) => `${text.slice(11)} ${text.slice(0, 10)}`, FORMAT),
  'a clock of twelve hours': inCell(isMinute, (text) => `${text.slice(0, 10)} 下午 25:00`, FORMAT),
  'after the end of the period': inCell(
    ({ kind, id }) => DATES.has(kind) && !['due', 'valid_to', 'previous_valid_to'].includes(id),
    (text) => `2026-11-05${text.slice(10)}`,
    ORDER,
  ),
  'another year': inCell(isYear, (text) => String(Number(text) - 1), OTHER, { isPlaced: false }),
  'a year of three digits': inCell(isYear, (text) => text.slice(0, 3), OTHER),
  'a year of five digits': inCell(isYear, (text) => `${text}0`, OTHER),
  'a year of the last millennium': inCell(isYear, (text) => `1${text.slice(1)}`, OTHER, { isPlaced: false }),
  'a year with letters': inCell(isYear, (text) => text.replace('0', 'O'), OTHER),
  'a span of years': inCell(isYear, (text) => `${text}-${Number(text) + 1}`, OTHER),
  'another month': inCell(isMonth, () => '2026-09', OTHER),
  'a month that does not exist': inCell(isMonth, () => '2026-13', OTHER),
  'a month of another year': inCell(isMonth, () => '2025-10', OTHER),
  'a month as a decimal': inCell(isMonth, () => '2026.1', [...OTHER, 'month-ambiguous', 'date-fragment']),
  'all dates the day first': (subject, random) => {
    const column = pickColumn(subject, random, ({ kind }) => DATES.has(kind))
    const turn = (text: string) =>
      text === '' ? '' : `${text.slice(8, 10)}/${text.slice(5, 7)}/${text.slice(0, 4)}${text.slice(10)}`
    return column && { bytes: csv(withColumn(subject.grid, column.index, turn)), rules: [...FORMAT, 'column-other'] }
  },
  'all dates a year early': (subject, random) => {
    const column = pickColumn(
      subject,
      random,
      ({ kind, id }) => DATES.has(kind) && ['closed', 'decided', 'accepted', 'valid_from'].includes(id),
    )
    const turn = (text: string) => (text === '' ? '' : `${Number(text.slice(0, 4)) - 1}${text.slice(4)}`)
    return column && { bytes: csv(withColumn(subject.grid, column.index, turn)), rules: ORDER }
  },
})
