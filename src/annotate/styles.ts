import type { Level } from '../problems/problem.ts'
import type { Parts } from './package-parts.ts'
import { attributeOf, insertBefore, prefixOf, withAttribute } from './xml.ts'

/** Fills of marked cells, light enough for black text in print. */
const FILLS: Record<Level, string> = { error: 'FFF6C6BC', warning: 'FFFFE7A8', note: 'FFDCE7F5' }

/** The styles part of a workbook, to which cell formats are added. Its content is kept. */
export class Styles {
  readonly #parts: Parts
  readonly #path: string
  readonly #prefix: string
  #xml: string
  #formats: string[]
  readonly #fills = new Map<Level, number>()
  readonly #marked = new Map<string, number>()

  constructor(parts: Parts, path: string) {
    this.#parts = parts
    this.#path = path
    this.#xml = parts.readText(path)
    this.#prefix = prefixOf(this.#xml, 'styleSheet')
    this.#formats = elementsOf(sectionOf(this.#xml, 'cellXfs') ?? '', 'xf')
    if (this.#formats.length === 0) this.addFormat()
  }

  /** The format of a cell with the fill of a level, and all else as it was. */
  markFormat(format: number, level: Level): number {
    const name = `${format} ${level}`
    const known = this.#marked.get(name)
    if (known !== undefined) return known
    const original = this.#formats[format] ?? this.#formats[0] ?? ''
    const end = original.indexOf('>') + 1
    const fill = this.#fillOf(level)
    const tag = withAttribute(withAttribute(original.slice(0, end), 'fillId', fill), 'applyFill', 1)
    const id = this.#push(tag + original.slice(end))
    this.#marked.set(name, id)
    return id
  }

  /** A format of its own; returns its number. */
  addFormat(look: { font?: string; level?: Level; isText?: boolean; wraps?: boolean } = {}): number {
    const p = this.#prefix
    const font = look.font === undefined ? 0 : this.#add('fonts', 'font', prefixElements(look.font, p))
    const fill = look.level === undefined ? 0 : this.#fillOf(look.level)
    const attributes = `numFmtId="${look.isText ? 49 : 0}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0"`
    const applied = `${attributes} applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"`
    const wrap = look.wraps ? ' wrapText="1"' : ''
    return this.#push(`<${p}xf ${applied}><${p}alignment vertical="top"${wrap}/></${p}xf>`)
  }

  /** Writes the part back. */
  save(): void {
    const section = `<${this.#prefix}cellXfs count="${this.#formats.length}">${this.#formats.join('')}</${this.#prefix}cellXfs>`
    this.#parts.set(this.#path, withSection(this.#xml, 'cellXfs', section))
  }

  #push(format: string): number {
    this.#formats.push(format)
    return this.#formats.length - 1
  }

  #fillOf(level: Level): number {
    const known = this.#fills.get(level)
    if (known !== undefined) return known
    const p = this.#prefix
    const colours = `<${p}fgColor rgb="${FILLS[level]}"/><${p}bgColor indexed="64"/>`
    const id = this.#add(
      'fills',
      'fill',
      `<${p}fill><${p}patternFill patternType="solid">${colours}</${p}patternFill></${p}fill>`,
    )
    this.#fills.set(level, id)
    return id
  }

  /** Adds an element to a section and returns its number. */
  #add(section: 'fonts' | 'fills', name: string, element: string): number {
    const p = this.#prefix
    // The format reserves the first two fills, whatever the file defines there.
    const given = elementsOf(sectionOf(this.#xml, section) ?? '', name)
    const before = given.length > 0 ? given : BASICS[section].map((format) => prefixElements(format, p))
    const all = [...before, element]
    const xml = `<${p}${section} count="${all.length}">${all.join('')}</${p}${section}>`
    this.#xml = withSection(this.#xml, section, xml)
    return all.length - 1
  }
}

const BASICS = {
  fonts: ['<font><sz val="11"/><name val="Calibri"/></font>'],
  fills: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
}

/** Puts a namespace prefix before every element name of a piece. */
function prefixElements(piece: string, prefix: string): string {
  return piece.replace(/<(\/?)/g, `<$1${prefix}`)
}

/** The content of a section without its own tags; null where the part has no such section. */
function sectionOf(xml: string, name: string): string | null {
  return patternOf(name).exec(xml)?.[1] ?? null
}

function patternOf(name: string): RegExp {
  return new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^>]*?(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`)
}

function elementsOf(section: string, name: string): string[] {
  const pattern = `<(?:\\w+:)?${name}(?=[\\s/>])[^>]*?(?:/>|>[\\s\\S]*?</(?:\\w+:)?${name}>)`
  return section.match(new RegExp(pattern, 'g')) ?? []
}

/** The sections of a styles part in the order of the schema. */
const SECTIONS = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
]

function withSection(xml: string, name: string, section: string): string {
  const pattern = patternOf(name)
  if (pattern.test(xml)) return xml.replace(pattern, () => section)
  return insertBefore(xml.replace(/<((?:\w+:)?styleSheet)\b([^>]*)\/>/, '<$1$2></$1>'), section, followersOf(name))
}

function followersOf(name: string): string[] {
  return SECTIONS.slice(SECTIONS.indexOf(name) + 1)
}

/** Number of the format that a cell's or row's start tag names. */
export function formatOf(tag: string): number {
  return Number(attributeOf(tag, 's') ?? 0)
}
