import { Parser } from 'htmlparser2'
import { escapeXml } from '../../src/text/escape-xml.ts'
import type { ToTraditional } from '../../src/text/traditional.ts'
import { TRADITIONAL } from '../../src/views/reading-version.ts'

/** What the conversion of a page needs to know of the site. */
interface Conversion {
  /** Base path of the site, with a slash at both ends. */
  base: string
  /** Path of the page, without base and language. */
  path: string
  /** Address of the converted page, whole where the publisher has named one. */
  address: string
  /** Whether the page of that path has a version in Traditional Chinese. */
  isConverted(path: string): boolean
  convert: ToTraditional
  /** Entries of registers, which stay as they are in a cell of their own. */
  texts: ReadonlySet<string>
}

/**
 * A finished Chinese page in Traditional Chinese: its texts and spoken names are converted, links lead to converted pages
 * where there are such, and it says what it is. Numbers, data and the markup around them stay byte for byte.
 */
export function convertPage(source: string, conversion: Conversion): string {
  return new PageConverter(source, conversion).run()
}

/** Code, quotations for copying and what programs read. */
const UNREAD = new Set(['script', 'style', 'code', 'pre', 'kbd', 'samp', 'textarea'])
/** Attributes that a reader sees or hears. */
const READ =
  /^(?:aria-(?:label|description|roledescription|valuetext)|alt|title|placeholder|data-(?:label|failed|old|name))$/
/** Meta tags in the words of the page; the others are the record of the document. */
const READ_META = /^(?:description|og:title|og:image:alt|twitter:(?:title|description))$/
const CELLS = new Set(['td', 'th', 'dd'])
const LINKS = /^(?:href|data-trace)$/

/** Shapes of Traditional Chinese; a browser chooses its own sans serif by the language. */
const FONTS = '<style>:root{--song:"Songti TC","Noto Serif CJK TC",PMingLiU,serif;--hei:system-ui,sans-serif}</style>'

class PageConverter {
  private readonly source: string
  private readonly conversion: Conversion
  private readonly parser: Parser
  private converted = ''
  /** How far the source is in `converted`. */
  private at = 0
  /** Names of the elements that are open. */
  private readonly opened: string[] = []
  /** Depth of the element whose text is left alone; null outside such. */
  private unreadDepth: number | null = null
  /** True within the link to this version, which becomes the link back. */
  private isLink = false

  constructor(source: string, conversion: Conversion) {
    this.source = source
    this.conversion = conversion
    // Entities are not decoded, so that what is copied is as it was.
    this.parser = new Parser(
      {
        onopentag: (name, attributes) => this.open(name, attributes),
        ontext: (text) => this.convertText(text),
        onclosetag: (name) => this.close(name),
      },
      { decodeEntities: false },
    )
  }

  run(): string {
    this.parser.end(this.source)
    return this.converted + this.source.slice(this.at)
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.opened.push(name)
    const isBack = name === 'a' && attributes.hreflang === TRADITIONAL.lang
    const isQuoted = UNREAD.has(name) || ('lang' in attributes && name !== 'html') || attributes.translate === 'no'
    if (isQuoted && !isBack && this.unreadDepth === null) this.unreadDepth = this.opened.length
    if (name === 'html') this.replaceToken((tag) => tag.replace(/ lang="[^"]*"/, ` lang="${TRADITIONAL.lang}"`))
    else if (name === 'main') this.openMain()
    else if (isBack) this.turnBack()
    else if (attributes.rel === 'canonical' || attributes.property === 'og:url') this.nameOwnAddress()
    // Links in the head lead to the versions as they are; the words of a script are said to the reader.
    else if (name !== 'link' && (this.unreadDepth === null || name === 'script')) this.convertAttributes(attributes)
  }

  private close(name: string): void {
    if (name === 'head') this.insert(this.parser.startIndex, FONTS)
    if (name === 'a') this.isLink = false
    if (this.opened.length === this.unreadDepth) this.unreadDepth = null
    this.opened.pop()
  }

  private convertAttributes({ name = '', property = name }: Readonly<Record<string, string>>): void {
    const { convert } = this.conversion
    this.replaceToken((tag) =>
      tag.replaceAll(/ ([a-z-]+)="([^"]*)"/g, (whole, key: string, value: string) => {
        if (READ.test(key) || (key === 'content' && READ_META.test(property))) return ` ${key}="${convert(value)}"`
        return LINKS.test(key) ? ` ${key}="${this.resolveLink(value)}"` : whole
      }),
    )
  }

  private convertText(text: string): void {
    if (this.unreadDepth !== null) return
    if (this.isLink) this.replaceToken(() => TRADITIONAL.back)
    else if (!this.isEntry(text)) this.replaceToken(() => this.conversion.convert(text))
  }

  /** An entry of a register fills a cell of its own. */
  private isEntry(text: string): boolean {
    return CELLS.has(this.opened.at(-1) ?? '') && this.conversion.texts.has(text)
  }

  /** The link to this version leads back to the page that it was made of. */
  private turnBack(): void {
    this.isLink = true
    const address = `${this.conversion.base}${this.conversion.path.slice(1)}`
    this.replaceToken((tag) =>
      tag.replace(/ href="[^"]*"/, ` href="${address}"`).replaceAll(/ (lang|hreflang)="[^"]*"/g, ' $1="zh-CN"'),
    )
  }

  private nameOwnAddress(): void {
    const { address } = this.conversion
    this.replaceToken((tag) => tag.replace(/ (href|content)="[^"]*"/, ` $1="${address}"`))
  }

  /** The page is not for the search index, and says first what it is. */
  private openMain(): void {
    const { base, path } = this.conversion
    this.replaceToken(
      (tag) =>
        `${tag.replaceAll(/ data-(?:pagefind-body|search-[a-z]+)(?:="[^"]*")?/g, '')}<p class="small">${describeConversion(`${base}${path.slice(1)}`)}</p>`,
    )
  }

  /** The address of the converted page where a link leads to a page that has one. */
  private resolveLink(href: string): string {
    const { base, isConverted } = this.conversion
    if (!href.startsWith(base)) return href
    const [path = ''] = `/${href.slice(base.length)}`.split(/[?#]/)
    return isConverted(path) ? `${base}${TRADITIONAL.id}/${href.slice(base.length)}` : href
  }

  private replaceToken(replace: (token: string) => string): void {
    const { startIndex, endIndex } = this.parser
    this.converted += this.source.slice(this.at, startIndex) + replace(this.source.slice(startIndex, endIndex + 1))
    this.at = endIndex + 1
  }

  private insert(before: number, html: string): void {
    this.converted += this.source.slice(this.at, before) + html
    this.at = before
  }
}

function describeConversion(original: string): string {
  return `本頁由<a href="${escapeXml(original)}" hreflang="zh-CN">簡體版</a>自動轉換，名稱和登記內容保留原文；如有出入，以簡體版為準。`
}
