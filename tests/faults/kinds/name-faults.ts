import { defineFaults } from '../fault.ts'
import { toCsv, withColumn } from '../grid.ts'
import { CODES, type GridColumn, pickColumn } from '../subject-file.ts'
import { changeCell } from './cell-fault.ts'

const CODE = [
  'code-format',
  'code-check',
  'code-county',
  'code-sequence',
  'starts-with',
  'place-unknown',
  'cell-homoglyph',
  'digits-lost',
  'place-name-differs',
  'place-not-valid',
  'place-level',
  'value-form',
  'code-zeros-lost',
  'cell-wrapped',
  'key-shape',
  'cell-debris',
  'code-letter',
  'year-format',
  'place-none',
  'key-case',
  'text-formula',
  'rows-gone',
]
const NAME = [
  'value-unlisted',
  'place-unknown',
  'place-none',
  'text-scar',
  'cell-homoglyph',
  'value-missing',
  'text-no-character',
  'place-not-valid',
  'place-level',
  'text-tags',
  'cell-debris',
  'place-ambiguous',
  'value-form',
  'cell-wrapped',
  'personal-data',
  'cell-picture',
  'cell-error',
  'text-was-date',
  'text-formula',
  'code-zeros-lost',
]
const isCode = ({ kind, id }: GridColumn, text: string) =>
  CODES.has(kind) || (kind === 'place' && /^\d{6,}$/.test(text) && id !== '')
const isName = ({ kind }: GridColumn, text: string) =>
  (kind === 'list' || kind === 'place') && /\p{Script=Han}/u.test(text)
const isList = ({ kind }: GridColumn) => kind === 'list'
const isPlace = ({ kind }: GridColumn) => kind === 'place'
const isText = ({ kind, isPublished, isKey }: GridColumn) => kind === 'text' && isPublished && !isKey
const isKey = ({ isKey: own, kind }: GridColumn, text: string) => own && kind !== 'list' && text.length > 3
const isShown = (column: GridColumn, text: string) =>
  (isName(column, text) || isText(column)) && /\p{Script=Han}{2}/u.test(text)
const getNextDigit = (digit: string) => String((Number(digit) + 1) % 10)
const insertInside = (mark: string) => (text: string) => `${text.slice(0, 1)}${mark}${text.slice(1)}`

