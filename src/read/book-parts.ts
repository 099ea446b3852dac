import type { WorkBook } from '@e965/xlsx'
import type { Fill, Font } from './colours.ts'
import { isUnseen } from './colours.ts'
import type { RichText } from './rich-text.ts'
import { readRuns } from './rich-text.ts'

/** What the library keeps of a workbook and leaves out of its types. */
interface BookInside extends WorkBook {
  files?: Record<string, { content: Uint8Array | number[] }>
  Styles?: { Fonts?: Font[]; Fills?: Fill[]; CellXf?: { numFmtId?: number; fontId?: number; fillId?: number }[] }
  Workbook?: WorkBook['Workbook'] & {
    CalcPr?: { calcId?: string; fullCalcOnLoad?: string | boolean }
    Sheets?: { id?: string }[]
  }
}

/** A cell whose style or rich text the library drops. Rows and columns count from 1. */
export interface StyledCell {
  trait: 'struck' | 'unseen' | null
  runs: RichText | null
  /** A date that is stored as its ISO text, which the library turns into a number like any other. */
  iso?: string
}

/** Cells by `row,column`. */
export type StyledCells = ReadonlyMap<string, StyledCell>

/** The library skips a part that it cannot parse. A workbook without a styles part is valid. */
export function hasBrokenStyles(book: BookInside): boolean {
  const styles = Object.entries(book.files ?? {}).filter(([path]) => /(^|\/)styles\.xml$/i.test(path))
  return styles.some(([, { content }]) => {
    const text = new TextDecoder().decode(bytesOf(content)).trim()
    return !/<(\w+:)?styleSheet[\s/>]/.test(text) || !/(<\/(\w+:)?styleSheet\s*|\/)>$/.test(text)
  })
}

/**
 * True where no program has calculated the formulas, so that a saved 0 is no result: writers such as Apache POI save 0 and
 * leave it to Excel. LibreOffice calculates and does not write the id of its calculation.
 */
export function isUncalculated(book: BookInside): boolean {
  const { calcId, fullCalcOnLoad } = book.Workbook?.CalcPr ?? {}
  if (fullCalcOnLoad === true || fullCalcOnLoad === 'true' || fullCalcOnLoad === '1') return true
  if (calcId !== undefined) return false
  // The library reads this part only beside another part, which need not be there.
  const program = book.files?.['docProps/app.xml']
  return program === undefined || !new TextDecoder().decode(bytesOf(program.content)).includes('>LibreOffice')
}

/** True where some cell format has an id that East Asian Excel knows without a definition. */
export function hasEastAsianDates(book: BookInside): boolean {
  return (book.Styles?.CellXf ?? []).some(({ numFmtId = 0 }) => {
    return (numFmtId >= 27 && numFmtId <= 36) || (numFmtId >= 50 && numFmtId <= 58)
  })
}

/** What the XML of a worksheet says that the library does not pass on. */
export function readSheetPart(book: BookInside, index: number): { hidesZeros: boolean; styled: StyledCells } {
  const bytes = findSheetPart(book, index)
  if (bytes === null) return { hidesZeros: false, styled: new Map() }
  // One byte a character: names of elements are ASCII, and positions stay those of the bytes.
  const xml = new TextDecoder('latin1').decode(bytes)
  const hidesZeros = /<(?:\w+:)?sheetView\s[^>]*showZeros="(?:0|false)"/.test(xml.slice(0, HEAD_LENGTH))
  const styled = new Map<string, StyledCell>()
  addStyled(styled, xml, book)
  addInlineRuns(styled, xml, bytes)
  addIsoDates(styled, xml)
  return { hidesZeros, styled }
}

/** Views of a sheet come before its data. */
const HEAD_LENGTH = 8_000

