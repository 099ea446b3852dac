import type { Random } from '../../../scripts/demo/random.ts'
import { defineFaults } from '../fault.ts'
import { toCsv, withCell, withColumn } from '../grid.ts'
import { type GridColumn, NUMBERS, pickCell, pickColumn, type Subject } from '../subject-file.ts'
import { changeCell } from './cell-fault.ts'
import { isCompared } from './header-faults.ts'

const FORMAT = ['number-format']
const isNumber = ({ kind }: GridColumn, text: string) => NUMBERS.has(kind) && /^\d+(\.\d+)?$/.test(text)
const isWhole = ({ kind }: GridColumn, text: string) => kind === 'integer' && /^\d+$/.test(text)
const changeNumber = (change: (text: string) => string | null, rules: readonly string[]) =>
  changeCell(isNumber, change, rules)
/** What reveals a count that lost or gained its size. */
const OF_SIZE = ['cell-jump', 'figure-jump', 'table-same-as', 'at-most']
const MISSING = ['requires', 'value-missing', 'number-format', 'value-covered']

/** Numbers and units. */
export const NUMBER_FAULTS = defineFaults('numbers', {
  'O for 0': changeNumber((text) => text.replace('0', 'O'), FORMAT),
  'l for 1': changeNumber((text) => text.replace('1', 'l'), FORMAT),
  'I for 1': changeNumber((text) => text.replace('1', 'I'), FORMAT),
  'a Chinese zero': changeNumber((text) => text.replace('0', '〇'), FORMAT),
  'in Chinese figures': changeNumber(() => '一百二十', FORMAT),
  'in financial figures': changeNumber(() => '壹佰贰拾', FORMAT),
  'in Roman figures': changeNumber(() => 'Ⅻ', FORMAT),
  'a mark of a footnote': changeNumber((text) => `${text}①`, ['cell-footnote-mark']),
  'a raised figure': changeNumber((text) => `${text}¹`, ['cell-footnote-mark']),
  'a circled figure of another kind': changeNumber((text) => `${text}➀`, ['cell-footnote-mark', 'number-format']),
  'an asterisk': changeNumber((text) => `${text}*`, FORMAT),
  'a number in brackets behind': changeNumber((text) => `${text}(1)`, FORMAT),
  'a mark in square brackets': changeNumber((text) => `${text}[1]`, FORMAT),
  'a p for provisional': changeNumber((text) => `${text}p`, FORMAT),
  'negative in brackets': changeNumber((text) => `(${text})`, FORMAT),
  'negative with the sign behind': changeNumber((text) => `${text}-`, FORMAT),
  'a negative count': changeCell(isWhole, (text) => (text === '0' ? null : `-${text}`), ['number-out-of-range']),
  'a minus of typography': changeCell(isWhole, (text) => (text === '0' ? null : `−${text}`), [
    'number-out-of-range',
    'number-format',
  ]),
  'half a thing': changeCell(isWhole, (text) => `${text}.5`, ['number-not-integer', 'number-out-of-range']),
  'grouped as in Germany': changeCell(
    isWhole,
    (text) => (/^\d{4,6}$/.test(text) ? `${text.slice(0, -3)}.${text.slice(-3)}` : null),
    ['number-not-integer'],
  ),
  'a decimal comma': changeNumber((text) => (text.includes('.') ? text.replace('.', ',') : null), FORMAT),
  'grouped in fours': changeNumber(
    (text) => (/^\d{5,}$/.test(text) ? `${text.slice(0, -4)},${text.slice(-4)}` : null),
    FORMAT,
  ),
  'grouped twice wrongly': changeNumber(
    (text) => (/^\d{4,}$/.test(text) ? `${text.slice(0, -2)},${text.slice(-2)}` : null),
    FORMAT,
  ),
  'two points': changeNumber((text) => `${text}..0`, FORMAT),
  'two numbers in a cell': changeNumber((text) => `${text}/${text}`, FORMAT),
  'two numbers with a space': changeNumber((text) => `${text} ${text}`, FORMAT),
  'a range': changeNumber((text) => `${text}-${Number(text) + 5}`, [...FORMAT, 'number-qualified']),
  about: changeNumber((text) => `约${text}`, ['number-qualified', 'number-format']),
  'more than': changeNumber((text) => `>${text}`, ['number-qualified', 'number-format']),
  'and more': changeNumber((text) => `${text}余`, ['number-qualified', 'number-format']),
  'plus sign behind': changeNumber((text) => `${text}+`, FORMAT),
  'a sum written out': changeNumber((text) => `${text}+1`, FORMAT),
  'a formula': changeNumber((text) => `=${text}+1`, FORMAT),
  'per cent': changeCell(isWhole, (text) => `${text}%`, ['unit-other', 'number-format']),
  'per mille': changeCell(isWhole, (text) => `${text}‰`, ['unit-other', 'number-format']),
  'a unit of another kind': changeCell(isWhole, (text) => `${text}公顷`, ['unit-other']),
  'a currency': changeNumber((text) => `¥${text}`, FORMAT),
  'ten thousands where none are stored': changeCell(
    isWhole,
    (text) => (Number(text) >= 10 ? `${text}万` : null),
    [
      'cell-jump',
      'figure-unit-slip',
      'figure-jump',
      'number-out-of-range',
      'table-same-as',
      'number-scaled',
      'number-scaled-far',
      'cell-jump-years',
    ],
    { isPlaced: false },
  ),
  'as a spreadsheet shows it': changeNumber(
    (text) => (/^\d{5,}$/.test(text) ? `${Number(text).toExponential(2).replace('e', 'E')}` : null),
    ['number-scientific'],
  ),
  hexadecimal: changeNumber(() => '0x1F', FORMAT),
  'a fraction': changeNumber(() => '½', [...FORMAT, 'cell-footnote-mark']),
  infinite: changeNumber(() => 'Infinity', FORMAT),
  'not a number': changeNumber(() => 'NaN', MISSING),
  'nothing of a database': changeNumber(() => 'NULL', MISSING),
  lost: changeNumber(() => '', MISSING),
  'a dash': changeNumber(() => '—', MISSING),
  covered: changeNumber(() => '***', MISSING),
  'an error of a formula': changeNumber(() => '#DIV/0!', ['cell-error']),
  'too narrow a column': changeNumber(() => '#####', [...FORMAT, 'cell-error']),
  'a date under a number': changeNumber(() => '2026-10-05', [...FORMAT, 'text-was-date']),
  'a day of a month under a number': changeNumber(() => '3月4日', FORMAT),
  'a word': changeNumber(() => '待核', FORMAT),
  true: changeNumber(() => 'TRUE', FORMAT),
  'beyond what a number holds': changeNumber(
    (text) => `${text}0123456789012345`,
    ['digits-lost', 'number-out-of-range', 'cell-jump'],
  ),
  'a character of private use': changeNumber((text) => `${text}\uE000`, ['text-no-character', 'number-format']),
  'ten times as many': changeCount(150, (text) => `${text}0`, [...OF_SIZE, 'number-out-of-range']),
  'a tenth': changeCount(1000, (text) => text.slice(0, -1), OF_SIZE),
  'nothing where there were hundreds': changeCount(150, () => '0', ['cell-zero', ...OF_SIZE]),
  'digits typed twice': changeCount(100, (text) => text + text, OF_SIZE),
  'a column in ten thousands': (subject, random) => {
    const column = pickColumn(
      subject,
      random,
      ({ kind, isWide }) =>
        isCompared(subject) && (isWide || kind === 'integer') && subject.contract.complete !== undefined,
    )
    return (
      column && {
        bytes: toCsv(withColumn(subject.grid, column.index, (text) => String(Number(text) / 10_000))),
        rules: ['number-not-integer', 'cell-jump'],
      }
    )
  },
  'all counts in thousands, rounded': (subject) => {
    const counted = new Set(
      subject.columns.filter(({ kind, isWide }) => isWide || kind === 'integer').map(({ index }) => index),
    )
    if (!isCompared(subject) || subject.contract.complete === undefined || counted.size === 0) return null
    const rows = subject.grid.rows.map((cells) =>
      cells.map((cell, index) => (counted.has(index) ? String(Math.round(Number(cell) / 1000)) : cell)),
    )
    return {
      bytes: toCsv({ ...subject.grid, rows }),
      rules: ['figure-unit-slip', 'figure-jump', 'cell-jump', 'table-same-as'],
    }
  },
  'a column of zeros': (subject, random) => {
    const column = pickColumn(
      subject,
      random,
      ({ kind, isWide }) =>
        isCompared(subject) && (isWide || kind === 'integer') && subject.contract.complete !== undefined,
    )
    if (!column || subject.grid.rows.every((cells) => Number(cells[column.index]) < 200)) return null
    return {
      bytes: toCsv(withColumn(subject.grid, column.index, () => '0')),
      rules: ['cell-jump', 'figure-jump', 'table-same-as', 'at-most', 'column-flat'],
    }
  },
  'a column all of one number': (subject, random) => {
    const column = pickColumn(
      subject,
      random,
      ({ kind, isWide }) =>
        isCompared(subject) && (isWide || kind === 'integer') && subject.contract.complete !== undefined,
    )
    if (!column || new Set(subject.grid.rows.map((cells) => cells[column.index])).size < 5) return null
    const first = subject.grid.rows[0]?.[column.index] ?? ''
    return {
      bytes: toCsv(withColumn(subject.grid, column.index, () => first)),
      rules: ['cell-jump', 'figure-jump', 'table-same-as', 'at-most', 'column-flat'],
    }
  },
})

/** A count of at least `least`, in a table whose counts are compared, put to another size. */
function changeCount(least: number, change: (text: string) => string, rules: readonly string[]) {
  return (subject: Subject, random: Random) => {
    const cell = pickCell(
      subject,
      random,
      ({ kind, isWide }, text) => isCompared(subject) && (isWide || kind === 'integer') && Number(text) >= least,
    )
    return cell && { bytes: toCsv(withCell(subject.grid, cell.row, cell.column.index, change(cell.text))), rules }
  }
}
