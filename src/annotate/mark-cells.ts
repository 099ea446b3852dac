import { parseColumnLetters, toColumnLetters } from '../problems/location.ts'
import { formatOf } from './styles.ts'
import { attributeOf, prefixOf, withAttribute } from './xml.ts'

/** The format of a marked cell, given its present format. By row, then by column, both counted from 1. */
type Marking = ReadonlyMap<number, ReadonlyMap<number, (format: number) => number>>

const BODY = /<((?:\w+:)?sheetData)(?=[\s/>])[^>]*?(?:\/>|>([\s\S]*)<\/\1>)/
const ROW = /<(?:\w+:)?row(?=[\s/>])[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g
const CELL = /<(?:\w+:)?c(?=[\s/>])[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?c>)/g

/** A worksheet's XML with other formats for the marked cells. Rows and cells that are not there are put in, empty. */
export function markCells(xml: string, marking: Marking): string {
  const body = BODY.exec(xml)
  if (!body) throw new Error('annotate: a worksheet has no sheetData')
  const prefix = prefixOf(xml, 'worksheet')
  const rows = markRows(body[2] ?? '', marking, prefix)
  const whole = `<${body[1]}>${rows}</${body[1]}>`
  return xml.slice(0, body.index) + whole + xml.slice(body.index + body[0].length)
}

function markRows(body: string, marking: Marking, prefix: string): string {
  const wanted = [...marking.keys()].sort((a, b) => a - b)
  const pieces: string[] = []
  let next = 0
  let copied = 0
  let number = 0
  for (const match of body.matchAll(ROW)) {
    const [row] = match
    number = Number(attributeOf(startTag(row), 'r') ?? number + 1)
    if ((wanted[next] ?? Infinity) > number) continue
    pieces.push(body.slice(copied, match.index))
    for (; (wanted[next] ?? Infinity) < number; next += 1) pieces.push(buildNewRow(wanted[next] ?? 0, marking, prefix))
    const cells = marking.get(number)
    pieces.push(cells ? markRow(row, number, { cells, prefix }) : row)
    if (cells) next += 1
    copied = match.index + row.length
  }
  pieces.push(body.slice(copied))
  for (const missing of wanted.slice(next)) pieces.push(buildNewRow(missing, marking, prefix))
  return pieces.join('')
}

function buildNewRow(row: number, marking: Marking, prefix: string): string {
  return markRow(`<${prefix}row r="${row}"/>`, row, { cells: marking.get(row) ?? new Map(), prefix })
}

interface RowMarks {
  cells: ReadonlyMap<number, (format: number) => number>
  prefix: string
}

function markRow(row: string, number: number, { cells, prefix }: RowMarks): string {
  const start = startTag(row)
  const left = new Map([...cells].sort(([a], [b]) => a - b))
  const format = formatOf(start)
  const writeFresh = (column: number, change: (format: number) => number) =>
    `<${prefix}c r="${toColumnLetters(column)}${number}" s="${change(format)}"/>`
  let column = 0
  let inside = ''
  for (const [cell] of row.matchAll(CELL)) {
    const tag = startTag(cell)
    column = columnOf(attributeOf(tag, 'r')) ?? column + 1
    for (const [missing, change] of left) {
      if (missing >= column) break
      inside += writeFresh(missing, change)
      left.delete(missing)
    }
    const change = left.get(column)
    inside += change ? withAttribute(tag, 's', change(formatOf(tag))) + cell.slice(tag.length) : cell
    left.delete(column)
  }
  for (const [missing, change] of left) inside += writeFresh(missing, change)
  // A row's spans are a hint that Excel checks; a cell outside them would be a fault.
  const bare = start.replace(/\sspans="[^"]*"/, '').replace(/\/>$/, '>')
  return `${bare}${inside}</${prefix}row>`
}

function startTag(element: string): string {
  return element.slice(0, element.indexOf('>') + 1)
}

/** `AB12` → 28; null where there is no reference. */
function columnOf(reference: string | null): number | null {
  const name = /^[A-Z]+/.exec(reference ?? '')?.[0]
  return name === undefined ? null : parseColumnLetters(name)
}