function findSheetPart({ files = {}, Workbook }: BookInside, index: number): Uint8Array | null {
  const id = Workbook?.Sheets?.[index]?.id
  const relations = files['xl/_rels/workbook.xml.rels']
  if (id === undefined || relations === undefined) return null
  const text = new TextDecoder().decode(bytesOf(relations.content))
  const relation = [...text.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].find(([tag]) => tag.includes(`Id="${id}"`))
  const target = /\bTarget="([^"]*)"/.exec(relation?.[0] ?? '')?.[1]
  const part = files[target?.startsWith('/') ? target.slice(1) : `xl/${target}`]
  return part === undefined ? null : bytesOf(part.content)
}

function bytesOf(content: Uint8Array | number[]): Uint8Array {
  return content instanceof Uint8Array ? content : Uint8Array.from(content)
}

/** Mutates the cells. Most workbooks have no style that strikes out or hides, and their cells are not looked through. */
function addStyled(styled: Map<string, StyledCell>, xml: string, { Styles = {} }: BookInside): void {
  const traits = new Map<string, StyledCell['trait']>()
  for (const [index, { fontId = 0, fillId = 0 }] of (Styles.CellXf ?? []).entries()) {
    const font = Styles.Fonts?.[fontId] ?? {}
    if (font.strike) traits.set(String(index), 'struck')
    else if (isUnseen(font, Styles.Fills?.[fillId])) traits.set(String(index), 'unseen')
  }
  if (![...traits.keys()].some((style) => xml.includes(` s="${style}"`))) return
  for (const { tag, row, column } of walkCells(xml)) {
    const trait = traits.get(/\ss="(\d+)"/.exec(tag)?.[1] ?? '0')
    if (trait !== undefined) styled.set(`${row},${column}`, { trait, runs: null })
  }
}

/** Mutates the cells: rich texts in the cell itself, whose runs the library joins. */
function addInlineRuns(styled: Map<string, StyledCell>, xml: string, bytes: Uint8Array): void {
  if (!/<(?:\w+:)?is>/.test(xml) || !xml.includes('rPr>')) return
  for (const { row, column, end } of walkCells(xml)) {
    const close = xml.indexOf('</', end)
    const tail = xml.slice(end, end + 12)
    if (close < 0 || !/^\s*<(?:\w+:)?is>/.test(tail)) continue
    const stop = xml.indexOf('is>', end + 12)
    if (!xml.slice(end, stop).includes('rPr>')) continue
    const runs = readRuns(new TextDecoder().decode(bytes.subarray(end, stop)))
    const known = styled.get(`${row},${column}`)
    if (runs !== null) styled.set(`${row},${column}`, { trait: known?.trait ?? null, runs })
  }
}

/** Mutates the cells: `<c t="d"><v>2026-10-05</v>`, as strict workbooks and some programs store dates. */
function addIsoDates(styled: Map<string, StyledCell>, xml: string): void {
  if (!xml.includes(' t="d"')) return
  for (const { tag, row, column, end } of walkCells(xml)) {
    if (!tag.includes(' t="d"')) continue
    const iso = /^\s*<(?:\w+:)?v>([^<]*)</.exec(xml.slice(end, end + ISO_LENGTH_MAX))?.[1]
    const known = styled.get(`${row},${column}`)
    if (iso) styled.set(`${row},${column}`, { trait: known?.trait ?? null, runs: null, iso })
  }
}

const ISO_LENGTH_MAX = 80

/** The opening tags of all cells; a cell without an address comes after the cell before it. */
function* walkCells(xml: string): Generator<{ tag: string; row: number; column: number; end: number }> {
  let [row, column] = [0, 0]
  for (const match of xml.matchAll(/<(?:\w+:)?(row|c)(?:\s[^>]*)?>/g)) {
    const [tag, name] = match
    const address = /\sr="([A-Z]*)(\d+)"/.exec(tag)
    if (name === 'row') {
      row = address ? Number(address[2]) : row + 1
      column = 0
      continue
    }
    column = address ? columnOf(address[1] ?? '') : column + 1
    yield { tag, row, column, end: match.index + tag.length }
  }
}

/** `A` → 1, `AA` → 27. */
function columnOf(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}
