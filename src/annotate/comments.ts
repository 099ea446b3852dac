import { toColumnLetters } from '../problems/location.ts'
import { sum } from '../text/sum.ts'
import type { Parts } from './package-parts.ts'
import { appendTo, attributeOf, escapeText, insertBefore, prefixOf, tagsOf } from './xml.ts'

/** A note on a cell; row and column count from 1. */
export interface CellNote {
  row: number
  column: number
  /** Printed bold above the text. */
  title: string
  text: string
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing'
const AUTHOR = '明格 Mingge'
/** Elements that may follow `legacyDrawing` in a worksheet. */
const AFTER_DRAWING = [
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]

/** Adds notes to a worksheet, beside those that it has. Returns the worksheet's XML. */
export function addNotes(parts: Parts, sheet: { path: string; xml: string }, notes: readonly CellNote[]): string {
  if (notes.length === 0) return sheet.xml
  const related = parts.listRelationships(sheet.path)
  const known = related.find((relationship) => relationship.kind === 'comments')?.target
  const path = known ?? buildNewComments(parts, sheet.path)
  parts.set(path, withNotes(parts.readText(path), notes))
  const drawingId = attributeOf(tagsOf(sheet.xml, 'legacyDrawing')[0] ?? '', 'id')
  const drawing = related.find((relationship) => relationship.id === drawingId)?.target
  if (drawing !== undefined) {
    parts.set(drawing, withShapes(parts.readText(drawing), notes))
    return sheet.xml
  }
  return buildNewDrawing(parts, sheet, notes)
}

function buildNewComments(parts: Parts, sheetPath: string): string {
  const path = parts.findFreePath('xl/comments%.xml')
  parts.set(path, `<comments xmlns="${MAIN}"><authors></authors><commentList></commentList></comments>`)
  parts.addOverride(path, COMMENTS_TYPE)
  parts.addRelationship(sheetPath, 'comments', path)
  return path
}

function buildNewDrawing(parts: Parts, sheet: { path: string; xml: string }, notes: readonly CellNote[]): string {
  const path = parts.findFreePath('xl/drawings/vmlDrawing%.vml')
  const names = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
  const head = `<xml ${names} xmlns:x="urn:schemas-microsoft-com:office:excel">`
  const layout = '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>'
  parts.set(path, withShapes(`${head}${layout}</xml>`, notes))
  parts.addDefault('vml', DRAWING_TYPE)
  const id = parts.addRelationship(sheet.path, 'vmlDrawing', path)
  const prefix = prefixOf(sheet.xml, 'worksheet')
  const piece = `<${prefix}legacyDrawing xmlns:r="${OFFICE}" r:id="${id}"/>`
  return insertBefore(sheet.xml, piece, AFTER_DRAWING)
}

/** A cell has at most one note, so ours is appended to an existing note. */
function withNotes(xml: string, notes: readonly CellNote[]): string {
  const p = prefixOf(xml, 'comments')
  const author = tagsOf(xml, 'author').length
  const open = xml.replace(/<((?:\w+:)?(?:authors|commentList))\s*\/>/g, '<$1></$1>')
  const authored = open.replace(/<\/(?:\w+:)?authors>/, (end) => `<${p}author>${AUTHOR}</${p}author>${end}`)
  const taken = new Set(tagsOf(authored, 'comment').map((tag) => attributeOf(tag, 'ref')))
  const list = notes
    .filter((note) => !taken.has(referenceOf(note)))
    .map(
      (note) =>
        `<${p}comment ref="${referenceOf(note)}" authorId="${author}"><${p}text>${writeRuns(note, p)}</${p}text></${p}comment>`,
    )
  let whole = authored.replace(/<\/(?:\w+:)?commentList>/, (end) => list.join('') + end)
  for (const note of notes.filter((note) => taken.has(referenceOf(note)))) {
    const ours = writeRuns({ ...note, title: `\n${note.title}` }, p)
    whole = whole.replace(commentAt(referenceOf(note)), (_, head: string, text: string, end: string) => {
      // A text without runs must become a run before another run can follow it.
      return head + text.replace(/^\s*(<(?:\w+:)?t[\s>][\s\S]*<\/(?:\w+:)?t>)\s*$/, `<${p}r>$1</${p}r>`) + ours + end
    })
  }
  return whole
}

/** A comment in three parts: up to its text, the text, and what closes it. */
function commentAt(reference: string): RegExp {
  const head = `<(?:\\w+:)?comment\\s[^>]*ref="${reference}"[^>]*>\\s*<(?:\\w+:)?text[^>]*>`
  return new RegExp(`(${head})([\\s\\S]*?)(</(?:\\w+:)?text>)`)
}

function writeRuns({ title, text }: CellNote, p: string): string {
  const run = (look: string, words: string) =>
    `<${p}r><${p}rPr>${look}<${p}sz val="9"/></${p}rPr><${p}t xml:space="preserve">${escapeText(words)}</${p}t></${p}r>`
  return run(`<${p}b/>`, `${title}\n`) + run('', text)
}

function referenceOf({ row, column }: { row: number; column: number }): string {
  return `${toColumnLetters(column)}${row}`
}

/** The boxes of the notes, hidden until the pointer rests on the cell. */
function withShapes(xml: string, notes: readonly CellNote[]): string {
  const open = xml.replace(/<xml\b([^>]*)\/>/, '<xml$1></xml>')
  const type = open.includes('"_x0000_t202"') ? '' : SHAPE_TYPE
  const numbers = [...open.matchAll(/_x0000_s(\d+)/g)].map((match) => Number(match[1]))
  const first = Math.max(1024, ...numbers) + 1
  const taken = new Set(anchorsOf(open))
  const shapes = notes.filter((note) => !taken.has(`${note.row - 1},${note.column - 1}`))
  return appendTo(open, type + shapes.map((note, index) => writeShape(note, first + index)).join(''))
}

/** Cells that have a box already, as `row,column` from 0. */
function anchorsOf(xml: string): string[] {
  return [...xml.matchAll(/<x:Row>\s*(\d+)\s*<\/x:Row>\s*<x:Column>\s*(\d+)\s*<\/x:Column>/g)].map(
    ([, row, column]) => `${row},${column}`,
  )
}

const SHAPE_TYPE = `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`

function writeShape({ row, column, text }: CellNote, id: number): string {
  const lines = sum([2, ...text.split('\n').map((line) => Math.ceil((line.length + 1) / 26))])
  const top = Math.max(0, row - 2)
  const anchor = [column, 15, top, 4, column + 4, 15, top + Math.min(lines, 24), 4].join(', ')
  const style = 'position:absolute;margin-left:80pt;margin-top:2pt;width:240pt;height:120pt;z-index:1;visibility:hidden'
  const look = `<v:fill color2="#fffdf2"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>`
  const box = `<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>`
  const data = `<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>`
  const cell = `<x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column>`
  const client = `<x:ClientData ObjectType="Note">${data}${cell}</x:ClientData>`
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="${style}" fillcolor="#fffdf2" o:insetmode="auto">${look}${box}${client}</v:shape>`
}
