import { zip } from '../../annotate/write-zip.ts'
import { wrap } from '../../charts/text-layout.ts'
import { toColumnLetters } from '../../problems/location.ts'
import { escapeXml } from '../../text/escape-xml.ts'
import { type BookCell, type BookSheet, LOOKS, type Look } from './book-cells.ts'

/**
 * A workbook of plain worksheets (ECMA-376, transitional): shared texts, real numbers and days, no formula, no merged cell.
 * The same sheets give the same bytes.
 */
export function writeWorkbook(title: string, sheets: readonly BookSheet[]): Uint8Array<ArrayBuffer> {
  const texts = new Map<string, number>()
  const parts = sheets.map((sheet) => renderSheet(sheet, texts))
  const encoder = new TextEncoder()
  const files: [string, string][] = [
    ['[Content_Types].xml', renderContentTypes(sheets.length)],
    ['_rels/.rels', RELATIONS],
    ['docProps/core.xml', renderProperties(title)],
    ['xl/workbook.xml', renderBook(sheets)],
    ['xl/_rels/workbook.xml.rels', renderBookRelations(sheets.length)],
    ['xl/styles.xml', STYLES],
    ['xl/sharedStrings.xml', renderTexts(texts)],
    ...parts.map((part, at): [string, string] => [`xl/worksheets/sheet${at + 1}.xml`, part]),
  ]
  return zip(files.map(([path, content]) => ({ path, content: encoder.encode(content) })))
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Mutates `texts`, which numbers every text of the workbook. */
function renderSheet(sheet: BookSheet, texts: Map<string, number>): string {
  const { rows, widths, isTable, links } = sheet
  const last = `${toColumnLetters(Math.max(1, widths.length))}${Math.max(1, rows.length)}`
  const lines = rows.map((cells, at) => {
    const height = findHeight(cells, widths)
    const own = height === null ? '' : ` ht="${height}" customHeight="1"`
    return `<row r="${at + 1}"${own}>${renderCells(cells, at + 1, texts)}</row>`
  })
  const cols = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  const hyperlinks = links.map(
    ({ row, column, sheet: target }) =>
      `<hyperlink ref="${toColumnLetters(column)}${row}" location="'${escapeXml(target)}'!A1"/>`,
  )
  return [
    `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:${last}"/>`,
    `<sheetViews><sheetView workbookViewId="0">${isTable ? pane : ''}</sheetView></sheetViews>`,
    `<cols>${cols.join('')}</cols><sheetData>${lines.join('')}</sheetData>`,
    isTable ? `<autoFilter ref="A1:${last}"/>` : '',
    hyperlinks.length > 0 ? `<hyperlinks>${hyperlinks.join('')}</hyperlinks>` : '',
    // Codes are texts of digits on purpose; without this each of them has a green corner.
    `<ignoredErrors><ignoredError sqref="A1:${last}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
  ].join('')
}

/** Height of a row in points where it is more than one line: LibreOffice cuts off what a row without a height cannot hold. */
function findHeight(cells: readonly BookCell[], widths: readonly number[]): number | null {
  let lines = 1
  for (const [at, cell] of cells.entries()) {
    if (cell === null || !('text' in cell)) continue
    if (cell.look === 'title') return TITLE_POINTS
    // Widths are in digits, two of which are as wide as a Chinese character.
    const room = (widths[at] ?? 0) / 2
    if (WRAPPED.has(cell.look) && cell.text.length > room) lines = Math.max(lines, wrap(cell.text, room).length)
  }
  return lines === 1 ? null : Math.min(lines * LINE_POINTS, HEIGHT_POINTS_MAX)
}

const TITLE_POINTS = 24
const LINE_POINTS = 15
/** The most that Excel takes. */
const HEIGHT_POINTS_MAX = 409

function renderCells(cells: readonly BookCell[], row: number, texts: Map<string, number>): string {
  let made = ''
  for (const [at, cell] of cells.entries()) {
    if (cell === null) continue
    const start = `<c r="${toColumnLetters(at + 1)}${row}" s="${STYLE_OF[cell.look]}"`
    made +=
      'text' in cell
        ? `${start} t="s"><v>${numberText(cell.text, texts)}</v></c>`
        : `${start}><v>${escapeXml(cell.number)}</v></c>`
  }
  return made
}

const STYLE_OF = Object.fromEntries(LOOKS.map((look, at) => [look, at])) as Record<Look, number>

function numberText(text: string, texts: Map<string, number>): number {
  const known = texts.get(text)
  if (known !== undefined) return known
  texts.set(text, texts.size)
  return texts.size - 1
}

function renderTexts(texts: ReadonlyMap<string, number>): string {
  const items = [...texts.keys()].map((text) => `<si><t xml:space="preserve">${escapeText(text)}</t></si>`)
  return `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${texts.size}">${items.join('')}</sst>`
}

/** Characters that XML cannot hold are written as `_x0007_` (ECMA-376 part 1, 22.9.2.19), and so is a text that looks like it. */
function escapeText(text: string): string {
  return escapeXml(
    text
      .replace(/_x[0-9a-fA-F]{4}_/g, (found) => `_x005F${found}`)
      .replace(/(?![\t\n\u007f-\u009f])[\p{Cc}\ufffe\uffff]/gu, (char) => {
        return `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
      }),
  )
}

function renderContentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const overrides = [
    ['/xl/workbook.xml', `${type}.sheet.main+xml`],
    ...Array.from({ length: sheets }, (_, at) => [`/xl/worksheets/sheet${at + 1}.xml`, `${type}.worksheet+xml`]),
    ['/xl/styles.xml', `${type}.styles+xml`],
    ['/xl/sharedStrings.xml', `${type}.sharedStrings+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ].map(([part, content]) => `<Override PartName="${part}" ContentType="${content}"/>`)
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
}

const RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

function renderProperties(title: string): string {
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`
}

function renderBook(sheets: readonly BookSheet[]): string {
  const listed = sheets.map(
    ({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`
}

function renderBookRelations(sheets: number): string {
  const targets = [
    ...Array.from({ length: sheets }, (_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ].map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets.join('')}</Relationships>`
}

/** In the order of `LOOKS`. Number formats: 49 is text, 3 is #,##0, 1 is 0, 2 is 0.00. */
const FORMATS: Record<Look, string> = {
  plain: 'numFmtId="0"',
  heading: 'numFmtId="49" fontId="1" borderId="1" applyFont="1" applyBorder="1"',
  title: 'numFmtId="0" fontId="2" applyFont="1"',
  wrapped: 'numFmtId="0"',
  link: 'numFmtId="0" fontId="3" applyFont="1"',
  code: 'numFmtId="49" applyNumberFormat="1"',
  count: 'numFmtId="3" applyNumberFormat="1"',
  year: 'numFmtId="1" applyNumberFormat="1"',
  date: 'numFmtId="164" applyNumberFormat="1"',
  'decimals-1': 'numFmtId="165" applyNumberFormat="1"',
  'decimals-2': 'numFmtId="2" applyNumberFormat="1"',
  'decimals-3': 'numFmtId="166" applyNumberFormat="1"',
  'decimals-4': 'numFmtId="167" applyNumberFormat="1"',
}
const WRAPPED: ReadonlySet<Look> = new Set(['heading', 'wrapped'])

const FONTS = ['', '<b/>', '<b/>', '<u/>']
  .map((style, at) => `<font>${style}<sz val="${at === 2 ? 16 : 11}"/><name val="等线"/><family val="2"/></font>`)
  .join('')

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="4"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.0"/><numFmt numFmtId="166" formatCode="0.000"/><numFmt numFmtId="167" formatCode="0.0000"/></numFmts><fonts count="4">${FONTS}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border><left/><right/><top/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${LOOKS.length}">${LOOKS.map((look) => `<xf ${FORMATS[look]} xfId="0"${WRAPPED.has(look) ? ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' : '/>'}`).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
