import { zipOf } from './handmade-zip.ts'

const SCHEMAS = 'http://schemas.openxmlformats.org'
const MAIN = `${SCHEMAS}/spreadsheetml/2006/main`
const RELATIONS = `${SCHEMAS}/officeDocument/2006/relationships`
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const STYLES = `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>`

interface RawParts {
  /** `<workbookPr>` and `<calcPr>` of the workbook. */
  properties?: string
  calculation?: string
  /** `<Override>` elements, and the further parts that they are about, by their paths. */
  types?: string
  parts?: Record<string, string>
}

/** A workbook of one sheet whose XML is written by hand, for what the library does not write. */
export function buildRawBook(rows: string, before = '', styles?: string, more: RawParts = {}): Uint8Array {
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${SCHEMAS}/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/>${styles === undefined ? '' : STYLES}${more.types ?? ''}</Types>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${more.properties ?? ''}<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets>${more.calculation ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${SCHEMAS}/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData></worksheet>`,
    ...more.parts,
    ...(styles === undefined ? {} : { 'xl/styles.xml': styles }),
  }
  const encoder = new TextEncoder()
  return zipOf(Object.entries(parts).map(([name, xml]) => ({ name, content: encoder.encode(xml) })))
}

/** `<row>` with texts as they are, and whatever else is XML already. */
export function renderRawRow(row: number, cells: readonly string[], attributes = ''): string {
  const xml = cells.map((cell, index) => {
    const r = `${String.fromCharCode(65 + index)}${row}`
    if (cell.startsWith('<c')) return cell.replace('<c', `<c r="${r}"`)
    return `<c r="${r}" t="inlineStr"><is><t>${cell}</t></is></c>`
  })
  return `<row r="${row}"${attributes}>${xml.join('')}</row>`
}
