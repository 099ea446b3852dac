import { decodeEntities } from '../text/decode-entities.ts'

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
  const page: PageBody & { attributes: Map<string, string> } = {
    language: '',
    bodies: 0,
    attributes: new Map(),
    heading: '',
    text: '',
    html: '',
  }
  /** Names of the elements that are open, from the first of the body on. */
  const open: string[] = []
  let isInside = false
  let headings = 0
  let headingDepth = 0
  const addText = (text: string) => {
    page.text += text
    if (headingDepth > 0) page.heading += text
  }
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(source); match !== null; match = TOKEN.exec(source)) {
    const [token, slash, written, inner = ''] = match
    const name = written?.toLowerCase()
    if (name === undefined) {
      if (isInside && !token.startsWith('<!')) {
        page.html += token
        addText(decodeEntities(token))
      }
      continue
    }
    if (slash === '') {
      if (name === 'html') page.language = readAttributes(inner).get('lang') ?? ''
      const isBody = BODY.test(inner)
      if (isBody) page.bodies += 1
      if (isBody && page.bodies === 1) {
        isInside = true
        for (const [attribute, value] of readAttributes(inner)) page.attributes.set(attribute, value)
      } else if (UNREAD.has(name) || (isInside && IGNORED.test(inner))) {
        if (!inner.endsWith('/')) skipElement(source, name)
        continue
      }
      if (!isInside) continue
      page.html += token
      if (VOID.has(name) || inner.endsWith('/')) continue
      open.push(name)
      if (name === 'h1') {
        headings += 1
        if (headings === 1) headingDepth = open.length
      }
    } else if (isInside && open.includes(name)) {
      // The end of an element ends those within it whose end was left out.
      while (open.length > 0) {
        const ended = open.at(-1)
        if (ended !== undefined && GLUED.has(ended)) {
          page.html += ' '
          addText(' ')
        }
        if (open.length === headingDepth) headingDepth = 0
        open.pop()
        if (ended === name) break
      }
      page.html += token
      isInside = open.length > 0
    }
  }
  return { ...page, heading: joinBlanks(page.heading), text: joinBlanks(page.text) }
}

/** A comment or declaration, a tag with its name and attributes, or what is between tags. */
const TOKEN = /<!--[\s\S]*?-->|<![^>]*>|<(\/?)([a-z][a-z0-9-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+|</gi

const BODY = /(?:^|\s)data-pagefind-body(?=[\s=/]|$)/
const IGNORED = /(?:^|\s)data-pagefind-ignore(?=[\s=/]|$)/
/** Pictures, code, and what is not on the page. */
const UNREAD = new Set(['svg', 'script', 'style', 'template', 'noscript'])
/** Elements without an end. */
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])
/** Cells and captions whose text would otherwise be glued to that of their neighbour. */
const GLUED = new Set(['th', 'td', 'caption', 'figcaption', 'dt', 'dd', 'summary', 'li', 'option'])

/** Mutates the position of TOKEN: sets it behind the end of the element whose start it has just passed, or to the end. */
function skipElement(source: string, name: string): void {
  const tag = new RegExp(`<(/?)${name}(?=[\\s/>])(?:[^>"']|"[^"]*"|'[^']*')*>`, 'gi')
  tag.lastIndex = TOKEN.lastIndex
  let depth = 1
  for (let match = tag.exec(source); match !== null; match = tag.exec(source)) {
    if (match[1] === '/') depth -= 1
    // The text of a script may hold its own start; only its end counts.
    else if (!match[0].endsWith('/>') && name !== 'script' && name !== 'style') depth += 1
    if (depth > 0) continue
    TOKEN.lastIndex = tag.lastIndex
    return
  }
  TOKEN.lastIndex = source.length
}

function readAttributes(inner: string): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single] of inner.matchAll(/([^\s"'=/]+)(?:="([^"]*)"|='([^']*)')?/g))
    attributes.set(name, decodeEntities(double ?? single ?? ''))
  return attributes
}

function joinBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
