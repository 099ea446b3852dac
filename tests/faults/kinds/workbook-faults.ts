import type { Random } from '../../../scripts/demo/random.ts'
import { type BookForm, buildBook, escapeXml } from '../book.ts'
import { defineFaults } from '../fault.ts'
import { type GridColumn, NUMBERS, pickCell, type Subject, toRow } from '../subject-file.ts'

const SHOWN = [
  'cell-shown-otherwise',
  'cell-scaled-unclear',
  'cell-zero-date',
  'number-format',
  'text-was-date',
  'unit-other',
  'number-not-integer',
  'number-out-of-range',
  'year-format',
  'date-format',
  'cell-scaled',
  'number-scaled',
  'date-fragment',
]
const isCount = ({ kind, isTwin }: GridColumn, text: string) => NUMBERS.has(kind) && !isTwin && Number(text) >= 1
const isText = ({ isTwin, kind, isPublished }: GridColumn, text: string) =>
  !isTwin && (kind === 'list' || kind === 'place' || isPublished) && /\p{Script=Han}/u.test(text)

/** What only workbooks do. */
export const BOOK_FAULTS = defineFaults('workbook', {
  'ten thousands in the format': (subject, random) => applyFormat(subject, random, '0"万"'),
  'thousands in the format': (subject, random) => applyFormat(subject, random, '#,##0,'),
  'ten thousands scaled and unsaid': (subject, random) => applyFormat(subject, random, '0!.0,'),
  'a format that hides': (subject, random) => applyFormat(subject, random, ';;;'),
  'a format that puts a star for it': (subject, random) => applyFormat(subject, random, '"*"'),
  'a format with a condition': (subject, random) => applyFormat(subject, random, '[>0]"保密";0'),
  'a format with a word before': (subject, random) => applyFormat(subject, random, '"约"0'),
  'a format with a minus': (subject, random) => applyFormat(subject, random, '-0'),
  'a percentage format': (subject, random) => applyFormat(subject, random, '0%'),
  'a per mille sign': (subject, random) => applyFormat(subject, random, '0"‰"'),
  'a date format': (subject, random) => applyFormat(subject, random, 'yyyy-mm-dd'),
  'a Chinese date format': (subject, random) => applyFormat(subject, random, 'yyyy"年"m"月"d"日"'),
  'a weekday format': (subject, random) => applyFormat(subject, random, '[$-804]aaaa'),
  'a duration format': (subject, random) => applyFormat(subject, random, '[h]:mm'),
  'scientific format of a long number': (subject, random) => applyFormat(subject, random, '0E+00'),
  'East Asian format 31': (subject, random) => applyStyles(subject, random, { xfs: '<xf numFmtId="31"/>' }),
  'East Asian format 57': (subject, random) => applyStyles(subject, random, { xfs: '<xf numFmtId="57"/>' }),
  'built-in date format 14': (subject, random) => applyStyles(subject, random, { xfs: '<xf numFmtId="14"/>' }),
  'a unit of another kind in the format': (subject, random) => applyFormat(subject, random, '0"公顷"'),
  'struck out': (subject, random) =>
    applyStyles(subject, random, { fonts: '<font><strike/></font>', xfs: '<xf fontId="1"/>' }, ['cell-struck']),
  'white on white': (subject, random) =>
    applyStyles(subject, random, { fonts: '<font><color rgb="FFFFFFFF"/></font>', xfs: '<xf fontId="1"/>' }, [
      'cell-unseen',
    ]),
  'a raised figure behind': (subject, random) =>
    applyRichText(
      subject,
      random,
      isCount,
      (text) => `<r><t>${text}</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>`,
      ['cell-footnote-mark'],
    ),
  'a figure struck out and replaced': (subject, random) =>
    applyRichText(subject, random, isCount, (text) => `<r><rPr><strike/></rPr><t>${text}</t></r><r><t>7</t></r>`, [
      'cell-struck',
      'cell-unseen',
      'number-format',
    ]),
  'a name struck out': (subject, random) =>
    applyRichText(subject, random, isText, (text) => `<r><rPr><strike/></rPr><t>${escapeXml(text)}</t></r>`, [
      'cell-struck',
    ]),
  'a formula without a result': (subject, random) =>
    changeCell(subject, random, isCount, () => '<c><f>SUM(A1:A2)</f></c>', ['cell-formula-empty']),
  'a formula whose result is an empty value': (subject, random) =>
    changeCell(subject, random, isCount, () => '<c><f>SUM(A1:A2)</f><v></v></c>', [
      'cell-formula-empty',
      'value-missing',
    ]),
  'a formula that was never calculated': (subject, random) =>
    changeCell(subject, random, isCount, () => '<c><f>SUM(A1:A2)</f><v>0</v></c>', ['cell-formula-empty'], {
      workbook: { calculation: '<calcPr fullCalcOnLoad="1"/>' },
    }),
  'a formula with an error': (subject, random) =>
    changeCell(subject, random, isCount, () => '<c t="e"><f>A1/0</f><v>#DIV/0!</v></c>', ['cell-error']),
  'an error': (subject, random) =>
    changeCell(
      subject,
      random,
      () => true,
      () => '<c t="e"><v>#N/A</v></c>',
      ['cell-error'],
    ),
  'a truth value for a count': (subject, random) =>
    changeCell(subject, random, isCount, () => '<c t="b"><v>1</v></c>', ['number-format']),
  'a date cell of ISO for a count': (subject, random) =>
    changeCell(subject, random, isCount, () => '<c t="d"><v>2026-10-05</v></c>', ['number-format', ...SHOWN]),
  'a blank count': (subject, random) =>
    changeCell(subject, random, isCount, () => '<c/>', ['value-missing', 'requires']),
  'a number with a mark as text': (subject, random) =>
    changeCell(subject, random, isCount, (text) => `<c t="inlineStr"><is><t>${text}②</t></is></c>`, [
      'cell-footnote-mark',
    ]),
  'a picture in a cell': (subject, random) =>
    changeCell(
      subject,
      random,
      isText,
      () => '<c t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>',
      ['cell-picture', 'cell-formula-empty'],
    ),
})

