import { faults } from '../fault.ts'
import { csv, withColumn } from '../grid.ts'
import { CODES, type GridColumn, pickColumn } from '../subject-file.ts'
import { inCell } from './cell-fault.ts'

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
const next = (digit: string) => String((Number(digit) + 1) % 10)
const inside = (mark: string) => (text: string) => `${text.slice(0, 1)}${mark}${text.slice(1)}`

/** Codes, keys, lists, places and published texts. */
export const NAME_FAULTS = faults('names', {
  'a digit of a code': inCell(isCode, (text) => text.replace(/\d(?=\D*$)/, next), CODE),
  'the first digit of a code': inCell(isCode, (text) => text.replace(/^\d/, next), CODE),
  'two digits of a code turned': inCell(isCode, (text) => text.replace(/(\d)(?!\1)(\d)(?=\d*$)/, '$2$1'), CODE),
  'a digit of a code lost': inCell(isCode, (text) => text.slice(0, -1), CODE),
  'a digit of a code doubled': inCell(isCode, (text) => `${text}${text.slice(-1)}`, CODE),
  'O for 0 in a code': inCell(isCode, (text) => text.replace('0', 'O'), CODE),
  'a code as a spreadsheet shows it': inCell(
    isCode,
    (text) => (/^\d{12,}$/.test(text) ? Number(text).toExponential(5).replace('e', 'E') : null),
    CODE,
  ),
  'a code cut to fifteen digits': (subject, random) => {
    const column = pickColumn(subject, random, ({ kind }) => kind === 'grid-code')
    return (
      column && {
        bytes: csv(withColumn(subject.grid, column.index, (text) => `${text.slice(0, 12)}000`)),
        rules: [...CODE, 'codes-cut'],
      }
    )
  },
  'a Cyrillic letter in a code': inCell(isCode, (text) => text.replace('A', 'А'), CODE),
  'a Cyrillic letter in a key': inCell(
    isKey,
    (text) => text.replace('H', 'Н').replace('J', 'Ј').replace('S', 'Ѕ'),
    CODE,
  ),
  'a Greek letter in a key': inCell(isKey, (text) => text.replace('Y', 'Υ').replace('H', 'Η').replace('F', 'Ϝ'), CODE),
  'O for 0 in a key': inCell(isKey, (text) => text.replace('0', 'O'), CODE),
  'l for 1 in a key': inCell(isKey, (text) => text.replace('1', 'l'), CODE),
  'a key without its last digit': inCell(isKey, (text) => text.slice(0, -1), [
    ...CODE,
    'key-duplicate',
    'row-not-reported',
    'place-not-reported',
    'place-none',
  ]),
  'a key lost': inCell(
    ({ isKey: own }) => own,
    () => '',
    ['value-missing', 'place-none', 'row-no-record'],
  ),
  'a key that is a number of a spreadsheet': inCell(isKey, () => '2.02610E+11', CODE),
  'a key that is a formula': inCell(isKey, () => '=A2+1', [...CODE, ...NAME]),
  'an error for a key': inCell(isKey, () => '#N/A', ['cell-error']),
  'a value of no list': inCell(isList, () => '某某类', NAME),
  'a value of a list misspelt': inCell(isList, (text) => (text.length > 2 ? `${text.slice(0, -1)}某` : null), NAME),
  'a value of a list cut': inCell(isList, (text) => (text.length > 3 ? text.slice(0, 2) : null), NAME),
  'two values of a list': inCell(isList, (text) => `${text}、${text}`, NAME),
  'a number for a value of a list': inCell(isList, () => '7', NAME),
  'a list value lost': inCell(
    ({ kind, isOptional }) => kind === 'list' && !isOptional,
    () => '',
    NAME,
  ),
  'a yes that is none': inCell(
    ({ kind }) => kind === 'yes-no',
    () => '√?',
    NAME,
  ),
  'yes and no': inCell(
    ({ kind }) => kind === 'yes-no',
    () => '是否',
    NAME,
  ),
  'a place of another city': inCell(isPlace, () => '云龙街道', [...NAME, ...CODE]),
  'a place of another level': inCell(isPlace, (text) => (/^\d{9}$/.test(text) ? text.slice(0, 6) : '某某省'), [
    ...NAME,
    ...CODE,
  ]),
  'a place without its last character': inCell(
    ({ kind }, text) => kind === 'place' && /\p{Script=Han}{4}/u.test(text),
    (text) => text.slice(1),
    [...NAME, ...CODE],
  ),
  'two places in a cell': inCell(isPlace, (text) => `${text}、${text}`, [...NAME, ...CODE]),
  'an unknown place': inCell(isPlace, () => '不详', [...NAME, ...CODE]),
  'a question mark behind': inCell(isName, (text) => `${text}?`, NAME),
  'a character lost to a box': inCell(
    isShown,
    (text) => text.replace(/(?<=\p{Script=Han})\p{Script=Han}(?=\p{Script=Han})/u, '□'),
    NAME,
  ),
  'a character of private use': inCell(isShown, inside('\uE123'), NAME),
  'a control character': inCell(isShown, inside('\u0007'), [...NAME, 'file-nul']),
  'an unpaired half': inCell(isText, (text) => `${text}\uFFFE`, NAME),
  'an unknown entity': inCell(isShown, (text) => `${text}&foo;`, NAME),
  'a tag that changes the meaning': inCell(isShown, (text) => `<s>${text}</s>`, NAME),
  'an object of a program': inCell(isShown, () => '[object Object]', NAME),
  'a template that was not filled': inCell(isShown, (text) => `\${${text}}`.replace(/\p{Script=Han}+/u, 'name'), NAME),
  JSON: inCell(isShown, (text) => `{"name":"${text}"}`, NAME),
  'an error of a spreadsheet': inCell(isShown, () => '#REF!', NAME),
  'a formula in a text': inCell(isText, (text) => `=HYPERLINK("http://x","${text}")`, NAME),
  'a command in a text': inCell(isText, () => "=cmd|' /C calc'!A0", NAME),
  'a telephone number in a text': inCell(isText, (text) => `${text} 13800138000`, NAME),
  'an identity number in a text': inCell(isText, (text) => `${text}110101199003077758`, NAME),
  'a text cut by its length': inCell(isText, (text) => `${text}${'长'.repeat(300)}`, ['text-too-long']),
  'a text of one sign': inCell(
    ({ kind, isPublished, isOptional, isKey: own }) => kind === 'text' && isPublished && !isOptional && !own,
    () => '-',
    NAME,
  ),
  'a text lost': inCell(
    ({ kind, isOptional, isKey: own }) => kind === 'text' && !isOptional && !own,
    () => '',
    NAME,
  ),
  'the word null in a text': inCell(
    ({ kind, isOptional, isKey: own }) => kind === 'text' && !isOptional && !own,
    () => 'null',
    NAME,
  ),
  'a place by a name that differs from its code': (subject, random) => {
    const twin = pickColumn(subject, random, ({ isTwin }) => isTwin)
    if (!twin) return null
    const names = subject.grid.rows.map((cells) => cells[twin.index] ?? '')
    const other = (text: string, row: number) => (row === 4 ? (names.find((name) => name !== text) ?? text) : text)
    return { bytes: csv(withColumn(subject.grid, twin.index, other)), rules: ['place-name-differs'] }
  },
})
