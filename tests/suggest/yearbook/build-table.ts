import { zipOf } from '../../read/handmade-zip.ts'

const SCHEMAS = 'http://schemas.openxmlformats.org'
const MAIN = `${SCHEMAS}/spreadsheetml/2006/main`
const RELATIONS = `${SCHEMAS}/officeDocument/2006/relationships`
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const NUMBER = /^-?\d+(\.\d+)?$/

/** The bytes of a table in the notation of `tables.yaml`: a workbook with merged cells, or a CSV by the file's name. */
export function buildTable(file: string, text: string): Uint8Array {
  const rows = text.trimEnd().split('\n').map(cellsOf)
  return file.endsWith('.xlsx') ? buildBook(rows) : buildCsv(rows)
}

function cellsOf(line: string): string[] {
  return line.split('|').map((cell) => cell.trim())
}

function buildCsv(rows: readonly string[][]): Uint8Array {
  const width = Math.max(...rows.map((row) => row.length))
  const quote = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const lines = rows.map((row) =>
    Array.from({ length: width }, (_, index) => quote(/^[<^]$/.test(row[index] ?? '') ? '' : (row[index] ?? ''))).join(
      ',',
    ),
  )
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}

function buildBook(rows: readonly string[][]): Uint8Array {
  const merges = mergesOf(rows)
  const xml = rows.map(
    (row, at) => `<row r="${at + 1}">${row.map((cell, index) => renderCell(cell, at, index)).join('')}</row>`,
  )
  const areas = merges.map((area) => `<mergeCell ref="${area}"/>`).join('')
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${SCHEMAS}/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${SCHEMAS}/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${xml.join('')}</sheetData>${areas === '' ? '' : `<mergeCells>${areas}</mergeCells>`}</worksheet>`,
  }
  const encoder = new TextEncoder()
  return zipOf(Object.entries(parts).map(([name, part]) => ({ name, content: encoder.encode(part) })))
}

function renderCell(cell: string, row: number, column: number): string {
  if (cell === '' || cell === '<' || cell === '^') return ''
  const at = nameOf(row, column)
  if (NUMBER.test(cell)) return `<c r="${at}"><v>${cell}</v></c>`
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('⏎', '\n')}</t></is></c>`
}

function mergesOf(rows: readonly string[][]): string[] {
  return rows.flatMap((row, at) =>
    row.flatMap((cell, index) => {
      if (cell === '<' || cell === '^') return []
      let right = index
      while (row[right + 1] === '<') right += 1
      let bottom = at
      while (rows[bottom + 1]?.[index] === '^') bottom += 1
      return right === index && bottom === at ? [] : [`${nameOf(at, index)}:${nameOf(bottom, right)}`]
    }),
  )
}

function nameOf(row: number, column: number): string {
  return `${String.fromCharCode(65 + column)}${row + 1}`
}