/** A cell whose XML is written by hand. */
function changeCell(
  subject: Subject,
  random: Random,
  fits: (column: GridColumn, text: string) => boolean,
  writeXml: (text: string) => string,
  rules: readonly string[],
  form: BookForm = {},
) {
  const cell = pickCell(subject, random, (column, text) => !column.isTwin && fits(column, text))
  if (!cell) return null
  const at = { row: toRow(cell.row), column: cell.column.index }
  const write = (row: number, column: number, text: string) =>
    row === at.row && column === at.column ? writeXml(text) : null
  return { bytes: buildBook(subject.grid, { ...form, writeCell: write }), rules, row: at.row, column: at.column + 1 }
}

function applyRichText(
  subject: Subject,
  random: Random,
  fits: (column: GridColumn, text: string) => boolean,
  writeRuns: (text: string) => string,
  rules: readonly string[],
) {
  return changeCell(subject, random, fits, (text) => `<c t="inlineStr"><is>${writeRuns(text)}</is></c>`, rules)
}

function applyFormat(subject: Subject, random: Random, format: string) {
  const code = escapeXml(format).replaceAll('"', '&quot;')
  const styles = {
    formats: `<numFmt numFmtId="180" formatCode="${code}"/>`,
    xfs: '<xf numFmtId="180" applyNumberFormat="1"/>',
  }
  return changeCell(subject, random, isCount, (text) => `<c s="1"><v>${text}</v></c>`, SHOWN, { styles })
}

function applyStyles(
  subject: Subject,
  random: Random,
  styles: NonNullable<BookForm['styles']>,
  rules: readonly string[] = SHOWN,
) {
  return changeCell(subject, random, isCount, (text) => `<c s="1"><v>${text}</v></c>`, rules, { styles })
}
