import { Parser } from 'htmlparser2'

/** The part of a page that is to be searched. */
interface PageBody {
  /** The page's own `lang`. */
  language: string
  /** Elements with `data-pagefind-body`; what follows is of the first. */
  bodies: number
  attributes: ReadonlyMap<string, string>
  /** Text of its first h1; '' without one. */
  heading: string
  /** Its text, with single spaces. */
  text: string
  /** Its markup without what nobody searches, with a space after what would grow together with its neighbour. */
  html: string
}

/**
 * Reads the markup of a built page from its beginning to its end. A tree of all its elements, of which two thirds are
 * pictures, would take several times as long.
 */
export function readBody(source: string): PageBody {
  const reader = new BodyReader(dropPictures(source))
  return reader.read()
}

/**
 * Drops pictures before the page is parsed: they are two thirds of it. A picture within a picture would leave half of
 * itself, so such a page is parsed whole.
 */
function dropPictures(source: string): string {
  const rest = source.replace(/<svg\b[^>]*>[\s\S]*?<\/svg\s*>/gi, '')
  return /<\/svg\s*>/i.test(rest) ? source : rest
}

/** Pictures, code, and what is not on the page. */
const UNREAD = new Set(['svg', 'script', 'style', 'template', 'noscript'])
/** Cells and captions whose text would otherwise be glued to that of their neighbour. */
const GLUED = new Set(['th', 'td', 'caption', 'figcaption', 'dt', 'dd', 'summary', 'li', 'option'])

class BodyReader {
  private readonly source: string
  private readonly parser: Parser
  private language = ''
  private bodies = 0
  private attributes = new Map<string, string>()
  private heading = ''
  private text = ''
  private html = ''
  /** Elements that are open. */
  private depth = 0
  /** Of the first body, of its first h1 and of what is being left out; null outside them. */
  private bodyDepth: number | null = null
  private headingDepth: number | null = null
  private unreadDepth: number | null = null
  private headings = 0

  constructor(source: string) {
    this.source = source
    this.parser = new Parser({
      onopentag: (name, attributes) => this.open(name, attributes),
      ontext: (text) => this.add(text),
      onclosetag: (name, isImplied) => this.close(name, isImplied),
    })
  }

  read(): PageBody {
    this.parser.end(this.source)
    const { language, bodies, attributes, html } = this
    return { language, bodies, attributes, html, heading: joinBlanks(this.heading), text: joinBlanks(this.text) }
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.depth += 1
    if (name === 'html') this.language = attributes.lang ?? ''
    if ('data-pagefind-body' in attributes) this.startBody(attributes)
    else if (this.unreadDepth === null && (UNREAD.has(name) || 'data-pagefind-ignore' in attributes))
      this.unreadDepth = this.depth
    if (!this.isRead()) return
    this.html += this.sourceOfToken()
    if (name !== 'h1') return
    this.headings += 1
    if (this.headings === 1) this.headingDepth = this.depth
  }

  private startBody(attributes: Readonly<Record<string, string>>): void {
    this.bodies += 1
    if (this.bodies > 1) return
    this.bodyDepth = this.depth
    this.attributes = new Map(Object.entries(attributes))
  }

  private add(text: string): void {
    if (!this.isRead()) return
    this.html += this.sourceOfToken()
    this.addText(text)
  }

  private addText(text: string): void {
    this.text += text
    if (this.headingDepth !== null) this.heading += text
  }

  private close(name: string, isImplied: boolean): void {
    if (this.isRead()) {
      if (GLUED.has(name)) {
        this.html += ' '
        this.addText(' ')
      }
      if (!isImplied) this.html += this.sourceOfToken()
    }
    if (this.depth === this.unreadDepth) this.unreadDepth = null
    if (this.depth === this.headingDepth) this.headingDepth = null
    if (this.depth === this.bodyDepth) this.bodyDepth = null
    this.depth -= 1
  }

  private isRead(): boolean {
    return this.bodyDepth !== null && this.unreadDepth === null
  }

  private sourceOfToken(): string {
    return this.source.slice(this.parser.startIndex, this.parser.endIndex + 1)
  }
}

function joinBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
