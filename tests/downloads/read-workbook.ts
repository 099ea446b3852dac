import { strFromU8, unzipSync } from 'fflate'

/** A cell as the parts of a workbook hold it: a text, a number, or null for none. */
export type SheetCell = string | number | null

/**
 * The cells of one sheet, row by row, read from the parts of the archive alone (ECMA-376, Part 1, 18.3). It knows what our
 * workbooks are made of, shared texts and numbers, and throws at anything else; it takes a fiftieth of the time of SheetJS.
 */
export function readSheetCells(bytes: Uint8Array, name: string): SheetCell[][] {
  const parts = unzipSync(bytes)
  const textOf = (path: string) => {
    const part = parts[path]
    if (!part) throw new Error(`workbook: no ${path}`)
    return strFromU8(part)
  }
  const texts = [...textOf('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) =>
    unescapeText([...item.matchAll(/<t(?: [^>]*)?>(.*?)<\/t>/gs)].map(([, text = '']) => text).join('')),
  )
  const sheets = [...textOf('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, title = '']) => title)
  const sheet = textOf(`xl/worksheets/sheet${sheets.map(unescapeXml).indexOf(name) + 1}.xml`)
  if (sheet.includes('<mergeCell')) throw new Error('workbook: merged cells')
  return [...sheet.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) => readRow(row, texts))
}

function readRow(row: string, texts: readonly string[]): SheetCell[] {
  const cells: SheetCell[] = []
  for (const [, attributes = '', content = ''] of row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const [, column = ''] = /r="([A-Z]+)\d+"/.exec(attributes) ?? []
    const [, value] = /^<v>([^<]*)<\/v>$/.exec(content) ?? []
    while (cells.length < countColumn(column)) cells.push(null)
    if (content !== '') cells[countColumn(column) - 1] = readValue(attributes, value, texts)
  }
  return cells
}

function readValue(attributes: string, value: string | undefined, texts: readonly string[]): SheetCell {
  const [, type = 'n'] = / t="(\w+)"/.exec(` ${attributes}`) ?? []
  const found = type === 's' ? texts[Number(value)] : Number(value)
  if (value === undefined || !['s', 'n'].includes(type) || found === undefined || Number.isNaN(found)) {
    throw new Error(`workbook: a cell of another kind: ${attributes}`)
  }
  return found
}

/** A → 1, AA → 27 */
function countColumn(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

/** Characters that XML cannot hold are written as `_x0007_` (ECMA-376 part 1, 22.9.2.19). */
function unescapeText(text: string): string {
  const decodeHex = (_: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))
  return unescapeXml(text).replace(/_x([0-9A-Fa-f]{4})_/g, decodeHex)
}

function unescapeXml(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (_, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? ''
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
  })
}
