import { strToU8, zipSync } from 'fflate'
import { escapeXml } from '../../../src/text/escape-xml.ts'

/** A number format by its id in the file: built in, or defined by its code. */
export interface Format {
  id: number
  code: string | null
}

/** A run of letters of one look within a cell. */
export interface Run {
  text: string
  look: 'plain' | 'raised' | 'lowered' | 'struck' | 'white'
}

/** A cell as a file can hold it. */
export interface BookCell {
  value: number | boolean | string | { error: string } | { runs: readonly Run[] } | null
  /** Index of the format. */
  format: number
  look: 'plain' | 'struck' | 'white'
  /** Formula whose result is saved in `value`. */
  formula?: string
}

export interface BookSheet {
  name: string
  rows: readonly { cells: readonly BookCell[]; hidden: boolean }[]
  /** `A3:A5` */
  merges: readonly string[]
}

/** A workbook of one sheet, byte for byte the same each time: written by hand, so that it holds what no library would write. */
export function makeBook(sheet: BookSheet, formats: readonly Format[], date1904: boolean): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets><sheet name="${escapeXml(sheet.name)}" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="191029"/></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': renderStyles(formats),
    'xl/worksheets/sheet1.xml': renderSheet(sheet, formats),
  }
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
  return zipSync(files, { mtime: new Date('2026-01-01T00:00:00') })
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const LOOKS = ['plain', 'struck', 'white'] as const

/** One style for each format in each look. */
function renderStyles(formats: readonly Format[]): string {
  const own = formats.flatMap(({ id, code }) =>
    code === null ? [] : [`<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`],
  )
  const renderFont = (inner: string) => `<font>${inner}<sz val="11"/><name val="宋体"/></font>`
  const fonts = [renderFont(''), renderFont('<strike/>'), renderFont('<color rgb="FFFFFFFF"/>')]
  const xfs = formats.flatMap(({ id }) =>
    LOOKS.map(
      (_, look) =>
        `<xf numFmtId="${id}" fontId="${look}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
    ),
  )
  const numFmts = own.length === 0 ? '' : `<numFmts count="${own.length}">${own.join('')}</numFmts>`
  return `${HEAD}<styleSheet xmlns="${MAIN}">${numFmts}<fonts count="3">${fonts.join('')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs></styleSheet>`
}

function renderSheet({ rows, merges }: BookSheet, formats: readonly Format[]): string {
  const data = rows.map(({ cells, hidden }, index) => {
    const written = cells.map((cell, column) => renderCell(cell, `${letterOf(column)}${index + 1}`, formats))
    return `<row r="${index + 1}"${hidden ? ' hidden="1"' : ''}>${written.join('')}</row>`
  })
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`)
  const ends = merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${data.join('')}</sheetData>${ends}</worksheet>`
}

/** `A` of column 0; a sheet here has few columns. */
export function letterOf(column: number): string {
  return String.fromCharCode(65 + column)
}

function renderCell({ value, format, look, formula }: BookCell, ref: string, formats: readonly Format[]): string {
  const style = ` s="${Math.min(format, formats.length - 1) * LOOKS.length + LOOKS.indexOf(look)}"`
  const made = formula === undefined ? '' : `<f>${escapeXml(formula)}</f>`
  if (value === null) return `<c r="${ref}"${style}/>`
  if (typeof value === 'number') return `<c r="${ref}"${style}>${made}<v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c r="${ref}"${style} t="b"><v>${value ? 1 : 0}</v></c>`
  if (typeof value === 'string') {
    return `<c r="${ref}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`
  }
  if ('error' in value) return `<c r="${ref}"${style} t="e"><v>${value.error}</v></c>`
  return `<c r="${ref}"${style} t="inlineStr"><is>${value.runs.map(renderRun).join('')}</is></c>`
}

function renderRun({ text, look }: Run): string {
  return `<r>${RUN_LOOKS[look]}<t xml:space="preserve">${escapeXml(text)}</t></r>`
}

const RUN_LOOKS: Record<Run['look'], string> = {
  plain: '',
  raised: '<rPr><vertAlign val="superscript"/><sz val="11"/></rPr>',
  lowered: '<rPr><vertAlign val="subscript"/><sz val="11"/></rPr>',
  struck: '<rPr><strike/><sz val="11"/></rPr>',
  white: '<rPr><sz val="11"/><color rgb="FFFFFFFF"/></rPr>',
}
