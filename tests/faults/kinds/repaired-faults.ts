import { defineFaults } from '../fault.ts'
import { CODES, DATES, type GridColumn, NUMBERS } from '../subject-file.ts'
import { changeCell } from './cell-fault.ts'

const REFUSED = [
  'value-unlisted',
  'place-unknown',
  'cell-homoglyph',
  'text-no-character',
  'number-format',
  'date-format',
  'datetime-format',
  'code-format',
  'cell-wrapped',
  'text-tags',
]
const isNumber = ({ kind }: GridColumn, text: string) => NUMBERS.has(kind) && /^\d+(\.\d+)?$/.test(text)
const isName = ({ kind }: GridColumn, text: string) =>
  (kind === 'list' || kind === 'place') && /\p{Script=Han}{2}/u.test(text)
const isShown = ({ kind, isPublished }: GridColumn, text: string) =>
  (kind === 'list' || kind === 'place' || (kind === 'text' && isPublished)) && /\p{Script=Han}{2}/u.test(text)
const isCode = ({ kind, isKey }: GridColumn, text: string) => (CODES.has(kind) || isKey) && /^\w{4,}$/.test(text)
const isDate = ({ kind }: GridColumn, text: string) => DATES.has(kind) && text.length >= 10
const insertInside = (mark: string) => (text: string) => `${text.slice(0, 1)}${mark}${text.slice(1)}`
const widen = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const isolate = (text: string) => `\u2068${text}\u2069`

