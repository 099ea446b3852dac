import { toColumnLetters } from '../problems/location.ts'
import { decode } from '../read/encoding.ts'
import { CELL_LENGTH_MAX, COLUMNS_MAX } from '../read/limits.ts'
import { recordsOf } from '../read/read-csv.ts'
import { Parts } from './package-parts.ts'
import { writeTextCell } from './results.ts'
import { Styles } from './styles.ts'
import { colsOf, widthOf } from './width.ts'
import { escapeText } from './xml.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Rows that a sheet of a workbook can hold. */
const SHEET_ROWS_MAX = 1_048_576

/** A workbook with one sheet of text cells, each record at the row of its line in the file. */
export function buildPlainWorkbook(name: string, rows: readonly { row: number; cells: readonly string[] }[]): Parts {
  const parts = buildEmptyWorkbook([name])
  const styles = new Styles(parts, 'xl/styles.xml')
  const format = styles.addFormat({ isText: true })
  styles.save()
  const lines = rows
    .filter(({ row }) => row <= SHEET_ROWS_MAX)
    .map(({ row, cells }) => {
      const written = cells
        .slice(0, COLUMNS_MAX)
        .map((text, index) => writeTextCell(cut(text), `${toColumnLetters(index + 1)}${row}`, format))
      return `<row r="${row}">${written.join('')}</row>`
    })
  parts.set(
    'xl/worksheets/sheet1.xml',
    `<worksheet xmlns="${MAIN}">${colsOf(widthsOf(rows))}<sheetData>${lines.join('')}</sheetData></worksheet>`,
  )
  return parts
}

/** Rows that are looked at for the widths of columns, and the bounds of a width, in digits. */
const ROWS_MEASURED = 100
const WIDTH_MIN = 6
const WIDTH_MAX = 40

/** Columns as wide as the content of their first rows. */
function widthsOf(rows: readonly { cells: readonly string[] }[]): number[] {
  const widths: number[] = []
  for (const { cells } of rows.slice(0, ROWS_MEASURED)) {
    for (const [index, text] of cells.slice(0, COLUMNS_MAX).entries()) {
      // What is longer than the widest column need not be measured to its end.
      const width = Math.min(WIDTH_MAX, widthOf(text.slice(0, WIDTH_MAX)) + 2)
      widths[index] = Math.max(widths[index] ?? WIDTH_MIN, width)
    }
  }
  return widths
}

/** A cell of a workbook holds no more. */
function cut(text: string): string {
  return text.length > CELL_LENGTH_MAX ? `${text.slice(0, CELL_LENGTH_MAX - 1)}…` : text
}

/** A workbook with these sheets, whose parts are to be set. */
function buildEmptyWorkbook(names: readonly string[]): Parts {
  const parts = Parts.createEmpty()
  parts.addRelationship('', 'officeDocument', 'xl/workbook.xml')
  parts.addOverride('xl/workbook.xml', `${SHEET_TYPE}.sheet.main+xml`)
  const sheets = names.map((name, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`
    parts.addOverride(path, `${SHEET_TYPE}.worksheet+xml`)
    const id = parts.addRelationship('xl/workbook.xml', 'worksheet', path)
    return `<sheet name="${escapeText(name)}" sheetId="${index + 1}" r:id="${id}"/>`
  })
  parts.set(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`,
  )
  addStyles(parts, 'xl/workbook.xml')
  return parts
}

/** Adds a minimal styles part to a workbook. Returns its path. */
export function addStyles(parts: Parts, workbook: string): string {
  const path = parts.findFreePath('xl/styles%.xml').replace('styles1.xml', 'styles.xml')
  parts.addOverride(path, `${SHEET_TYPE}.styles+xml`)
  parts.addRelationship(workbook, 'styles', path)
  const font = '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
  const fills =
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
  const border = '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
  const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"'
  const formats = `<cellStyleXfs count="1">${plain}/></cellStyleXfs><cellXfs count="1">${plain} xfId="0"/></cellXfs>`
  const names = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
  parts.set(path, `<styleSheet xmlns="${MAIN}">${font}${fills}${border}${formats}${names}</styleSheet>`)
  return path
}

/** The records of a delimited file unchanged, ragged records too; null where its bytes are no text in one encoding. */
export function recordsOfFile(bytes: Uint8Array, file: string): { row: number; cells: string[] }[] | null {
  const decoded = decode(bytes, file)
  if ('problem' in decoded) return null
  const { text, rows, errors } = recordsOf(decoded.text, undefined)
  // With a quote left open the records are anybody's guess; the lines are not.
  if (errors.some((error) => error.type === 'Quotes')) {
    return text.split('\n').map((line, index) => ({ row: index + 1, cells: [line] }))
  }
  return rows.map(({ row, cells }) => ({ row, cells }))
}
