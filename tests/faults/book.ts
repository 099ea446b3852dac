import { zipOf } from '../read/handmade-zip.ts'
import type { Grid } from './grid.ts'

const SCHEMAS = 'http://schemas.openxmlformats.org'
const MAIN = `${SCHEMAS}/spreadsheetml/2006/main`
const OFFICE = `${SCHEMAS}/officeDocument/2006/relationships`
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What is put into a workbook's XML beside its plain cells. */
export interface SheetForm {
  name?: string
  /** XML of a cell in place of the plain cell: `<c><v>5</v></c>`; the address is added. */
  writeCell?: (row: number, column: number, text: string) => string | null
  /** Attributes of a row, counted from 1. */
  writeRow?: (row: number) => string
  /** Numbers are stored as texts. */
  asText?: boolean
  /** Before and after `<sheetData>`. */
  before?: string
  after?: string
  /** Rows above the header. */
  above?: readonly (readonly string[])[]
  state?: 'hidden' | 'veryHidden'
}

export interface BookForm extends SheetForm {
  /** `<xf>` elements behind the plain format, and what they refer to. */
  styles?: { xfs?: string; formats?: string; fonts?: string }
  workbook?: { properties?: string; calculation?: string; names?: string }
  /** Further sheets, before or after. */
  more?: readonly { grid: Grid; form?: SheetForm; isFirst?: boolean }[]
}

/** A grid as a workbook whose XML is written here, so that it can hold what libraries do not write. */
export function buildBook(grid: Grid, form: BookForm = {}): Uint8Array {
  const own = { grid, form }
  const sheets = [
    ...(form.more ?? []).filter(({ isFirst }) => isFirst),
    own,
    ...(form.more ?? []).filter(({ isFirst }) => !isFirst),
  ]
  const { properties = '', calculation = '<calcPr calcId="191029"/>', names = '' } = form.workbook ?? {}
  const listed = sheets.map(({ form: sheet = {} }, index) => {
    const state = sheet.state === undefined ? '' : ` state="${sheet.state}"`
    return `<sheet name="${sheet.name ?? (index === 0 ? '数据' : `表${index + 1}`)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`
  })
  const overrides = sheets.map(
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
  )
  const relations = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${SCHEMAS}/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>${overrides.join('')}<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>${listed.join('')}</sheets>${names}${calculation}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${SCHEMAS}/package/2006/relationships">${relations.join('')}<Relationship Id="rId99" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': stylesOf(form.styles ?? {}),
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetOf(sheet.grid, sheet.form ?? {})]),
    ),
  }
  const encoder = new TextEncoder()
  return zipOf(Object.entries(parts).map(([name, xml]) => ({ name, content: encoder.encode(xml) })))
}

function stylesOf({ xfs = '', formats = '', fonts = '' }: NonNullable<BookForm['styles']>): string {
  const numFmts = formats === '' ? '' : `<numFmts>${formats}</numFmts>`
  return `<styleSheet xmlns="${MAIN}">${numFmts}<fonts><font><sz val="11"/><name val="宋体"/></font>${fonts}</fonts><fills><fill><patternFill patternType="none"/></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xfs}</cellXfs></styleSheet>`
}

function sheetOf({ headers, rows }: Grid, form: SheetForm): string {
  const all = [...(form.above ?? []), headers, ...rows]
  const xml = all.map((cells, index) => {
    const row = index + 1
    const written = cells.map((text, column) => cellOf(text, { row, column, form }))
    return `<row r="${row}"${form.writeRow?.(row) ?? ''}>${written.join('')}</row>`
  })
  return `<worksheet xmlns="${MAIN}">${form.before ?? ''}<sheetData>${xml.join('')}</sheetData>${form.after ?? ''}</worksheet>`
}

function cellOf(text: string, { row, column, form }: { row: number; column: number; form: SheetForm }): string {
  const address = `${toLetters(column)}${row}`
  const own = form.writeCell?.(row, column, text) ?? null
  if (own !== null) return own.replace('<c', `<c r="${address}"`)
  if (text === '') return ''
  // Codes of more digits than a number keeps stay texts, as do those that begin with 0.
  if (form.asText !== true && /^(?:0|[1-9]\d{0,8})(?:\.\d{1,4})?$/.test(text))
    return `<c r="${address}"><v>${text}</v></c>`
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** `A`, `Z`, `AA`. */
export function toLetters(index: number): string {
  const head = index >= 26 ? toLetters(Math.floor(index / 26) - 1) : ''
  return `${head}${String.fromCharCode(65 + (index % 26))}`
}