/** What can be made right with a note: the true tables are published, or the cell is refused. */
export const REPAIRED_FAULTS = defineFaults('repaired', {
  'full-width digits': changeCell(isNumber, widen, REFUSED),
  'half of the digits full width': changeCell(
    isNumber,
    (text) => `${widen(text.slice(0, 1))}${text.slice(1)}`,
    REFUSED,
  ),
  'a number of thousands grouped': changeCell(
    isNumber,
    (text) => (/^\d{4,6}$/.test(text) ? `${text.slice(0, -3)},${text.slice(-3)}` : null),
    REFUSED,
  ),
  'a number with spaces around': changeCell(isNumber, (text) => `  ${text} `, REFUSED),
  'a number with a tab behind': changeCell(isNumber, (text) => `${text}\t`, REFUSED),
  'a number behind a non-breaking space': changeCell(isNumber, (text) => `\u00A0${text}`, REFUSED),
  'a number with a zero-width space': changeCell(isNumber, insertInside('\u200B'), REFUSED),
  'a number with an apostrophe': changeCell(isNumber, (text) => `'${text}`, REFUSED),
  'a number wrapped by an export': changeCell(isNumber, (text) => `="${text}"`, REFUSED),
  'a number with the tail of binary fractions': changeCell(
    isNumber,
    (text) => (text.includes('.') ? `${text}0000000000001` : `${text}.00000000000001`),
    ['number-not-integer', 'digits-lost', ...REFUSED],
  ),
  'a number with leading zeros': changeCell(isNumber, (text) => `00${text}`, REFUSED),
  'a whole number with a point': changeCell(isNumber, (text) => (text.includes('.') ? null : `${text}.0`), REFUSED),
  'a number of R': changeCell(
    isNumber,
    (text) => (/^[1-9]0{4,}$/.test(text) ? `${text[0]}e+0${text.length - 1}` : null),
    ['number-scientific'],
  ),
  'an ideographic space within': changeCell(isName, insertInside('\u3000'), REFUSED),
  'a zero-width space within': changeCell(isShown, insertInside('\u200B'), REFUSED),
  'a zero-width joiner within': changeCell(isShown, insertInside('\u200D'), REFUSED),
  'a soft hyphen within': changeCell(isShown, insertInside('\u00AD'), REFUSED),
  'a byte order mark within': changeCell(isShown, insertInside('\uFEFF'), REFUSED),
  'a word joiner within': changeCell(isShown, insertInside('\u2060'), REFUSED),
  'a mark of direction': changeCell(isShown, insertInside('\u200F'), REFUSED),
  'an override of direction': changeCell(isShown, insertInside('\u202E'), REFUSED),
  isolates: changeCell(isShown, isolate, REFUSED),
  'a variation selector': changeCell(isShown, insertInside('\uFE00'), REFUSED),
  'an ideographic variation': changeCell(isShown, insertInside('\u{E0100}'), REFUSED),
  'a tag character': changeCell(isShown, insertInside('\u{E0041}'), REFUSED),
  'a Mongolian vowel separator': changeCell(isShown, insertInside('\u180E'), REFUSED),
  'a Hangul filler': changeCell(isShown, insertInside('\u3164'), REFUSED),
  'a combining grapheme joiner': changeCell(isShown, insertInside('\u034F'), REFUSED),
  'an invisible times': changeCell(isShown, insertInside('\u2062'), REFUSED),
  'a braille blank': changeCell(isShown, insertInside('\u2800'), REFUSED),
  'an interlinear mark': changeCell(isShown, insertInside('\uFFF9'), REFUSED),
  'a line separator': changeCell(isName, insertInside('\u2028'), REFUSED),
  'a next line': changeCell(isName, insertInside('\u0085'), REFUSED),
  'a line break within a name': changeCell(isName, (text) => `${text.slice(0, 1)}\n${text.slice(1)}`, REFUSED),
  'a radical for a character': changeCell(
    isShown,
    (text) => text.replace('长', '⻓').replace('民', '⺠').replace('车', '⻋').replace('门', '⻔'),
    REFUSED,
  ),
  'a Kangxi radical': changeCell(
    isShown,
    (text) => text.replace('工', '⼯').replace('水', '⽔').replace('人', '⼈').replace('口', '⼝').replace('市', '市'),
    REFUSED,
  ),
  'a compatibility ideograph': changeCell(
    isShown,
    (text) => text.replace('年', '年').replace('里', '里').replace('金', '金').replace('路', '路'),
    REFUSED,
  ),
  'traditional characters in a name': changeCell(
    isName,
    (text) => text.replace('区', '區').replace('镇', '鎮').replace('办', '辦').replace('设', '設').replace('电', '電'),
    REFUSED,
  ),
  'a name with spaces around': changeCell(isName, (text) => ` ${text}　`, REFUSED),
  'a code in small letters': changeCell(isCode, (text) => text.toLowerCase(), [...REFUSED, 'key-case', 'key-shape']),
  'a code in full width': changeCell(isCode, widen, REFUSED),
  'a code with spaces': changeCell(
    ({ kind }, text) => CODES.has(kind) && text.length > 10,
    (text) => `${text.slice(0, 8)} ${text.slice(8)}`,
    REFUSED,
  ),
  'a code with an apostrophe': changeCell(isCode, (text) => `'${text}`, REFUSED),
  'a code with a tab': changeCell(isCode, (text) => `${text}\t`, REFUSED),
  'a date with slashes': changeCell(isDate, (text) => text.replaceAll('-', '/'), REFUSED),
  'a date with points': changeCell(isDate, (text) => text.replaceAll('-', '.'), REFUSED),
  'a date in Chinese': changeCell(
    isDate,
    (text) => `${text.slice(0, 4)}年${text.slice(5, 7)}月${text.slice(8, 10)}日${text.slice(10)}`,
    REFUSED,
  ),
  'a date with full-width digits': changeCell(isDate, widen, REFUSED),
  'a date without hyphens': changeCell(isDate, (text) => text.replaceAll('-', ''), REFUSED),
  'a date as a serial': changeCell(
    ({ kind }) => kind === 'date',
    (text) => String(Math.round(Date.parse(text) / 86_400_000) + 25_569),
    [...REFUSED, 'date-serial'],
  ),
  'a date with a zero-width space': changeCell(isDate, insertInside('\u200B'), REFUSED),
  'an entity': changeCell(isName, (text) => `&nbsp;${text}`, REFUSED),
  'a tag that changes nothing': changeCell(isName, (text) => `<b>${text}</b>`, REFUSED),
})
