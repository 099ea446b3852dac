import { unzipSync } from 'fflate'
import { parseColumnLetters } from '../../src/problems/location.ts'

/** The words of a workbook that holds nothing but texts and numbers in cells. */
interface PlainWorkbook {
  title: string
  sheets: { name: string; rows: { row: number; cells: string[] }[] }[]
}

/**
 * Reads a workbook such as this program writes; null for any other, which may hold more than cells (comments, formulas,
 * rich texts, properties) and is left to the library. Nothing is skipped here: each part must be one of those known, and a
 * part that holds words must be of the known form from its first character to its last. It takes a tenth of the library's
 * time, and of a site's files most are workbooks. Throws what fflate throws at a damaged archive.
 */
export function readPlainWorkbook(bytes: Uint8Array): PlainWorkbook | null {
  const parts = unzipSync(bytes)
  const textOf = (path: string) => DECODER.decode(parts[path])
  const count = Object.keys(parts).filter((path) => SHEET_PATH.test(path)).length
  const paths = [...FIXED_PARTS, ...Array.from({ length: count }, (_, at) => `xl/worksheets/sheet${at + 1}.xml`)]
  if (Object.keys(parts).length !== paths.length || paths.some((path) => parts[path] === undefined)) return null
  const [, title] = PROPERTIES.exec(textOf('docProps/core.xml')) ?? []
  const texts = readTexts(textOf('xl/sharedStrings.xml'))
  const names = readNames(textOf('xl/workbook.xml'))
  if (title === undefined || texts === null || names?.length !== count) return null
  const sheets: PlainWorkbook['sheets'] = []
  for (const [at, name] of names.entries()) {
    const rows = readRows(textOf(`xl/worksheets/sheet${at + 1}.xml`), texts)
    if (rows === null) return null
    sheets.push({ name, rows })
  }
  return { title: decodeEntities(title), sheets }
}

const DECODER = new TextDecoder('utf-8', { fatal: true })
const SHEET_PATH = /^xl\/worksheets\/sheet\d+\.xml$/
const FIXED_PARTS = [
  '[Content_Types].xml',
  '_rels/.rels',
  'docProps/core.xml',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/styles.xml',
  'xl/sharedStrings.xml',
]

const HEAD = String.raw`<\?xml [^<>]*\?>\s*`
const PROPERTIES = new RegExp(`^${HEAD}<cp:coreProperties [^<>]*><dc:title>([^<>]*)</dc:title></cp:coreProperties>$`)
const TEXTS = new RegExp(`^${HEAD}<sst [^<>]*>(.*)</sst>$`, 's')
const BOOK = new RegExp(`^${HEAD}<workbook [^<>]*><sheets>(.*)</sheets></workbook>$`, 's')
const SHEET = new RegExp(
  `^${HEAD}<worksheet [^<>]*>(?:<(?:dimension|/?sheetViews|sheetView|pane|/sheetView|/?cols|col)(?: [^<>]*)?>)*<sheetData>`,
)
const END_OF_SHEET =
  /<\/sheetData>(?:<autoFilter [^<>]*>)?(?:<hyperlinks>(?:<hyperlink ref="[A-Z]+\d+" location="[^"<>]*"\/>)*<\/hyperlinks>)?<ignoredErrors><ignoredError [^<>]*><\/ignoredErrors><\/worksheet>$/

/** The shared texts in their order. Control characters are escaped in a way that the library knows. */
function readTexts(xml: string): string[] | null {
  const [, items] = TEXTS.exec(xml) ?? []
  if (items === undefined || /_x|&(?!amp;|lt;|gt;|quot;)/.test(items)) return null
  const texts: string[] = []
  const end = matchAll(/<si><t xml:space="preserve">([^<>]*)<\/t><\/si>/y, items, ([, text = '']) => {
    texts.push(decodeEntities(text))
  })
  return end === items.length ? texts : null
}

function readNames(xml: string): string[] | null {
  const [, sheets] = BOOK.exec(xml) ?? []
  if (sheets === undefined) return null
  const names: string[] = []
  // In the order of their parts, as the relations of a workbook of ours have them.
  const end = matchAll(
    /<sheet name="([^"<>]*)" sheetId="(\d+)" r:id="rId(\d+)"\/>/y,
    sheets,
    ([, name = '', id, relation]) => {
      if (id === relation && id === String(names.length + 1)) names.push(decodeEntities(name))
    },
  )
  return end === sheets.length ? names : null
}

/** Cells of each row, with '' where one is blank; null where anything else is there. */
function readRows(xml: string, texts: readonly string[]): { row: number; cells: string[] }[] | null {
  const start = SHEET.exec(xml)?.[0].length
  const stop = xml.lastIndexOf('</sheetData>')
  if (start === undefined || !END_OF_SHEET.test(xml.slice(stop))) return null
  const rows: { row: number; cells: string[] }[] = []
  let cells: string[] = []
  let isPlain = true
  const end = matchAll(TOKEN, xml.slice(start, stop), ([, begun, column, row, shared, number]) => {
    if (begun !== undefined) {
      cells = []
      rows.push({ row: Number(begun), cells })
    } else if (column !== undefined) {
      const blank = parseColumnLetters(column) - 1 - cells.length
      const text = shared === undefined ? String(Number(number)) : texts[Number(shared)]
      isPlain &&= blank >= 0 && Number(row) === rows.at(-1)?.row && text !== undefined
      for (let left = blank; left > 0; left -= 1) cells.push('')
      cells.push(text ?? '')
    }
  })
  return isPlain && end === stop - start ? rows : null
}

/** The beginning of a row, a cell, or the end of a row. */
const TOKEN =
  /<row r="(\d+)"(?: ht="\d+(?:\.\d+)?" customHeight="1")?>|<c r="([A-Z]{1,3})(\d+)" s="\d+"(?: t="s"><v>(\d+)<\/v>|><v>(-?\d+(?:\.\d+)?)<\/v>)<\/c>|<\/row>/y

/** Takes match after match, each where the last ended; returns where the last ends. `pattern` is sticky. */
function matchAll(pattern: RegExp, text: string, take: (match: RegExpExecArray) => void): number {
  let end = 0
  for (;;) {
    pattern.lastIndex = end
    const match = pattern.exec(text)
    if (match === null) return end
    take(match)
    end = pattern.lastIndex
  }
}

const NAMED: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(/&(?:amp|lt|gt|quot);/g, (entity) => NAMED[entity] ?? entity) : text
}
