import { CFB } from '@e965/xlsx'
import { zip } from './write-zip.ts'
import { appendTo, attributeOf, tagsOf } from './xml.ts'

/** The archive library has no types of its own; these are the two lists that it keeps side by side. */
interface Container {
  FullPaths: string[]
  FileIndex: { content?: ArrayLike<number> }[]
}

type Content = string | Uint8Array<ArrayBuffer>

interface Relationship {
  id: string
  /** Last word of its type: `worksheet`, `comments`. */
  kind: string
  /** Path of the part that it leads to; an outside address is left as it is. */
  target: string
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = '[Content_Types].xml'
/** Relationship types of most workbooks; a strict workbook has a base of its own, which is taken from what it holds. */
const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of a workbook's archive, by path. What is not touched is written back byte for byte. */
export class Parts {
  /** Text where a part was set, so that a large sheet is not encoded and decoded again. */
  readonly #contents: Map<string, Content>

  private constructor(contents: Map<string, Content>) {
    this.#contents = contents
  }

  /** Throws what the library throws on a broken archive. */
  static open(bytes: Uint8Array): Parts {
    // The library is exported without types.
    const { FullPaths, FileIndex } = CFB.read(bytes, { type: 'array' }) as Container
    const contents = new Map<string, Content>()
    for (const [index, path] of FullPaths.entries()) {
      const content = FileIndex[index]?.content
      // Folders have no content; a name in control characters is the library's own mark.
      if (content === undefined || path.endsWith('/') || path.includes('\u0001')) continue
      contents.set(path.slice(path.indexOf('/') + 1), Uint8Array.from(content))
    }
    return new Parts(contents)
  }

  /** An archive without parts. */
  static createEmpty(): Parts {
    const parts = new Parts(new Map())
    parts.set(TYPES, `<Types xmlns="${PACKAGE}/content-types"></Types>`)
    parts.addDefault('rels', 'application/vnd.openxmlformats-package.relationships+xml')
    parts.addDefault('xml', 'application/xml')
    return parts
  }

  /** The archive's bytes, the list of types first, as the format recommends. */
  save(): Uint8Array<ArrayBuffer> {
    const entries = [...this.#contents].map(([path, content]) => ({
      path,
      content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    }))
    return zip([...entries].sort((a, b) => Number(b.path === TYPES) - Number(a.path === TYPES)))
  }

  has(path: string): boolean {
    return this.#nameOf(path) !== null
  }

  /** Throws where there is no such part or its text is not UTF-8. */
  readText(path: string): string {
    const content = this.#contents.get(this.#nameOf(path) ?? path)
    if (content === undefined) throw new Error(`annotate: the workbook has no ${path}`)
    return typeof content === 'string' ? content : new TextDecoder('utf-8', { fatal: true }).decode(content)
  }

  set(path: string, xml: string): void {
    this.#contents.set(this.#nameOf(path) ?? path, xml.startsWith('<?xml') ? xml : DECLARATION + xml)
  }

  /** A path that is free: `xl/comments%.xml` → `xl/comments3.xml`. */
  findFreePath(pattern: string): string {
    let number = 1
    while (this.has(pattern.replace('%', String(number)))) number += 1
    return pattern.replace('%', String(number))
  }

  listRelationships(source: string): Relationship[] {
    const path = relationshipsPathOf(source)
    if (!this.has(path)) return []
    return tagsOf(this.readText(path), 'Relationship').map((tag) => {
      const target = attributeOf(tag, 'Target') ?? ''
      const isOutside = attributeOf(tag, 'TargetMode') === 'External'
      return {
        id: attributeOf(tag, 'Id') ?? '',
        kind: (attributeOf(tag, 'Type') ?? '').replace(/^.*\//, ''),
        target: isOutside ? target : resolve(source, target),
      }
    })
  }

  /** The new relationship's id. */
  addRelationship(source: string, kind: string, target: string): string {
    const path = relationshipsPathOf(source)
    const xml = this.has(path)
      ? this.readText(path)
      : `<Relationships xmlns="${PACKAGE}/relationships"></Relationships>`
    const taken = new Set(tagsOf(xml, 'Relationship').map((tag) => attributeOf(tag, 'Id')))
    let number = taken.size + 1
    while (taken.has(`rId${number}`)) number += 1
    const type = `${this.#typeBase()}/${kind}`
    this.set(path, appendTo(openPackage(xml), `<Relationship Id="rId${number}" Type="${type}" Target="/${target}"/>`))
    return `rId${number}`
  }

  addOverride(path: string, type: string): void {
    this.set(TYPES, appendTo(this.readText(TYPES), `<Override PartName="/${path}" ContentType="${type}"/>`))
  }

  addDefault(extension: string, type: string): void {
    const xml = this.readText(TYPES)
    const isThere = tagsOf(xml, 'Default').some((tag) => attributeOf(tag, 'Extension')?.toLowerCase() === extension)
    if (!isThere) this.set(TYPES, appendTo(xml, `<Default Extension="${extension}" ContentType="${type}"/>`))
  }

  /** The name of a part in the archive; the format compares names without regard to case. */
  #nameOf(path: string): string | null {
    if (this.#contents.has(path)) return path
    const wanted = path.toLowerCase()
    for (const name of this.#contents.keys()) if (name.toLowerCase() === wanted) return name
    return null
  }

  #typeBase(): string {
    const path = relationshipsPathOf('')
    const [first = ''] = this.has(path) ? tagsOf(this.readText(path), 'Relationship').filter(isDocument) : []
    return attributeOf(first, 'Type')?.replace(/\/officeDocument$/, '') ?? TRANSITIONAL
  }
}

function isDocument(tag: string): boolean {
  return attributeOf(tag, 'Type')?.endsWith('/officeDocument') === true
}

/** `<Relationships/>` → `<Relationships></Relationships>`. */
function openPackage(xml: string): string {
  return xml.replace(/<((?:\w+:)?Relationships)\b([^>]*)\/>/, '<$1$2></$1>')
}

/** The path of a part's relationships: `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
function relationshipsPathOf(source: string): string {
  const at = source.lastIndexOf('/') + 1
  return `${source.slice(0, at)}_rels/${source.slice(at)}.rels`
}

/** (`xl/worksheets/sheet1.xml`, `../comments1.xml`) → `xl/comments1.xml`. */
function resolve(source: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const folders = source.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') folders.pop()
    else if (step !== '.') folders.push(step)
  }
  return folders.join('/')
}
