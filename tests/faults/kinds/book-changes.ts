import { buildBook } from '../book.ts'
import { defineHarmless } from '../fault.ts'
import type { GridColumn, Subject } from '../subject-file.ts'
import { isNumber, listBlanks, titleOf } from './grid-parts.ts'

const toSerial = (text: string) => Math.round(Date.parse(text.slice(0, 10)) / 86_400_000) + 25_569
const GENERAL = '<calcPr calcId="191029"/>'

/** What workbooks do without changing a figure. */
export const BOOK_CHANGES = defineHarmless('workbook', {
  'a workbook': ({ grid }) => buildBook(grid),
  'numbers stored as texts': ({ grid }) => buildBook(grid, { asText: true }),
  'a title above': ({ grid, period }) => buildBook(grid, { above: [[titleOf(period)]] }),
  'a merged title above': ({ grid, period }) =>
    buildBook(grid, { above: [[titleOf(period)]], after: '<mergeCells><mergeCell ref="A1:D1"/></mergeCells>' }),
  'a title and a blank row above': ({ grid, period }) => buildBook(grid, { above: [[titleOf(period)], []] }),
  'a sheet named by the dataset': ({ grid, contract }) => buildBook(grid, { name: contract.title.zh }),
  'a sheet named by the period': ({ grid, period }) => buildBook(grid, { name: period }),
  'a blank second sheet': ({ grid }) =>
    buildBook(grid, { more: [{ grid: { headers: [], rows: [] }, form: { name: 'Sheet2' } }] }),
  'blank rows and styles at the end': ({ grid }) =>
    buildBook(
      { ...grid, rows: [...grid.rows, ...listBlanks(grid, 3)] },
      { writeCell: (_, __, text) => (text === '' ? '<c s="0"/>' : null) },
    ),
  'a wrong dimension': ({ grid }) => buildBook(grid, { before: '<dimension ref="A1:B2"/>' }),
  'a dimension that is too large': ({ grid }) => buildBook(grid, { before: '<dimension ref="A1:ZZ90000"/>' }),
  'a filter that hides nothing': ({ grid }) => buildBook(grid, { after: '<autoFilter ref="A1:C5"/>' }),
  'widths of columns': ({ grid }) =>
    buildBook(grid, { before: '<cols><col min="1" max="3" width="22" customWidth="1"/></cols>' }),
  'rows of another height': ({ grid }) => buildBook(grid, { writeRow: () => ' ht="24" customHeight="1"' }),
  'numbers with grouping': (subject) => formatNumbers(subject, '#,##0.####'),
  'numbers without decimals shown': (subject) => formatNumbers(subject, '#,##0_ '),
  'numbers in red below zero': (subject) => formatNumbers(subject, '#,##0;[Red]-#,##0'),
  'formulas with results': (subject) =>
    replaceCells(subject, isNumber, (text) => `<c><f>A1*1</f><v>${text}</v></c>`, {
      workbook: { calculation: GENERAL },
    }),
  'dates as dates': (subject) =>
    replaceCells(
      subject,
      ({ kind }) => kind === 'date',
      (text) => `<c s="1"><v>${toSerial(text)}</v></c>`,
      { styles: { xfs: '<xf numFmtId="14"/>' } },
    ),
  'dates in Chinese format 31': (subject) =>
    replaceCells(
      subject,
      ({ kind }) => kind === 'date',
      (text) => `<c s="1"><v>${toSerial(text)}</v></c>`,
      { styles: { xfs: '<xf numFmtId="31"/>' } },
    ),
  'dates of 1904': (subject) =>
    replaceCells(
      subject,
      ({ kind }) => kind === 'date',
      (text) => `<c s="1"><v>${toSerial(text) - 1462}</v></c>`,
      { styles: { xfs: '<xf numFmtId="14"/>' }, workbook: { properties: '<workbookPr date1904="1"/>' } },
    ),
  'times as dates': (subject) =>
    replaceCells(
      subject,
      ({ kind }) => kind === 'datetime',
      (text) => `<c s="1"><v>${toSerial(text) + toMinutes(text) / 1440}</v></c>`,
      { styles: { xfs: '<xf numFmtId="22"/>' } },
    ),
  'texts in runs': (subject) =>
    replaceCells(
      subject,
      ({ kind }) => kind === 'list',
      (text) =>
        `<c t="inlineStr"><is><r><t>${text.slice(0, 1)}</t></r><r><rPr><b/></rPr><t>${text.slice(1)}</t></r></is></c>`,
    ),
  'bold cells': (subject) =>
    replaceCells(subject, isNumber, (text) => `<c s="1"><v>${text}</v></c>`, {
      styles: { fonts: '<font><b/></font>', xfs: '<xf fontId="1"/>' },
    }),
  'a note below': ({ grid }) => buildBook({ ...grid, rows: [...grid.rows, ['注：数据来源于业务系统。']] }),
  'a sheet of explanations': ({ grid }) =>
    buildBook(grid, {
      more: [{ grid: { headers: ['填报说明'], rows: [['一、本表由各区填报。']] }, form: { name: '填报说明' } }],
    }),
})

function replaceCells(
  { grid, columns }: Subject,
  fits: (column: GridColumn) => boolean,
  writeXml: (text: string) => string,
  form: Parameters<typeof buildBook>[1] = {},
): Uint8Array | null {
  const fitting = new Set(columns.filter((column) => !column.isTwin && fits(column)).map(({ index }) => index))
  const renderCell = (row: number, column: number, text: string) =>
    row > 1 && text !== '' && fitting.has(column) ? writeXml(text) : null
  return fitting.size === 0 ? null : buildBook(grid, { ...form, writeCell: renderCell })
}

function formatNumbers(subject: Subject, format: string): Uint8Array | null {
  const styles = { formats: `<numFmt numFmtId="180" formatCode="${format}"/>`, xfs: '<xf numFmtId="180"/>' }
  return replaceCells(
    subject,
    ({ kind }) => kind === 'integer',
    (text) => `<c s="1"><v>${text}</v></c>`,
    { styles },
  )
}

const toMinutes = (text: string) => Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))