/** Codes, keys, lists, places and published texts. */
export const NAME_FAULTS = defineFaults('names', {
  'a digit of a code': changeCell(isCode, (text) => text.replace(/\d(?=\D*$)/, getNextDigit), CODE),
  'the first digit of a code': changeCell(isCode, (text) => text.replace(/^\d/, getNextDigit), CODE),
  'two digits of a code turned': changeCell(isCode, (text) => text.replace(/(\d)(?!\1)(\d)(?=\d*$)/, '$2$1'), CODE),
  'a digit of a code lost': changeCell(isCode, (text) => text.slice(0, -1), CODE),
  'a digit of a code doubled': changeCell(isCode, (text) => `${text}${text.slice(-1)}`, CODE),
  'O for 0 in a code': changeCell(isCode, (text) => text.replace('0', 'O'), CODE),
  'a code as a spreadsheet shows it': changeCell(
    isCode,
    (text) => (/^\d{12,}$/.test(text) ? Number(text).toExponential(5).replace('e', 'E') : null),
    CODE,
  ),
  'a code cut to fifteen digits': (subject, random) => {
    const column = pickColumn(subject, random, ({ kind }) => kind === 'grid-code')
    return (
      column && {
        bytes: toCsv(withColumn(subject.grid, column.index, (text) => `${text.slice(0, 12)}000`)),
        rules: [...CODE, 'codes-cut'],
      }
    )
  },
  'a Cyrillic letter in a code': changeCell(isCode, (text) => text.replace('A', 'А'), CODE),
  'a Cyrillic letter in a key': changeCell(
    isKey,
    (text) => text.replace('H', 'Н').replace('J', 'Ј').replace('S', 'Ѕ'),
    CODE,
  ),
  'a Greek letter in a key': changeCell(
    isKey,
    (text) => text.replace('Y', 'Υ').replace('H', 'Η').replace('F', 'Ϝ'),
    CODE,
  ),
  'O for 0 in a key': changeCell(isKey, (text) => text.replace('0', 'O'), CODE),
  'l for 1 in a key': changeCell(isKey, (text) => text.replace('1', 'l'), CODE),
  'a key without its last digit': changeCell(isKey, (text) => text.slice(0, -1), [
    ...CODE,
    'key-duplicate',
    'row-not-reported',
    'place-not-reported',
    'place-none',
  ]),
  'a key lost': changeCell(
    ({ isKey: own }) => own,
    () => '',
    ['value-missing', 'place-none', 'row-no-record'],
  ),
  'a key that is a number of a spreadsheet': changeCell(isKey, () => '2.02610E+11', CODE),
  'a key that is a formula': changeCell(isKey, () => '=A2+1', [...CODE, ...NAME]),
  'an error for a key': changeCell(isKey, () => '#N/A', ['cell-error']),
  'a value of no list': changeCell(isList, () => '某某类', NAME),
  'a value of a list misspelt': changeCell(isList, (text) => (text.length > 2 ? `${text.slice(0, -1)}某` : null), NAME),
  'a value of a list cut': changeCell(isList, (text) => (text.length > 3 ? text.slice(0, 2) : null), NAME),
  'two values of a list': changeCell(isList, (text) => `${text}、${text}`, NAME),
  'a number for a value of a list': changeCell(isList, () => '7', NAME),
  'a list value lost': changeCell(
    ({ kind, isOptional }) => kind === 'list' && !isOptional,
    () => '',
    NAME,
  ),
  'a yes that is none': changeCell(
    ({ kind }) => kind === 'yes-no',
    () => '√?',
    NAME,
  ),
  'yes and no': changeCell(
    ({ kind }) => kind === 'yes-no',
    () => '是否',
    NAME,
  ),
  'a place of another city': changeCell(isPlace, () => '云龙街道', [...NAME, ...CODE]),
  'a place of another level': changeCell(isPlace, (text) => (/^\d{9}$/.test(text) ? text.slice(0, 6) : '某某省'), [
    ...NAME,
    ...CODE,
  ]),
  'a place without its last character': changeCell(
    ({ kind }, text) => kind === 'place' && /\p{Script=Han}{4}/u.test(text),
    (text) => text.slice(1),
    [...NAME, ...CODE],
  ),
  'two places in a cell': changeCell(isPlace, (text) => `${text}、${text}`, [...NAME, ...CODE]),
  'an unknown place': changeCell(isPlace, () => '不详', [...NAME, ...CODE]),
  'a question mark behind': changeCell(isName, (text) => `${text}?`, NAME),
  'a character lost to a box': changeCell(
    isShown,
    (text) => text.replace(/(?<=\p{Script=Han})\p{Script=Han}(?=\p{Script=Han})/u, '□'),
    NAME,
  ),
  'a character of private use': changeCell(isShown, insertInside('\uE123'), NAME),
  'a control character': changeCell(isShown, insertInside('\u0007'), [...NAME, 'file-nul']),
  'an unpaired half': changeCell(isText, (text) => `${text}\uFFFE`, NAME),
  'an unknown entity': changeCell(isShown, (text) => `${text}&foo;`, NAME),
  'a tag that changes the meaning': changeCell(isShown, (text) => `<s>${text}</s>`, NAME),
  'a program object': changeCell(isShown, () => '[object Object]', NAME),
  'a template that was not filled in': changeCell(
    isShown,
    (text) => `\${${text}}`.replace(/\p{Script=Han}+/u, 'name'),
    NAME,
  ),
  JSON: changeCell(isShown, (text) => `{"name":"${text}"}`, NAME),
  'an error of a spreadsheet': changeCell(isShown, () => '#REF!', NAME),
  'a formula in a text': changeCell(isText, (text) => `=HYPERLINK("http://x","${text}")`, NAME),
  'a command in a text': changeCell(isText, () => "=cmd|' /C calc'!A0", NAME),
  'a telephone number in a text': changeCell(isText, (text) => `${text} 13800138000`, NAME),
  'an identity number in a text': changeCell(isText, (text) => `${text}110101199003077758`, NAME),
  'a text cut by its length': changeCell(isText, (text) => `${text}${'长'.repeat(300)}`, ['text-too-long']),
  'a text of one sign': changeCell(
    ({ kind, isPublished, isOptional, isKey: own }) => kind === 'text' && isPublished && !isOptional && !own,
    () => '-',
    NAME,
  ),
  'a text lost': changeCell(
    ({ kind, isOptional, isKey: own }) => kind === 'text' && !isOptional && !own,
    () => '',
    NAME,
  ),
  'the word null in a text': changeCell(
    ({ kind, isOptional, isKey: own }) => kind === 'text' && !isOptional && !own,
    () => 'null',
    NAME,
  ),
  'a place by a name that differs from its code': (subject, random) => {
    const twin = pickColumn(subject, random, ({ isTwin }) => isTwin)
    if (!twin) return null
    const names = subject.grid.rows.map((cells) => cells[twin.index] ?? '')
    const chooseOther = (text: string, row: number) =>
      row === 4 ? (names.find((name) => name !== text) ?? text) : text
    return { bytes: toCsv(withColumn(subject.grid, twin.index, chooseOther)), rules: ['place-name-differs'] }
  },
})
